import type { Directory } from '../model/directory.ts';
import type { Suggestion } from '../model/errors.ts';
import type { Distribution, Filters } from '../model/query.ts';
import type { DateRange, Instant, WeekStart, Zone } from '../model/time.ts';
import type { Show } from './options.ts';

/** What was asked, free of the day on which it was asked: the range stays words, so that "last week" means that day's last week. */
export interface Question {
  /** A report's name. */
  readonly report: string;
  /** A date phrase, tidied: `last week`. */
  readonly range: string;
  /** What it is compared with, a date phrase or one that counts from the range: `last month`, `the week before`, `usual`. Absent: nothing. */
  readonly compare?: string;
  /** null: chosen by the length of the range. */
  readonly distribution: Distribution | null;
  readonly filters: Filters;
  /** Absent: picture and table. */
  readonly show?: Show;
  /** The name of a kind of chart; absent: the one that suits the numbers best. */
  readonly chart?: string;
}

/** Who asks, and when: all that the meaning of words depends on. */
export interface Context {
  readonly now: Instant;
  readonly zone: Zone;
  readonly weekStart: WeekStart;
  /** They have said so themselves; absent: it is what is usual around them. */
  readonly isWeekStartSaid?: true;
  /** As Slack writes it: `en-US`. */
  readonly locale: string;
  /** Whether 3/4 is in April, where they have said so; else by the locale. */
  readonly dayFirst?: boolean;
  /** The month (1–12) in which the workspace's fiscal year begins; January where absent. */
  readonly yearStart?: number;
  /** What LiveChat calls its agents, groups and tags; absent: they go by their ids. */
  readonly directory?: Directory;
}

/** A report as the language knows it. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly examples: readonly string[];
}

/** How somebody reads dates: what only a habit decides. */
export type Habit = { readonly dayFirst: boolean } | { readonly weekStart: WeekStart };

/** What the words of a range may mean as well. */
export interface OtherReading {
  /** Its range's words mean this reading from now on, for whoever has the habit. */
  readonly question: Question;
  /** What that range is on the day of the context. */
  readonly range: DateRange;
  /** To be remembered, so that the same words are read so. */
  readonly habit?: Habit;
}

/** A range in words, as help shows it, with what it means on the day of a context. */
export interface DateExample {
  readonly words: string;
  readonly range: DateRange;
  readonly baseline?: DateRange;
}

/** Ways to say a range that are of one kind. */
export interface DateKind {
  readonly name: string;
  readonly examples: readonly DateExample[];
}

/** A question as it is to be answered at the moment of a context. */
export interface Asked {
  readonly question: Question;
  /** The question's range on the day of the context. */
  readonly range: DateRange;
  /** What the range is compared with on that day; absent: nothing. */
  readonly baseline?: DateRange;
  /** The range is compared with what is usual: the baseline is the weeks before it, called what is usual: `a usual Tuesday`. */
  readonly isUsual?: true;
  /** The time before the range, which it is compared with quietly where nobody said with what; absent: nothing is. */
  readonly before?: DateRange;
  /** The question's distribution, or the one chosen for it. */
  readonly distribution: Distribution;
  /** What the person should know about how it was read, in sentences; usually empty. */
  readonly notes: readonly string[];
  /** At most three, nearest first; absent where the words can mean one thing only. */
  readonly otherwise?: readonly OtherReading[];
}

export type Understanding =
  | (Asked & { readonly kind: 'question' })
  | { readonly kind: 'help'; readonly topic: string | null }
  | {
      readonly kind: 'unclear';
      /** One sentence that quotes what was not understood. */
      readonly message: string;
      /** At most three, nearest first; each can be asked as it is. */
      readonly suggestions: readonly Suggestion[];
    };

export interface Language {
  /** Any text whatever is understood, or found unclear, or (a date that cannot be) refused with a UserError. */
  understand(words: string, context: Context): Understanding;
  /**
   * Words that were said after a question: what they name takes the place of what it has. Words that name a report and a range are a question
   * of their own. Refuses as `understand` does.
   */
  followUp(parent: Question, words: string, context: Context): Understanding;
  /** The same of words that people may have said to each other: null unless every one of them edits the question. */
  overheard(parent: Question, words: string, context: Context): Asked | null;
  /** A question that was understood before, at another moment. A UserError where it cannot be answered then. */
  resolve(question: Question, context: Context): Asked;
  /** Whether the words hold a name that the context's directory does not know. */
  lacksNames(words: string, context: Context): boolean;
  /** A question in words that, understood again, give the same question. */
  say(question: Question): string;
}
