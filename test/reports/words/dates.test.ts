import { describe, expect, test } from '@jest/globals';
import { type Only, Temporal } from '../../../src/model/time.ts';
import { daysInWords, rangeInWords, when } from '../../../src/reports/words/dates.ts';
import { range, WEEK } from '../given.ts';

describe('a range in words', () => {
  test.each([
    ['2026-11-09T00:00', '2026-11-16T00:00', 'Mon 9 – Sun 15 Nov 2026'],
    ['2026-11-09T00:00', '2026-11-10T00:00', 'Mon 9 Nov 2026'],
    ['2026-10-26T00:00', '2026-11-02T00:00', 'Mon 26 Oct – Sun 1 Nov 2026'],
    ['2026-12-28T00:00', '2027-01-04T00:00', 'Mon 28 Dec 2026 – Sun 3 Jan 2027'],
    ['2026-11-09T14:00', '2026-11-09T16:00', 'Mon 9 Nov 2026, 14:00–16:00'],
    ['2026-11-09T18:00', '2026-11-10T00:00', 'Mon 9 Nov 2026, 18:00–24:00'],
    ['2026-11-09T14:00', '2026-11-10T09:30', 'Mon 9 Nov 14:00 – Tue 10 Nov 2026 09:30'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(rangeInWords(range(from, to))).toBe(words);
  });

  test('one that reaches to now says until when', () => {
    const partial = true;
    expect([
      rangeInWords(range('2026-11-16T00:00', '2026-11-18T14:05', { partial })),
      rangeInWords(range('2026-11-18T00:00', '2026-11-18T14:05', { partial })),
      rangeInWords(range('2026-11-18T12:00', '2026-11-18T14:05', { partial })),
    ]).toEqual(['Mon 16 – Wed 18 Nov 2026, until 14:05', 'Wed 18 Nov 2026, until 14:05', 'Wed 18 Nov 2026, 12:00–14:05']);
  });
});

describe('a narrowed range', () => {
  const october = (only: Only) => range('2026-10-01T00:00', '2026-11-01T00:00', { label: 'parts of october', only });

  test.each<[Only, string, string]>([
    [{ days: [1, 2, 3, 4, 5] }, 'Mon–Fri', 'on weekdays'],
    [{ days: [7, 6] }, 'Sat–Sun', 'on weekends'],
    [{ days: [1] }, 'Mon', 'on Mondays'],
    [{ days: [1, 3, 5] }, 'Mon, Wed and Fri', 'on Mondays, Wednesdays and Fridays'],
    [{ hours: { from: 22, to: 6 } }, '22:00–06:00', 'between 22:00 and 06:00'],
    [{ hours: { from: 18, to: 24 } }, '18:00–24:00', 'between 18:00 and 24:00'],
    [{ days: [1, 2, 3, 4, 5], hours: { from: 9, to: 17 } }, 'Mon–Fri, 09:00–17:00', 'on weekdays between 09:00 and 17:00'],
  ])('to %j is said', (only, short, sentence) => {
    expect([rangeInWords(october(only)), when(october(only))]).toEqual([`Thu 1 – Sat 31 Oct 2026, ${short}`, `${sentence} in Oct 2026`]);
  });

  test('up to now says so', () => {
    const only = { hours: { from: 6, to: 12 } };
    const week = range('2026-11-16T00:00', '2026-11-18T14:05', { label: 'mornings this week', partial: true, only });
    expect([rangeInWords(week), when(week)]).toEqual([
      'Mon 16 – Wed 18 Nov 2026, until 14:05, 06:00–12:00',
      'between 06:00 and 12:00 from Mon 16 to Wed 18 Nov 2026 so far',
    ]);
  });
});

describe('when it was, at the end of a sentence', () => {
  test.each([
    ['last week', 'last week'],
    ['yesterday', 'yesterday'],
    ['last monday', 'last monday'],
    ['since Monday', 'since Monday'],
    ['last day', 'in the last day'],
    ['last 7 days', 'in the last 7 days'],
    ['past 30 days', 'in the past 30 days'],
    ['the last 2 weeks', 'in the last 2 weeks'],
    ['previous week', 'in the previous week'],
    ['2026-11-09..2026-11-15', 'from Mon 9 to Sun 15 Nov 2026'],
    ['CW 46', 'from Mon 9 to Sun 15 Nov 2026'],
    ['letzte woche', 'from Mon 9 to Sun 15 Nov 2026'],
  ])('%s is %s', (label, words) => {
    expect(when({ ...WEEK, label })).toBe(words);
  });

  test('one day is on it', () => {
    expect(when(range('2026-11-09T00:00', '2026-11-10T00:00', { label: '9 nov' }))).toBe('on Mon 9 Nov 2026');
  });

  test('a whole month or year is in it', () => {
    const labels: readonly (readonly [string, string, string])[] = [
      ['November', '2026-11-01T00:00', '2026-12-01T00:00'],
      ['2025', '2025-01-01T00:00', '2026-01-01T00:00'],
      ['Q3', '2026-07-01T00:00', '2026-10-01T00:00'],
    ];
    expect(labels.map(([label, from, to]) => when(range(from, to, { label })))).toEqual([
      'in Nov 2026',
      'in 2025',
      'from Wed 1 Jul to Wed 30 Sep 2026',
    ]);
  });

  test('what is not over is so far, once', () => {
    const labels = ['this week', 'today so far', 'since Monday', 'week to date'];
    expect(labels.map((label) => when(range('2026-11-16T00:00', '2026-11-18T14:05', { label, partial: true })))).toEqual([
      'this week so far',
      'today so far',
      'since Monday',
      'from Mon 16 to Wed 18 Nov 2026 so far',
    ]);
  });

  test('hours that are not over say when they began', () => {
    const label = 'today after 9am';
    expect(when(range('2026-11-18T09:00', '2026-11-18T14:05', { label, partial: true }))).toBe('since 09:00 on Wed 18 Nov 2026');
  });
});

test('days name their month once where they share it', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  expect([
    daysInWords(day('2026-11-09'), day('2026-11-15')),
    daysInWords(day('2026-11-30'), day('2026-12-06')),
    daysInWords(day('2026-11-01'), day('2026-11-01')),
  ]).toEqual(['9–15 Nov', '30 Nov – 6 Dec', '1 Nov']);
});
