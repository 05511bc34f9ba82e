import type { Distribution, Filters } from '../model/query.ts';
import { findComparison } from './comparison.ts';
import { isRefusal, type Moment, type Outcome } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { findDistribution, findNoSplit } from './distribution.ts';
import { FILLERS, findTop, withoutFillers } from './fillers.ts';
import { type FilterObjection, takeFilters } from './filters.ts';
import { narrowedAlike } from './narrowed-alike.ts';
import { type Form, joined } from './options.ts';
import type { Surroundings } from './pick.ts';
import type { Topic } from './question.ts';
import { type Found, type Rest, take } from './rest.ts';

export interface SaidDate {
  readonly date: Outcome;
  /** What was typed, or what says more plainly what it means. */
  readonly typed: string;
  /** The same, free of the habits of whoever typed it. */
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
  /** Each once. */
  readonly forms: readonly Form[];
  /** What is to be compared with, in words. */
  readonly comparisons: readonly string[];
  /** How some of it was read, in sentences. */
  readonly notes: readonly string[];
  /** What nothing is made of, in its pieces. */
  readonly rest: Rest;
  /** The same without words that change nothing. */
  readonly unknown: readonly string[];
}

function findSaidDate(text: string, moment: Moment): Found<SaidDate> | null {
  const date = findDate(text, moment);
  if (!date) return null;
  const { index, length } = date;
  const typed = text.slice(index, index + length);
  if (isRefusal(date)) return { index, length, value: { date, typed, words: typed } };
  const plainly = date.plainly ?? typed;
  const taken = new Map(date.ambiguous?.map((each) => [each.words, each.taken]));
  return { index, length, value: { date, typed: plainly, words: withDatesInWords(plainly, taken) } };
}

/** The words with dates in numbers put into words, so that they mean the same to everybody. */
export function withDatesInWords(words: string, instead: ReadonlyMap<string, string>): string {
  return words.replace(
    /(?<!\d|\d[-/.])\d{1,2}[-/.]\d{1,2}(?:[-/.]\d+|,? ?(?:19|20)\d\d(?!\d))?(?![\d/.-]\d)/g,
    (typed) => instead.get(typed) ?? typed,
  );
}

/** The words as one date; null where they are none, or count from a range: `the week before`. */
function readSaidDate(words: string, moment: Moment): SaidDate | null {
  const found = findSaidDate(words, moment);
  return found?.index === 0 && found.length === words.length ? found.value : null;
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
 * Takes a text apart. Filters go first, because a quoted tag may contain anything; then what is compared with, as long as its words
 * are together; then names of reports, because `by` and dates may be part of them; dates last, because they are made of the most common words.
 */
export function takeApart(text: string, surroundings: Surroundings): Parts {
  const { moment } = surroundings;
  const { filters, objection, notes, rest } = takeFilters([text], surroundings);
  const forms = take(rest, surroundings.forms);
  const tops = take(forms.rest, { find: findTop });
  const comparisons = take(tops.rest, { find: (piece) => findComparison(piece, moment) });
  const reports = take(comparisons.rest, { find: (piece) => findReport(piece, surroundings) });
  const distributions = take(reports.rest, { find: findDistribution });
  const noSplits = take(distributions.rest, { find: findNoSplit });
  const said = take(noSplits.rest, { find: (piece) => findSaidDate(piece, moment), most: 2 });
  const read = (words: string): SaidDate | null => readSaidDate(words, moment);
  const { dates, rest: left } = narrowedAlike({ dates: said.values, comparisons: comparisons.values, rest: said.rest, read });
  const compared = comparisons.values.map((words) => ({ words, date: read(words) }));
  return {
    filters,
    objection,
    reports: reportsOf(reports.values),
    distributions: [...new Set(distributions.values)],
    noSplits: noSplits.values,
    forms: joined(forms.values),
    dates,
    comparisons: compared.map(({ words, date }) => date?.words ?? words),
    notes: [...notes, ...notesOn({ tops: tops.values, dates: [...dates, ...compared.flatMap(({ date }) => date ?? [])] })],
    rest: left,
    unknown: withoutFillers(left),
  };
}
