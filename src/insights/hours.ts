import type { Table } from '../model/result.ts';
import { type DateRange, type Instant, startOf, type Temporal, type Zone, zoned } from '../model/time.ts';
import { timeInWords } from '../reports/words/dates.ts';
import { LIKES, weekdaysBefore } from './like-days.ts';

/** Their clocks never change, and with one of them every zone of today begins its hours: on the full hour of UTC, or 30 or 45 minutes off. */
const STEADY: readonly Zone[] = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu'];

const WEEK = 7;
/** `hoursUpTo` touches so many days: the weeks, a day more, and today. */
export const DAYS_OF_HOURS = LIKES * WEEK + 2;

/**
 * The full hours up to `now` and the weeks before, to be asked for once: a day of every zone that begins its hours with the range's zone can
 * be cut from them, so for nearly everybody that zone is UTC. Hours that are half or quarter hours off (`Australia/Adelaide`) are not made
 * of UTC's: their zones have a range of their own, and a zone that changes its clocks by less than an hour is asked for itself while
 * its weeks hold such a change.
 */
export function hoursUpTo(now: Instant, zone: Zone): DateRange {
  const beginsWith = (steady: Zone) => [now, weeksBefore(now, zone)].every((at) => hourOf(at, steady) === hourOf(at, zone));
  const asked = STEADY.find(beginsWith) ?? zone;
  return { start: weeksBefore(now, asked), end: hourOf(now, asked), zone: asked, label: 'today', granularity: 'hour', partial: true };
}

/**
 * Of the hours of a range those of `day` and of its weekday in the weeks before, as clocks in `zone` have them. Two rows share a key where
 * its clocks were put back.
 */
export function hoursIn(zone: Zone, table: Table, { range, day }: { readonly range: DateRange; readonly day: Temporal.PlainDate }): Table {
  const keys = new Map(
    [day, ...weekdaysBefore(day, LIKES)].flatMap((date) => hoursOf(date, zone)).map((hour) => [keyIn(range.zone, hour), keyIn(zone, hour)]),
  );
  return {
    ...table,
    rows: table.rows.flatMap((row) => {
      const key = keys.get(row.key);
      return key === undefined ? [] : [{ ...row, key }];
    }),
  };
}

function hoursOf(date: Temporal.PlainDate, zone: Zone): Temporal.ZonedDateTime[] {
  const hours = [];
  for (let hour = date.toZonedDateTime(zone); hour.toPlainDate().equals(date); hour = hour.add({ hours: 1 })) hours.push(hour);
  return hours;
}

/** `2026-11-09 14:00`, as hourly tables have it. */
function keyIn(zone: Zone, moment: Temporal.ZonedDateTime): string {
  const wall = moment.withTimeZone(zone).toPlainDateTime();
  return `${wall.toPlainDate()} ${timeInWords({ hour: wall.hour, minute: 0 })}`;
}

const hourOf = (at: Instant, zone: Zone): Instant => startOf('hour', zoned(at, zone)).epochMilliseconds;

/** A day more than the weeks: elsewhere it may be yesterday still. */
function weeksBefore(now: Instant, zone: Zone): Instant {
  const first = zoned(now, zone).toPlainDate().subtract({ weeks: LIKES, days: 1 });
  return first.toZonedDateTime(zone).epochMilliseconds;
}
