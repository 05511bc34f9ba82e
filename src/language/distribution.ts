import { DISTRIBUTIONS, type Distribution } from '../model/query.ts';
import { type DateRange, zoned } from '../model/time.ts';
import type { Found } from './rest.ts';

/** How each is said; the first way is ours. */
const WORDS: Record<Distribution, readonly string[]> = {
  hour: ['hour', 'hours'],
  'day-hours': ['hour of day', 'hour of the day', 'hours of the day', 'day-hours', 'day hours', 'time of day'],
  day: ['day', 'days', 'date'],
  week: ['week', 'weeks'],
  weekday: ['weekday', 'weekdays', 'day of week', 'day of the week'],
  month: ['month', 'months'],
  year: ['year', 'years'],
};

const BY_WORDS: ReadonlyMap<string, Distribution> = new Map(
  DISTRIBUTIONS.flatMap((name) => WORDS[name].map((word) => [word, name] as const)),
);
const BY_ADVERB: ReadonlyMap<string, Distribution> = new Map([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['yearly', 'year'],
]);
export const ADVERBS: readonly string[] = [...BY_ADVERB.keys()];

const longestFirst = [...BY_WORDS.keys()].sort((one, other) => other.length - one.length).join('|');
const PATTERN = new RegExp(
  `(?<!\\S)(?:(?:split |broken down )?(?:by|per)(?: the)? (?<words>${longestFirst})|(?<adverb>${ADVERBS.join('|')}))(?![^\\s,.;!?])`,
  'i',
);

export function findDistribution(text: string): Found<Distribution> | null {
  const found = PATTERN.exec(text);
  const { words = '', adverb = '' } = found?.groups ?? {};
  const value = BY_WORDS.get(words.toLowerCase()) ?? BY_ADVERB.get(adverb.toLowerCase());
  return found && value ? { value, index: found.index, length: found[0].length } : null;
}

export function sayDistribution(distribution: Distribution): string {
  return `by ${WORDS[distribution][0]}`;
}

const isWithin = ({ start, end, zone }: DateRange, days: number): boolean => end <= zoned(start, zone).add({ days }).epochMilliseconds;

/** A table that people can take in: at most 24, 62 or 36 rows. */
export function chooseDistribution(range: DateRange): Distribution {
  if (isWithin(range, 1)) return 'hour';
  return isWithin(range, 62) ? 'day' : 'month';
}

/** More hours than these are neither readable nor cheap to ask for. */
export const MOST_DAYS_BY_HOUR = 31;

export function hasTooManyHours(distribution: Distribution, range: DateRange): boolean {
  return distribution === 'hour' && !isWithin(range, MOST_DAYS_BY_HOUR);
}
