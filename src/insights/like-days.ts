import { USUAL_WEEKS } from '../model/query.ts';
import type { Column, Row, Table, Value } from '../model/result.ts';
import type { Temporal } from '../model/time.ts';
import { hasNumbers, totals } from '../reports/buckets/combine.ts';
import { median } from './median.ts';

/** So many days or hours like another say what is usual, the latest before the others. */
export const LIKES = USUAL_WEEKS;
/** Of fewer days nobody can say what is usual. */
export const LEAST_DAYS = 3;

type Day = Temporal.PlainDate;

/** The same weekday in the weeks before, the last one first. */
export function weekdaysBefore(day: Day, weeks: number): Day[] {
  return Array.from({ length: weeks }, (_, index) => day.subtract({ weeks: index + 1 }));
}

/** Days to look back at, by the numbers of their parts. */
export interface History {
  readonly columns: readonly Column[];
  /** False of a day on which nothing at all was counted: it was closed, or before the beginning, and is nobody's usual day. */
  isKnown(day: Day): boolean;
  /** Each column as one number. */
  numbersOf(parts: readonly PartOf[]): readonly Value[];
}

/** A part of a day, or all of it. */
export interface PartOf {
  readonly day: Day;
  /** What follows the day in the keys of its rows: ` 14:00`; nothing, once, where rows are days. */
  readonly times: readonly string[];
}

const DATE_LENGTH = '2026-11-09'.length;

/** Of a table by day or by hour. Two of its rows may share a key, where clocks were put back. */
export function createHistory(table: Table): History {
  const byKey = grouped(table.rows, ({ key }) => key);
  const byDay = grouped(table.rows, ({ key }) => key.slice(0, DATE_LENGTH));
  const known = new Set([...byDay].filter(([, rows]) => hasNumbers({ ...table, rows })).map(([day]) => day));
  return {
    columns: table.columns,
    isKnown: (day) => known.has(`${day}`),
    numbersOf(parts) {
      const rows = parts.flatMap(({ day, times }) => times.flatMap((time) => byKey.get(`${day}${time}`) ?? []));
      return totals({ ...table, rows });
    },
  };
}

function grouped(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** What a part of a day usually is, column by column, by the same part of the known ones among days like it; null: they are too few. */
export function usualOf(
  history: History,
  { likes, times }: { readonly likes: readonly Day[]; readonly times: readonly string[] },
): Value[] {
  const numbers = likes.filter(history.isKnown).map((day) => history.numbersOf([{ day, times }]));
  return history.columns.map((_, column) => {
    const known = numbers.map((values) => values[column] ?? null).filter((value) => value !== null);
    return known.length < LEAST_DAYS ? null : median(known);
  });
}
