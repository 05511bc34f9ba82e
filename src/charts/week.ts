import { combine, type Fields, fieldsOf, sum } from '../model/combine.ts';
import type { Column, Table, Value } from '../model/result.ts';
import type { WeekStart } from '../model/time.ts';
import type { DrawOptions } from './chart.ts';
import { dayAndHour } from './labels.ts';
import { drawnColumns, isSummed, measureOf } from './plot.ts';

/** From Monday on. */
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const FIRST: Record<WeekStart, number> = { monday: 0, saturday: 5, sunday: 6 };

interface HourOfWeek {
  readonly day: string;
  readonly weekday: string;
  readonly hour: string;
  readonly fields: Fields;
}

/**
 * A table of single hours as one week: its columns are weekdays, its rows hours of the day. A cell is a usual such hour where there are several:
 * counts are averaged over the days, means by their own rule. Several counts are added up.
 */
export function weekTable(table: Table, { columns: keys, partial = false, weekStart = 'monday' }: DrawOptions = {}): Table {
  const columns = measured(table, keys);
  // An hour that is still filling would look like a quiet one.
  const hours = hoursOf(partial ? { ...table, rows: table.rows.slice(0, -1) } : table);
  const cells = new Map<string, HourOfWeek[]>();
  for (const one of hours) cells.set(cellKey(one), [...(cells.get(cellKey(one)) ?? []), one]);
  const isThere = new Set(hours.flatMap(({ weekday, hour }) => [weekday, hour]));
  const weekdays = [...WEEKDAYS.slice(FIRST[weekStart]), ...WEEKDAYS.slice(0, FIRST[weekStart])].filter((name) => isThere.has(name));
  const isAveraged = [...cells.values()].some(({ length }) => length > 1);
  return {
    rowLabel: isAveraged ? 'weekday and hour, on average' : 'weekday and hour',
    columns: weekdays.map((name) => ({ key: name, label: name, unit: columns[0]?.unit ?? 'chats', combine: { by: 'none' } })),
    rows: ALL_HOURS.filter((hour) => isThere.has(hour)).map((hour) => ({
      key: hour,
      label: hour,
      values: weekdays.map((weekday) => usual(columns, cells.get(cellKey({ weekday, hour })) ?? [])),
    })),
  };
}

/** How many days a table of single hours is of; 0 for other tables. */
export function daysByHour(table: Table): number {
  const hours = hoursOf(table);
  return hours.length < table.rows.length ? 0 : new Set(hours.map(({ day }) => day)).size;
}

/** What is measured, as in the title of any other chart of the table. */
export function weekMeasure(table: Table, { columns, valueLabel }: DrawOptions = {}): string {
  return measureOf(measured(table, columns), valueLabel);
}

const ALL_HOURS = Array.from({ length: 24 }, (_, hour) => timeOf(hour));

function timeOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

const cellKey = ({ weekday, hour }: Pick<HourOfWeek, 'weekday' | 'hour'>) => `${weekday} ${hour}`;

function hoursOf(table: Table): readonly HourOfWeek[] {
  const fields = fieldsOf(table);
  return table.rows.flatMap((row, index) => {
    const moment = dayAndHour(row);
    const weekday = moment && weekdayOf(moment.day);
    const found = fields[index];
    return moment && weekday && found ? [{ day: moment.day, weekday, hour: timeOf(moment.hour), fields: found }] : [];
  });
}

/** undefined for a date that there is not. */
function weekdayOf(day: string): string | undefined {
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
}

/** Counts are of one unit and may be added up; of others there is the first. */
function measured(table: Table, keys: DrawOptions['columns']): readonly Column[] {
  const columns = drawnColumns(table, keys);
  return columns.every(isSummed) ? columns : columns.slice(0, 1);
}

function usual(columns: readonly Column[], hours: readonly HourOfWeek[]): Value {
  const [first] = columns;
  if (!first) return null;
  if (!isSummed(first)) {
    return combine(
      first,
      hours.map(({ fields }) => fields),
    );
  }
  const counts = hours.map(({ fields }) => sum(columns.map(({ key }) => fields(key)))).filter((count) => count !== null);
  const total = sum(counts);
  return total === null ? null : total / counts.length;
}
