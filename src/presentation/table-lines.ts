import type { Baseline, Column, Metric, Row, Table, Value } from '../model/result.ts';
import { align } from '../reports/buckets/align.ts';
import { hasNumbers, ifNone, totalIn, totals } from '../reports/buckets/combine.ts';
import { listed, rowNouns } from '../reports/words/names.ts';
import { count, inWords } from '../reports/words/numbers.ts';
import { cutToWidth, widthOf } from './display-width.ts';
import { isUses, NO_DATA, share, TOTALS, totalsInWords, totalUses } from './totals.ts';

/** So many rows are shown whole: two weeks of days. Beyond them nobody reads them all. */
const ROWS = 14;
/** Of more rows that have numbers these many are shown. */
const BUSIEST = 10;
/** More columns do not fit beside each other on a phone. */
export const COLUMNS = 4;
/** Where texts are cut, in columns of a fixed-width font. */
const NAME_WIDTH = 24;
const HEAD_WIDTH = 14;
/** A head that is wider is broken into two lines, so that the numbers stay close to each other. */
const ONE_LINE = 8;
export interface TableLines {
  readonly lines: readonly string[];
  /** What the lines do not say, as small print; usually nothing. */
  readonly rest: readonly string[];
  /** Rows or columns with numbers are left out. */
  readonly isCut: boolean;
}

const NO_LINES: TableLines = { lines: [], rest: [], isCut: false };

/**
 * The table as lines of a fixed-width font. Where its columns do not fit beside each other it is shown as its totals instead, a line for
 * each column. A row that stands alone has no lines, because the headline says the same; unless it is of several tags, which are listed.
 */
export function tableLines(table: Table, beside: Beside = {}): TableLines {
  const { columns, rows } = table;
  const { namedRow, baseline, headline } = beside;
  if (columns.length > COLUMNS) return totalsLines(table, baseline);
  if (rows.length <= 1) return columns.length > 1 && columns.every(isUses) ? totalsLines(table, baseline) : NO_LINES;
  if (isOfTotals(table, baseline)) return totalsLines(table, baseline);
  const { lines, rest, isCut } = baseline ? comparedLines(table, baseline, namedRow) : rowsLines(table, namedRow);
  return { lines, rest: [...totalsInWords(table, { baseline: baseline?.table, headline }), ...rest], isCut };
}

export interface Beside {
  /** The key of a row that is shown in any case. */
  readonly namedRow?: string | undefined;
  /** What each number stands beside. */
  readonly baseline?: Then | undefined;
  /** What need not be said again. */
  readonly headline?: readonly Metric[] | undefined;
}

/** Numbers that others stand beside, and the name of their time. */
type Then = Pick<Baseline, 'table'> & { readonly range: Pick<Baseline['range'], 'label'> };

/** Over the numbers that others stand beside: when that was, where it is short enough. Only what is usual has totals of its own. */
function headOf({ range: { label }, table }: Then): string {
  if (widthOf(label) <= HEAD_WIDTH) return label;
  return table.totals ? 'usual' : 'before';
}

/** So many have room for their counterparts beside them. */
const COMPARED = COLUMNS / 2;

/** Tags that have no room beside their counterparts. */
const isOfTotals = ({ columns }: Table, baseline: Then | undefined): boolean =>
  baseline !== undefined && columns.length > COMPARED && columns.every(isUses);

/** Every column with its counterpart; the first ones, where there is no room for all. */
function comparedLines(table: Table, baseline: Then, namedRow: string | undefined): TableLines {
  const { lines, rest, isCut } = rowsLines(besideEachOther(table, baseline, COMPARED), namedRow);
  const others = table.columns.slice(COMPARED);
  if (others.length === 0) return { lines, rest, isCut };
  const without = `No room beside them for ${listed(
    others.map(({ label }) => label),
    COLUMNS,
  )}`;
  return {
    lines,
    rest: [...rest, without],
    isCut: isCut || hasNumbers(besideEachOther({ ...table, columns: others }, baseline, others.length)),
  };
}

/** The first columns, each with its counterpart to the right of it. */
function besideEachOther(table: Table, baseline: Then, most: number): Table {
  const both = align(table, baseline.table);
  const label = headOf(baseline);
  const shown = table.columns.slice(0, most).map((column, index) => ({
    column,
    values: both.table.rows.map(({ values }) => values[index] ?? null),
    before: columnIn(both.baseline, column),
  }));
  return {
    ...table,
    columns: shown.flatMap(({ column }) => [column, { ...column, key: `${column.key} before`, label, combine: { by: 'none' } }]),
    rows: both.table.rows.map((row, index) => ({
      ...row,
      values: shown.flatMap(({ values, before }) => [values[index] ?? null, before[index] ?? null]),
    })),
  };
}

/**
 * The whole table, one group of lines after another: where its columns do not fit beside each other their totals, all of them, and then as
 * many columns at a time as fit. Nobody makes more of them than they have room for.
 */
export function* allLines(table: Table, baseline?: Then): Generator<readonly string[]> {
  const { columns } = table;
  const whole = baseline ? besideEachOther(table, baseline, columns.length) : table;
  if (whole.columns.length > COLUMNS) yield totalsLines(table, baseline, columns.length).lines;
  for (let start = 0; start < whole.columns.length; start += COLUMNS) {
    yield linesOf({
      ...whole,
      columns: whole.columns.slice(start, start + COLUMNS),
      rows: whole.rows.map((row) => ({ ...row, values: row.values.slice(start, start + COLUMNS) })),
    });
  }
}

/** A column of another table of the same report. */
export function columnIn({ columns, rows }: Table, column: Column): readonly Value[] {
  const at = columns.findIndex(({ key }) => key === column.key);
  return rows.map(({ values }) => (at === -1 ? ifNone(column) : (values[at] ?? null)));
}

function rowsLines(table: Table, namedRow: string | undefined): TableLines {
  const { shown, rest } = selected(table, namedRow);
  const seen = new Set(shown);
  const isCut = hasNumbers({ ...table, rows: table.rows.filter((row) => !seen.has(row)) });
  return { lines: linesOf({ ...table, rows: shown }), rest, isCut };
}

/** Every row, below what its columns are called. */
function linesOf({ rowLabel, columns, rows }: Table): string[] {
  const heads = columns.map(({ label }) => brokenHead(cutToWidth(label, HEAD_WIDTH)));
  const upper = heads.some(([first]) => first !== '') ? [['', ...heads.map(([first]) => first)]] : [];
  const cells = rows.map(({ label, values }) => [
    cutToWidth(label, NAME_WIDTH),
    ...columns.map(({ unit }, index) => inWords(values[index] ?? null, unit, NO_DATA)),
  ]);
  return aligned([...upper, [cutToWidth(rowLabel, HEAD_WIDTH), ...heads.map(([, second]) => second)], ...cells]);
}

interface Selection {
  readonly shown: readonly Row[];
  readonly rest: readonly string[];
}

/** The rows that say most, in the table's order, and a line about the others: of a day's 24 hours the first ten would be the night. */
function selected(table: Table, namedRow: string | undefined): Selection {
  const { columns, rows } = table;
  if (rows.length <= ROWS) return { shown: rows, rest: [] };
  const nouns = rowNouns(table);
  const isSummed = columns.map(({ combine }) => combine.by === 'sum');
  const size = ({ values }: Row) => values.reduce<number>((sum, value, index) => (isSummed[index] ? sum + (value ?? 0) : sum), 0);
  const busy = rows.filter((row) => size(row) > 0);
  if (busy.length === 0) return { shown: rows.slice(0, BUSIEST), rest: [`The first ${BUSIEST} of ${count(rows.length)} ${nouns}`] };
  if (busy.length <= ROWS) return { shown: busy, rest: [`All other ${nouns}: none`] };
  const busiest = new Set([...busy].sort((a, b) => size(b) - size(a)).slice(0, BUSIEST));
  // What the headline names is looked for in the table.
  const named = rows.find((row) => row.key === namedRow && !busiest.has(row));
  return {
    shown: rows.filter((row) => busiest.has(row) || row === named),
    rest: [`The ${BUSIEST} busiest of ${count(rows.length)} ${nouns}${named ? `, and ${named.label}` : ''}`],
  };
}

function totalsLines(table: Table, baseline?: Then, most = TOTALS): TableLines {
  const sums = totals(table);
  const uses = totalUses(table.columns, sums);
  const cells = table.columns.slice(0, most).map((column, index) => {
    const value = sums[index] ?? null;
    const numbers = [value, ...(baseline ? [totalIn(baseline.table, column)] : [])].map((number) => inWords(number, column.unit, NO_DATA));
    return [nameOfTotal(column), ...numbers, ...(uses === null ? [] : [share(value ?? 0, uses)])];
  });
  const isSum = table.columns.slice(0, most).every(({ combine }) => combine.by === 'sum');
  const heads = [
    uses !== null ? 'Uses' : isSum ? 'Total' : 'All',
    ...(baseline ? [headOf(baseline)] : []),
    ...(uses === null ? [] : ['Share']),
  ];
  const more = table.columns.length - most;
  return {
    lines: aligned([['', ...heads], ...cells]),
    rest: [...(more > 0 ? [`and ${count(more)} more${uses === null ? '' : ' tags'}`] : []), ...gone(table, baseline?.table)],
    isCut: table.rows.length > 1 ? hasNumbers(table) : sums.slice(most).some((sum) => sum !== null && sum !== 0),
  };
}

const AVERAGE = ', average';

/** A mean is no total, and says so. */
function nameOfTotal({ label, combine }: Column): string {
  return combine.by === 'weighted mean' ? cutToWidth(label, NAME_WIDTH - AVERAGE.length) + AVERAGE : cutToWidth(label, NAME_WIDTH);
}

/** Of the tags that only the baseline has these many are named. */
const GONE = 4;

/** What is not used now would be seen nowhere. */
export function gone(table: Table, baseline: Table | undefined): string[] {
  const now = new Set(table.columns.map(({ key }) => key));
  const uses = totals(baseline ?? { ...table, columns: [] });
  const names = (baseline?.columns ?? []).flatMap((column, index) =>
    isUses(column) && !now.has(column.key) && uses[index] ? [`${column.label} (${count(uses[index])})`] : [],
  );
  return names.length === 0 ? [] : [`Used only then: ${listed(names, GONE)}`];
}

function brokenHead(head: string): readonly [string, string] {
  const space = head.lastIndexOf(' ');
  return widthOf(head) <= ONE_LINE || space < 0 ? ['', head] : [head.slice(0, space), head.slice(space + 1)];
}

/** Names to the left, numbers to the right. */
function aligned(cells: readonly (readonly string[])[]): string[] {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => widthOf(line[column] ?? ''))));
  return cells.map((line) =>
    line
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return column === 0 ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
