import { momentOf } from './date-range/format.ts';
import { translate } from './locales/index.ts';
import { takeApart } from './parts.ts';
import { createNames, type Names, type Surroundings } from './pick.ts';
import type { Context, Topic } from './question.ts';
import { judge, type Verdict } from './verdict.ts';

/** From words to a verdict, and nothing about what is said of it. */
export interface Reading {
  readonly names: Names;
  /** One for each question: what was read in it is remembered with its moment. */
  aroundOf(context: Context): Surroundings;
  /** In English. */
  read(text: string, around: Surroundings): Verdict;
  /** English is always understood; the language of the locale where it explains more. */
  readIn(locale: string, text: string, around: Surroundings): Verdict;
}

/** How much of the words was not understood. */
const lettersLeft = (verdict: Verdict): number => (verdict.kind === 'unknown' ? verdict.unknown.join('').length : 0);

/** The first of the topics is what a question is about that names none. */
export function createReading(topics: readonly Topic[]): Reading {
  const [otherwise] = topics;
  if (!otherwise) throw new Error('There is no report to ask about.');
  const names = createNames(topics);
  const read: Reading['read'] = (text, around) => judge(takeApart(text, around), { ...around, otherwise });
  return {
    names,
    aroundOf: (context) => ({ names, moment: momentOf(context), ...(context.directory && { directory: context.directory }) }),
    read,
    readIn(locale, text, around) {
      const english = read(text, around);
      const translation = english.kind === 'question' ? null : translate(text, locale);
      if (translation === null || translation === text) return english;
      const translated = read(translation, around);
      return lettersLeft(translated) < lettersLeft(english) ? translated : english;
    },
  };
}
