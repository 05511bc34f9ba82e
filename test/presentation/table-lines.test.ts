import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Column, Table } from '../../src/model/result.ts';
import { widthOf } from '../../src/presentation/display-width.ts';
import { tableLines } from '../../src/presentation/table-lines.ts';

const chats: Column = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
const time: Column = { key: 'time', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };
const uses = (label: string): Column => ({ key: label, label, unit: 'uses', combine: { by: 'sum' } });
const rows = (...values: readonly (readonly (number | null)[])[]): Table['rows'] =>
  values.map((row, index) => ({ key: `${index}`, label: `Day ${index + 1}`, values: row }));

describe('a table in lines', () => {
  test('has names to the left, numbers to the right and long heads in two lines', () => {
    const table = { rowLabel: 'Day', columns: [chats, time], rows: rows([1412, 875], [0, null]) };
    expect(tableLines(table)).toEqual([
      '              Chatting', //
      'Day    Chats      time',
      'Day 1  1,412   14m 35s',
      'Day 2      0         –',
    ]);
  });

  test('aligns by what people see, and cuts long names', () => {
    const names = ['请假', '👩‍👩‍👧 vip', 'x'.repeat(40), 'e\u0301a'];
    const table = { rowLabel: 'Tag', columns: [chats], rows: names.map((label) => ({ key: label, label, values: [5] })) };
    expect(tableLines(table)).toEqual([
      'Tag                       Chats',
      '请假                          5',
      '👩‍👩‍👧 vip                        5',
      `${'x'.repeat(23)}…      5`,
      'e\u0301a                            5',
    ]);
  });

  test('of many rows shows the busiest in their order', () => {
    const table = { rowLabel: 'Hour of day', columns: [chats], rows: rows(...Array.from({ length: 24 }, (_, hour) => [hour % 12])) };
    const lines = tableLines(table);
    expect([lines.slice(1, 4), lines.length, lines.at(-1)]).toEqual([
      ['Day 8            7', 'Day 9            8', 'Day 10           9'],
      12,
      'The 10 busiest of 24 hours',
    ]);
  });

  test('of many rows with few numbers shows these', () => {
    const table = {
      rowLabel: 'Day',
      columns: [chats, time],
      rows: rows(...Array.from({ length: 30 }, (_, day) => (day === 4 ? [7, 60] : [0, null]))),
    };
    expect(tableLines(table).slice(2)).toEqual(['Day 5      7    1m 00s', 'All other days: none']);
  });

  test('that is wider than long is shown as its totals', () => {
    const columns = Array.from({ length: 12 }, (_, index) => uses(`tag ${index}`));
    const values = columns.map((_, index) => (index === 11 ? 1 : 100 - index));
    const lines = tableLines({ rowLabel: 'Day', columns, rows: rows(values, values) });
    expect([lines.slice(0, 3), lines.length, lines.at(-1)]).toEqual([
      ['       Uses  Share', 'tag 0   200    10%', 'tag 1   198     9%'],
      12,
      'and 2 more',
    ]);
  });

  test('totals of a mean are weighed, and chats have no share', () => {
    const table = { rowLabel: 'Month', columns: [chats, time], rows: rows([4, 175]) };
    expect(tableLines(table)).toEqual(['                Total', 'Chats               4', 'Chatting time  2m 55s']);
  });

  test('every line but the last ends in the same column, whatever the names', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(names, (labels) => {
        const table = { rowLabel: 'Tag', columns: [chats], rows: labels.map((label) => ({ key: label, label, values: [1] })) };
        expect(new Set(tableLines(table).map(widthOf)).size).toBe(1);
      }),
    );
  });
});
