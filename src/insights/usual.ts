import type { Table, Unit, Value } from '../model/result.ts';
import { startOf, type Temporal } from '../model/time.ts';
import { timeInWords } from '../reports/words/dates.ts';
import { createHistory, LIKES, usualOf, weekdaysBefore } from './like-days.ts';

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

/** The columns of an hourly table, each for the day so far against the same hours of the same weekday in the weeks before. */
export function againstUsual(table: Table, { day, until }: PartOfDay): Against[] {
  const history = createHistory(table);
  const times = Array.from({ length: until }, (_, hour) => ` ${timeInWords({ hour, minute: 0 })}`);
  const today = history.numbersOf([{ day, times }]);
  const before = usualOf(history, { likes: weekdaysBefore(day, LIKES), times });
  return table.columns.map(({ key, label, unit, combine }, column) => {
    const weight = combine.by === 'weighted mean' ? table.columns.findIndex((other) => other.key === combine.weight) : column;
    const volume = Math.min(today[weight] ?? 0, before[weight] ?? 0);
    return { key, label, unit, value: today[column] ?? null, usual: before[column] ?? null, volume };
  });
}
