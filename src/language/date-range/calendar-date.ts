import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { Temporal } from '../../model/time.ts';
import { existingDate } from './chrono/existing-date.ts';
import { chronoFor } from './chrono/index.ts';
import {
  type Ambiguous,
  type Format,
  isRefusal,
  type Moment,
  type Outcome,
  type Reading,
  type Refusal,
  refuse,
  reversed,
} from './format.ts';
import { unitsFrom, wholeUnits } from './units.ts';
import { anyOf, dayInWords, MONTHS, meaning, monthName, ORDINAL, phrase, STEPS, WEEKDAYS, weekdayName } from './vocabulary.ts';

const MONTH = anyOf(MONTHS);
/** What a date of the calendar begins with. Asked first, because chrono costs more than all other formats together. */
const LIKELY = new RegExp(`^(?:\\d+[-/.]\\d|\\d{8}|\\d.{0,20}?${MONTH}|${MONTH}|${ORDINAL})`, 'i');
/** More words than any date has, and any that begins with two numbers; and not both of `10/05-10/09`: chrono reads all dates of a text, and its time grows with the square of it. */
const WORDS = /^(?:\d{1,2}\/\d{1,2}(?=[-–—]\d{1,2}\/\d)|\d+\/\d\S{0,20}(?: \S{1,12})?|\S{1,20}(?: \S{1,12}){0,5})/u;

const LEADING = new RegExp(`^(?:on )?(?:(?<weekday>${anyOf(WEEKDAYS)})\\.?,? )?(?:the )?`, 'i');

/** The date that begins the text. Chrono gets noon in UTC of the asker's day, so that no zone, its own host's least of all, can move it. */
function parse(text: string, moment: Moment): ParsedResult | null {
  if (!LIKELY.test(text)) return null;
  const { now } = moment;
  const instant = new Date(Date.UTC(now.year, now.month - 1, now.day, 12));
  let best: ParsedResult | null = null;
  for (const result of chronoFor(moment).parse(WORDS.exec(text)?.[0] ?? '', { instant, timezone: 0 })) {
    if (result.index === 0 && result.text.length > (best?.text.length ?? 0)) best = result;
  }
  return best;
}

function existing(date: ParsedComponents): Temporal.PlainDate | null {
  return existingDate({ year: date.get('year'), month: date.get('month'), day: date.get('day') });
}

function impossible(length: number, date: ParsedComponents): Refusal {
  const [year, month, day] = [date.get('year'), date.get('month') ?? 0, date.get('day')];
  if (!year || month < 1 || month > 12) {
    return refuse(length, {
      message: `There is no month ${month}.`,
      hint: 'Write a date as 2026-11-09 or as 9 Nov 2026.',
      instead: ['this month'],
    });
  }
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const name = monthName(month);
  const stated = date.isCertain('year') ? `${name} ${year}` : name;
  return refuse(length, {
    message: `There is no ${day} ${stated}.`,
    hint: `${name} ${year} has ${first.daysInMonth} days.`,
    instead: [stated],
  });
}

const IN_NUMBERS = /^(?<one>\d{1,2})(?<sign>[-/.])(?<other>\d{1,2})(?:\k<sign>(?:\d{4}|\d{2})|,? ?(?:19|20)\d\d)?$/;

/** Which of two numbers is the month is a habit of places, unless one of them cannot be. */
function ambiguity(
  words: string,
  { date, hasYear }: { readonly date: Temporal.PlainDate; readonly hasYear: boolean },
): readonly Ambiguous[] {
  const { one, other } = IN_NUMBERS.exec(words)?.groups ?? {};
  if (Number(one) === Number(other) || !(Number(one) <= 12 && Number(other) <= 12)) return [];
  const inWords = (day: number, month: number) => `${day} ${monthName(month)}${hasYear ? ` ${date.year}` : ''}`;
  return [{ words, taken: inWords(date.day, date.month), other: inWords(date.month, date.day) }];
}

const IN_NO_ORDER = phrase('\\d{1,2}([-/.])\\d{1,2}\\1(?:19|20)\\d\\d');

/** `13/13/2026`: neither of the numbers can be the month, or the other one the day. */
function inNoOrder(text: string): Refusal | null {
  const words = IN_NO_ORDER.exec(text)?.[0];
  if (words === undefined) return null;
  const message = `There is no date ${words}.`;
  return refuse(words.length, { message, hint: 'Write a date as 2026-11-09 or as 9 Nov 2026.', instead: ['this month'] });
}

/** `9-17` */
const HOURS_TOO = /^(?:[01]?\d|2[0-4])-(?:[01]?\d|2[0-4])$/;
const ORDINAL_ALONE = new RegExp(`^(?:${ORDINAL})$`, 'iu');

function readDate(text: string, moment: Moment): Outcome | null {
  const result = parse(text, moment);
  if (!result) return inNoOrder(text);
  const { start } = result;
  const end = result.end ?? start;
  const { length } = result.text.trimEnd();
  const [first, last] = [existing(start), existing(end)];
  if (!first || !last) return impossible(length, first ? end : start);
  if (Temporal.PlainDate.compare(last, first) < 0) {
    const [from, to] = [first, last].map(({ day, month }) => `${day} ${monthName(month)}`);
    return reversed(length, { text: text.slice(0, length), first: from ?? '', second: to ?? '' });
  }
  const granularity = start.isCertain('day') ? 'day' : 'month';
  const { end: lastEnd } = unitsFrom({ date: last, unit: granularity }, moment);
  const ambiguous = ambiguity(result.text.trimEnd(), { date: first, hasYear: start.isCertain('year') });
  const stretch = { ...unitsFrom({ date: first, unit: granularity }, moment), end: lastEnd, ...(ambiguous.length > 0 && { ambiguous }) };
  if (start.isCertain('year')) return { ...stretch, length };
  const words = text.slice(0, length);
  const isWeak = IN_NUMBERS.test(words) || ORDINAL_ALONE.test(words);
  const doubtful = HOURS_TOO.test(words) && { words, instead: `today ${words}` };
  return {
    ...stretch,
    length,
    recurs: start.isCertain('month') ? 'year' : 'month',
    ...(isWeak && { isWeak }),
    ...(doubtful && { doubtful }),
  };
}

const OF_STEPPED_YEAR = phrase(`,? (?:of |in )?(?:(?<step>${anyOf(STEPS)})|the) year`);

/** Also `5 may last year`, which is what the words are at the end of that year. */
function readInYear(text: string, moment: Moment): Outcome | null {
  const date = readDate(text, moment);
  const said = date && OF_STEPPED_YEAR.exec(text.slice(date.length));
  if (!said || isRefusal(date) || date.recurs !== 'year') return date;
  const { end } = wholeUnits({ unit: 'year', by: meaning(STEPS, said.groups?.step) ?? 0 }, moment);
  const inYear = readDate(text.slice(0, date.length), { ...moment, now: end.subtract({ days: 1 }) });
  if (!inYear || isRefusal(inYear)) return inYear;
  const { recurs: _, ...dated } = inYear;
  return { ...dated, length: date.length + said[0].length };
}

function distance({ start }: Reading, { now }: Moment): number {
  return Math.abs(start.epochMilliseconds - now.epochMilliseconds);
}

/** The next one, for a weekday that the most recent does not fall on; null where the most recent is nearer and must have been meant. */
function nextIfNearer(date: Reading, { text, moment }: { readonly text: string; readonly moment: Moment }): Reading | null {
  const next = date.recurs ? readDate(text, { ...moment, now: moment.now.add({ [`${date.recurs}s`]: 1 }) }) : null;
  return next && !isRefusal(next) && distance(next, moment) < distance(date, moment) ? next : null;
}

/** Days by number, alone or as `1-15 oct`, with or without their weekday, which must then be the right one. */
export const calendarDate: Format = {
  name: 'Dates',
  examples: ['2026-11-09', '9 nov', 'oct 1', '1-15 oct', 'the 15th', '2026-10'],
  read(text, moment) {
    const leading = LEADING.exec(text);
    const rest = text.slice(leading?.[0].length ?? 0);
    const date = readInYear(rest, moment);
    if (!date) return null;
    const length = text.length - rest.length + date.length;
    const weekday = meaning(WEEKDAYS, leading?.groups?.weekday);
    if (weekday === undefined || isRefusal(date) || date.start.dayOfWeek === weekday) return { ...date, length };
    const next = nextIfNearer(date, { text: rest, moment });
    if (next?.start.dayOfWeek === weekday) return { ...next, length };
    // `monday 9-17` is no date, but may be hours.
    if (IN_NUMBERS.test(rest.slice(0, date.length))) return null;
    const day = `${weekdayName(date.start.dayOfWeek)}, ${dayInWords(date.start)}`;
    return refuse(length, { message: `“${text.slice(0, length)}” is a ${day}.`, hint: 'Leave the weekday out, or name another day.' });
  },
};
