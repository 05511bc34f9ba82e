import { describe, expect, test } from '@jest/globals';
import { CHARTS, chartKinds, insteadOf } from '../../src/charts/index.ts';
import type { Column, Table } from '../../src/model/result.ts';
import { daily, hourly, summed } from './tables.ts';

const chats = summed('chats', 'Chats');
const meanTime: Column = { key: 'time', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'Chats' } };
const named = (columns: readonly Column[], ...keys: readonly string[]): Table => ({
  rowLabel: 'Agent',
  columns,
  rows: keys.map((key) => ({ key, label: key, values: columns.map(() => 1) })),
});
const two = summed('uses', 'billing', 'refund');
const days = (count: number, ...values: readonly (number | null)[]) => Array.from({ length: count }, () => values);

describe('the kinds', () => {
  test.each<{ what: string; table: Table; columns?: readonly string[]; kinds: readonly string[] }>([
    { what: 'a week of tags', table: daily(two, days(7, 1, 2)), kinds: ['stacked-bar', 'bar', 'line', 'pie'] },
    { what: 'a single day', table: daily(chats, [[4]]), kinds: ['bar'] },
    { what: 'a single day of tags', table: daily(two, [[4, 5]]), kinds: ['stacked-bar', 'bar', 'pie'] },
    { what: 'counts in time', table: daily(chats, [[4], [5]]), kinds: ['bar', 'line'] },
    { what: 'a mean in time', table: daily([meanTime], [[4], [5]]), kinds: ['line', 'bar'] },
    { what: 'a mean round the clock', table: named([meanTime], '09:00', '10:00'), kinds: ['bar', 'line'] },
    { what: 'a year', table: daily(chats, days(365, 1)), kinds: ['line'] },
    { what: 'a year of tags', table: daily(two, days(365, 1, 2)), kinds: ['pie'] },
    { what: 'six days of hours', table: hourly(6, chats, () => [1]), kinds: ['line', 'heatmap'] },
    { what: 'seven days of hours', table: hourly(7, chats, () => [1]), kinds: ['heatmap', 'line'] },
    { what: 'a day of hours', table: hourly(1, chats, () => [1]), kinds: ['bar', 'line'] },
    {
      what: 'hours of a mean beside counts',
      table: hourly(7, [...chats, meanTime], () => [1, 2]),
      columns: ['time'],
      kinds: ['heatmap', 'line'],
    },
    { what: 'what cannot be combined', table: hourly(7, [{ ...meanTime, combine: { by: 'none' } }], () => [1]), kinds: ['line'] },
    { what: 'shares of nothing', table: daily(two, days(2, 0, 0)), kinds: ['stacked-bar', 'bar', 'line'] },
    { what: 'no number at all', table: daily(chats, [[null], [null]]), kinds: [] },
    {
      what: 'no number in what is asked for',
      table: daily(
        [...chats, meanTime],
        [
          [1, null],
          [2, null],
        ],
      ),
      columns: ['time'],
      kinds: [],
    },
    { what: 'no row', table: daily(chats, []), kinds: [] },
    { what: 'names', table: named(chats, 'Ann', 'Bob'), kinds: ['bar'] },
  ])('that suit $what: $kinds', ({ table, columns, kinds }) => {
    expect(chartKinds(table, columns && { columns }).map(({ name }) => name)).toEqual(kinds);
  });

  test('say why they are not drawn, unless they are, or nobody knows them any more', () => {
    const [usual] = CHARTS;
    expect([...CHARTS, { name: 'sankey' }].flatMap(({ name }) => insteadOf(name, name === usual?.name ? 'bar' : 'line'))).toEqual([
      'A line chart needs several moments in time, and few enough to follow, so this is a bar chart.',
      'A bar chart has room for 62 bars, so this is a line chart.',
      'A stacked bar chart needs several counts that add up, and has room for 62 bars, so this is a line chart.',
      'A heatmap needs the hours of 2 to 31 days, so this is a line chart.',
      'A pie chart needs several parts of a whole, so this is a line chart.',
    ]);
    expect([insteadOf(undefined, 'line'), insteadOf('line', 'line')]).toEqual([[], []]);
  });

  test('have names of their own, under which they are drawn', () => {
    const names = CHARTS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    expect(CHARTS.map((kind) => kind.draw(daily(two, [[1, 2]])).kind)).toEqual(CHARTS.map(({ name }) => name));
  });
});
