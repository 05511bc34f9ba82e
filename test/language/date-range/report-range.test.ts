import { expect, test } from '@jest/globals';
import { contextAt, rangeOf } from '../context.ts';

test('a range that goes on ends at the second that has begun', () => {
  expect(rangeOf('this week', contextAt('2026-11-18T10:00:00.900+01:00', 'Europe/Warsaw'))).toEqual({
    start: Date.parse('2026-11-16T00:00:00+01:00'),
    end: Date.parse('2026-11-18T10:00:00+01:00'),
    zone: 'Europe/Warsaw',
    label: 'this week',
    granularity: 'week',
    partial: true,
  });
});

test('a day that begins this very moment has its first second', () => {
  const midnight = Date.parse('2026-11-18T00:00:00+01:00');
  const range = { zone: 'Europe/Warsaw', label: 'today', granularity: 'day', partial: true, start: midnight, end: midnight + 1000 };
  expect(rangeOf('today', contextAt('2026-11-18T00:00:00+01:00', 'Europe/Warsaw'))).toEqual(range);
  expect(rangeOf('today', contextAt('2026-11-18T00:00:00.400+01:00', 'Europe/Warsaw'))).toEqual(range);
});

test('a range that has ended is not cut, also when it ended this very moment', () => {
  expect(rangeOf('yesterday', contextAt('2026-11-18T00:00:00+01:00', 'Europe/Warsaw'))).toEqual({
    start: Date.parse('2026-11-17T00:00:00+01:00'),
    end: Date.parse('2026-11-18T00:00:00+01:00'),
    zone: 'Europe/Warsaw',
    label: 'yesterday',
    granularity: 'day',
    partial: false,
  });
});

test.each([
  ['LAST WEEK', 'last week'],
  ['on or after 1 oct', 'on or after 1 Oct'],
  ['on and after 1 oct', 'on and after 1 Oct'],
  ["february's", 'February'],
  ['last 2 weeks’', 'last 2 weeks'],
  ["oct.'s", 'Oct'],
  ['on monday', 'Monday'],
  ['the last week', 'last week'],
  ['the month', 'the month'],
  ['OCTOBER', 'October'],
  ['oct 1 to oct 15', 'Oct 1 to Oct 15'],
  ['q3 2025', 'Q3 2025'],
  ['2026-w45', '2026-W45'],
  ['cw 45', 'CW 45'],
  ['mtd', 'MTD'],
  ['Since MONDAY', 'since Monday'],
])('%s is tidied to %s', (words, label) => {
  expect(rangeOf(words)).toMatchObject({ label });
});
