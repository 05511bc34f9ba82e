import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Column } from '../../../src/model/result.ts';
import { totals } from '../../../src/reports/buckets/combine.ts';
import type { Buckets } from '../../../src/reports/buckets/records.ts';
import { bucketTable } from '../../../src/reports/buckets/table.ts';
import type { AskedQuery } from '../../../src/reports/report.ts';
import { ALL_DISTRIBUTIONS, query, range, rowsOf } from '../given.ts';

const COLUMNS: readonly Column[] = [
  { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } },
  { key: 'time', label: 'Time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } },
];

const bucketsOf = (records: Record<string, Record<string, number>>): Buckets =>
  new Map(Object.entries(records).map(([key, fields]) => [key, new Map(Object.entries(fields))]));
const tableOf = (records: Record<string, Record<string, number>>, rest: Partial<AskedQuery>) =>
  bucketTable({ buckets: bucketsOf(records), columns: COLUMNS, query: query(rest) });

describe('the table of a range', () => {
  test('has every day of it, with 0 for a missing count and no data for a missing mean', () => {
    const { table } = tableOf(
      { '2026-11-10': { chats: 3, time: 60 }, '2026-11-11': {} },
      { range: range('2026-11-09T00:00', '2026-11-12T00:00') },
    );
    expect(table).toEqual({
      rowLabel: 'Day',
      columns: COLUMNS,
      rows: [
        { key: '2026-11-09', label: 'Mon 9 Nov', values: [0, null] },
        { key: '2026-11-10', label: 'Tue 10 Nov', values: [3, 60] },
        { key: '2026-11-11', label: 'Wed 11 Nov', values: [0, null] },
      ],
    });
  });

  test('weeks are added up from days, means by their chats', () => {
    const days = { '2026-11-09': { chats: 1, time: 100 }, '2026-11-15': { chats: 3, time: 200 }, '2026-11-16': { chats: 5, time: 50 } };
    const { table } = tableOf(days, { distribution: 'week', range: range('2026-11-09T00:00', '2026-11-18T00:00') });
    expect(rowsOf({ table })).toEqual([
      ['9–15 Nov', 4, 175],
      ['16–17 Nov', 5, 50],
    ]);
  });

  test('a mean without a chat is no data', () => {
    const { table } = tableOf(
      { '2026-11-09': { chats: 0, time: 60 }, '2026-11-10': { time: 60 } },
      { range: range('2026-11-09T00:00', '2026-11-11T00:00') },
    );
    expect(rowsOf({ table })).toEqual([
      ['Mon 9 Nov', 0, null],
      ['Tue 10 Nov', 0, null],
    ]);
  });

  test('the hour that the clocks repeat is one row', () => {
    const records = { '2026-10-25T02:00:00+02:00': { chats: 1, time: 10 }, '2026-10-25T02:00:00+01:00': { chats: 3, time: 20 } };
    const night = range('2026-10-25T02:00', '2026-10-25T03:00');
    const { table } = tableOf(records, { distribution: 'hour', countedBy: 'hour', range: night });
    expect(rowsOf({ table })).toEqual([['02:00', 4, 17.5]]);
  });

  test('unknown keys are shown as they came, after the others; empty ones are not', () => {
    const records = {
      'CW 46': { chats: 2 },
      '2026-11-09': { chats: 1 },
      '2027-01-01': { chats: 4, time: 7 },
      '2027-01-02': {},
      x: { chats: 0 },
    };
    const { table, caveats } = tableOf(records, { range: range('2026-11-09T00:00', '2026-11-10T00:00') });
    expect(caveats).toEqual(['LiveChat also sent numbers for “CW 46” and “2027-01-01”, which is not asked. They are counted in.']);
    expect(table.rows).toEqual([
      { key: '2026-11-09', label: 'Mon 9 Nov', values: [1, null] },
      { key: 'CW 46', label: 'CW 46', values: [2, null] },
      { key: '2027-01-01', label: '2027-01-01', values: [4, 7] },
    ]);
  });

  test('no chat is lost or counted twice, whatever the keys and however they are added up', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`);
    const records = fc.dictionary(fc.oneof(day, day, fc.string()), fc.record({ chats: fc.nat(10_000), time: fc.nat(10_000) }));
    fc.assert(
      fc.property(records, fc.constantFrom(...ALL_DISTRIBUTIONS.slice(2)), (days, distribution) => {
        const [chats, time] = totals(tableOf(days, { distribution }).table);
        const all = Object.values(days);
        const sum = all.reduce((total, bucket) => total + bucket.chats, 0);
        const weighted = all.reduce((total, bucket) => total + bucket.chats * bucket.time, 0);
        expect(chats).toBe(sum);
        if (sum === 0) expect(time).toBeNull();
        else expect(time).toBeCloseTo(weighted / sum, 6);
      }),
    );
  });
});
