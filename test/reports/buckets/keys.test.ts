import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { API_DISTRIBUTIONS, type ApiDistribution } from '../../../src/model/query.ts';
import { wallTime } from '../../../src/reports/buckets/keys.ts';
import { range, WEEK } from '../given.ts';

const read = (raw: string, countedBy: ApiDistribution, over = WEEK) =>
  wallTime(raw, countedBy, over)?.toString({ smallestUnit: 'minute' }) ?? null;

describe('the keys of buckets', () => {
  test.each<[ApiDistribution, string, readonly string[]]>([
    ['day', '2026-11-09T00:00', ['2026-11-09', '2026-11-09T00:00:00+01:00', '2026-11-09 00:00']],
    [
      'hour',
      '2026-11-09T14:00',
      ['2026-11-09 14', '2026-11-09 14:00', '2026-11-09 14:00:00', '2026-11-09T14:00', '2026-11-09T14:00:00+01:00', '2026-11-09T13:00:00Z'],
    ],
    ['day-hours', '2000-01-01T09:00', ['09:00', '09', '9', '9:00:00']],
    ['month', '2026-11-01T00:00', ['2026-11', '2026-11-01']],
    ['year', '2026-01-01T00:00', ['2026', '2026-01', '2026-01-01']],
  ])('of %s mean %s in every spelling', (countedBy, wall, spellings) => {
    expect(spellings.map((raw) => read(raw, countedBy))).toEqual(spellings.map(() => wall));
  });

  test('an hour alone is one of the only day, and of no day in a longer range', () => {
    const monday = range('2026-11-09T00:00', '2026-11-10T00:00');
    expect([read('14:00', 'hour', monday), read('14:00', 'hour')]).toEqual(['2026-11-09T14:00', null]);
  });

  test('what is no key, or no date, is not known', () => {
    const strange = ['', 'Monday', '2026-13-01', '2026-02-30', '2026-11-09 25:00', '2026-11', '20261109', '__proto__', ':total:'];
    expect(strange.map((raw) => read(raw, 'day'))).toEqual(strange.map(() => null));
    expect(['24:00', '99', '1234', '-1', '9.5'].map((raw) => read(raw, 'day-hours'))).toEqual([null, null, null, null, null]);
  });

  test('any text whatever is read or not known', () => {
    const digits = fc.stringMatching(/^\d{1,4}(-\d{1,2}){0,2}([ T]\d{1,2}(:\d{1,2}){0,2}(Z|[+-]\d\d:\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), fc.constantFrom(...API_DISTRIBUTIONS), (raw, countedBy) => {
        wallTime(raw, countedBy, WEEK);
      }),
    );
  });
});
