import { type Granularity, type Only, type Temporal, type WeekStart, zoned } from '../../model/time.ts';
import type { Context } from '../question.ts';

/** When words are said, and the habits of who says them: all that the meaning of a date depends on. */
export interface Moment {
  readonly now: Temporal.ZonedDateTime;
  readonly weekStart: WeekStart;
  /** They have said so themselves; absent: it is what is usual around them. */
  readonly isWeekStartSaid?: true;
  /** As Slack writes it: `en-US`. Decides whether 3/4 is in March or in April. */
  readonly locale: string;
  /** Says what the locale would only suggest. */
  readonly dayFirst?: boolean;
  /** The month (1–12) in which a fiscal year begins; January where absent. */
  readonly yearStart?: number;
}

export function momentOf({ now, zone, ...habits }: Context): Moment {
  return { now: zoned(now, zone), ...habits };
}

/** Whole units, the end exclusive, in the zone of the moment. May reach past it: that is for the report to mind, not for the words. */
export interface Stretch {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly granularity: Granularity;
  /** It has no beginning: `before october`, `all time`. Its `start` is one that is long before anything. */
  readonly isOpen?: true;
  readonly only?: Only;
  /**
   * Of a fiscal year that does not begin in January, where a part of the calendar year has the same name: `Q3`. False where the words say
   * that it is of the calendar year: `Q3 2025`.
   */
  readonly isFiscal?: boolean;
}

/** A date in numbers that elsewhere is another day, with what it is taken for and what it is there: `03/04/2026`, `4 March 2026`, `3 April 2026`. */
export interface Ambiguous {
  readonly words: string;
  readonly taken: string;
  readonly other: string;
}

/** Words that may mean something else as well, and what to say for that: `last 7 days`, `last 7 days so far`. */
export interface Doubtful {
  readonly words: string;
  readonly instead: string;
}

export interface Reading extends Stretch {
  /** How much of the beginning of the text it takes, in UTF-16 units. */
  readonly length: number;
  /**
   * What the words leave out: `friday` the week, `the 15th` the month, `5 october` the year. The most recent one that has begun is read,
   * so the same words read at another moment give another one.
   */
  readonly recurs?: 'week' | 'month' | 'year';
  /** The words are a date only where nothing beside them says otherwise: `may`, `2025`, `4/5`, `the second`. */
  readonly isWeak?: true;
  /** Words that say more plainly what is meant, where others than those that were typed do. */
  readonly plainly?: string;
  readonly ambiguous?: readonly Ambiguous[];
  readonly doubtful?: Doubtful;
}

/** Why words that are a date cannot be answered, and what to do. */
export interface Objection {
  readonly message: string;
  readonly hint: string;
  /** Date phrases that can be answered, nearest first. */
  readonly instead: readonly string[];
}

export interface Refusal {
  readonly length: number;
  readonly objection: Objection;
}

export type Outcome = Reading | Refusal;

/** One way to write a date. */
export interface Format {
  /** Of its kind, in help: `Weeks`. Several formats may be of one kind. */
  readonly name: string;
  /** Shown in help, each answerable at any moment, the most usual first. */
  readonly examples: readonly string[];
  /** Reads the beginning of `text`, whose blanks are single; null when it is not of this format. */
  read(text: string, moment: Moment): Outcome | null;
}

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return 'objection' in outcome;
}

export function refuse(length: number, { instead = [], ...texts }: Omit<Objection, 'instead'> & Partial<Objection>): Refusal {
  return { length, objection: { ...texts, instead } };
}

/** `from` comes after `to`. */
export function reversed(
  length: number,
  { text, first, second, instead = [] }: Pick<Partial<Objection>, 'instead'> & Readonly<Record<'text' | 'first' | 'second', string>>,
): Refusal {
  const message = `“${text}” ends before it begins.`;
  return refuse(length, { message, hint: 'Put the earlier date first.', instead: [`${second} to ${first}`, ...instead] });
}
