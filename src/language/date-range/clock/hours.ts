import { type Format, isRefusal, type Moment, type Outcome, type Refusal, refuse } from '../format.ts';
import { finer } from '../units.ts';
import type { Hours } from './day-part.ts';
import { latest, type OnDay } from './latest.ts';
import { OPENING, readEdge, readEnd, readForHours, readPart, readSpan, readTime, readToNow, type SaidHours } from './phrases.ts';
import { createPlacing, type Placed } from './placed.ts';
import type { ReadDay, SaidDay } from './said-day.ts';
import { spanOf } from './span.ts';
import { hoursOfDay } from './wall-time.ts';

const HALF_OF_DAY = /[ap]\.?m/i;

/** Of several readings of the same beginning the longest. */
function readHours(text: string): SaidHours | null {
  let best: SaidHours | null = null;
  for (const read of [readSpan, readForHours, readEdge, readToNow, readTime, readPart]) {
    const said = read(text);
    if (said && said.length > (best?.length ?? 0)) best = said;
  }
  return best;
}

export function noSuchTime(length: number, words: string): Refusal {
  const message = `There is no time “${words.trim()}”.`;
  return refuse(length, { message, hint: 'Write a time as 9:30, as 14:00 or as 2pm.', instead: ['today'] });
}

function noTimeAtAll(length: number, words: string): Refusal {
  const message = `“${words.slice(0, length)}” is no time at all.`;
  return refuse(length, { message, hint: 'Name an end after the beginning, as in “9:00-10:00”.', instead: ['today'] });
}

/** What the day keeps of itself beside its hours. */
function ofDay(outcome: Outcome, day: SaidDay | null): Outcome {
  if (isRefusal(outcome) || !day || isRefusal(day.day)) return outcome;
  const { recurs, ambiguous } = day.day;
  return { ...outcome, ...(recurs && { recurs }), ...(ambiguous && { ambiguous }) };
}

interface OfDay {
  readonly hours: Hours;
  readonly day: SaidDay | null;
  readonly length: number;
}

/** Hours of the day that is named, else of today. */
export function onDay({ hours, day, length }: OfDay, moment: Moment): Outcome {
  const said = day?.day;
  if (said && isRefusal(said)) return { ...said, length };
  const date = (said?.start ?? moment.now).toPlainDate();
  return ofDay(hoursOfDay(hours, { date, length }, moment), day);
}

/** Words that are hours and cannot be; a number with a colon beside which no day stands may be no time at all. */
export function objectionTo({ said, day, length }: Placed<SaidHours>, text: string): Refusal | null {
  if (day && isRefusal(day.day)) return { ...day.day, length };
  if (said.impossible !== null) return noSuchTime(length, said.impossible);
  return said.hours(day?.part ?? null) ? null : noTimeAtAll(length, text);
}

/** Whether hours cannot but be hours: `14pm` is none, `25:00` without a day can be anything. */
export const areHours = ({ said, day }: Placed<SaidHours>): boolean =>
  day !== null || said.impossible === null || HALF_OF_DAY.test(said.impossible);

const isToday = (day: SaidDay | null, { now }: Moment): boolean =>
  !day || isRefusal(day.day) || day.day.start.toPlainDate().equals(now.toPlainDate());

/** `after 3pm` goes on past its day, and `until monday 5pm` begins before it: only after their day they are within it. */
function isWithinDay({ said, day, isDayFirst }: Placed<SaidHours>, moment: Moment): boolean {
  if (said.kind === 'to now') return day !== null && isToday(day, moment);
  return said.kind === 'span' || isDayFirst || (said.kind === 'until' && isToday(day, moment));
}

/** `monday 9-17`, `2pm to 4pm tomorrow`, `yesterday 2pm`, `morning of the 15th`; without a day `9am-5pm`. */
export function hoursOf(readDay: ReadDay): Format {
  const place = createPlacing({ read: readHours, readDay });
  return {
    name: 'Hours',
    examples: ['yesterday 9am to 5pm', 'between 2 and 4pm on monday', 'yesterday 9-17'],
    read: latest((text, moment) => {
      const placed = place(text, moment);
      if (!placed || !areHours(placed) || !isWithinDay(placed, moment)) return null;
      const { said, day, length } = placed;
      const hours = said.hours(day?.part ?? null);
      const objection = objectionTo(placed, text);
      if (objection || !hours) return objection && { outcome: objection, day };
      const outcome = onDay({ hours, day, length }, moment);
      if (isRefusal(outcome) || !said.lasting) return { outcome, day };
      const granularity = finer(outcome.granularity, said.lasting.granularity);
      return { outcome: { ...outcome, end: said.lasting.from(outcome.start), granularity }, day };
    }),
  };
}

/** `between 2:00 tomorrow and 4:00`: the day stands in the middle. */
export function hoursAroundDay(readDay: ReadDay): Format {
  const place = createPlacing({ read: readTime, readDay });
  const read = (text: string, moment: Moment): OnDay | null => {
    const opening = OPENING.exec(text)?.[0] ?? '';
    const first = place(text.slice(opening.length), moment);
    const end = first?.day && !first.isDayFirst ? readEnd(text.slice(opening.length + first.length)) : null;
    if (!first?.day || !end) return null;
    const { day, said } = first;
    const length = opening.length + first.length + end.length;
    const impossible = said.impossible ?? (end.to.isImpossible ? end.to.words : null);
    if (impossible !== null) return { outcome: noSuchTime(length, impossible), day };
    const hours = spanOf({ from: said.time, to: end.to }, day.part);
    return { outcome: hours ? onDay({ hours, day, length }, moment) : noTimeAtAll(length, text), day };
  };
  return { name: 'Hours', examples: [], read: latest(read) };
}
