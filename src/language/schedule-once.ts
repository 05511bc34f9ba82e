import { UserError } from '../model/errors.ts';
import { weekdayName, weekdayOf } from '../recurrence/index.ts';
import { isRefusal, type Moment } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { coming } from './schedule-end.ts';
import type { Scissors } from './scissors.ts';

const AWAY =
  /(?<!\S)(?:once )?(?:tonight|later(?: today)?|in (?:an?|\d{1,3}|a few|half an) (?:min(?:ute)?s?|hours?|days?|weeks?|months?))(?![^\s,;.])/iu;
const ON_DAY = /(?<!\S)(?:once )?on (?=[\p{L}\p{N}])/giu;

interface Once {
  readonly index: number;
  readonly length: number;
  /** ISO 8601; null: not a day of its own. */
  readonly dayOfWeek: number | null;
}

/** A moment to come; `on friday` is one where a time of day is said. */
function findOnce(text: string, { moment, isTimeSaid }: { readonly moment: Moment; readonly isTimeSaid: boolean }): Once | null {
  const away = AWAY.exec(text);
  if (away) return { index: away.index, length: away[0].length, dayOfWeek: null };
  const date = findDate(text, moment);
  if (date && !isRefusal(date) && date.start.epochMilliseconds > moment.now.epochMilliseconds) {
    return { index: date.index, length: date.length, dayOfWeek: date.start.dayOfWeek };
  }
  if (!isTimeSaid) return null;
  for (const { 0: opening, index } of text.matchAll(ON_DAY)) {
    const day = coming(text.slice(index + opening.length), moment);
    if (day?.granularity === 'day') return { index, length: opening.length + day.length, dayOfWeek: day.start.dayOfWeek };
  }
  return null;
}

/** Refuses what is to be posted once: what repeats and an answer now are offered. */
export function refuseOnce(scissors: Scissors, said: { readonly moment: Moment; readonly isTimeSaid: boolean }): void {
  const text = scissors.text();
  const once = findOnce(scissors.plain(), said);
  if (!once) return;
  const words = text.slice(once.index, once.index + once.length);
  const rest = text.slice(0, once.index) + text.slice(once.index + once.length).replace(/^ (?=;)/, '');
  const time = said.isTimeSaid ? '' : ' at 9:00';
  const days = ['every day', ...(once.dayOfWeek === null ? [] : [`every ${weekdayName(weekdayOf(once.dayOfWeek - 1))}`])];
  const question = rest.replace(/[ ;]+/g, ' ').trim();
  throw new UserError(`A schedule posts again and again, not once: “${words}”.`, 'Choose how often, or ask for it now.', {
    suggestions: [
      ...days.map((day) => scissors.instead(`${rest} ${day}${time}`)),
      ...(question === '' ? [] : [{ label: `Now: ${question}`, words: question }]),
    ],
  });
}
