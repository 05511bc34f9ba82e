import { calendarDate } from './calendar-date.ts';
import { dayOfPeriod } from './day-of-period.ts';
import { type Format, longestOf, type Moment, type Outcome } from './format.ts';
import { fromTo } from './from-to.ts';
import { lastUnits } from './last-units.ts';
import { month } from './month.ts';
import { namedDay } from './named-day.ts';
import { quarter } from './quarter.ts';
import { relativeUnit } from './relative-unit.ts';
import { since } from './since.ts';
import { toDate } from './to-date.ts';
import { unitsAgo } from './units-ago.ts';
import { MONTHS, STEPS, UNITS, WEEKDAYS } from './vocabulary.ts';
import { weekNumber } from './week-number.ts';
import { weekOf } from './week-of.ts';
import { weekday } from './weekday.ts';
import { weekend } from './weekend.ts';
import { year } from './year.ts';

/** Formats that can be an end of a range. Of two that read equally much the earlier is taken; otherwise the order is that of the help. */
const DATES: readonly Format[] = [
  namedDay,
  relativeUnit,
  weekday,
  weekend,
  lastUnits,
  unitsAgo,
  toDate,
  month,
  quarter,
  year,
  weekNumber,
  weekOf,
  // Before `dayOfPeriod`: `15th of february` is the most recent one, not one of the most recent February.
  calendarDate,
  dayOfPeriod,
];

export const DATE_FORMATS: readonly Format[] = [
  ...DATES,
  fromTo(DATES),
  since({ dates: DATES, days: [weekday, calendarDate, dayOfPeriod] }),
];

export const DATE_EXAMPLES: readonly string[] = DATE_FORMATS.flatMap(({ examples }) => examples);

/** What dates are made of, for words that are nearly one of these. */
export const DATE_WORDS: readonly string[] = [
  ...[UNITS, STEPS, MONTHS, WEEKDAYS].flatMap((words) => [...words.keys()]),
  ...[
    'today',
    'yesterday',
    'tomorrow',
    'since',
    'between',
    'until',
    'weekend',
    'weekday',
    'fortnight',
    'date',
    'first',
    'second',
    'third',
    'ago',
  ],
];

/** A date begins a word, never the part of one after a hyphen or a colon, and ends one. */
const WORD = /(?<![^\s(,;])[\p{L}\p{N}]/gu;
const ENDED = /^(?:[\s),;!?]|[.:](?:\s|$)|$)/u;

const readDate = longestOf(DATE_FORMATS);

/** Whether the text begins with a date. */
export function isDateFirst(text: string, moment: Moment): boolean {
  const outcome = readDate(text, moment);
  return outcome !== null && ENDED.test(text.slice(outcome.length));
}

/** The first date in the text. */
export function findDate(text: string, moment: Moment): (Outcome & { readonly index: number }) | null {
  for (const { index } of text.matchAll(WORD)) {
    const outcome = readDate(text.slice(index), moment);
    if (outcome && ENDED.test(text.slice(index + outcome.length))) return { ...outcome, index };
  }
  return null;
}
