import { describe, expect, test } from '@jest/globals';
import { stretchOf } from '../../context.ts';

const FACTS: Record<string, readonly (readonly [words: string, stretch: string])[]> = {
  'so long from a date, and so far away from one': [
    ['3 days from 1 nov', '2026-11-01 2026-11-04 day'],
    ['for 3 days from 1 nov', '2026-11-01 2026-11-04 day'],
    ['2 weeks starting may 20', '2026-05-20 2026-06-03 day'],
    ['from 1 nov for 3 days', '2026-11-01 2026-11-04 day'],
    ['10 days from last monday', '2026-11-16 2026-11-26 day'],
    ['3 days after 1 nov', '2026-11-04 2026-11-05 day'],
    ['3 days following 1 nov', '2026-11-02 2026-11-05 day'],
    ['3 days before 9 nov', '2026-11-06 2026-11-07 day'],
    ['2 weeks before 9 nov', '2026-10-26 2026-10-27 day'],
    ['a month before 15 oct', '2026-09-15 2026-09-16 day'],
    ['1 year 2 months and 3 days before 9 nov', '2025-09-06 2025-09-07 day'],
    ['4 business days after 1 oct', '2026-10-07 2026-10-08 day'],
    ['2 business days before 9 nov', '2026-11-05 2026-11-06 day'],
    ['5 hours from yesterday', '2026-11-17 2026-11-17T05:00 hour'],
  ],
  'from now on': [
    ['within 5 days', '2026-11-18 2026-11-23 day'],
    ['in the next 3 hours', '2026-11-18T10:00 2026-11-18T13:00 hour'],
    ['within an hour', '2026-11-18T10:00 2026-11-18T11:00 hour'],
  ],
  'so long ago': [
    ['2 days ago', '2026-11-16 2026-11-17 day'],
    ['3 months ago', '2026-08-01 2026-09-01 month'],
    ['friday two weeks ago', '2026-11-06 2026-11-07 day'],
    ['two weekends ago', '2026-11-07 2026-11-09 day'],
    ['weekend of 31 october', '2026-10-31 2026-11-02 day'],
    ['from last monday to last friday', '2026-11-09 2026-11-14 day'],
    ['2 thursdays ago', '2026-11-05 2026-11-06 day'],
    ['1 month 21 days ago', '2026-09-27 2026-09-28 day'],
    ['a fortnight ago', '2026-11-04 2026-11-05 day'],
    ['3 quarters ago', '2026-01-01 2026-04-01 quarter'],
  ],
  'counted units': [
    ['next 7 days', '2026-11-19 2026-11-26 day'],
    ['next 2 weeks', '2026-11-23 2026-12-07 week'],
    ['3 next weeks', '2026-11-23 2026-12-14 week'],
    ['last fortnight', '2026-11-02 2026-11-16 week'],
    ['last 90 minutes', '2026-11-18T08:30 2026-11-18T10:00 minute'],
  ],
};

describe.each(Object.entries(FACTS))('%s', (_name, facts) => {
  test.each(facts)('%s is %s', (words, stretch) => {
    expect(stretchOf(words)).toBe(stretch);
  });
});

test.each([['3 days from 30 feb', 'There is no 30 February.']])('%s is refused: %s', (words, message) => {
  expect(stretchOf(words)).toBe(message);
});

test.each(['3 days', 'for 3 days', 'within reason', 'days from 1 nov', '3 days to go', '5 ago'])('%s is not a date', (words) => {
  expect(stretchOf(words)).toBeNull();
});
