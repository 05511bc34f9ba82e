import type { DrawOptions } from '../../charts/chart.ts';
import type { ReportQuery } from '../../model/query.ts';
import type { Baseline, Table } from '../../model/result.ts';
import { align } from './align.ts';
import { fillsLast } from './calendar.ts';

/** A table as it is drawn, beside its baseline where it has one. */
export function drawn(table: Table, query: ReportQuery, baseline?: Baseline): { readonly table: Table; readonly options: DrawOptions } {
  const partial = fillsLast(query);
  if (!baseline) return { table, options: { partial } };
  const both = align(table, baseline.table);
  return {
    table: both.table,
    options: {
      // The last row is none of the table's where the baseline is longer.
      partial: partial && both.table.rows.length === table.rows.length,
      baseline: { table: both.baseline, label: baseline.range.label, tableLabel: query.range.label },
    },
  };
}
