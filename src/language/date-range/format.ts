import { type Granularity, type Only, type Temporal, type WeekStart, zoned } from '../../model/time.ts';
import type { Context } from '../question.ts';

/** When words are said, and the habits of who says them: all that the meaning of a date depends on. */
export interface Moment {
  readonly now: Temporal.ZonedDateTime;
  readonly weekStart: WeekStart;
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
}

/** A date in numbers that elsewhere is another day, with what it is taken for: `03/04/2026`, `4 March 2026`. */
export interface Ambiguous {
  readonly words: string;
  readonly taken: string;
}

export interface Reading extends Stretch {
  /** How much of the beginning of the text it takes, in UTF-16 units. */
  readonly length: number;
  /**
   * What the words leave out: `friday` the week, `the 15th` the month, `5 october` the year. The most recent one that has begun is read,
   * so the same words read at another moment give another one.
   */
  readonly recurs?: 'week' | 'month' | 'year';
  /** Words that say more plainly what is meant, where others than those that were typed do. */
  readonly plainly?: string;
  readonly ambiguous?: readonly Ambiguous[];
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
  /** Shown in help, each answerable at any moment. */
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

/** Reads what takes the most of the text: of equally long readings that of the earlier format. */
export function longestOf(formats: readonly Format[]): Format['read'] {
  return (text, moment) => {
    let best: Outcome | null = null;
    for (const format of formats) {
      const outcome = format.read(text, moment);
      if (outcome && outcome.length > (best?.length ?? 0)) best = outcome;
    }
    return best;
  };
}
