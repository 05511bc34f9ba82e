import type { Temporal } from '../model/time.ts';

/** 1 is Monday, 7 is Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `09:00`: the hour from 00 to 23 and the minute, as the clock on the wall shows them. */
export type WallTime = string;

/** Counted from the end where it is negative: 31 is the last day of a shorter month as well, -1 the last of any. */
export type DayOfMonth = number;

/** The days of a month that are counted: Mondays, Monday to Friday, or all of them. */
export type CountedDay = Weekday | 'working day';

/** On which days something happens. Plain, so that it is stored as it is. */
export type Days =
  | { readonly kind: 'daily' }
  /** Monday to Friday. */
  | { readonly kind: 'weekdays' }
  /** Every `every`-th week on these days, counted from the week (Monday first) that holds `from` (`YYYY-MM-DD`). */
  | { readonly kind: 'weekly'; readonly every: number; readonly days: readonly Weekday[]; readonly from: string }
  /** On these days of every month. */
  | { readonly kind: 'monthly'; readonly days: readonly DayOfMonth[] }
  /** The first (1) to fourth (4) or the last (-1) such day of every month. */
  | { readonly kind: 'nth-day'; readonly nth: 1 | 2 | 3 | 4 | -1; readonly day: CountedDay };

export type DaysKind = Days['kind'];

/** When something repeats: on these days at these times, by the clock of a zone that is kept elsewhere. */
export interface Recurrence {
  readonly days: Days;
  /** At least one, ascending, each once. */
  readonly times: readonly WallTime[];
}

/** What the words were read as, and which of them were taken. */
export interface FoundDays<D extends Days = Days> {
  readonly days: D;
  readonly index: number;
  /** In UTF-16 units. */
  readonly length: number;
}

/** One way in which things repeat. */
export interface RecurrenceKind<D extends Days = Days> {
  readonly kind: D['kind'];
  /** Each can be typed as it is: `every weekday`. */
  readonly examples: readonly string[];
  /** Finds words of this kind anywhere in the text, whose blanks are single; `today` is what `every 2 weeks` counts from. */
  find(text: string, today: Temporal.PlainDate): FoundDays<D> | null;
  /** `every Monday`, `on the 1st of every month`: words that, found again, give the same days. */
  describe(days: D): string;
  isOn(days: D): (date: Temporal.PlainDate) => boolean;
  /** From a day that it is not on: how many days to go, on (1) or back (-1), before it may be on again. Left out: 1. */
  away?(days: D): (date: Temporal.PlainDate, step: 1 | -1) => number;
}
