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
    expect(tableLines(table)).toEqual({
      lines: [
        '              Chatting', //
        'Day    Chats      time',
        'Day 1  1,412   14m 35s',
        'Day 2      0         –',
      ],
      rest: [],
      isCut: false,
    });
  });

  test('aligns by what people see, and cuts long names', () => {
    const names = ['请假', '👩‍👩‍👧 vip', 'x'.repeat(40), 'e\u0301a'];
    const table = { rowLabel: 'Tag', columns: [chats], rows: names.map((label) => ({ key: label, label, values: [5] })) };
    expect(tableLines(table).lines).toEqual([
      'Tag                       Chats',
      '请假                          5',
      '👩‍👩‍👧 vip                        5',
      `${'x'.repeat(23)}…      5`,
      'e\u0301a                            5',
    ]);
  });

  test('shows all of up to 14 rows', () => {
    const table = { rowLabel: 'Month', columns: [chats], rows: rows(...Array.from({ length: 14 }, (_, month) => [month])) };
    const { lines, rest, isCut } = tableLines(table);
    expect([lines.length, rest, isCut]).toEqual([15, ['Total: Chats 91'], false]);
  });

  test('of more rows shows the busiest in their order', () => {
    const table = { rowLabel: 'Hour of day', columns: [chats], rows: rows(...Array.from({ length: 1024 }, (_, hour) => [hour % 512])) };
    const { lines, rest, isCut } = tableLines(table);
    expect([lines.slice(1, 4), lines.length, rest, isCut]).toEqual([
      ['Day 508        507', 'Day 509        508', 'Day 510        509'],
      11,
      ['Total: Chats 261,632', 'The 10 busiest of 1,024 hours'],
      true,
    ]);
  });

  test('shows the row that the headline names, busy or not', () => {
    const table = { rowLabel: 'Hour of day', columns: [chats], rows: rows(...Array.from({ length: 24 }, (_, hour) => [hour + 1])) };
    const [night, noon] = [tableLines(table, { namedRow: '3' }), tableLines(table, { namedRow: '20' })];
    expect([night.lines.slice(1, 3), night.rest, noon.lines.length, noon.rest]).toEqual([
      ['Day 4            4', 'Day 15          15'],
      ['Total: Chats 300', 'The 10 busiest of 24 hours, and Day 4'],
      11,
      ['Total: Chats 300', 'The 10 busiest of 24 hours'],
    ]);
  });

  test('of many rows with few numbers shows these', () => {
    const table = {
      rowLabel: 'Day',
      columns: [chats, time],
      rows: rows(...Array.from({ length: 30 }, (_, day) => (day === 4 ? [7, 60] : [0, null]))),
    };
    const { lines, rest, isCut } = tableLines(table);
    expect([lines.slice(2), rest, isCut]).toEqual([['Day 5      7    1m 00s'], ['All other days: none'], false]);
  });

  test('whose columns do not fit beside each other is shown as its totals', () => {
    const columns = Array.from({ length: 12 }, (_, index) => uses(`tag ${index}`));
    const values = columns.map((_, index) => (index === 11 ? 1 : 100 - index));
    const { lines, rest, isCut } = tableLines({ rowLabel: 'Day', columns, rows: rows(values, values) });
    expect([lines.slice(0, 3), lines.length, rest, isCut]).toEqual([
      ['       Uses  Share', 'tag 0   200    10%', 'tag 1   198     9%'],
      11,
      ['and 2 more tags'],
      true,
    ]);
  });

  test('totals of a mean are weighed, and chats have no share', () => {
    const others = ['a', 'b', 'c'].map((key) => ({ ...chats, key, label: key }));
    const table = { rowLabel: 'Month', columns: [chats, time, ...others], rows: rows([1, 100, 1, 2, 3], [3, 200, 0, 0, 0]) };
    expect(tableLines(table).lines.slice(0, 4)).toEqual([
      '                           All',
      'Chats                        4',
      'Chatting time, average  2m 55s',
      'a                            1',
    ]);
  });

  test('of fewer rows than columns keeps its rows', () => {
    const table = {
      rowLabel: 'Month',
      columns: [chats, time, { ...time, key: 'lasted', label: 'Chat duration' }],
      rows: rows([4, 60, 90], [2, 30, 45]),
    };
    expect(tableLines(table).lines).toEqual([
      '              Chatting      Chat',
      'Month  Chats      time  duration',
      'Day 1      4    1m 00s    1m 30s',
      'Day 2      2       30s       45s',
    ]);
  });

  test('of one row has no lines, because the headline says it, unless it is of several tags', () => {
    const one = (...columns: Column[]) => tableLines({ rowLabel: 'Month', columns, rows: rows([3, 1]) });
    expect([one(chats, time), one(uses('vip')), one(uses('vip'), uses('bug'))]).toEqual([
      { lines: [], rest: [], isCut: false },
      { lines: [], rest: [], isCut: false },
      { lines: ['     Uses  Share', 'vip     3    75%', 'bug     1    25%'], rest: [], isCut: false },
    ]);
  });

  test('has beside each number what it is compared with, where the two have rows of each other or not', () => {
    const table = { rowLabel: 'Day', columns: [chats, time], rows: rows([1412, 875], [0, null]) };
    const baseline = { range: { label: 'last month' }, table: { ...table, rows: rows([1335, 820], [12, 60], [7, 30]) } };
    expect(tableLines(table, { baseline })).toEqual({
      lines: [
        '               last  Chatting     last',
        'Day    Chats  month      time    month',
        'Day 1  1,412  1,335   14m 35s  13m 40s',
        'Day 2      0     12         –   1m 00s',
        'Day 3      –      7         –      30s',
      ],
      rest: ['Total: Chats 1,412 vs 1,354; average, weighted by chats: Chatting time 14m 35s vs 13m 29s'],
      isCut: false,
    });
  });

  test('leaves out what there is no room for beside a comparison, and says so', () => {
    const lasted = { ...time, key: 'lasted', label: 'Chat duration' };
    const table = { rowLabel: 'Day', columns: [chats, time, lasted], rows: rows([4, 60, 90], [2, 30, 45]) };
    const baseline = { range: { label: 'the week before' }, table: { ...table, columns: [chats], rows: rows([3], [1]) } };
    const { lines, rest, isCut } = tableLines(table, { baseline });
    // Its name is too wide for a column.
    expect([lines.slice(1), rest, isCut]).toEqual([
      ['Day    Chats  before      time  before', 'Day 1      4       3    1m 00s       –', 'Day 2      2       1       30s       –'],
      [
        'Total: Chats 6 vs 4; average, weighted by chats: Chatting time 50s vs –, Chat duration 1m 15s vs –',
        'No room beside them for Chat duration',
      ],
      true,
    ]);
  });

  test('of tags has the totals of both, also those of tags that are not used now', () => {
    const table = { rowLabel: 'Day', columns: ['vip', 'bug', 'spam'].map(uses), rows: rows([3, 1, 1], [2, 1, 0]) };
    const then = { rowLabel: 'Day', columns: ['bug', 'vip', 'old', 'none'].map(uses), rows: rows([9, 4, 2, 0], [0, 1, 3, 0]) };
    expect(tableLines(table, { baseline: { range: { label: 'October' }, table: then } })).toEqual({
      lines: ['      Uses  October  Share', 'vip      5        5    63%', 'bug      2        9    25%', 'spam     1        0    13%'],
      rest: ['Used only then: old (5)'],
      isCut: true,
    });
  });

  test('says what its rows come to, unless the headline does', () => {
    const table = { rowLabel: 'Day', columns: [chats, time, uses('vip')], rows: rows([3, 60, 1], [1, 100, 2]) };
    const headline = [
      { key: 'per chat', label: 'Chatting time per chat', value: 70, unit: 'seconds', from: { column: 'time' } },
      { key: 'vip', label: 'Most used: vip', value: 2, unit: 'uses', from: { column: 'vip', row: '1' } },
    ] as const;
    const all = [
      { key: 'chats', label: 'Chats', value: 4, unit: 'chats' },
      ...headline,
      { ...headline[1], value: 3, from: { column: 'vip' } },
    ] as const;
    const said = ['Total: Chats 4, vip 3; average, weighted by chats: Chatting time 1m 10s'];
    expect([[], headline, all].map((metrics) => tableLines(table, { headline: metrics }).rest)).toEqual([said, said, []]);
  });

  test.each<[string, number, number[][], boolean]>([
    ['five totals of two days', 5, [[1, 1, 1, 1, 1], [1]], true],
    ['five totals of one day, which are all of it', 5, [[1, 1, 1, 1, 1]], false],
    ['ten totals of one day and one more', 11, [Array(11).fill(1)], true],
    ['ten totals of one day and one that is 0', 11, [[...Array(10).fill(1), 0]], false],
    ['two tags', 2, [[1, 1], [1]], false],
  ])('is cut where numbers are not shown: %s', (_, width, values, isCut) => {
    const columns = Array.from({ length: width }, (_each, index) => uses(`${index}`));
    expect(tableLines({ rowLabel: 'Day', columns, rows: rows(...values) }).isCut).toBe(isCut);
  });

  test('every line ends in the same column, whatever the names', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(names, (labels) => {
        const table = { rowLabel: 'Tag', columns: [chats], rows: labels.map((label) => ({ key: label, label, values: [1] })) };
        expect(new Set(tableLines(table).lines.map(widthOf)).size).toBe(1);
      }),
    );
  });
});
