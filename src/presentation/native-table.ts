import type { DataTableBlock } from '@slack/types';
import type { Baseline, Column, Metric, Row, Table, Value } from '../model/result.ts';
import { align } from '../reports/buckets/align.ts';
import { cut, nameInWords, tidy } from '../reports/words/names.ts';
import { inWords } from '../reports/words/numbers.ts';
import { columnIn, gone } from './table-lines.ts';
import { NO_DATA, totalsInWords } from './totals.ts';

/** Slack's limits. Documents of it name two numbers for the characters; this is the smaller one. */
const MOST_ROWS = 200;
const MOST_COLUMNS = 20;
const MOST_CHARACTERS = 10_000;

const PAGE = 10;
const CAPTION = 150;

export interface NativeTable {
  readonly block: DataTableBlock;
  /** What its rows do not say, as small print; usually nothing. */
  readonly rest: readonly string[];
}

export interface NativeTableOptions {
  /** What the table is, for people who have it read to them. */
  readonly caption: string;
  /** What each number stands beside. */
  readonly baseline?: Baseline | undefined;
  /** What need not be said again. */
  readonly headline?: readonly Metric[] | undefined;
}

type Cell = DataTableBlock['rows'][number][number];

/**
 * The whole table as Slack draws it itself, to be sorted and leafed through; null where it does not fit, and for a row that stands alone, which
 * the headline says. A column with gaps sorts as text: Slack has no cell for a number that is not there, and none is made up.
 */
export function nativeTable(table: Table, { caption, baseline, headline }: NativeTableOptions): NativeTable | null {
  const { rows, shown } = laidOut(table, baseline);
  if (shown.length === 0 || shown.length >= MOST_COLUMNS || rows.length < 2 || rows.length > MOST_ROWS) return null;
  const cells = [
    [named(table.rowLabel), ...shown.map(({ head }) => named(head))],
    ...rows.map(({ label }, row) => [named(label), ...shown.map(({ column, values }) => number(values[row] ?? null, column))]),
  ];
  if (lengthOf(cells) > MOST_CHARACTERS) return null;
  return {
    block: {
      type: 'data_table',
      caption: cut(tidy(caption), CAPTION, ({ length }) => length),
      rows: cells,
      page_size: PAGE,
      row_header_column_index: 0,
    },
    rest: [...totalsInWords(table, { baseline: baseline?.table, headline }), ...gone(table, baseline?.table)],
  };
}

interface ShownColumn {
  readonly column: Column;
  readonly head: string;
  readonly values: readonly Value[];
}

/** Every column, each with its counterpart beside it. */
function laidOut(table: Table, baseline: Baseline | undefined): { readonly rows: readonly Row[]; readonly shown: readonly ShownColumn[] } {
  const both = baseline && align(table, baseline.table);
  const { rows, columns } = both?.table ?? table;
  const shown = columns.flatMap((column, index) => {
    const own = { column, head: column.label, values: rows.map(({ values }) => values[index] ?? null) };
    const then = both && { column, head: `${column.label}, ${baseline.range.label}`, values: columnIn(both.baseline, column) };
    return then ? [own, then] : [own];
  });
  return { rows, shown };
}

const named = (name: string): Cell => ({ type: 'raw_text', text: nameInWords(name) });

/** Sorted by what it is, read as people say it. */
function number(value: Value, { unit }: Column): Cell {
  return value === null ? { type: 'raw_text', text: NO_DATA } : { type: 'raw_number', value, text: inWords(value, unit) };
}

const lengthOf = (cells: readonly (readonly Cell[])[]): number =>
  cells.flat().reduce((sum, cell) => sum + ('text' in cell ? cell.text.length : 0), 0);
