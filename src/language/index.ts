import { isDeepStrictEqual } from 'node:util';
import { type Suggestion, UserError } from '../model/errors.ts';
import { momentOf } from './date-range/format.ts';
import { DATE_WORDS } from './date-range/index.ts';
import { ADVERBS } from './distribution.ts';
import { say } from './echo.ts';
import { withoutFillers } from './fillers.ts';
import { guess, mendings, quotings } from './mending.ts';
import { takeApart } from './parts.ts';
import { createNames } from './pick.ts';
import type { Context, Language, Question, Topic, Understanding } from './question.ts';
import { tidy } from './tidy.ts';
import { type Answerable, DEFAULT_RANGE, judge, judgeAgain, type Verdict } from './verdict.ts';

export { DATE_EXAMPLES } from './date-range/index.ts';

const HELP = /^(?:help|\?+)(?: (?<topic>.+))?$/iu;

/** What Slack shows in a row without scrolling, and people read. */
const MOST_SUGGESTIONS = 3;
const LONGEST_QUOTE = 40;
/** What most people ask for, where no time was said. */
const USUAL_RANGES = ['last week', 'this week'];

function quote(words: string): string {
  const points = [...words];
  return `“${points.slice(0, LONGEST_QUOTE).join('')}${points.length > LONGEST_QUOTE ? '…' : ''}”`;
}

function doesNotKnow(unknown: readonly string[]): string {
  const [first = '', second] = unknown.map(quote);
  return second ? `I don't know what ${first} and ${second} mean.` : `I don't know what ${first} means.`;
}

type Unknown = Verdict & { readonly kind: 'unknown' };

interface Asked {
  readonly text: string;
  readonly context: Context;
}

/** The language of questions about these reports; the first of them answers a question that names none. */
export function createLanguage(topics: readonly Topic[]): Language {
  const [otherwise] = topics;
  if (!otherwise) throw new Error('There is no report to ask about.');
  const names = createNames(topics);
  const known = new Set([...DATE_WORDS, ...ADVERBS, ...names.all]);

  const read = (text: string, context: Context): Verdict => {
    const moment = momentOf(context);
    return judge(takeApart(text, { names, moment }), { names, otherwise, moment });
  };

  /** Of these questions the first few that can be answered. */
  const suggest = (questions: readonly Question[], context: Context): readonly Suggestion[] => {
    const runnable = [...new Set(questions.map(say))].filter((words) => read(tidy(words).text, context).kind === 'question');
    return runnable.slice(0, MOST_SUGGESTIONS).map((words) => ({ label: words, words }));
  };

  /** The questions that the text may be with slips of the keyboard put right; the same question once. */
  const slips = ({ unknown, draft }: Unknown, { text, context }: Asked): readonly Answerable[] => {
    const found = new Map<string, Answerable>();
    for (const mended of mendings(text, { unknown, known })) {
      const verdict = read(mended.text, context);
      // What is in quotes is nobody's slip.
      if (verdict.kind !== 'question' || !isDeepStrictEqual(verdict.question.filters, draft.filters)) continue;
      found.set(say(verdict.question), { ...verdict, notes: [...mended.notes, ...verdict.notes] });
    }
    return [...found.values()];
  };

  const unclear = ({ unknown, draft, isReportNamed }: Unknown, asked: Asked & { readonly meant: readonly Answerable[] }): Understanding => {
    const tags = [...(draft.filters.tags ?? []), ...(draft.filters.withoutTags ?? [])];
    const texts = [...quotings(asked.text, { unknown, tags }), guess(asked.text, { unknown, known })];
    const verdicts = [...asked.meant, ...texts.map((text) => read(text, asked.context))];
    const meant = verdicts.flatMap((verdict) => (verdict.kind === 'question' ? [verdict.question] : []));
    const alike = names.like(unknown.join(' ').slice(0, LONGEST_QUOTE)).slice(0, MOST_SUGGESTIONS);
    const others = isReportNamed ? [draft] : alike.map(({ name }) => ({ ...draft, report: name }));
    const near =
      draft.range === DEFAULT_RANGE
        ? others.flatMap((question) => USUAL_RANGES.map((range) => ({ ...question, range })))
        : topics.map(({ name }) => ({ ...draft, report: name }));
    return { kind: 'unclear', message: doesNotKnow(unknown), suggestions: suggest([...meant, ...others, ...near], asked.context) };
  };

  const isIdle = (text: string): boolean => withoutFillers([text]).length === 0 && names.find(text) === null;

  /** Asked for, or nothing was said that a report could be about: `hi`. */
  const help = (text: string): Understanding | null => {
    const asked = HELP.exec(text);
    if (!asked) return text !== '' && isIdle(text) ? { kind: 'help', topic: null } : null;
    const { topic = '' } = asked.groups ?? {};
    return { kind: 'help', topic: isIdle(topic) ? null : withoutFillers([topic.toLowerCase()]).join(' ') || topic.toLowerCase() };
  };

  const noted = (verdict: Answerable, notes: readonly string[]): Understanding => ({ ...verdict, notes: [...notes, ...verdict.notes] });

  return {
    say,
    resolve(question, context) {
      const verdict = judgeAgain(question, momentOf(context));
      if (verdict.kind === 'refused')
        throw new UserError(verdict.message, verdict.hint, { suggestions: suggest(verdict.instead, context) });
      const { range, distribution, notes } = verdict;
      return { question, range, distribution, notes };
    },
    understand(words, context) {
      const { text, notes } = tidy(words);
      const helped = help(text);
      if (helped) return helped;
      const verdict = read(text, context);
      switch (verdict.kind) {
        case 'question':
          return text === '' ? { ...verdict, notes: [] } : noted(verdict, notes);
        case 'unknown': {
          const meant = slips(verdict, { text, context });
          const [only] = meant;
          return only && meant.length === 1 ? noted(only, notes) : unclear(verdict, { text, context, meant });
        }
        case 'refused':
          throw new UserError(verdict.message, verdict.hint, { suggestions: suggest(verdict.instead, context) });
      }
    },
  };
}
