import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHARTS } from '../../src/charts/index.ts';
import { plot } from '../../src/charts/plot.ts';
import type { Column, Table, Value } from '../../src/model/result.ts';
import { daily, summed } from './tables.ts';

const times = (...names: readonly string[]): readonly Column[] =>
  names.map((name) => ({ key: name, label: name, unit: 'seconds', combine: { by: 'none' } }));

describe('a plot', () => {
  test('shows the columns that are asked for, in the order of the table', () => {
    const table = daily(summed('chats', 'a', 'b', 'c'), [[1, 2, 3]]);
    expect(plot(table, { columns: ['c', 'a', 'unknown'] }).series).toEqual([
      { label: 'a', values: [1] },
      { label: 'c', values: [3] },
    ]);
  });

  test('never has two units on one axis', () => {
    const table = daily([...summed('chats', 'Chats'), ...times('Time')], [[1, 700]]);
    expect(plot(table).series).toEqual([{ label: 'Chats', values: [1] }]);
    expect(plot(table, { columns: ['Time'] }).series).toEqual([{ label: 'Time', values: [11.67] }]);
  });

  test('has at most eight series: the seven largest and all others as one', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const table = daily(summed('uses', ...names), [
      [9, 8, 7, 1, 5, 4, 3, null, 20],
      [0, 0, 0, null, 0, 0, 0, null, 0],
    ]);
    expect(plot(table)).toEqual({
      title: 'Uses by day',
      labels: ['Mon 9 Nov', 'Tue 10 Nov'],
      ticks: null,
      series: [
        { label: 'a', values: [9, 0] },
        { label: 'b', values: [8, 0] },
        { label: 'c', values: [7, 0] },
        { label: 'e', values: [5, 0] },
        { label: 'f', values: [4, 0] },
        { label: 'g', values: [3, 0] },
        { label: 'i', values: [20, 0] },
        { label: 'Other (2)', values: [1, null] },
      ],
      peak: 20,
      partial: false,
    });
  });

  test('has shorter names beside long numbers', () => {
    const label = (value: number) => plot(daily(summed('uses', 'sizing: boots + jackets', 'refund'), [[value, 1]])).series[0]?.label;
    expect([label(998), label(999)]).toEqual(['sizing: boots + jackets', 'sizing: boots + ja…']);
  });

  test('says how many of the series it shows where the others cannot be added up', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const { title, series } = plot(daily(times(...names), [names.map(() => 30)]));
    expect({ title, shown: series.map(({ label }) => label) }).toEqual({
      title: 'Time (seconds) by day · 8 of 9',
      shown: names.slice(0, 8),
    });
  });

  test.each([
    { longest: 119, title: 'Time (seconds) by day', drawn: 119 },
    { longest: 120, title: 'Time (minutes) by day', drawn: 2 },
    { longest: 10_799, title: 'Time (minutes) by day', drawn: 179.98 },
    { longest: 10_800, title: 'Time (hours) by day', drawn: 3 },
  ])('of $longest seconds at most is a "$title"', ({ longest, title, drawn }) => {
    const { series, ...rest } = plot(daily(times('Time'), [[longest], [0]]));
    expect({ series, title: rest.title }).toEqual({ series: [{ label: 'Time', values: [drawn, 0] }], title });
  });
});

describe('whatever the table', () => {
  const name = fc.string({ unit: 'binary', maxLength: 60 });
  const value = fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { freq: 4 });
  const table: fc.Arbitrary<Table> = fc
    .record({
      width: fc.integer({ min: 0, max: 500 }),
      height: fc.integer({ min: 0, max: 1_100 }),
      names: fc.array(name, { minLength: 1, maxLength: 20 }),
      values: fc.array(value, { minLength: 1, maxLength: 50 }),
      column: fc.constantFrom<Pick<Column, 'unit' | 'combine'>>(
        { unit: 'chats', combine: { by: 'sum' } },
        { unit: 'uses', combine: { by: 'sum' } },
        { unit: 'seconds', combine: { by: 'sum' } },
        { unit: 'seconds', combine: { by: 'none' } },
      ),
    })
    .map(({ width, height, names, values, column }) => ({
      rowLabel: 'Day',
      columns: Array.from({ length: width }, (_, at) => ({ key: `${at}`, label: names[at % names.length] ?? '', ...column })),
      rows: Array.from({ length: height }, (_, row) => ({
        key: `${row}`,
        label: names[row % names.length] ?? '',
        values: Array.from({ length: width }, (_, at) => values[(row * 31 + at * 7) % values.length] ?? null),
      })),
    }));

  test('every kind draws it as plain JSON with at most eight series and short clean labels', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (any, partial) => {
        for (const kind of CHARTS) {
          const { config } = kind.draw(any, { partial });
          expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
          const { labels = [], datasets } = config.data;
          expect(datasets.length).toBeLessThanOrEqual(8);
          if (kind.compares !== 'nothing')
            expect(datasets.map(({ data }) => data.length)).toEqual(Array(Math.min(8, any.columns.length)).fill(any.rows.length));
          const texts = [...labels.flat(), ...datasets.map(({ label }) => label)].map(String);
          expect(texts.filter((text) => [...text].length > 48 || /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text))).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('every number drawn is the table’s, and where columns are summed no number is lost', () => {
    fc.assert(
      fc.property(table, (any) => {
        const { title, series } = plot(any);
        const seconds = { hours: 3600, minutes: 60 }[/\((hours|minutes)\)/.exec(title)?.[1] ?? ''] ?? 1;
        const drawn = series.filter(({ label }) => !/^Other \(\d+\)$/.test(label) || any.columns.length <= 8);
        const hundredths = (value: Value) => (value === null ? null : Math.round((value / seconds) * 100) / 100 + 0);
        const columns = new Set(any.columns.map((_, at) => JSON.stringify(any.rows.map(({ values }) => hundredths(values[at] ?? null)))));
        expect(drawn.filter(({ values }) => !columns.has(JSON.stringify(values)))).toEqual([]);
        if (any.columns[0]?.combine.by !== 'sum') return;
        for (const [row, { values }] of any.rows.entries()) {
          const whole = values.reduce<number>((sum, one) => sum + (one ?? 0), 0) / seconds;
          const parts = series.reduce((sum, one) => sum + (one.values[row] ?? 0), 0);
          expect(Math.abs(whole - parts)).toBeLessThanOrEqual(0.1);
        }
      }),
      { numRuns: 12 },
    );
  });
});
