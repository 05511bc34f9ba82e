import { allTime } from './all-time.ts';
import { anchored, within } from './anchored.ts';
import { calendarDate } from './calendar-date.ts';
import { clock } from './clock/index.ts';
import { fiscalYear } from './fiscal-year.ts';
import { type Format, isRefusal, type Moment, type Outcome } from './format.ts';
import { fromTo } from './from-to.ts';
import { half } from './half.ts';
import { lastUnits } from './last-units.ts';
import { longestOf } from './longest.ts';
import { month } from './month.ts';
import { namedDay } from './named-day.ts';
import { narrowed } from './narrowed.ts';
import { openRange } from './open-range.ts';
import { partOfPeriod, periodsPart } from './part-of-period.ts';
import { quarter } from './quarter.ts';
import { relativeUnit } from './relative-unit.ts';
import { restOf } from './rest-of.ts';
import { roughPart } from './rough-part.ts';
import { sameAs } from './same-as.ts';
import { spanOfPeriod } from './span-of-period.ts';
import { standsAlone } from './stands-alone.ts';
import { toDate } from './to-date.ts';
import { unitsAgo } from './units-ago.ts';
import { MONTHS, STEPS, UNITS, WEEKDAYS } from './vocabulary.ts';
import { weekNumber } from './week-number.ts';
import { weekOf } from './week-of.ts';
import { weekday } from './weekday.ts';
import { weekend } from './weekend.ts';
import { working } from './working.ts';
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
  half,
  fiscalYear,
  year,
  weekNumber,
  weekOf,
  working,
  restOf,
  sameAs,
  // Before `partOfPeriod`: `15th of february` is the most recent one, not one of the most recent February.
  calendarDate,
  partOfPeriod,
  periodsPart,
  roughPart,
];

/** Formats that are ranges of several dates. */
const RANGES: readonly Format[] = [
  ...DATES,
  spanOfPeriod,
  openRange({ dates: DATES, named: [weekday, month, calendarDate, partOfPeriod] }),
  fromTo(DATES),
  anchored(DATES),
  within,
  allTime,
];

const HOURS = clock(DATES);
const NARROWED = narrowed(RANGES);

/** Hours come first: those `from 5 to 6 of april 22` are no days. */
export const DATE_FORMATS: readonly Format[] = [HOURS, ...RANGES, NARROWED];

/** In the order of the help. */
export const SHOWN_FORMATS: readonly Format[] = [...RANGES, NARROWED, HOURS];

export const DATE_EXAMPLES: readonly string[] = SHOWN_FORMATS.flatMap(({ examples }) => examples);

/** What dates are made of, for words that are nearly one of these. */
export const DATE_WORDS: readonly string[] = [
  ...[UNITS, STEPS, MONTHS, WEEKDAYS].flatMap((words) => [...words.keys()]),
  ...'today yesterday tomorrow tonight since between until weekend weekday fortnight date first second third ago'.split(' '),
  // Not `late`, `rest`, `start`, `same`: nobody means them by `later`, `reset`, `star` and Sam.
  ...'morning afternoon evening night midday midnight beginning middle working business fiscal versus compared'.split(' '),
];

/** A date begins a word, never the part of one after a hyphen or a colon, and ends one. */
const WORD = /(?<![^\s(,;])[\p{L}\p{N}]/gu;
const ENDED = /^(?:[\s),;!?]|[.:](?:\s|$)|$)/u;

/** What makes the words the owner of the next one, which may have been taken out before: `today's chats`. */
const OWNING = /^['’]s?(?=\s|$)/u;

/** The same at the end of a date. */
const OWNED = /['’]s?$/u;

const longest = longestOf(DATE_FORMATS);

function readDate(text: string, moment: Moment): Outcome | null {
  const outcome = longest(text, moment);
  const owning = outcome && OWNING.exec(text.slice(outcome.length));
  return owning ? { ...outcome, length: outcome.length + owning[0].length } : outcome;
}

/** Whether the text begins with a date. */
export function isDateFirst(text: string, moment: Moment): boolean {
  const outcome = readDate(text, moment);
  return outcome !== null && ENDED.test(text.slice(outcome.length));
}

type FoundDate = Outcome & { readonly index: number };

/** What every place of the text begins that is a date, from left to right, also where another one goes on. */
export function* datesIn(text: string, moment: Moment): Generator<FoundDate> {
  for (const { index } of text.matchAll(WORD)) {
    const outcome = readDate(text.slice(index), moment);
    if (outcome && ENDED.test(text.slice(index + outcome.length))) yield { ...outcome, index };
  }
}

/** The first date in the text. */
export function findDate(text: string, moment: Moment): FoundDate | null {
  for (const found of datesIn(text, moment)) {
    const isDoubtful = !isRefusal(found) && found.isWeak === true;
    const { index, length } = found;
    const words = text.slice(index, index + length).replace(OWNED, '');
    if (!isDoubtful || standsAlone({ before: text.slice(0, index), words, after: text.slice(index + length) })) return found;
  }
  return null;
}
