import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Table } from '../../src/model/result.ts';
import { fixedWidth } from '../../src/presentation/blocks.ts';
import { fullTable } from '../../src/presentation/full-table.ts';
import { reportModal } from '../../src/presentation/report-modal.ts';
import { range } from '../reports/given.ts';
import { validateView } from '../slack-double/block-kit/validate.ts';
import { answer, line, RESULT } from './given.ts';

const tags = (count: number, rows: number): Table => ({
  rowLabel: 'Day',
  columns: Array.from({ length: count }, (_, index) => ({ key: `t${index}`, label: `t${index}`, unit: 'uses', combine: { by: 'sum' } })),
  rows: Array.from({ length: rows }, (_, row) => ({ key: `${row}`, label: `day ${row}`, values: Array(count).fill(row) })),
});
const shown = (table: Table, baseline?: Table) => {
  const before = baseline && { range: range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'before' }), headline: [], table: baseline };
  return fullTable(answer({ result: { ...RESULT, table, ...(before && { baseline: before }) } })).blocks.slice(1);
};

const MORE = line('There is no room for more here. The CSV has all of it.');

describe('the whole table', () => {
  test('has every row where its columns fit beside each other', () => {
    const table = { ...RESULT.table, rows: Array.from({ length: 30 }, (_, row) => ({ key: `${row}`, label: `d${row}`, values: [row] })) };
    expect(shown(table)).toEqual([
      fixedWidth(['Day  Chats', ...Array.from({ length: 30 }, (_, row) => `d${row}`.padEnd(3) + `${row}`.padStart(7))]),
    ]);
  });

  test('of more columns has all totals, then as many columns at a time as fit', () => {
    expect(shown(tags(5, 2))).toEqual([
      fixedWidth(['    Uses  Share', ...[0, 1, 2, 3, 4].map((index) => `t${index}     1    20%`)]),
      fixedWidth(['Day    t0  t1  t2  t3', 'day 0   0   0   0   0', 'day 1   1   1   1   1']),
      fixedWidth(['Day    t4', 'day 0   0', 'day 1   1']),
    ]);
  });

  test('that is compared has each number beside the one before', () => {
    expect(shown(tags(1, 2), tags(1, 2))).toEqual([fixedWidth(['Day    t0  before', 'day 0   0       0', 'day 1   1       1'])]);
  });

  test('that has more sections than a message says where all of it is', () => {
    const blocks = shown(tags(200, 5));
    expect([blocks.length, blocks.at(-1)]).toEqual([46, MORE]);
  });

  test.each([
    ['plain', 'x'],
    ['three bytes long', '語'],
  ])('stays far below what a modal may weigh where its letters are %s', (_what, letter) => {
    const { columns, rows } = tags(200, 744);
    const table = { rowLabel: 'Day', columns, rows: rows.map((row) => ({ ...row, label: letter.repeat(20) })) };
    const blocks = shown(table);
    const bytes = Buffer.byteLength(JSON.stringify(blocks));
    expect([blocks.at(-1), bytes < 151_000, bytes > 100_000]).toEqual([MORE, true, true]);
  });

  test('is taken by Slack, whatever it is', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(200), fc.boolean(), (columns, rows, isCompared) => {
        const table = tags(columns, rows);
        const result = {
          ...RESULT,
          table,
          ...(isCompared && { baseline: { range: range('2026-11-02T00:00', '2026-11-09T00:00'), headline: [], table } }),
        };
        expect(validateView(reportModal(fullTable(answer({ result }))))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
