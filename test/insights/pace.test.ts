import { expect, test } from '@jest/globals';
import { unlikeLengths } from '../../src/insights/pace.ts';
import { range } from '../reports/given.ts';

const OCTOBER = range('2026-10-01T00:00', '2026-11-01T00:00');
const SEPTEMBER = range('2026-09-01T00:00', '2026-10-01T00:00');
const FEBRUARY = range('2026-02-01T00:00', '2026-03-01T00:00');
const WEEK = range('2026-11-09T00:00', '2026-11-16T00:00');
const WEEKDAYS = { days: [1, 2, 3, 4, 5] };

test('a month is as good as equal to one with a day less, whatever the clocks did in it', () => {
  expect(unlikeLengths(OCTOBER, SEPTEMBER)).toBeNull();
});

test('unlike lengths are told in days of what is asked for', () => {
  expect([
    unlikeLengths(OCTOBER, FEBRUARY),
    unlikeLengths(WEEK, OCTOBER),
    unlikeLengths({ ...OCTOBER, only: WEEKDAYS }, { ...OCTOBER, only: { days: [6, 7] } }),
    unlikeLengths({ ...WEEK, only: WEEKDAYS }, WEEK),
    unlikeLengths({ ...WEEK, only: { hours: { from: 9, to: 21 } } }, WEEK),
  ]).toEqual([
    { unit: 'day', now: 31, before: 28 },
    { unit: 'day', now: 7, before: 31 },
    { unit: 'day', now: 22, before: 9 },
    { unit: 'day', now: 5, before: 7 },
    { unit: 'day', now: 3.5, before: 7 },
  ]);
});

test('beside less than a day hours are counted', () => {
  expect(unlikeLengths(range('2026-11-17T09:00', '2026-11-17T17:00'), WEEK)).toEqual({ unit: 'hour', now: 8, before: 168 });
});

test('times of the same length have nothing to tell, also where both have only begun', () => {
  const [today, yesterday] = [range('2026-11-18T00:00', '2026-11-18T10:20'), range('2026-11-17T00:00', '2026-11-17T10:20')];
  expect([unlikeLengths(today, yesterday), unlikeLengths(WEEK, range('2025-11-10T00:00', '2025-11-17T00:00'))]).toEqual([null, null]);
});
