import { type DateRange, type WeekStart, zoned } from './time.ts';

/** Bucket sizes that the Reports API knows by these names. `day-hours` is the hour of the day, added up over all days. */
export const API_DISTRIBUTIONS = ['hour', 'day-hours', 'day', 'month', 'year'] as const;
export type ApiDistribution = (typeof API_DISTRIBUTIONS)[number];

/** Bucket sizes that a person may ask for. `week` and `weekday` are added up here, from days. */
export const DISTRIBUTIONS = ['hour', 'day-hours', 'day', 'week', 'weekday', 'month', 'year'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/** How people call them, and type them after `by`. */
export const DISTRIBUTION_WORDS: Record<Distribution, string> = {
  hour: 'hour',
  'day-hours': 'hour of day',
  day: 'day',
  week: 'week',
  weekday: 'weekday',
  month: 'month',
  year: 'year',
};

/** More hours than these are neither readable nor cheap to ask for. */
export const MOST_DAYS_BY_HOUR = 31;

/** What is usual of a day is learned from the same weekday in so many weeks before. */
export const USUAL_WEEKS = 8;

export function isWithinDays({ start, end, zone }: Pick<DateRange, 'start' | 'end' | 'zone'>, days: number): boolean {
  return end <= zoned(start, zone).add({ days }).epochMilliseconds;
}

/** Lists mean any of; several filters mean all of. An absent filter filters nothing. */
export interface Filters {
  /** E-mail addresses, which are LiveChat's agent ids. */
  readonly agents?: readonly string[];
  /** Group ids; 0 is the group General. */
  readonly groups?: readonly number[];
  /** Tag names, in LiveChat's own spelling. */
  readonly tags?: readonly string[];
  /** Chats that carry none of these tags (from v3.4 on). */
  readonly withoutTags?: readonly string[];
  /** true: chats with at least one tag; false: chats with none. */
  readonly tagged?: boolean;
  /** OAuth client ids of the application that the customer chats through. */
  readonly clients?: readonly string[];
}

export const FILTER_NAMES = ['agents', 'groups', 'tags', 'withoutTags', 'tagged', 'clients'] as const satisfies readonly (keyof Filters)[];
export type FilterName = (typeof FILTER_NAMES)[number];

/** What a report is asked. */
export interface ReportQuery {
  readonly range: DateRange;
  /** What the range is compared with; absent: nothing. */
  readonly baseline?: DateRange;
  readonly distribution: Distribution;
  readonly filters: Filters;
  readonly weekStart: WeekStart;
  /** So many days may be counted hour by hour; absent: those that people can read. */
  readonly mostDaysByHour?: number;
}
