import { DISTRIBUTION_WORDS, DISTRIBUTIONS, type Distribution, isWithinDays, MOST_DAYS_BY_HOUR } from '../model/query.ts';
import type { DateRange } from '../model/time.ts';
import type { Found } from './rest.ts';

/** Other ways to say them. */
const ALSO: Record<Distribution, readonly string[]> = {
  hour: ['hours'],
  'day-hours': ['hour of the day', 'hours of the day', 'day-hours', 'day hours', 'time of day'],
  day: ['days', 'date'],
  week: ['weeks'],
  weekday: ['weekdays', 'day of week', 'day of the week'],
  month: ['months'],
  year: ['years'],
};

const BY_WORDS: ReadonlyMap<string, Distribution> = new Map(
  DISTRIBUTIONS.flatMap((name) => [DISTRIBUTION_WORDS[name], ...ALSO[name]].map((word) => [word, name] as const)),
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
  `(?<!\\S)(?:(?:split |broken down )?(?:by|per|each|every)(?: the)? (?<words>${longestFirst})|(?<adverb>${ADVERBS.join('|')}))(?![^\\s,.;!?])`,
  'i',
);

export function findDistribution(text: string): Found<Distribution> | null {
  const found = PATTERN.exec(text);
  const { words = '', adverb = '' } = found?.groups ?? {};
  const value = BY_WORDS.get(words.toLowerCase()) ?? BY_ADVERB.get(adverb.toLowerCase());
  return found && value ? { value, index: found.index, length: found[0].length } : null;
}

/** What people want to split by and cannot, with how to have a part of it. */
const UNSPLITTABLE: ReadonlyMap<string, string> = new Map([
  ['quarter', 'For one quarter name it: “Q3”.'],
  ['minute', ''],
  ['second', ''],
  ['agent', 'For one agent write “agent:anna@example.com”.'],
  ['group', 'For one group write “group:2”.'],
  ['team', 'For one team write “group:2”.'],
  ['tag', 'For one tag write “tag:vip”.'],
  ['person', 'For one agent write “agent:anna@example.com”.'],
  ['client', 'For one client write “client:” and its id.'],
  ['report', ''],
]);
const NO_SPLIT = new RegExp(
  `(?<!\\S)(?:split |broken down )?(?:by|per|each|every)(?: the)? (?<what>${[...UNSPLITTABLE.keys()].join('|')})s?(?![^\\s,.;!?])`,
  'i',
);

/** What cannot be split by, in the singular. */
export function findNoSplit(text: string): Found<string> | null {
  const found = NO_SPLIT.exec(text);
  return found ? { value: (found.groups?.what ?? '').toLowerCase(), index: found.index, length: found[0].length } : null;
}

const SPLITS = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(Object.values(DISTRIBUTION_WORDS));

/** People by any name: one of them can be asked for instead. */
const PEOPLE: ReadonlySet<string> = new Set(['agent', 'group', 'team', 'person']);
export const isOfPeople = (what: string): boolean => PEOPLE.has(what);

export function noSplitHint(what: string): string {
  return `I can split by ${SPLITS}. ${UNSPLITTABLE.get(what) ?? ''}`.trim();
}

/** The same beside buttons with names. */
export const NARROW_HINT = `I can narrow it to one agent, or split it by ${SPLITS}.`;

export function sayDistribution(distribution: Distribution): string {
  return `by ${DISTRIBUTION_WORDS[distribution]}`;
}

/** A table that people can take in: at most 24, 62 or 36 rows. */
export function chooseDistribution(range: DateRange): Distribution {
  if (isWithinDays(range, 1)) return 'hour';
  return isWithinDays(range, 62) ? 'day' : 'month';
}

export { MOST_DAYS_BY_HOUR };

export function hasTooManyHours(distribution: Distribution, range: DateRange): boolean {
  return distribution === 'hour' && !isWithinDays(range, MOST_DAYS_BY_HOUR);
}
