import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Column, Table } from '../../src/model/result.ts';
import { nativeTable } from '../../src/presentation/native-table.ts';
import { align } from '../../src/reports/buckets/align.ts';
import { range } from '../reports/given.ts';
import { validateBlocks } from '../slack-double/block-kit/validate.ts';
import { table as anyTable } from './any-table.ts';

const chats: Column = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
const time: Column = { key: 'time', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };
const uses = (label: string): Column => ({ key: label, label, unit: 'uses', combine: { by: 'sum' } });
const rows = (...values: readonly (readonly (number | null)[])[]): Table['rows'] =>
  values.map((row, index) => ({ key: `${index}`, label: `Day ${index + 1}`, values: row }));

const BEFORE = range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'the week before' });
const baselineOf = (table: Table) => ({ range: BEFORE, headline: [], table });
const text = (name: string) => ({ type: 'raw_text', text: name });
const number = (value: number, name: string) => ({ type: 'raw_number', value, text: name });

describe('a table of Slack’s own', () => {
  test('sorts by its numbers, shows them as people read them, and makes none up', () => {
    const table = { rowLabel: 'Day', columns: [chats, time], rows: rows([1412, 875], [0, null]) };
    expect(nativeTable(table, { caption: 'Chatting time by day, last week' })).toEqual({
      block: {
        type: 'data_table',
        caption: 'Chatting time by day, last week',
        rows: [
          [text('Day'), text('Chats'), text('Chatting time')],
          [text('Day 1'), number(1412, '1,412'), number(875, '14m 35s')],
          [text('Day 2'), number(0, '0'), text('–')],
        ],
        page_size: 10,
        row_header_column_index: 0,
      },
      rest: [],
    });
  });

  test('has beside each number what it is compared with, and names the tags of that time only', () => {
    const table = { rowLabel: 'Day', columns: [uses('vip')], rows: rows([3], [2]) };
    const then = { rowLabel: 'Day', columns: ['old', 'vip'].map(uses), rows: rows([2, 4], [3, 1], [0, 7]) };
    const shown = nativeTable(table, { caption: 'Tags', baseline: baselineOf(then) });
    expect([shown?.block.rows, shown?.rest]).toEqual([
      [
        [text('Day'), text('vip'), text('vip, the week before')],
        [text('Day 1'), number(3, '3'), number(4, '4')],
        [text('Day 2'), number(2, '2'), number(1, '1')],
        [text('Day 3'), text('–'), number(7, '7')],
      ],
      ['Total: vip 5 vs 12', 'Used only then: old (5)'],
    ]);
  });

  test.each([
    ['tags have shares', ['vip', 'bug', 'a', 'b', 'c'].map(uses), null, 'vip 5 (50%), bug 2 (20%), a 1 (10%), b 1 (10%), c 1 (10%)'],
    [
      'tags have shares beside',
      ['vip', 'bug', 'a', 'b', 'c'].map(uses),
      [5, 3, 0, 0, null],
      'vip 5 vs 10 (50%), bug 2 vs 6 (20%), a 1 vs 0 (10%), b 1 vs 0 (10%), c 1 vs – (10%)',
    ],
    [
      'a mean is weighted',
      [chats, time, uses('a'), uses('b'), uses('c')],
      null,
      'Chats 5, a 1, b 1, c 1; average, weighted by chats: Chatting time 2s',
    ],
  ])('of many columns says what they come to: %s', (_what, columns, then, total) => {
    const table = { rowLabel: 'Day', columns, rows: rows([4, 2, 1, 1, 0], [1, 0, 0, 0, 1]) };
    const baseline = then ? baselineOf({ ...table, rows: rows(then, then) }) : undefined;
    expect(nativeTable(table, { caption: 'Tags', baseline })?.rest).toEqual([`Total: ${total}`]);
  });

  test('says what few columns come to, unless the headline does', () => {
    const table = { rowLabel: 'Day', columns: [chats, time], rows: rows([3, 60], [1, 100]) };
    const headline = [
      { key: 'chats', label: 'Chats', value: 4, unit: 'chats' },
      { key: 'time', label: 'Chatting time', value: 70, unit: 'seconds' },
    ] as const;
    expect([[], headline].map((metrics) => nativeTable(table, { caption: 'Chats', headline: metrics })?.rest)).toEqual([
      ['Total: Chats 4; average, weighted by chats: Chatting time 1m 10s'],
      [],
    ]);
  });

  test('of more tags than anybody reads says what the first ten come to', () => {
    const columns = Array.from({ length: 12 }, (_, index) => uses(`t${index}`));
    const found = nativeTable({ rowLabel: 'Day', columns, rows: rows(Array(12).fill(1), Array(12).fill(1)) }, { caption: 'Tags' });
    expect(found?.rest).toEqual([expect.stringMatching(/^Total: t0 2 \(8%\), .* t9 2 \(8%\), and 2 more$/)]);
  });

  test.each([
    [20, 2, 1],
    [19, 2, 1],
    [1, 201, 1],
    [1, 200, 1],
    [1, 1, 1],
    [0, 5, 1],
    [2, 200, 20],
    [2, 200, 80],
  ])('of %i columns, %i rows and names of %i letters is there or is not', (width, height, letters) => {
    const columns = Array.from({ length: width }, (_, index) => uses(`${index}`));
    const table = { rowLabel: 'Day', columns, rows: rows(...Array(height).fill(Array(width).fill(1))) };
    const named = { ...table, rows: table.rows.map((row) => ({ ...row, label: 'x'.repeat(letters) })) };
    const isThere = [19, 1, 2].includes(width) && [2, 200].includes(height) && letters < 80;
    expect(nativeTable(named, { caption: 'Tags' }) !== null).toBe(isThere);
  });

  test('is taken by Slack with the numbers of the table, whatever they are', () => {
    fc.assert(
      fc.property(anyTable, fc.option(anyTable), fc.string({ unit: 'binary', maxLength: 300 }), (table, then, label) => {
        const baseline = then ? { ...baselineOf(then), range: { ...BEFORE, label } } : undefined;
        const found = nativeTable(table, { caption: `Tags by day, ${label}`, baseline });
        if (!found) return;
        const real = then ? align(table, then).table : table;
        const step = then ? 2 : 1;
        const own = found.block.rows
          .slice(1)
          .map((cells) => cells.slice(1).flatMap((cell, index) => (index % step > 0 ? [] : ['value' in cell ? cell.value : null])));
        expect([validateBlocks([found.block], 'message'), own]).toEqual([[], real.rows.map(({ values }) => values)]);
      }),
      { numRuns: 300 },
    );
  });
});
