import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from '../../../src/model/time.ts';
import { createCalendar, fillsLast } from '../../../src/reports/buckets/calendar.ts';
import { ALL_DISTRIBUTIONS, instant, query, range } from '../given.ts';

const rows = (rest: Parameters<typeof query>[0]) => createCalendar(query(rest)).rows.map(({ key, label }) => `${key} → ${label}`);
const november = range('2026-11-01T00:00', '2026-12-01T00:00');

describe('the rows of a range', () => {
  test('days', () => {
    expect(rows({ range: range('2026-11-09T00:00', '2026-11-11T00:00') })).toEqual(['2026-11-09 → Mon 9 Nov', '2026-11-10 → Tue 10 Nov']);
  });

  test('hours say their day where there are several', () => {
    const distribution = 'hour';
    expect(rows({ distribution, range: range('2026-11-09T14:00', '2026-11-09T16:00') })).toEqual([
      '2026-11-09 14:00 → 14:00',
      '2026-11-09 15:00 → 15:00',
    ]);
    expect(rows({ distribution, range: range('2026-11-09T23:00', '2026-11-10T01:00') })).toEqual([
      '2026-11-09 23:00 → Mon 9 Nov 23:00',
      '2026-11-10 00:00 → Tue 10 Nov 00:00',
    ]);
  });

  test('hours of the day are those that the range touches, from midnight on', () => {
    const distribution = 'day-hours';
    expect(rows({ distribution, range: range('2026-11-09T22:00', '2026-11-10T01:30') })).toEqual([
      '00:00 → 00:00',
      '01:00 → 01:00',
      '22:00 → 22:00',
      '23:00 → 23:00',
    ]);
    expect(rows({ distribution })).toHaveLength(24);
  });

  test('weeks that the range cuts are called by the days inside it', () => {
    expect(rows({ distribution: 'week', range: november })).toEqual([
      '2026-10-26 → 1 Nov',
      '2026-11-02 → 2–8 Nov',
      '2026-11-09 → 9–15 Nov',
      '2026-11-16 → 16–22 Nov',
      '2026-11-23 → 23–29 Nov',
      '2026-11-30 → 30 Nov',
    ]);
  });

  test('weeks begin when the asker’s do', () => {
    expect(rows({ distribution: 'week', weekStart: 'sunday' })).toEqual(['2026-11-08 → 9–14 Nov', '2026-11-15 → 15 Nov']);
  });

  test('weekdays stand in the order of the asker’s week, those that the range touches', () => {
    const distribution = 'weekday';
    expect(rows({ distribution, weekStart: 'saturday', range: november })).toEqual([
      'saturday → Saturday',
      'sunday → Sunday',
      'monday → Monday',
      'tuesday → Tuesday',
      'wednesday → Wednesday',
      'thursday → Thursday',
      'friday → Friday',
    ]);
    expect(rows({ distribution, range: range('2026-11-13T00:00', '2026-11-16T00:00') })).toEqual([
      'friday → Friday',
      'saturday → Saturday',
      'sunday → Sunday',
    ]);
  });

  test('months and years', () => {
    const winter = range('2026-11-15T00:00', '2027-01-15T00:00');
    expect(rows({ distribution: 'month', range: winter })).toEqual(['2026-11 → Nov 2026', '2026-12 → Dec 2026', '2027-01 → Jan 2027']);
    expect(rows({ distribution: 'year', range: winter })).toEqual(['2026 → 2026', '2027 → 2027']);
  });

  test('in more than a year, days and weeks say which', () => {
    const long = range('2025-11-09T00:00', '2026-11-10T00:00');
    expect([rows({ range: long }).at(-1), rows({ distribution: 'week', range: long }).at(-1)]).toEqual([
      '2026-11-09 → Mon 9 Nov 2026',
      '2026-11-09 → 9 Nov 2026',
    ]);
  });

  test('the day the clocks go forward has 23 hours, the day they go back has each hour once', () => {
    const hours = (day: string) =>
      createCalendar(
        query({ distribution: 'hour', range: range(`${day}T00:00`, `${Temporal.PlainDate.from(day).add({ days: 1 })}T00:00`) }),
      ).rows.map(({ label }) => label);
    expect(hours('2026-03-29').slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(hours('2026-10-25')).toHaveLength(24);
  });

  test('a day without a midnight is a day like any other', () => {
    const zone = 'America/Santiago';
    expect(rows({ range: range('2026-09-05T00:00', '2026-09-08T00:00', { zone }) })).toEqual([
      '2026-09-05 → Sat 5 Sep',
      '2026-09-06 → Sun 6 Sep',
      '2026-09-07 → Mon 7 Sep',
    ]);
  });

  test('every moment of a range has a row in it, and every row is there once', () => {
    const zones = fc.constantFrom('Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Santiago', 'UTC');
    const hour = 3_600_000;
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 40 * 24 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom(...ALL_DISTRIBUTIONS),
        (zone, offset, length, share, distribution) => {
          const start = instant('2025-01-01T00:00', zone) + offset * hour;
          const asked = query({ distribution, range: { ...november, zone, start, end: start + length * hour } });
          const calendar = createCalendar(asked);
          const moment = Temporal.Instant.fromEpochMilliseconds(Math.floor(start + share * length * hour)).toZonedDateTimeISO(zone);
          const keys = calendar.rows.map(({ key }) => key);
          expect(keys).toContain(calendar.rowAt(moment.toPlainDateTime()).key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what a range is narrowed to', () => {
  test('has rows of its own only', () => {
    const nights = { hours: { from: 22, to: 1 } };
    const two = range('2026-11-09T00:00', '2026-11-11T00:00', { only: nights });
    expect([rows({ distribution: 'hour', range: two }), rows({ distribution: 'day-hours', range: two })]).toEqual([
      [
        '2026-11-09 00:00 → Mon 9 Nov 00:00',
        '2026-11-09 22:00 → Mon 9 Nov 22:00',
        '2026-11-09 23:00 → Mon 9 Nov 23:00',
        '2026-11-10 00:00 → Tue 10 Nov 00:00',
        '2026-11-10 22:00 → Tue 10 Nov 22:00',
        '2026-11-10 23:00 → Tue 10 Nov 23:00',
      ],
      ['00:00 → 00:00', '22:00 → 22:00', '23:00 → 23:00'],
    ]);
  });

  test('fills its last row only while it is one of its parts', () => {
    const until = (end: string) => query({ range: range('2026-11-16T00:00', end, { partial: true, only: { days: [1, 2, 3, 4, 5] } }) });
    expect([fillsLast(until('2026-11-20T14:00')), fillsLast(until('2026-11-22T14:00'))]).toEqual([true, false]);
  });
});
