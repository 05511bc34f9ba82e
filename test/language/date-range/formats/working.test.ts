import { describe, expect, test } from '@jest/globals';
import { CONTEXT, stretchOf } from '../../context.ts';

const FACTS: Record<string, readonly (readonly [words: string, stretch: string])[]> = {
  'working days': [
    ['last working week', '2026-11-09 2026-11-14 day'],
    ['last 5 working days', '2026-11-11 2026-11-18 day on 1,2,3,4,5'],
    ['last 4 business days', '2026-11-12 2026-11-18 day on 1,2,3,4,5'],
    ['next 3 working days', '2026-11-19 2026-11-24 day on 1,2,3,4,5'],
    ['last business week', '2026-11-09 2026-11-14 day'],
  ],
  'fiscal years that are those of the calendar': [
    ['FY26', '2026-01-01 2027-01-01 year'],
    ['FY 2026', '2026-01-01 2027-01-01 year'],
    ['this fiscal year', '2026-01-01 2027-01-01 year'],
    ['last fiscal year', '2025-01-01 2026-01-01 year'],
    ['Q2 FY26', '2026-04-01 2026-07-01 quarter'],
    ['FY26 Q2', '2026-04-01 2026-07-01 quarter'],
    ['H1 FY26', '2026-01-01 2026-07-01 quarter'],
    ['last fiscal quarter', '2026-07-01 2026-10-01 quarter'],
    ['FYTD', '2026-01-01 2027-01-01 year'],
  ],
};

describe.each(Object.entries(FACTS))('%s', (_name, facts) => {
  test.each(facts)('%s is %s', (words, stretch) => {
    expect(stretchOf(words)).toBe(stretch);
  });
});

test.each([['H3 FY26', 'There is no “H3 FY26”.']])('%s is refused: %s', (words, message) => {
  expect(stretchOf(words)).toBe(message);
});

test.each(['working on it', 'FYI', 'fiscal policy', 'business as usual'])('%s is not a date', (words) => {
  expect(stretchOf(words)).toBeNull();
});

test.each([
  [4, 'FY26', '2025-04-01 2026-04-01 year'],
  [4, 'this fiscal year', '2026-04-01 2027-04-01 year'],
  [4, 'last fiscal year', '2025-04-01 2026-04-01 year'],
  [4, 'Q1 FY27', '2026-04-01 2026-07-01 quarter'],
  [4, 'last fiscal quarter', '2026-07-01 2026-10-01 quarter'],
  [7, 'FY27 H1', '2026-07-01 2027-01-01 quarter'],
  [10, 'this fiscal quarter', '2026-10-01 2027-01-01 quarter'],
  [11, 'fytd', '2026-11-01 2027-11-01 year'],
  [12, 'this fiscal year', '2025-12-01 2026-12-01 year'],
])('where a fiscal year begins in month %d, %s is %s', (yearStart, words, stretch) => {
  expect(stretchOf(words, { ...CONTEXT, yearStart })).toBe(stretch);
});
