import { expect, test } from '@jest/globals';
import { LONGEST_TEXT, tidy } from '../../src/language/tidy.ts';

test('blanks of all kinds become single ones', () => {
  expect(tidy('  tags\t\tlast\u00a0\n week\u0000 ')).toEqual({ text: 'tags last week', notes: [] });
});

test('a long text is cut between words, and a note says what was cut', () => {
  const kept = 'x'.repeat(LONGEST_TEXT - 3);
  expect(tidy(`${kept} 2026-11-09`)).toEqual({ text: kept, notes: ['Only the first 300 characters were read, without “2026-11-09”.'] });
});

test('a text without blanks is cut between characters, never within one', () => {
  expect(tidy('👍'.repeat(LONGEST_TEXT + 50))).toEqual({
    text: '👍'.repeat(LONGEST_TEXT),
    notes: [`Only the first 300 characters were read, without “${'👍'.repeat(40)}…”.`],
  });
});

test.each([
  ['tags last week?!', 'tags last week'],
  ['"tags last week"', 'tags last week'],
  ['“tags last week?”.', 'tags last week'],
  ['`tags`', 'tags'],
  ['"tags" "last week"', '"tags" "last week"'],
  ['tags tag:"why?"', 'tags tag:"why?"'],
  ['?', '?'],
])('what is around %s is dropped', (typed, text) => {
  expect(tidy(typed).text).toBe(text);
});
