import type { Chart, ChartKind, DrawOptions, Sheet } from '../../charts/chart.ts';
import { chartKinds } from '../../charts/index.ts';
import { drawnColumns } from '../../charts/plot.ts';
import type { ReportQuery } from '../../model/query.ts';
import type { Baseline, Table } from '../../model/result.ts';
import { align } from './align.ts';
import { fillsLast } from './calendar.ts';

/** How a report's table is to be drawn. */
export interface Drawing {
  /** Drawn beside the table, by kinds that can. */
  readonly baseline?: Baseline | undefined;
  /** The name of a kind of chart: that one, if it suits. Absent: the nearest to the table's shape. */
  readonly kind?: string | undefined;
}

/** The chart of a table; null where none suits. `columns` are the keys of those that are drawn, all when absent. */
export function drawn(
  table: Table,
  query: ReportQuery,
  { baseline, kind: asked, columns }: Drawing & Pick<DrawOptions, 'columns'>,
): Chart | null {
  const usual = { weekStart: query.weekStart, ...(columns && { columns }) };
  const alone: Sheet = { table, options: { ...usual, partial: fillsLast(query) } };
  const compared = baseline ? beside(alone, query, baseline) : alone;
  const isOne = drawnColumns(table, columns).length === 1;
  const sheetOf = ({ compares }: ChartKind) => (compares === 'sums' || (compares === 'one series' && isOne) ? compared : alone);
  const suiting = chartKinds(table, usual).filter((kind) => kind.suits(sheetOf(kind).table, usual));
  const chosen = suiting.find(({ name }) => name === asked) ?? suiting.find(({ onRequest }) => !onRequest);
  if (!chosen) return null;
  const sheet = sheetOf(chosen);
  return { ...chosen.draw(sheet.table, sheet.options), others: suiting.filter((kind) => kind !== chosen).map(({ name }) => name), sheet };
}

function beside({ table, options }: Sheet, { range }: ReportQuery, baseline: Baseline): Sheet {
  const both = align(table, baseline.table);
  return {
    table: both.table,
    options: {
      ...options,
      // The last row is none of the table's where the baseline is longer.
      partial: options.partial === true && both.table.rows.length === table.rows.length,
      baseline: { table: both.baseline, label: baseline.range.label, tableLabel: range.label },
    },
  };
}
