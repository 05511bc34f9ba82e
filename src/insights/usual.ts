import type { Table, Unit, Value } from '../model/result.ts';
import { startOf, type Temporal } from '../model/time.ts';
import { hasNumbers, totals } from '../reports/buckets/combine.ts';

/** How far back the usual is looked for: as many same weekdays as hours fit into one question about one month. */
export const WEEKS = 4;

/** Of fewer days nobody can say what is usual. */
const LEAST_DAYS = 2;
const HOURS = 24;

/** The part of a day that is over: its hours before `until`. */
export interface PartOfDay {
  readonly day: Temporal.PlainDate;
  /** By the clock on the wall; 0: no full hour is over. */
  readonly until: number;
}

/** What of the day is over in full hours. An hour that the clocks repeat is over when its first half is not counted in part. */
export function partOfDay(now: Temporal.ZonedDateTime): PartOfDay {
  return { day: now.toPlainDate(), until: startOf('hour', now).hour };
}

/** The same day of the weeks before, the last one first. */
export function weekdaysBefore(day: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: WEEKS }, (_, index) => day.subtract({ weeks: index + 1 }));
}

/** A number of the day so far, and the same of a usual day by the same hour. */
export interface Against {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly value: Value;
  /** null: too few days are known. */
  readonly usual: Value;
  /** How many things the smaller of the two is made of: few make no percentage. */
  readonly volume: number;
}

/** The middle of the numbers that are known, which one wild day does not move. */
export function median(values: readonly Value[]): Value {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [below, above] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]];
  return below === undefined || above === undefined ? null : below + (above - below) / 2;
}

/**
 * The columns of an hourly table, each for the day so far against the same hours of the same weekday in the weeks before. A day on which
 * nothing at all was counted was closed, or before the beginning: it is nobody's usual day.
 */
export function againstUsual(table: Table, { day, until }: PartOfDay): Against[] {
  const today = totals(hoursOf(table, day, until));
  const before = weekdaysBefore(day)
    .filter((date) => hasNumbers(hoursOf(table, date, HOURS)))
    .map((date) => totals(hoursOf(table, date, until)));
  return table.columns.map(({ key, label, unit, combine }, column) => {
    const usual = usualOf(before.map((values) => values[column] ?? null));
    const value = today[column] ?? null;
    const weight = combine.by === 'weighted mean' ? table.columns.findIndex((other) => other.key === combine.weight) : column;
    const volume = Math.min(today[weight] ?? 0, usualOf(before.map((values) => values[weight] ?? null)) ?? 0);
    return { key, label, unit, value, usual, volume };
  });
}

const usualOf = (values: readonly Value[]): Value => (values.filter((value) => value !== null).length < LEAST_DAYS ? null : median(values));

function hoursOf(table: Table, date: Temporal.PlainDate, until: number): Table {
  // Keys are `2026-11-09 14:00`; what else LiveChat sends is of no hour.
  const hours = new Set(Array.from({ length: until }, (_, hour) => `${date} ${String(hour).padStart(2, '0')}:00`));
  return { ...table, rows: table.rows.filter(({ key }) => hours.has(key)) };
}
