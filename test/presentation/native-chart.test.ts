import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHARTS } from '../../src/charts/index.ts';
import { sharesOf } from '../../src/charts/pie.ts';
import { plot } from '../../src/charts/plot.ts';
import type { Column, Table, Value } from '../../src/model/result.ts';
import { nativeChart } from '../../src/presentation/native-chart.ts';
import { validateBlocks } from '../slack-double/block-kit/validate.ts';
import { table as anyTable, text } from './any-table.ts';

const uses = (label: string): Column => ({ key: label, label, unit: 'uses', combine: { by: 'sum' } });
const time: Column = { key: 'time', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };
const tableOf = (columns: readonly Column[], ...values: readonly (readonly Value[])[]): Table => ({
  rowLabel: 'Day',
  columns,
  rows: values.map((row, index) => ({ key: `2026-11-0${index + 1}`, label: `${index + 1} Nov`, values: row })),
});
const versus = (table: Table) => ({ baseline: { table, label: 'the week before', tableLabel: 'last week' } });
const sheets = (table: Table, options = {}) =>
  CHARTS.map(({ name: kind, draw }) => nativeChart({ ...draw(table, options), kind, sheet: { table, options } }));
const drawn = (kind: string, table: Table, options = {}) => sheets(table, options)[CHARTS.findIndex(({ name }) => name === kind)];
const typesOf = (table: Table, options = {}) => sheets(table, options).map((found) => found?.chart.type ?? null);

describe('a chart of Slack’s own', () => {
  test('is the line of a picture, beside that of another time', () => {
    const options = versus(tableOf([time], [60], [7200]));
    expect(drawn('line', tableOf([time], [600], [14_400]), options)).toEqual({
      type: 'data_visualization',
      title: 'Chatting time (hours) by day',
      chart: {
        type: 'line',
        series: [
          {
            name: 'last week',
            data: [
              { label: '1 Nov', value: 0.17 },
              { label: '2 Nov', value: 4 },
            ],
          },
          {
            name: 'the week before',
            data: [
              { label: '1 Nov', value: 0.02 },
              { label: '2 Nov', value: 2 },
            ],
          },
        ],
        axis_config: { categories: ['1 Nov', '2 Nov'] },
      },
    });
  });

  test('is the shares of a pie, without what is nothing', () => {
    expect(drawn('pie', tableOf(['vip', 'bug', 'none'].map(uses), [3, 1, 0], [2, 1, 0]))).toEqual({
      type: 'data_visualization',
      title: 'Uses: shares of 7',
      chart: {
        type: 'pie',
        segments: [
          { label: 'vip', value: 5 },
          { label: 'bug', value: 2 },
        ],
      },
    });
  });

  test('keeps names apart that are too long for it', () => {
    const names = ['order status unknown (web)', 'order status unknown (app)', 'order status unknown (shop)'];
    const found = drawn('pie', tableOf(names.map(uses), [3, 2, 1]));
    expect(found?.chart.type === 'pie' && found.chart.segments.map(({ label }) => label)).toEqual([
      'order status unknow…',
      'order status un… (2)',
      'order status un… (3)',
    ]);
  });

  const many = (count: number, value: Value = 1) => tableOf(['vip'].map(uses), ...Array<Value[]>(count).fill([value]));
  const wide = (width: number, height: number) =>
    tableOf(
      Array.from({ length: width }, (_, tag) => uses(`t${tag}`)),
      ...Array<Value[]>(height).fill(Array<Value>(width).fill(1)),
    );

  // Line, bar, stacked bar, heatmap, pie.
  test.each<[string, Table, object, readonly (string | null)[]]>([
    ['twenty rows are drawn, and no stack of one', many(20), {}, ['line', 'bar', 'bar', null, null]],
    ['more are left to the picture', many(21), {}, [null, null, null, null, null]],
    ['so are gaps', tableOf([time], [60], [null]), {}, [null, null, null, null, null]],
    ['and gaps of another time', many(2), versus(many(2, null)), [null, null, null, null, null]],
    ['few bars stand side by side instead of in a stack', wide(8, 7), {}, ['line', 'bar', 'bar', null, 'pie']],
    ['many do not', wide(8, 8), {}, ['line', 'bar', null, null, 'pie']],
    ['nor do those beside their sum at another time', wide(2, 2), versus(wide(2, 2)), ['line', 'bar', null, null, 'pie']],
    ['nothing is drawn of nothing', tableOf([], []), {}, [null, null, null, null, null]],
  ])('%s', (_what, table, options, types) => {
    const shown = typesOf(table, options);
    // A pie of one slice suits nobody, and is never drawn.
    expect(table.columns.length > 1 ? shown : [...shown.slice(0, 4), null]).toEqual(types);
  });

  test('has the numbers of the picture and is taken by Slack, whatever they are', () => {
    const compared = fc.option(fc.record({ table: anyTable, label: text, tableLabel: text }), { nil: undefined });
    fc.assert(
      fc.property(anyTable, compared, (table, baseline) => {
        const options = baseline && baseline.table.rows.length === table.rows.length ? { baseline } : {};
        for (const { name: kind, suits } of CHARTS) {
          const found = suits(table, options)
            ? nativeChart({ kind, config: { type: 'bar', data: { datasets: [] } }, sheet: { table, options } })
            : null;
          if (!found) continue;
          const numbers =
            found.chart.type === 'pie'
              ? found.chart.segments.map(({ value }) => value)
              : found.chart.series.map(({ data }) => data.map(({ value }) => value));
          const drawing = plot(table, options);
          const wanted =
            kind === 'pie'
              ? sharesOf(table, options).slices.map(({ value }) => value)
              : [...drawing.series, ...(drawing.baseline ? [drawing.baseline] : [])].map(({ values }) => values);
          expect([validateBlocks([found], 'message'), numbers]).toEqual([[], wanted]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is none of a chart that nobody has a table of', () => {
    expect(nativeChart({ kind: 'line', config: { type: 'line', data: { datasets: [] } } })).toBeNull();
  });
});
