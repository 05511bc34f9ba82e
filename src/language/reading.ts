import { momentOf } from './date-range/format.ts';
import { isAllEdit, readFollowUp } from './follow-up.ts';
import { translate } from './locales/index.ts';
import { createForms, type Forms, type KindOfChart } from './options.ts';
import { takeApart } from './parts.ts';
import { createNames, type Names, type Surroundings } from './pick.ts';
import type { Context, Question, Topic } from './question.ts';
import { type Answerable, judge, type Verdict } from './verdict.ts';

export interface Reader {
  /** In English. */
  read(text: string, around: Surroundings): Verdict;
  /** English is always understood; the language of the locale where it explains more. */
  readIn(locale: string, text: string, around: Surroundings): Verdict;
}

/** Reads what was said after a question. */
export interface FollowUpReader extends Reader {
  /** null: not every word edits the question, or nothing can be answered. */
  overhear(locale: string, text: string, around: Surroundings): Answerable | null;
}

/** From words to a verdict, and nothing about what is said of it. */
export interface Reading extends Reader {
  readonly names: Names;
  readonly forms: Forms;
  /** One for each question: what was read in it is remembered with its moment. */
  aroundOf(context: Context): Surroundings;
  after(question: Question): FollowUpReader;
}

/** How much of the words was not understood. */
const lettersLeft = (verdict: Verdict): number => (verdict.kind === 'unknown' ? verdict.unknown.join('').length : 0);

/** The first of the topics is what a question is about that names none. */
export function createReading(topics: readonly Topic[], kinds: readonly KindOfChart[]): Reading {
  const [otherwise] = topics;
  if (!otherwise) throw new Error('There is no report to ask about.');
  const names = createNames(topics);
  const forms = createForms(kinds);
  return {
    names,
    forms,
    aroundOf: (context) => ({ names, forms, moment: momentOf(context), ...(context.directory && { directory: context.directory }) }),
    ...readerBy((text, around) => judge(takeApart(text, around), { ...around, otherwise })),
    after(question) {
      const topic = topics.find(({ name }) => name === question.report);
      if (!topic) throw new Error(`There is no report “${question.report}” any more`);
      const parent = { question, topic };
      const reader = readerBy((text, around) => readFollowUp(text, parent, around));
      return {
        ...reader,
        overhear(locale, text, around) {
          const whole = [text, translate(text, locale)].find((each) => each !== null && isAllEdit(each, parent, around));
          const verdict = whole ? reader.read(whole, around) : null;
          return verdict?.kind === 'question' ? verdict : null;
        },
      };
    },
  };
}

function readerBy(read: Reader['read']): Reader {
  return {
    read,
    readIn(locale, text, around) {
      const english = read(text, around);
      const translation = english.kind === 'question' ? null : translate(text, locale);
      if (translation === null || translation === text) return english;
      const translated = read(translation, around);
      const isBetter = translated.kind === 'question' || lettersLeft(translated) < lettersLeft(english);
      return isBetter ? translated : english;
    },
  };
}
