import type { Language, Question } from '../../language/question.ts';
import type { Suggestion } from '../../model/errors.ts';
import type { Report } from '../../reports/report.ts';

export const MOST_FAVOURITES = 5;

/** Of each report so many of its examples. */
const EACH = 2;
const USUAL = 3;

/** What a person chose, or something to begin with. */
export function favouritePresses(
  favourites: readonly Question[] | null,
  reports: readonly Report[],
  language: Pick<Language, 'say'>,
): readonly Suggestion[] {
  const usual = reports.flatMap(({ examples }) => examples.slice(0, EACH)).slice(0, USUAL);
  const words = favourites?.map(language.say) ?? usual;
  return words.slice(0, MOST_FAVOURITES).map((each) => ({ label: each, words: each }));
}
