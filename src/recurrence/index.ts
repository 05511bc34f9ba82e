import type { Instant, Temporal } from '../model/time.ts';
import { daily } from './daily.ts';
import { monthly } from './monthly.ts';
import { nthDay } from './nth-day.ts';
import { otherReading } from './other-reading.ts';
import type { Days, FoundDays, Recurrence, RecurrenceKind } from './recurrence.ts';
import { type Coming, type Gone, newestOf, nextOf, type Pattern } from './slots.ts';
import { findTimes } from './times.ts';
import { weekdays } from './weekdays.ts';
import { startingOn, weekly } from './weekly.ts';
import { listed, withoutQuotes } from './words.ts';

export { nameOf as weekdayName, weekdayOf, withoutQuotes } from './words.ts';

/** Of two that take equally many words the earlier is meant: `every mon-fri` is every weekday, `every third thursday` that of the month. */
export const RECURRENCE_KINDS: readonly RecurrenceKind[] = [daily, weekdays, nthDay, weekly, monthly];

export const RECURRENCE_EXAMPLES: readonly string[] = [
  'every weekday at 17:30',
  'every Monday at 9:00',
  'every 2 weeks on Friday at 14:00',
  'on the 1st at 8:00',
  'on the last day of the month at 18:00',
  'on the first business day of the month at 9:00',
  'on the last Friday of the month at 16:00',
  'every day at 9:00 and 17:30',
];

/** The time of those who say none: when people begin, or end, or what part of the day was said. */
const USUAL_TIME = '09:00';
const USUAL_TIMES: readonly (readonly [RegExp, string])[] = [
  [/afternoon/i, '15:00'],
  [/evening/i, '18:00'],
  [/\bnight/i, '21:00'],
];

interface Span {
  readonly index: number;
  readonly length: number;
}

export interface FoundRecurrence {
  /** null: no days were said. */
  readonly recurrence: Recurrence | null;
  /** What the same words mean to other people; null: they all mean the same. */
  readonly otherwise: Recurrence | null;
  readonly isTimeSaid: boolean;
  /** The words that say it, from left to right. */
  readonly spans: readonly Span[];
}

/** `every` says more plainly than anything else that something repeats; then whatever takes the most words. */
function clarity(text: string, { index, length }: Span): number {
  return length + (/\b(?:every|each|once)\b/i.test(text.slice(index, index + length)) ? text.length : 0);
}

function findDays(text: string, today: Temporal.PlainDate): FoundDays | null {
  let best: FoundDays | null = null;
  for (const kind of RECURRENCE_KINDS) {
    const found = kind.find(text, today);
    if (found && (!best || clarity(text, found) > clarity(text, best))) best = found;
  }
  return best;
}

/** When something is to repeat, said anywhere in the text outside of quotes; blanks are single. A UserError for an impossible time. */
export function findRecurrence(text: string, today: Temporal.PlainDate): FoundRecurrence {
  const plain = withoutQuotes(text);
  const { times, spans } = findTimes(plain);
  const withoutTimes = spans.reduce(blanked, plain);
  const days = findDays(withoutTimes, today);
  const isTimeSaid = times.length > 0;
  if (!days) return { recurrence: null, otherwise: null, isTimeSaid, spans };
  const words = plain.slice(days.index, days.index + days.length);
  const usual = USUAL_TIMES.find(([part]) => part.test(words))?.[1] ?? USUAL_TIME;
  const said = isTimeSaid ? times : [usual];
  const other = otherReading(words, { days: days.days, today });
  return {
    recurrence: { days: days.days, times: said },
    otherwise: other && { days: other, times: said },
    isTimeSaid,
    spans: [...spans, days].map(({ index, length }) => ({ index, length })).sort((one, other) => one.index - other.index),
  };
}

function blanked(text: string, { index, length }: Span): string {
  return text.slice(0, index) + '\u0001'.repeat(length) + text.slice(index + length);
}

export interface TakenRecurrence extends Omit<FoundRecurrence, 'spans' | 'otherwise'> {
  /** What else was said. */
  readonly rest: string;
}

/** Takes the words that say when something repeats out of a text. */
export function takeRecurrence(text: string, today: Temporal.PlainDate): TakenRecurrence {
  const words = text.replace(/\s+/gu, ' ').trim();
  const { spans, otherwise: _, ...found } = findRecurrence(words, today);
  const rest = spans.reduceRight(
    (left, { index, length }) => `${left.slice(0, index).replace(/[ ,]+$/, '')} ${left.slice(index + length).replace(/^[ ,]+/, '')}`,
    words,
  );
  return { ...found, rest: rest.trim() };
}

/** The recurrence, beginning on this day (`YYYY-MM-DD`); null where it has no beginning to choose. A UserError for a day too far away. */
export function beginningOn(
  { days, times }: Recurrence,
  { from, today }: { readonly from: string; readonly today: Temporal.PlainDate },
): Recurrence | null {
  return days.kind === 'weekly' && days.every > 1 ? { days: startingOn(days, { from, today }), times } : null;
}

function kindOf({ kind }: Days): RecurrenceKind {
  const found = RECURRENCE_KINDS.find((one) => one.kind === kind);
  if (!found) throw new Error(`Nothing repeats in the way “${kind}”.`);
  return found;
}

/** `every Monday` */
export function describeDays({ days }: Recurrence): string {
  return kindOf(days).describe(days);
}

/** `every Monday at 09:00`: words that, taken again, give the same. */
export function describeRecurrence(recurrence: Recurrence): string {
  return `${describeDays(recurrence)} at ${listed(recurrence.times)}`;
}

function patternOf({ days, times }: Recurrence): Pattern {
  const kind = kindOf(days);
  return { isOn: kind.isOn(days), away: kind.away?.(days) ?? (() => 1), times };
}

/** The next slots, strictly after `after` and not after `until`, ascending, each once. */
export function nextSlots(recurrence: Recurrence, coming: Coming): readonly Instant[] {
  return nextOf(patternOf(recurrence), coming);
}

/** The newest slots after `after` up to and with `through`, ascending, each once. */
export function slotsWithin(recurrence: Recurrence, gone: Gone): readonly Instant[] {
  return newestOf(patternOf(recurrence), gone);
}
