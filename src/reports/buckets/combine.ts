import { combine, fieldsOf } from '../../model/combine.ts';
import type { Column, Table, Value } from '../../model/result.ts';

/** Every column of a table as one number, in the columns' order. */
export function totals(table: Table): readonly Value[] {
  if (table.totals) return table.totals;
  const rows = fieldsOf(table);
  return table.columns.map((column) => combine(column, rows));
}

/** One column as one number in another table of its report: a count that has no column there (a tag that nobody used) is 0. */
export function totalIn(table: Table, column: Column): Value {
  const at = table.columns.findIndex(({ key }) => key === column.key);
  if (at === -1) return ifNone(column);
  return table.totals ? (table.totals[at] ?? null) : combine(column, fieldsOf(table));
}

/** A count that is not there is 0: the API leaves zeros out. A mean that is not there is no data. */
export function ifNone({ combine: rule }: Column): Value {
  return rule.by === 'sum' ? 0 : null;
}

/** False when there is nothing to see: every value is 0 or no data. */
export function hasNumbers(table: Table): boolean {
  return table.rows.some(({ values }) => values.some((value) => value !== null && value !== 0));
}
