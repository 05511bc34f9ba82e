import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import type { Question } from '../../src/language/question.ts';
import { CONTEXT, contextAt, inShort, outcomeOf, TOPICS } from './context.ts';

const { resolve } = createLanguage(TOPICS);

const QUESTION: Question = { report: 'tags', range: 'last week', distribution: null, filters: { groups: [2] } };

/** What stored ranges mean on a Wednesday. They are in the books of those who run the bot: none of these may ever change. */
const STORED: readonly (readonly [range: string, meaning: string])[] = [
  ['today', '2026-11-18 2026-11-18T10:00 day so far'],
  ['yesterday', '2026-11-17 2026-11-18 day'],
  ['this week', '2026-11-16 2026-11-18T10:00 week so far'],
  ['last week', '2026-11-09 2026-11-16 week'],
  ['last 2 weeks', '2026-11-02 2026-11-16 week'],
  ['last month', '2026-10-01 2026-11-01 month'],
  ['last quarter', '2026-07-01 2026-10-01 quarter'],
  ['last 7 days', '2026-11-11 2026-11-18 day'],
  ['last 7 days so far', '2026-11-12 2026-11-18T10:00 day so far'],
  ['last 24 hours', '2026-11-17T10:00 2026-11-18T10:00 hour'],
  ['week before last', '2026-11-02 2026-11-09 week'],
  ['month to date', '2026-11-01 2026-11-18T10:00 month so far'],
  ['MTD', '2026-11-01 2026-11-18T10:00 month so far'],
  ['Monday', '2026-11-16 2026-11-17 day'],
  ['last Friday', '2026-11-13 2026-11-14 day'],
  ['last weekend', '2026-11-14 2026-11-16 day'],
  ['Tuesday last week', '2026-11-10 2026-11-11 day'],
  ['since Monday', '2026-11-16 2026-11-18T10:00 day so far'],
  ['since the beginning of the month', '2026-11-01 2026-11-18T10:00 month so far'],
  ['2 days ago', '2026-11-16 2026-11-17 day'],
  ['the 15th', '2026-11-15 2026-11-16 day'],
  ['1-15 Oct', '2026-10-01 2026-10-16 day'],
  ['9 Nov', '2026-11-09 2026-11-10 day'],
  ['October', '2026-10-01 2026-11-01 month'],
  ['Q3 2025', '2025-07-01 2025-10-01 quarter'],
  ['2026-11-01..2026-11-07', '2026-11-01 2026-11-08 day'],
  ['CW 45', '2026-11-02 2026-11-09 week'],
  ['2025', '2025-01-01 2026-01-01 year'],
];

test.each(STORED)('the stored range “%s” keeps its meaning', (range, meaning) => {
  expect(inShort(resolve({ ...QUESTION, range }, CONTEXT).range)).toBe(meaning);
});

describe('a stored question means the range of the day on which it is answered', () => {
  test.each([
    ['last week', '2026-11-23T09:00:00+01:00', '2026-11-16 2026-11-23 week'],
    ['yesterday', '2027-01-01T09:00:00+01:00', '2026-12-31 2027-01-01 day'],
    ['last month', '2027-03-01T08:00:00+01:00', '2027-02-01 2027-03-01 month'],
    ['today', '2026-10-25T18:00:00+01:00', '2026-10-25 2026-10-25T18:00 day so far'],
    ['October', '2027-10-05T09:00:00+02:00', '2027-10-01 2027-10-05T09:00 month so far'],
  ])('%s, at %s', (range, now, meaning) => {
    expect(inShort(resolve({ ...QUESTION, range }, contextAt(now, 'Europe/Warsaw')).range)).toBe(meaning);
  });
});

test('whatever its names and filters are called today, only the range is read', () => {
  const question: Question = {
    report: 'a report of another time',
    range: 'last week',
    distribution: 'weekday',
    filters: { tags: ['by day', 'yesterday', 'tags', '"'], agents: ['nobody'], tagged: false },
  };
  const { otherwise: _, ...resolved } = resolve(question, CONTEXT);
  expect({ ...resolved, range: inShort(resolved.range), before: inShort(resolved.before ?? null) }).toEqual({
    question,
    range: '2026-11-09 2026-11-16 week',
    before: '2026-11-02 2026-11-09 week',
    distribution: 'weekday',
    notes: [],
  });
});

test('what can be answered no more is refused in words', () => {
  expect(outcomeOf(() => resolve({ ...QUESTION, range: 'this quarter', distribution: 'hour' }, CONTEXT))).toEqual({
    message: '“this quarter” has too many hours to show.',
    hint: 'By hour I can show 31 days. Ask for it by day.',
    words: ['tags this quarter by day group:2'],
  });
});

test('a range that is none is a fault, not a refusal', () => {
  expect(() => resolve({ ...QUESTION, range: 'some day' }, CONTEXT)).toThrow('A range is not read any more: some day');
});
