import { type Granularity, startOf, type Temporal } from '../../model/time.ts';
import type { Moment, Stretch } from './format.ts';

interface Steps {
  readonly unit: Granularity;
  readonly by: number;
}

/** By the calendar, never by 24 hours. */
export function moved(date: Temporal.PlainDate, { unit, by }: Steps): Temporal.PlainDate {
  return date.add(unit === 'quarter' ? { months: 3 * by } : { [`${unit}s`]: by });
}

/** The first day from a date on that is a weekday, 1 being Monday. */
export const onOrAfter = (date: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });

/** The last day up to a date that is a weekday. */
export const onOrBefore = (date: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  date.subtract({ days: (date.dayOfWeek - weekday + 7) % 7 });

interface UnitsOfDate {
  readonly date: Temporal.PlainDate;
  readonly unit: Granularity;
  readonly count?: number;
}

/** Whole units, the first of which begins with the date. A day that a zone skipped altogether has no length. */
export function unitsFrom({ date, unit, count = 1 }: UnitsOfDate, { now }: Moment): Stretch {
  const zone = now.timeZoneId;
  return { start: date.toZonedDateTime(zone), end: moved(date, { unit, by: count }).toZonedDateTime(zone), granularity: unit };
}

/** More than any report can be about, and less than the calendar can bear. */
export const MOST_UNITS = 99_999;

interface Units {
  readonly unit: Granularity;
  /** How many units after the present one they begin. */
  readonly by?: number;
  readonly count?: number;
}

/** Shorter than a day: of these a change of the clock makes no more and no fewer. */
export const isClockUnit = (unit: Granularity): boolean => FINEST_FIRST.indexOf(unit) < FINEST_FIRST.indexOf('day');

/** The same without a fiscal year of its own: quarters are those of the calendar. */
export const byCalendar = ({ yearStart: _, ...moment }: Moment): Moment => moment;

/** Whole quarters of the fiscal year; most fiscal years have those of the calendar. */
function wholeQuarters({ by = 0, count = 1 }: Omit<Units, 'unit'>, moment: Moment): Stretch {
  const { now, yearStart = 1 } = moment;
  const month = startOf('month', now).toPlainDate();
  const present = month.subtract({ months: (month.month - yearStart + 12) % 3 });
  const quarters = unitsFrom({ date: moved(present, { unit: 'quarter', by }), unit: 'quarter', count }, moment);
  return { ...quarters, ...((yearStart - 1) % 3 !== 0 && { isFiscal: true }) };
}

/** Whole units, counted from the one that holds the moment. */
export function wholeUnits({ unit, by = 0, count = 1 }: Units, moment: Moment): Stretch {
  if (unit === 'quarter') return wholeQuarters({ by, count }, moment);
  const present = startOf(unit, moment.now, moment.weekStart);
  if (!isClockUnit(unit)) return unitsFrom({ date: moved(present.toPlainDate(), { unit, by }), unit, count }, moment);
  const start = present.add({ [`${unit}s`]: by });
  return { start, end: start.add({ [`${unit}s`]: count }), granularity: unit };
}

const FINEST_FIRST: readonly Granularity[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];

export function finer(one: Granularity, other: Granularity): Granularity {
  return FINEST_FIRST.indexOf(one) < FINEST_FIRST.indexOf(other) ? one : other;
}
