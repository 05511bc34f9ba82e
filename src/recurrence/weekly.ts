import { UserError } from '../model/errors.ts';
import { Temporal } from '../model/time.ts';
import type { Days, RecurrenceKind, Weekday } from './recurrence.ts';
import {
  AND,
  anywhere,
  dateOf,
  EACH,
  EVERY,
  listed,
  longest,
  nameOf,
  ORDINAL,
  ordinalOf,
  WEEKDAY,
  weekdayNamed,
  weekdayOf,
} from './words.ts';

type Weekly = Days & { readonly kind: 'weekly' };

/** Where every week is one, all are alike: then the same words give the same value on any day. */
const ANY_MONDAY = '1970-01-05';
const MOST_WEEKS = 52;

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const DAYS = `${WEEKDAY}(?:(?: ?[-–] ?| to | through | thru )${WEEKDAY})?`;
const LIST = `(?<days>${DAYS}(?:${AND}(?:on |${EVERY} )?${DAYS}){0,6}|week-?ends?)`;
const PLURAL = `(?<days>(?:${DAYS}${AND}){0,6}(?:mon|tues|wednes|thurs|fri|satur|sun)days|week-?ends)`;
const COUNT = `(?<count>other|\\d{1,2}|${ORDINAL}|${NUMBERS.join('|')})`;
const OFTEN = `(?:${EACH} weeks?|(?:once )?(?:${EVERY} ${COUNT} weeks?|weekly)|(?<two>bi-?weekly|fortnightly|${EACH} fortnight))`;
const FROM = '(?:,? (?:from|starting(?: on)?|beginning(?: on)?) (?<from>\\d{4}-\\d\\d-\\d\\d))?';
const PATTERNS = [
  anywhere(`${OFTEN}(?:,? (?:on )?(?:${EVERY} )?${LIST})?${FROM}`),
  anywhere(`(?:on )?${LIST},? ${OFTEN}${FROM}`),
  anywhere(`${EVERY}(?: ${COUNT})? ${LIST}${FROM}`),
  anywhere(`(?:on )?${PLURAL}`),
];

function countOf(word: string | undefined): number {
  if (word === undefined) return 1;
  if (word.toLowerCase() === 'other') return 2;
  if (/^\d+$/.test(word)) return Number(word);
  return NUMBERS.indexOf(word.toLowerCase()) + 1 || ordinalOf(word);
}

/** Ascending, each once. `fri to mon` goes over the end of the week. */
function daysOf(words: string): readonly Weekday[] {
  if (/week-?end/i.test(words)) return [6, 7];
  const found = words.matchAll(new RegExp(`(?<first>${WEEKDAY})(?:(?: ?[-–] ?| to | through | thru )(?<last>${WEEKDAY}))?`, 'gi'));
  const days = Array.from(found).flatMap(({ groups }) => {
    const first = weekdayNamed(groups?.first ?? '');
    const last = weekdayNamed(groups?.last ?? groups?.first ?? '');
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => weekdayOf(first - 1 + index));
  });
  return [...new Set(days)].sort();
}

/** The coming one of the days: that the first post is the next one is what `every 2 weeks on friday` means to most. */
export function coming(days: readonly Weekday[], today: Temporal.PlainDate): string {
  return today.add({ days: Math.min(...days.map((day) => (day - today.dayOfWeek + 7) % 7)) }).toString();
}

/** Where weeks are counted from is said for several of them only. A far beginning is a slip of the keyboard, and dear to count to. */
function beginning(from: string, { every, today }: { readonly every: number; readonly today: Temporal.PlainDate }): string {
  const date = dateOf(from);
  if (every === 1) throw new UserError('I cannot start a schedule later.', `Leave “${from}” out: the first post is the next one.`);
  if (!date) throw new UserError(`There is no ${from}.`, `Write a day as ${today}.`);
  if (Temporal.PlainDate.compare(date, today.add({ years: 1 })) <= 0) return from;
  throw new UserError(`${from} is too far away to begin with.`, 'Name a day within a year.');
}

function read(groups: Readonly<Record<string, string | undefined>>, today: Temporal.PlainDate): Weekly | null {
  const every = groups.two ? 2 : countOf(groups.count);
  if (every < 1 || every > MOST_WEEKS) return null;
  const days = groups.days ? daysOf(groups.days) : [weekdayOf(today.dayOfWeek - 1)];
  if (groups.from !== undefined) return { kind: 'weekly', every, days, from: beginning(groups.from, { every, today }) };
  return { kind: 'weekly', every, days, from: every === 1 ? ANY_MONDAY : coming(days, today) };
}

export function startingOn(days: Weekly, { from, today }: { readonly from: string; readonly today: Temporal.PlainDate }): Weekly {
  return { ...days, from: beginning(from, { every: days.every, today }) };
}

const MONDAY = Temporal.PlainDate.from(ANY_MONDAY);
const weekOf = (date: Temporal.PlainDate): number => Math.floor(MONDAY.until(date).days / 7);

export const weekly: RecurrenceKind<Weekly> = {
  kind: 'weekly',
  examples: ['every Monday', 'every 2 weeks on Friday'],
  find: (text, today) => longest(text, { patterns: PATTERNS, read: ({ groups = {} }) => read(groups, today) }),
  describe({ every, days, from }) {
    const names = listed(days.map(nameOf));
    return every === 1 ? `every ${names}` : `every ${every} weeks on ${names} from ${from}`;
  },
  isOn({ every, days, from }) {
    const isDay = ({ dayOfWeek }: Temporal.PlainDate) => days.includes(weekdayOf(dayOfWeek - 1));
    if (every === 1) return isDay;
    const first = Temporal.PlainDate.from(from);
    const week = weekOf(first);
    return (date) => isDay(date) && Temporal.PlainDate.compare(date, first) >= 0 && (weekOf(date) - week) % every === 0;
  },
  away({ every, from }) {
    if (every === 1) return () => 1;
    const week = weekOf(Temporal.PlainDate.from(from));
    return (date, step) => {
      // Weeks since the last one that counts, also where that is before the first of all.
      const since = (((weekOf(date) - week) % every) + every) % every;
      if (since === 0) return 1;
      return step > 0 ? (every - since) * 7 - date.dayOfWeek + 1 : (since - 1) * 7 + date.dayOfWeek;
    };
  },
};
