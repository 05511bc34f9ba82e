import { UserError } from '../model/errors.ts';
import type { Temporal } from '../model/time.ts';
import { beginningOn, findRecurrence, nextSlots } from '../recurrence/index.ts';
import type { Recurrence } from '../recurrence/recurrence.ts';
import type { Moment } from './date-range/format.ts';
import { coming, isOfRange } from './schedule-end.ts';
import type { Scissors } from './scissors.ts';

const START = /(?<!\b(?:the|week) )(?<!\S)(?:(?<plain>starting|beginning)(?! of)(?: on| from)?|from) /giu;
const ISO = /^from \d{4}-\d\d-\d\d(?!\S)/iu;
/** Where the last day or a time of day may follow. */
const END = / (?:until|till|'til|through|to|for|ending|at|@) | (?=\d{1,2}:\d\d)/iu;

export interface SaidStart {
  readonly date: Temporal.ZonedDateTime;
  readonly index: number;
  readonly length: number;
}

/** `from` begins the range of a report as well: it is the start of what it stands behind, of every so many weeks or with a day to come. */
function isStart(text: string, { at, date, moment }: { readonly at: number; readonly date: SaidStart; readonly moment: Moment }): boolean {
  const before = text.slice(0, at).trimEnd();
  const { recurrence, spans } = findRecurrence(before, moment.now.toPlainDate());
  const last = spans.at(-1);
  if (!recurrence || !last || last.index + last.length < before.length) return false;
  if (recurrence.days.kind === 'weekly' && recurrence.days.every > 1) return true;
  return ISO.test(text.slice(at)) && date.date.epochMilliseconds > moment.now.epochMilliseconds;
}

/** Where the first post is to be, said in words: `starting 27 nov`. */
export function findStart(text: string, moment: Moment): SaidStart | null {
  for (const { 0: opening, index, groups = {} } of text.matchAll(START)) {
    const [words = ''] = text.slice(index + opening.length).split(END);
    const date = coming(words, moment);
    const start = date && { date: date.start, index, length: opening.length + date.length };
    if (!start) continue;
    const isPlain = groups.plain !== undefined && !isOfRange(text, { at: index, moment });
    if (isPlain || isStart(text, { at: index, date: start, moment })) return start;
  }
  return null;
}

interface Beginning {
  readonly scissors: Scissors;
  readonly moment: Moment;
}

/** The recurrence from that day on. One that cannot begin later is what it is where its next post is not before that day. */
export function begun(recurrence: Recurrence | null, start: SaidStart, { scissors, moment }: Beginning): Recurrence {
  const { now } = moment;
  const later = recurrence && beginningOn(recurrence, { from: start.date.toPlainDate().toString(), today: now.toPlainDate() });
  if (later) return later;
  const soon = { zone: now.timeZoneId, after: now.epochMilliseconds, until: null, count: 1 };
  if (recurrence && nextSlots(recurrence, soon).every((next) => next >= start.date.epochMilliseconds)) return recurrence;
  const text = scissors.text();
  const said = text.slice(start.index, start.index + start.length);
  throw new UserError('I cannot start a schedule later.', `Leave “${said}” out: the first post is the next one.`, {
    suggestions: [scissors.instead(text.slice(0, start.index) + text.slice(start.index + start.length))],
  });
}
