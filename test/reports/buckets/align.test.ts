import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Table } from '../../../src/model/result.ts';
import { align } from '../../../src/reports/buckets/align.ts';

/** `key label value` */
function table(rowLabel: string, ...rows: readonly (readonly [key: string, label: string, value: number])[]): Table {
  return {
    rowLabel,
    columns: [{ key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } }],
    rows: rows.map(([key, label, value]) => ({ key, label, values: [value] })),
  };
}

const beside = (one: Table, other: Table) => {
  const both = align(one, other);
  return both.table.rows.map(({ label, values }, index) => [label, values[0], both.baseline.rows[index]?.values[0]]);
};

describe('two tables', () => {
  test('stand first with first, and the longer one decides how many rows there are', () => {
    const now = table('Day', ['2026-02-01', 'Sun 1 Feb', 5], ['2026-02-02', 'Mon 2 Feb', 6]);
    const before = table('Day', ['2026-01-01', 'Thu 1 Jan', 1], ['2026-01-02', 'Fri 2 Jan', 2], ['2026-01-03', 'Sat 3 Jan', 3]);
    expect([beside(now, before), beside(before, now)]).toEqual([
      [
        ['Sun 1 Feb', 5, 1],
        ['Mon 2 Feb', 6, 2],
        ['Sat 3 Jan', null, 3],
      ],
      [
        ['Thu 1 Jan', 1, 5],
        ['Fri 2 Jan', 2, 6],
        ['Sat 3 Jan', 3, null],
      ],
    ]);
  });

  test('of weekdays stand by their weekdays', () => {
    const now = table('Weekday', ['tuesday', 'Tuesday', 5]);
    const before = table('Weekday', ['monday', 'Monday', 1], ['tuesday', 'Tuesday', 2]);
    expect([beside(now, before), beside(before, now)]).toEqual([
      [
        ['Monday', null, 1],
        ['Tuesday', 5, 2],
      ],
      [
        ['Monday', 1, null],
        ['Tuesday', 2, 5],
      ],
    ]);
  });

  test('of the hours of a day stand by their hours, also where one of the days has an hour less', () => {
    const now = table('Hour', ['2026-03-29 01:00', '01:00', 5], ['2026-03-29 03:00', '03:00', 6]);
    const before = table('Hour', ['2026-03-28 01:00', '01:00', 1], ['2026-03-28 02:00', '02:00', 2], ['2026-03-28 03:00', '03:00', 3]);
    expect(beside(now, before)).toEqual([
      ['01:00', 5, 1],
      ['02:00', null, 2],
      ['03:00', 6, 3],
    ]);
  });

  test('lose no number, and are of one length', () => {
    const key = fc.constantFrom('2026-11-09', '2026-11-10', 'monday', 'tuesday', '09:00', '2026-11-09 09:00', 'CW 46');
    const rows = fc.uniqueArray(fc.tuple(key, fc.nat(9)), { selector: ([name]) => name });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const [now, before] = [one, other].map((each) => table('Day', ...each.map(([name, value]) => [name, name, value + 1] as const)));
        if (!now || !before) throw new Error('There are two.');
        const both = align(now, before);
        const numbers = ({ rows: all }: Table) => all.flatMap(({ values }) => values.filter((value) => value !== null)).sort();
        expect([both.table, both.baseline].map(numbers)).toEqual([now, before].map(numbers));
        expect(both.table.rows.length).toBe(both.baseline.rows.length);
      }),
    );
  });
});
