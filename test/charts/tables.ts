import type { Column, Table, Unit, Value } from '../../src/model/result.ts';

/** Columns that are added up, named like their keys. */
export function summed(unit: Unit, ...names: readonly string[]): readonly Column[] {
  return names.map((name) => ({ key: name, label: name, unit, combine: { by: 'sum' } }));
}

/** A table of days from 9 Nov 2026 on, one list of values per day. */
export function daily(columns: readonly Column[], days: readonly (readonly Value[])[]): Table {
  const rows = days.map((values, index) => {
    const date = new Date(Date.UTC(2026, 10, 9 + index)).toISOString().slice(0, 10);
    return { key: date, label: `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][index % 7]} ${Number(date.slice(8))} Nov`, values };
  });
  return { rowLabel: 'Day', columns, rows };
}
