import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closedRange } from '../../src/livechat/closed-range.ts';
import { pieces } from '../../src/livechat/pieces.ts';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { type DateRange, Temporal, zoned } from '../../src/model/time.ts';
import { between } from './support/question.ts';

function asked(range: DateRange, version: ApiVersion): string[] {
  return pieces(range, version)
    .map((piece) => closedRange(piece, version))
    .map(({ from, to }) => `${from} … ${to}`);
}

describe('the pieces of a range in v3.2, which knows no time zone', () => {
  test.each<[string, DateRange, string[]]>([
    ['no change of the clocks: one', between('2026-11-09', '2026-11-16'), ['2026-11-09T00:00:00+01:00 … 2026-11-15T23:59:59+01:00']],
    [
      'the autumn week of Warsaw: two',
      between('2026-10-19', '2026-10-26'),
      ['2026-10-19T00:00:00+02:00 … 2026-10-25T02:59:59+02:00', '2026-10-25T02:00:00+01:00 … 2026-10-25T23:59:59+01:00'],
    ],
    [
      'the spring day of New York: two',
      between('2026-03-08', '2026-03-09', 'America/New_York'),
      ['2026-03-08T00:00:00-05:00 … 2026-03-08T01:59:59-05:00', '2026-03-08T03:00:00-04:00 … 2026-03-08T23:59:59-04:00'],
    ],
    [
      'Lord Howe, whose clocks move by half an hour: two',
      between('2026-04-05', '2026-04-06', 'Australia/Lord_Howe'),
      ['2026-04-05T00:00:00+11:00 … 2026-04-05T01:59:59+11:00', '2026-04-05T01:30:00+10:30 … 2026-04-05T23:59:59+10:30'],
    ],
    [
      'Casablanca around Ramadan: three',
      between('2026-01-01', '2026-04-01', 'Africa/Casablanca'),
      [
        '2026-01-01T00:00:00+01:00 … 2026-02-15T02:59:59+01:00',
        '2026-02-15T02:00:00+00:00 … 2026-03-22T01:59:59+00:00',
        '2026-03-22T03:00:00+01:00 … 2026-03-31T23:59:59+01:00',
      ],
    ],
    [
      'a range that ends as the clocks change: one',
      between('2026-10-01', '2026-10-25T02:00', 'Europe/Warsaw'),
      ['2026-10-01T00:00:00+02:00 … 2026-10-25T01:59:59+02:00'],
    ],
    [
      'a zone whose clocks never change: one, however long',
      between('2023-01-01', '2026-01-01', 'Asia/Tokyo'),
      ['2023-01-01T00:00:00+09:00 … 2025-12-31T23:59:59+09:00'],
    ],
    ['UTC: one', between('2024-01-01', '2026-01-01', 'UTC'), ['2024-01-01T00:00:00+00:00 … 2025-12-31T23:59:59+00:00']],
  ])('%s', (_, range, expected) => {
    expect(asked(range, '3.2')).toEqual(expected);
  });

  test('three years of Warsaw are seven', () => {
    expect(asked(between('2023-11-22', '2026-11-22'), '3.2')).toHaveLength(7);
  });
});

test.each(['3.3', '3.4', '3.6'] as const)('v%s names the time zone, so it is asked once', (version) => {
  expect(pieces(between('2023-11-22', '2026-11-22'), version)).toHaveLength(1);
});

describe('a range that ends now', () => {
  const now = { ...between('2026-11-22', '2026-11-22T12:00'), partial: true };
  test.each<[string, ApiVersion, number, string]>([
    ['between two seconds: up to the whole second that has begun', '3.2', 400, '2026-11-22T12:00:00+01:00'],
    ['on a whole second: up to the one before', '3.2', 0, '2026-11-22T11:59:59+01:00'],
    ['between two seconds, in a version with fractions: up to the last microsecond', '3.6', 400, '2026-11-22T12:00:00.399999+01:00'],
    ['on a whole second, in a version with fractions', '3.6', 0, '2026-11-22T11:59:59.999999+01:00'],
  ])('%s', (_, version, fraction, to) => {
    expect(asked({ ...now, end: now.end + fraction }, version)).toEqual([`2026-11-22T00:00:00+01:00 … ${to}`]);
  });

  test.each(['3.2', '3.3', '3.4'] as const)('at midnight is asked as its first instant in v%s', (version) => {
    const midnight = between('2026-11-22', '2026-11-22');
    expect(asked(midnight, version)).toEqual(['2026-11-22T00:00:00+01:00 … 2026-11-22T00:00:00+01:00']);
  });
});

const zone = fc.constantFrom(
  ...['Europe/Warsaw', 'America/New_York', 'America/St_Johns', 'America/Sao_Paulo', 'Africa/Casablanca', 'Africa/Cairo'],
  ...['Asia/Tokyo', 'Asia/Gaza', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham', 'Antarctica/Troll', 'UTC'],
);
const anyRange = fc
  .record({
    zone,
    start: fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2026, 0) }),
    length: fc.integer({ min: 1_000, max: 3 * 366 * 86_400_000 }),
  })
  .map(({ start, length, ...rest }): DateRange => ({ ...between('2026-01-01', '2026-01-02'), ...rest, start, end: start + length }));

test('the pieces are the whole seconds of the range, each once, and each piece keeps one offset', () => {
  fc.assert(
    fc.property(anyRange, (range) => {
      const ends = pieces(range, '3.2').map((piece) => closedRange(piece, '3.2'));
      const seconds = ends.map(({ from, to }) => [from, to].map((end) => Temporal.Instant.from(end).epochMilliseconds));
      const borders = seconds.flatMap(([from = 0, to = 0]) => [from, to + 1_000]);

      expect({ first: borders.at(0), last: borders.at(-1) }).toEqual({
        first: Math.ceil(range.start / 1_000) * 1_000,
        last: Math.ceil(range.end / 1_000) * 1_000,
      });
      expect(borders.slice(1, -1).filter((_, index) => index % 2 === 0)).toEqual(
        borders.slice(1, -1).filter((_, index) => index % 2 === 1),
      );
      for (const [from = 0, to = 0] of seconds) {
        expect(from).toBeLessThanOrEqual(to);
        expect(changesBetween(from, to, range.zone)).toEqual([]);
      }
    }),
  );
});

/** Looked for by another road: the offset of every sixth hour. */
function changesBetween(from: number, to: number, name: string): number[] {
  const offset = zoned(from, name).offsetNanoseconds;
  const instants = Array.from({ length: Math.ceil((to - from) / 21_600_000) }, (_, index) => from + index * 21_600_000);
  return [...instants, to].filter((instant) => zoned(instant, name).offsetNanoseconds !== offset);
}
