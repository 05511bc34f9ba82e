import { UserError } from '../model/errors.ts';
import { type Instant, startOf } from '../model/time.ts';
import { nextSlots } from '../recurrence/index.ts';
import type { Recurrence } from '../recurrence/recurrence.ts';
import { isRefusal, type Moment, type Reading } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { moved } from './date-range/units.ts';
import { anyOf, COUNT, countOf, meaning, UNITS } from './date-range/vocabulary.ts';
import type { Scissors } from './scissors.ts';

const NEVER = /(?<!\S)(?:until (?:further notice|i say stop)|for ?ever|indefinitely)(?![^\s,;])/iu;
const FOR = new RegExp(`(?<!\\S)for (?:the next )?(?<count>${COUNT}) (?<unit>${anyOf(UNITS)})(?![^\\s,;.])`, 'iu');
const UNTIL = /(?<!\S)(?:until|till|'til|through|ending(?: on)?)(?: the end of)? /giu;
/** Something is posted for whole days. */
const DAYS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year']);
/** 29 February may be eight years away. */
const MOST_STEPS = 8;

interface Ending {
  readonly moment: Moment;
  /** null: not said. */
  readonly recurrence: Recurrence | null;
}

/** Whether the word at this place is in the middle of what a report is to cover: `1 oct until 15 oct`. What reaches into the future is not. */
export function isOfRange(text: string, { at, moment }: { readonly at: number; readonly moment: Moment }): boolean {
  const tomorrow = startOf('day', moment.now).add({ days: 1 }).epochMilliseconds;
  let from = 0;
  for (let date = findDate(text, moment); date; date = findDate(text.slice(from), moment)) {
    const begin = from + date.index;
    from = begin + date.length;
    if (begin >= at) return false;
    if (from > at) return isRefusal(date) || date.end.epochMilliseconds <= tomorrow;
  }
  return false;
}

/** Words that leave the week, the month or the year open mean the coming one, for a day one after today. */
export function coming(words: string, moment: Moment): (Reading & { readonly index: number }) | null {
  const isToCome = ({ start, end, granularity, recurs }: Reading): boolean =>
    (recurs && granularity === 'day' ? start : end).epochMilliseconds > moment.now.epochMilliseconds;
  const first = findDate(words, moment);
  if (first?.index !== 0 || isRefusal(first)) return null;
  for (let step = 1; first.recurs && step <= MOST_STEPS; step++) {
    const found =
      step === 1 && isToCome(first) ? first : findDate(words, { ...moment, now: moment.now.add({ [`${first.recurs}s`]: step }) });
    if (found?.index === 0 && !isRefusal(found) && isToCome(found)) return found;
  }
  return first;
}

/** The last moment of the day before this one. */
const before = (day: { readonly epochMilliseconds: number }): Instant => day.epochMilliseconds - 1;

/** `from 1 nov for 3 days`, `for 3 days from 1 nov`; in `last week for 3 weeks` two things are said. */
function isAnchored(text: string, { 0: words, index }: RegExpExecArray): boolean {
  return /(?<!\S)from /iu.test(text.slice(0, index)) || /^ (?:from|starting|beginning|after) /iu.test(text.slice(index + words.length));
}

/** So many units from today on; a slot that is yet to come today begins them. */
function takeSpan(scissors: Scissors, { moment, recurrence }: Ending): Instant | null {
  const text = scissors.plain();
  const found = FOR.exec(text);
  const isSaidOfRange = found && isAnchored(text, found) && isOfRange(text, { at: found.index + 1, moment });
  const { count, unit } = (!isSaidOfRange && found?.groups) || {};
  const [by, of] = [countOf(count), meaning(UNITS, unit)];
  if (!by || !of || !DAYS.has(of) || by > 999) return null;
  scissors.take(FOR);
  const { now } = moment;
  const last = moved(now.toPlainDate(), { unit: of, by }).toZonedDateTime(now.timeZoneId);
  const tonight = before(startOf('day', now).add({ days: 1 }));
  const today = { zone: now.timeZoneId, after: now.epochMilliseconds, until: tonight, count: 1 };
  const isTodayOne = recurrence !== null && nextSlots(recurrence, today).length > 0;
  return before(isTodayOne ? last : last.add({ days: 1 }));
}

/** The end of the last day on which something is posted, taken out of the words; null where it was not said. */
export function takeEnd(scissors: Scissors, ending: Ending): Instant | 'never' | null {
  const { moment } = ending;
  if (scissors.take(NEVER)) return 'never';
  const text = scissors.plain();
  for (const { 0: opening, index } of text.matchAll(UNTIL)) {
    if (isOfRange(text, { at: index, moment })) continue;
    const words = text.slice(index + opening.length);
    const date = coming(words, moment);
    if (!date) {
      const quoted = text.slice(index).split(/ ?;/u)[0] ?? '';
      throw new UserError(
        `I don't know when “${quoted.slice(0, 40)}” is.`,
        'Name a day: “until 31 dec”, “until 2026-12-31”, “for 6 weeks”.',
      );
    }
    const said = { index, length: opening.length + date.length };
    const spoken = text.slice(said.index, said.index + said.length);
    if (date.end.epochMilliseconds <= moment.now.epochMilliseconds) {
      const suggestions = [scissors.instead(scissors.text().replace(spoken, ''))];
      throw new UserError(`“${spoken}” is over already.`, 'Name a day to come, or leave the end out.', { suggestions });
    }
    scissors.cut(said);
    return before(date.end);
  }
  return takeSpan(scissors, ending);
}
