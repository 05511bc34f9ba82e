import type { Column, Table, Value } from './result.ts';

/** The fields of a bucket or a row, by column key. */
export type Fields = (key: string) => Value;

/** A table's rows, in their order. */
export function fieldsOf({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Fields[] {
  const position = new Map(columns.map(({ key }, index) => [key, index]));
  return rows.map(
    ({ values }) =>
      (key) =>
        values[position.get(key) ?? -1] ?? null,
  );
}

/** One number of several, by the column's own rule; null when none of them has data. */
export function combine({ key, combine: rule }: Column, items: readonly Fields[]): Value {
  switch (rule.by) {
    case 'sum':
      return sum(items.map((item) => item(key)));
    case 'weighted mean':
      return weightedMean(items.map((item) => ({ mean: item(key), weight: item(rule.weight) })));
    case 'none':
      return items.length === 1 ? (items[0]?.(key) ?? null) : null;
  }
}

/** null when none of them has data. */
export function sum(values: readonly Value[]): Value {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** A mean of nothing is no data, whatever number stands beside it. */
function weightedMean(items: readonly { readonly mean: Value; readonly weight: Value }[]): Value {
  const known = items.flatMap(({ mean, weight }) => (mean !== null && weight !== null && weight > 0 ? [{ mean, weight }] : []));
  // One mean is handed on as it came: multiplied and divided it could lose its last digit.
  if (known.length <= 1) return known[0]?.mean ?? null;
  const weight = known.reduce((total, item) => total + item.weight, 0);
  return known.reduce((total, item) => total + item.mean * item.weight, 0) / weight;
}
