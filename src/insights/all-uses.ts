import { sum } from '../model/combine.ts';
import type { Column, Table } from '../model/result.ts';

export const ALL_USES: Column = { key: ':uses:', label: 'Tag uses', unit: 'uses', combine: { by: 'sum' } };

/** The table with all uses of tags as its first column: what is usual of their sum cannot be made of what is usual of each. */
export function withAllUses({ columns, rows, ...rest }: Table): Table {
  const isUses = columns.map(({ unit }) => unit === 'uses');
  return {
    ...rest,
    columns: [ALL_USES, ...columns],
    rows: rows.map((row) => ({ ...row, values: [sum(row.values.filter((_, index) => isUses[index])) ?? 0, ...row.values] })),
  };
}
