import type { ApiDistribution } from '../../model/query.ts';
import { type DateRange, Temporal, zoned } from '../../model/time.ts';

const DATE =
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:[ T](?<hour>\d{2})(?::\d{2}){0,2}(?:\.\d+)?(?<offset>Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const HOUR = /^(?<hour>\d{1,2})(?::\d{2}){0,2}$/;

/** What a key must at least name. What it names beyond that is read and not needed. */
const NEEDED: Record<Exclude<ApiDistribution, 'day-hours'>, string> = { hour: 'hour', day: 'day', month: 'month', year: 'year' };

/** Hours of the day have no date; any will do, because nothing but the hour is read of them. */
const ANY_DAY = Temporal.PlainDate.from('2000-01-01');

/**
 * The wall time at which a bucket begins, or null for a key that we cannot read. Only the keys of days are documented
 * (`2026-11-09`), so the others are read in every spelling that can mean one thing only.
 */
export function wallTime(raw: string, countedBy: ApiDistribution, range: DateRange): Temporal.PlainDateTime | null {
  if (countedBy === 'day-hours') return atHour(ANY_DAY, HOUR.exec(raw)?.groups?.hour);
  const parts = DATE.exec(raw)?.groups;
  if (parts?.[NEEDED[countedBy]] !== undefined) return atDate(raw, parts, range);
  return countedBy === 'hour' ? atHour(onlyDay(range), HOUR.exec(raw)?.groups?.hour) : null;
}

function atDate(raw: string, parts: Record<string, string | undefined>, range: DateRange): Temporal.PlainDateTime | null {
  const { year, month = '01', day = '01', hour = '00', offset } = parts;
  return orNull(() =>
    offset === undefined
      ? Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:00`)
      : Temporal.Instant.from(raw).toZonedDateTimeISO(range.zone).toPlainDateTime(),
  );
}

function atHour(day: Temporal.PlainDate | null, hour: string | undefined): Temporal.PlainDateTime | null {
  return day && hour !== undefined ? orNull(() => day.toPlainDateTime(`${hour.padStart(2, '0')}:00`)) : null;
}

/** The day of a range within one day. In longer ranges an hour alone could be of any of them. */
function onlyDay({ start, end, zone }: DateRange): Temporal.PlainDate | null {
  const first = zoned(start, zone).toPlainDate();
  return first.equals(zoned(end - 1, zone).toPlainDate()) ? first : null;
}

/** A date that does not exist makes Temporal throw; here it is a key like any other that we do not know. */
function orNull(read: () => Temporal.PlainDateTime): Temporal.PlainDateTime | null {
  try {
    return read();
  } catch {
    return null;
  }
}
