import type { Distribution, Filters } from '../model/query.ts';
import type { Moment, Outcome } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { findDistribution } from './distribution.ts';
import { takeFilters } from './filters.ts';
import type { Names } from './pick.ts';
import type { Topic } from './question.ts';
import { type Found, type Rest, take } from './rest.ts';

export interface SaidDate {
  readonly date: Outcome;
  readonly words: string;
}

/** What a text names. */
export interface Parts {
  readonly filters: Filters;
  /** Each once. */
  readonly reports: readonly Topic[];
  /** Each once. */
  readonly distributions: readonly Distribution[];
  readonly dates: readonly SaidDate[];
  /** Words that nothing is made of. */
  readonly unknown: readonly string[];
}

/** Words that may stand anywhere and change nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  'a about an and at during for from get give in me my of on over please report reports show tell the us what with within'.split(' '),
);

function withoutFillers(rest: Rest): readonly string[] {
  const isWord = (word: string): boolean => /[^\s,.:;!?()-]/u.test(word) && !FILLERS.has(word.toLowerCase());
  return rest.map((piece) => piece.split(' ').filter(isWord).join(' ')).filter((piece) => piece !== '');
}

function findSaidDate(text: string, moment: Moment): Found<SaidDate> | null {
  const date = findDate(text, moment);
  if (!date) return null;
  const { index, length } = date;
  return { index, length, value: { date, words: text.slice(index, index + length) } };
}

/**
 * Takes a text apart. Filters go first, because a quoted tag may contain anything; then names of reports, because `by` and dates
 * may be part of them; dates last, because they are made of the most common words.
 */
export function takeApart(text: string, { names, moment }: { readonly names: Names; readonly moment: Moment }): Parts {
  const { filters, rest } = takeFilters([text]);
  const reports = take(rest, { find: names.find });
  const distributions = take(reports.rest, { find: findDistribution });
  const dates = take(distributions.rest, { find: (piece) => findSaidDate(piece, moment), most: 2 });
  return {
    filters,
    reports: [...new Set(reports.values)],
    distributions: [...new Set(distributions.values)],
    dates: dates.values,
    unknown: withoutFillers(dates.rest),
  };
}
