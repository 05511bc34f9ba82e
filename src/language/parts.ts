import type { Distribution, Filters } from '../model/query.ts';
import { type Ambiguous, isRefusal, type Moment, type Outcome } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { findDistribution, findNoSplit } from './distribution.ts';
import { FILLERS, findTop, withoutFillers } from './fillers.ts';
import { type FilterObjection, takeFilters } from './filters.ts';
import type { Surroundings } from './pick.ts';
import type { Topic } from './question.ts';
import { type Found, take } from './rest.ts';

export interface SaidDate {
  readonly date: Outcome;
  /** What was typed, or what says more plainly what it means. */
  readonly words: string;
}

/** What a text names. */
export interface Parts {
  readonly filters: Filters;
  readonly objection: FilterObjection | null;
  /** Each once. */
  readonly reports: readonly Topic[];
  /** Each once. */
  readonly distributions: readonly Distribution[];
  /** What cannot be split by. */
  readonly noSplits: readonly string[];
  readonly dates: readonly SaidDate[];
  /** How some of it was read, in sentences. */
  readonly notes: readonly string[];
  /** Words that nothing is made of. */
  readonly unknown: readonly string[];
}

function findSaidDate(text: string, moment: Moment): Found<SaidDate> | null {
  const date = findDate(text, moment);
  if (!date) return null;
  const { index, length } = date;
  const typed = text.slice(index, index + length);
  if (isRefusal(date)) return { index, length, value: { date, words: typed } };
  return { index, length, value: { date, words: inWords(date.plainly ?? typed, date.ambiguous) } };
}

/** The words with dates in numbers put into words, so that they mean the same to everybody. */
function inWords(words: string, ambiguous: readonly Ambiguous[] = []): string {
  const instead = new Map(ambiguous.map(({ words: typed, taken }) => [typed, taken]));
  return words.replace(/(?<!\d|\d[-/.])\d{1,2}[-/.]\d{1,2}(?:[-/.]\d+)?(?![\d/.-]\d)/g, (typed) => instead.get(typed) ?? typed);
}

interface NamedReport {
  readonly topic: Topic;
  readonly words: string;
}

function findReport(text: string, { names }: Surroundings): Found<NamedReport> | null {
  const found = names.find(text);
  if (!found) return null;
  const { index, length, value: topic } = found;
  return { index, length, value: { topic, words: text.slice(index, index + length) } };
}

/** Each once; what is called by a word that may also mean nothing, only where no other is named: in `tags of chats` it is tags. */
function reportsOf(named: readonly NamedReport[]): readonly Topic[] {
  const certain = named.filter(({ words }) => !FILLERS.has(words.toLowerCase()));
  return [...new Set((certain.length > 0 ? certain : named).map(({ topic }) => topic))];
}

function notesOn({ tops, dates }: { readonly tops: readonly string[]; readonly dates: readonly SaidDate[] }): readonly string[] {
  const ambiguous = dates.flatMap(({ date }) => (isRefusal(date) ? [] : (date.ambiguous ?? [])));
  return [
    ...tops.slice(0, 1).map((words) => `The table shows the top ten, so “${words}” changes nothing.`),
    ...new Set(ambiguous.map(({ words, taken }) => `I read ${words} as ${taken}.`)),
  ];
}

/**
 * Takes a text apart. Filters go first, because a quoted tag may contain anything; then names of reports, because `by` and dates
 * may be part of them; dates last, because they are made of the most common words.
 */
export function takeApart(text: string, surroundings: Surroundings): Parts {
  const { filters, objection, rest } = takeFilters([text], surroundings);
  const tops = take(rest, { find: findTop });
  const reports = take(tops.rest, { find: (piece) => findReport(piece, surroundings) });
  const distributions = take(reports.rest, { find: findDistribution });
  const noSplits = take(distributions.rest, { find: findNoSplit });
  const dates = take(noSplits.rest, { find: (piece) => findSaidDate(piece, surroundings.moment), most: 2 });
  return {
    filters,
    objection,
    reports: reportsOf(reports.values),
    distributions: [...new Set(distributions.values)],
    noSplits: noSplits.values,
    dates: dates.values,
    notes: notesOn({ tops: tops.values, dates: dates.values }),
    unknown: withoutFillers(dates.rest),
  };
}
