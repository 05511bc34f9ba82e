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

/** A table of hours from midnight of Mon 9 Nov 2026 on; `values` are those of an hour of a day, both counted from 0. */
export function hourly(days: number, columns: readonly Column[], values: (day: number, hour: number) => readonly Value[]): Table {
  const rows = daily(columns, Array(days).fill([])).rows.flatMap(({ key, label }, day) =>
    Array.from({ length: 24 }, (_, hour) => {
      const time = `${String(hour).padStart(2, '0')}:00`;
      return { key: `${key} ${time}`, label: `${label} ${time}`, values: values(day, hour) };
    }),
  );
  return { rowLabel: 'Hour', columns, rows };
}
