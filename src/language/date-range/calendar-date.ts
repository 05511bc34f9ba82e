import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { Temporal } from '../../model/time.ts';
import { existingDate } from './chrono/existing-date.ts';
import { chronoFor } from './chrono/index.ts';
import { type Ambiguous, type Format, isRefusal, type Moment, type Outcome, type Reading, type Refusal, refuse } from './format.ts';
import { unitsFrom } from './units.ts';
import { anyOf, MONTHS, meaning, ORDINAL, WEEKDAYS } from './vocabulary.ts';

const MONTH = anyOf(MONTHS);
/** What a date of the calendar begins with. Asked first, because chrono costs more than all other formats together. */
const LIKELY = new RegExp(`^(?:\\d+[-/.]\\d|\\d{8}|\\d.{0,20}?${MONTH}|${MONTH}|${ORDINAL})`, 'i');
/** Longer than any date; chrono's time grows with the square of the text. */
const LONGEST = 60;

const LEADING = new RegExp(`^(?:on )?(?:(?<weekday>${anyOf(WEEKDAYS)})\\.?,? )?(?:the )?`, 'i');

/** The date that begins the text. Chrono gets noon in UTC of the asker's day, so that no zone, its own host's least of all, can move it. */
function parse(text: string, { now, locale }: Moment): ParsedResult | null {
  if (!LIKELY.test(text)) return null;
  const instant = new Date(Date.UTC(now.year, now.month - 1, now.day, 12));
  let best: ParsedResult | null = null;
  for (const result of chronoFor(locale).parse(text.slice(0, LONGEST), { instant, timezone: 0 })) {
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
  const name = first.toLocaleString('en', { month: 'long' });
  const stated = date.isCertain('year') ? `${name} ${year}` : name;
  return refuse(length, {
    message: `There is no ${day} ${stated}.`,
    hint: `${name} ${year} has ${first.daysInMonth} days.`,
    instead: [stated],
  });
}

const IN_NUMBERS = /^(?<one>\d{1,2})(?<sign>[-/.])(?<other>\d{1,2})(?:\k<sign>(?:\d{4}|\d{2}))?$/;

/** Which of two numbers is the month is a habit of places, unless one of them cannot be. */
function ambiguity(
  words: string,
  { date, hasYear }: { readonly date: Temporal.PlainDate; readonly hasYear: boolean },
): readonly Ambiguous[] {
  const { one, other } = IN_NUMBERS.exec(words)?.groups ?? {};
  if (Number(one) === Number(other) || !(Number(one) <= 12 && Number(other) <= 12)) return [];
  const taken = date.toLocaleString('en-GB', { day: 'numeric', month: 'long', ...(hasYear && { year: 'numeric' }) });
  return [{ words, taken }];
}

function readDate(text: string, moment: Moment): Outcome | null {
  const result = parse(text, moment);
  if (!result) return null;
  const { start } = result;
  const end = result.end ?? start;
  const { length } = result.text.trimEnd();
  const [first, last] = [existing(start), existing(end)];
  if (!first || !last) return impossible(length, first ? end : start);
  const granularity = start.isCertain('day') ? 'day' : 'month';
  const { end: lastEnd } = unitsFrom({ date: last, unit: granularity }, moment);
  const ambiguous = ambiguity(result.text.trimEnd(), { date: first, hasYear: start.isCertain('year') });
  const stretch = { ...unitsFrom({ date: first, unit: granularity }, moment), end: lastEnd, ...(ambiguous.length > 0 && { ambiguous }) };
  if (start.isCertain('year')) return { ...stretch, length };
  return { ...stretch, length, recurs: start.isCertain('month') ? 'year' : 'month' };
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
  examples: ['2026-11-09', '9 nov', 'oct 1', '1-15 oct', 'the 15th', '2026-10'],
  read(text, moment) {
    const leading = LEADING.exec(text);
    const rest = text.slice(leading?.[0].length ?? 0);
    const date = readDate(rest, moment);
    if (!date) return null;
    const length = text.length - rest.length + date.length;
    const weekday = meaning(WEEKDAYS, leading?.groups?.weekday);
    if (weekday === undefined || isRefusal(date) || date.start.dayOfWeek === weekday) return { ...date, length };
    const next = nextIfNearer(date, { text: rest, moment });
    if (next?.start.dayOfWeek === weekday) return { ...next, length };
    const day = date.start.toPlainDate().toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    return refuse(length, { message: `“${text.slice(0, length)}” is a ${day}.`, hint: 'Leave the weekday out, or name another day.' });
  },
};
