import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CONTEXT, contextAt, stretchOf } from '../../context.ts';

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
    ['FYTD', '2026-01-01 2026-11-19 year'],
    ['fiscal year', '2026-01-01 2027-01-01 year'],
    ['fiscal q2', '2026-04-01 2026-07-01 quarter'],
    ['calendar Q1', '2026-01-01 2026-04-01 quarter'],
    ['last half', '2026-01-01 2026-07-01 quarter'],
    ['this half', '2026-07-01 2027-01-01 quarter'],
    ['last half year', '2026-01-01 2026-07-01 quarter'],
    ['FY26/27', '2026-01-01 2027-01-01 year'],
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
  [4, 'FY26/27', '2026-04-01 2027-04-01 year'],
  [4, 'Q2 FY2026/2027', '2026-07-01 2026-10-01 quarter'],
  [4, 'fiscal year to date', '2026-04-01 2026-11-19 year'],
  [4, 'this financial year so far', '2026-04-01 2026-11-19 year'],
  [11, 'fytd', '2026-11-01 2026-11-19 year'],
  [12, 'this fiscal year', '2025-12-01 2026-12-01 year'],
  [4, 'fiscal year', '2026-04-01 2027-04-01 year'],
  [4, 'fiscal q2', '2026-07-01 2026-10-01 quarter'],
  [4, 'fiscal q4', '2026-01-01 2026-04-01 quarter'],
  [4, 'fiscal H1 2026', '2025-04-01 2025-10-01 quarter'],
  [4, 'calendar q1', '2026-01-01 2026-04-01 quarter'],
  [4, 'calendar q1 to q2', '2026-01-01 2026-07-01 quarter'],
  [4, 'last half', '2026-04-01 2026-10-01 quarter'],
  [2, 'last half', '2026-02-01 2026-08-01 quarter'],
  [2, 'last calendar half', '2026-01-01 2026-07-01 quarter'],
  [2, 'this fiscal half', '2026-08-01 2027-02-01 quarter'],
  [4, 'Q1 to Q2', '2026-04-01 2026-10-01 quarter'],
  [4, 'Q1 to Q2 FY26', '2025-04-01 2025-10-01 quarter'],
  [4, 'Q1 to today', '2026-04-01 2026-11-19 quarter'],
])('where a fiscal year begins in month %d, %s is %s', (yearStart, words, stretch) => {
  expect(stretchOf(words, { ...CONTEXT, yearStart })).toBe(stretch);
});

test('a year beside one quarter says that the other is of the calendar too, whenever fiscal years begin', () => {
  const yearStarts = fc.integer({ min: 1, max: 12 });
  const numbers = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(yearStarts, numbers, numbers, (yearStart, one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const quarters = [`Q${first} to Q${last} 2025`, `Q${first} 2025 to Q${last}`, `calendar Q${first} 2025 to Q${last}`];
      const inJanuary = stretchOf(`Q${first} 2025 to Q${last} 2025`);
      expect(quarters.map((words) => stretchOf(words, { ...CONTEXT, yearStart }))).toEqual(quarters.map(() => inJanuary));
    }),
  );
});

test('on a Sunday that begins a week, the working week is the one that began last', () => {
  const sunday = contextAt('2026-11-22T12:00:00+01:00', 'Europe/Warsaw', { weekStart: 'sunday' });
  expect(['working week', 'last working week', 'this working week'].map((words) => stretchOf(words, sunday))).toEqual([
    '2026-11-16 2026-11-21 day',
    '2026-11-16 2026-11-21 day',
    '2026-11-23 2026-11-28 day',
  ]);
});
