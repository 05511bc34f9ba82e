import { describe, expect, test } from '@jest/globals';
import { stretchOf } from '../../context.ts';

const FACTS: Record<string, readonly (readonly [words: string, stretch: string])[]> = {
  'a part of a longer time by its number': [
    ['first monday of october', '2026-10-05 2026-10-06 day'],
    ['second last friday of october', '2026-10-23 2026-10-24 day'],
    ['last 2 days of october', '2026-10-30 2026-11-01 day'],
    ['first 10 days of october', '2026-10-01 2026-10-11 day'],
    ['first week of october', '2026-09-28 2026-10-05 week'],
    ['last week of october', '2026-10-26 2026-11-02 week'],
    ['first full week of october', '2026-10-05 2026-10-12 week'],
    ['last whole week of october', '2026-10-19 2026-10-26 week'],
    ['second week of november', '2026-11-09 2026-11-16 week'],
    ['second weekend of october', '2026-10-10 2026-10-12 day'],
    ['first business day of october', '2026-10-01 2026-10-02 day'],
    ['last working day of last month', '2026-10-30 2026-10-31 day'],
    ['first half of 2026', '2026-01-01 2026-07-01 day'],
    ['second half of october', '2026-10-16 2026-11-01 day'],
    ['last 3 months of 2025', '2025-10-01 2026-01-01 month'],
    ['2nd quarter of 2025', '2025-04-01 2025-07-01 quarter'],
    ['first day of last week', '2026-11-09 2026-11-10 day'],
    ["october's first week", '2026-09-28 2026-10-05 week'],
    ["last year's first quarter", '2025-01-01 2025-04-01 quarter'],
    ['week 2 of october', '2026-10-05 2026-10-12 week'],
    ['first week of december', '2025-12-01 2025-12-08 week'],
    ['last friday of november', '2025-11-28 2025-11-29 day'],
  ],
  'a third of a longer time': [
    ['early october', '2026-10-01 2026-10-11 day'],
    ['mid october', '2026-10-11 2026-10-21 day'],
    ['late october', '2026-10-21 2026-11-01 day'],
    ['early december', '2025-12-01 2025-12-11 day'],
    ['mid-november', '2026-11-11 2026-11-21 day'],
    ['beginning of last month', '2026-10-01 2026-10-11 day'],
    ['end of last month', '2026-10-21 2026-11-01 day'],
    ['middle of last week', '2026-11-11 2026-11-14 day'],
    ['end of last year', '2025-09-01 2026-01-01 day'],
    ['early 2025', '2025-01-01 2025-05-01 day'],
    ['late last quarter', '2026-09-01 2026-10-01 day'],
    ['eom', '2026-11-21 2026-12-01 day'],
    ['beginning of the year', '2026-01-01 2026-05-01 day'],
  ],
  'what is left of it': [
    ['rest of the week', '2026-11-18 2026-11-23 day'],
    ['remainder of the month', '2026-11-18 2026-12-01 day'],
  ],
  'from one day of it to another': [
    ['1st to 15th of october', '2026-10-01 2026-10-16 day'],
    ['13 to the 15 of july', '2026-07-13 2026-07-16 day'],
    ['between the 1st and the 15th of last month', '2026-10-01 2026-10-16 day'],
    ['october between 19 and 20', '2026-10-19 2026-10-21 day'],
    ['mon-fri last week', '2026-11-09 2026-11-14 day'],
    ['last week between friday and sunday', '2026-11-13 2026-11-16 day'],
    ['monday to thursday of last week', '2026-11-09 2026-11-13 day'],
    ['20th to 25th of december', '2025-12-20 2025-12-26 day'],
  ],
  'the same, so long before': [
    ['same week last year', '2025-11-17 2025-11-24 week'],
    ['same day last week', '2026-11-11 2026-11-12 day'],
    ['this time last month', '2026-10-18 2026-10-19 day'],
    ['today last week', '2026-11-11 2026-11-12 day'],
    ['same month last year', '2025-11-01 2025-12-01 month'],
    ['this day last year', '2025-11-18 2025-11-19 day'],
    ['same quarter a year ago', '2025-10-01 2026-01-01 quarter'],
  ],
};

describe.each(Object.entries(FACTS))('%s', (_name, facts) => {
  test.each(facts)('%s is %s', (words, stretch) => {
    expect(stretchOf(words)).toBe(stretch);
  });
});

test.each([
  ['fifth monday of february 2026', 'There is no “fifth monday of february 2026”.'],
  ['the 6th week of october', 'There is no “the 6th week of october”.'],
  ['15 to 1 of october', '“15 to 1 of october” ends before it begins.'],
  ['25-31 of february', 'There is no 31 February.'],
])('%s is refused: %s', (words, message) => {
  expect(stretchOf(words)).toBe(message);
});

test.each(['first of all', 'late again', 'the end', 'early bird', 'the rest', 'same again', 'first come'])('%s is not a date', (words) => {
  expect(stretchOf(words)).toBeNull();
});
