import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { graphemesOf, listed, nameInWords } from '../../../src/reports/words/names.ts';

describe('a name from outside', () => {
  test('is shown as it is', () => {
    const names = ['billing', 'Zwrot – ß', '请假', '👩‍👩‍👧‍👦 family', '__proto__', 'a:b'];
    expect(names.map(nameInWords)).toEqual(names);
  });

  test('stays on one line and turns nothing around', () => {
    expect(['a\n\tb', '\u202eabc\u202c', 'x\u0000\u001by', '  a  ', 'half\ud83d'].map(nameInWords)).toEqual([
      'a b',
      'abc',
      'xy',
      'a',
      'half\ufffd',
    ]);
  });

  test('that cannot be seen is called so', () => {
    expect(['', ' \n ', '\u202e', '\u200b'].map(nameInWords)).toEqual(['(no name)', '(no name)', '(no name)', '(no name)']);
  });

  test('is cut after 80 of what people call characters', () => {
    const family = '👩‍👩‍👧';
    expect([nameInWords('x'.repeat(81)), nameInWords('x'.repeat(80)), graphemesOf(nameInWords(family.repeat(81))).length]).toEqual([
      `${'x'.repeat(79)}…`,
      'x'.repeat(80),
      41,
    ]);
    expect(nameInWords(`e${'\u0301'.repeat(5000)}`)).toBe('…');
  });

  test('is never empty, long or more than a line, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
        const words = nameInWords(name);
        expect(words).toMatch(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]{1,321}$/u);
        expect(nameInWords(words)).toBe(words);
      }),
    );
  });
});

test('a list of names ends at its limit', () => {
  expect([listed(['a'], 3), listed(['a', 'b'], 3), listed(['a', 'b', 'c'], 3), listed(['a', 'b', 'c', 'd'], 3)]).toEqual([
    'a',
    'a and b',
    'a, b and c',
    'a, b and 2 more',
  ]);
});
