import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** Milliseconds since 1970-01-01T00:00:00Z. A plain number, so that values that hold it compare and serialise as they are. */
export type Instant = number;

/** The only way to learn what time it is: handed in, never imported. */
export type Clock = () => Instant;

/** An IANA name such as `Europe/Warsaw`. */
export type Zone = string;

export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

/** What a range is made of: `last week` of weeks, `yesterday` of days, `14:00-16:00` of hours. */
export type Granularity = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Parts of a range that a report is narrowed to: `weekdays in october`, `mornings this month`. All of those that are there hold. */
export interface Only {
  /** 1 is Monday. */
  readonly days?: readonly number[];
  /** By the clock of the zone, from one whole hour (0–23) until before another (1–24); over midnight where `to` is not after `from`. */
  readonly hours?: { readonly from: number; readonly to: number };
}

export interface DateRange {
  /** Inclusive. */
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
  readonly zone: Zone;
  /** The person's own words for it, tidied: `last week`. Typed again, they give the same range. */
  readonly label: string;
  readonly granularity: Granularity;
  /** Reaches to this moment: its last bucket is still filling. */
  readonly partial: boolean;
  readonly only?: Only;
  /** A quarter of a fiscal year that is not the calendar's, though its words name one of the calendar too: `Q3`, `last quarter`. */
  readonly isFiscal?: true;
}

export function zoned(instant: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/** `2026-11-09T00:00:00+01:00`: wall time and the offset that the zone has at that instant. Fractions only where there are some. */
export function rfc3339(instant: Instant, zone: Zone): string {
  return zoned(instant, zone).toString({ timeZoneName: 'never', calendarName: 'never' });
}

/** Midnight, or where a change of the clock skips that, the first moment of the day. */
export const isStartOfDay = (moment: Temporal.ZonedDateTime): boolean => moment.equals(moment.startOfDay());

export function isZone(name: string): boolean {
  try {
    zoned(0, name);
    return true;
  } catch {
    return false;
  }
}

const WEEKDAY_OF_START: Record<WeekStart, number> = { monday: 1, saturday: 6, sunday: 7 };

/** An hour of which the clocks skip the beginning begins where they are put forward: at 3:45 in Chatham. */
function startOfClockUnit(unit: 'hour' | 'minute' | 'second', moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const start = moment.round({ smallestUnit: unit, roundingMode: 'floor' });
  if (Temporal.ZonedDateTime.compare(start, moment) <= 0) return start;
  return moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? start;
}

/** The first instant of the unit that holds `moment`, in its own zone. */
export function startOf(unit: Granularity, moment: Temporal.ZonedDateTime, weekStart: WeekStart = 'monday'): Temporal.ZonedDateTime {
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return startOfClockUnit(unit, moment);
  const day = moment.startOfDay();
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: (day.dayOfWeek - WEEKDAY_OF_START[weekStart] + 7) % 7 }).startOfDay();
    case 'month':
      return day.with({ day: 1 }).startOfDay();
    case 'quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) }).startOfDay();
    case 'year':
      return day.with({ day: 1, month: 1 }).startOfDay();
  }
}
