import { type Suggestion, UserError } from '../model/errors.ts';
import { zoned } from '../model/time.ts';
import { DATE_WORDS } from './date-range/index.ts';
import { ADVERBS } from './distribution.ts';
import { say } from './echo.ts';
import { nearest } from './nearness.ts';
import { takeApart } from './parts.ts';
import { createNames } from './pick.ts';
import type { Context, Language, Question, Topic, Understanding } from './question.ts';
import { tidy } from './tidy.ts';
import { judge, type Verdict } from './verdict.ts';

export { DATE_EXAMPLES } from './date-range/index.ts';

const HELP = /^(?:help|\?+)(?: (?<topic>.+))?$/iu;

/** What Slack shows in a row without scrolling, and people read. */
const MOST_SUGGESTIONS = 3;
const LONGEST_QUOTE = 40;

function quote(words: string): string {
  const points = [...words];
  return `“${points.slice(0, LONGEST_QUOTE).join('')}${points.length > LONGEST_QUOTE ? '…' : ''}”`;
}

function doesNotKnow(unknown: readonly string[]): string {
  const [first = '', second] = unknown.map(quote);
  return second ? `I don't know what ${first} and ${second} mean.` : `I don't know what ${first} means.`;
}

/** The text with each unknown word that is nearly a known one replaced by it. */
function mended(text: string, { unknown, known }: { readonly unknown: readonly string[]; readonly known: ReadonlySet<string> }): string {
  const words = new Set(unknown.flatMap((piece) => piece.split(' ')));
  return text
    .split(' ')
    .map((word) => (words.has(word) && nearest(word.toLowerCase(), known)[0]) || word)
    .join(' ');
}

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

  const read = (text: string, { now, zone, weekStart, locale }: Context): Verdict => {
    const moment = { now: zoned(now, zone), weekStart, locale };
    return judge(takeApart(text, { names, moment }), { names, otherwise, moment });
  };

  /** Of these questions the first few that can be answered. */
  const suggest = (questions: readonly Question[], context: Context): readonly Suggestion[] => {
    const runnable = [...new Set(questions.map(say))].filter((words) => read(tidy(words).text, context).kind === 'question');
    return runnable.slice(0, MOST_SUGGESTIONS).map((words) => ({ label: words, words }));
  };

  const unclear = ({ unknown, draft, isReportNamed }: Verdict & { kind: 'unknown' }, asked: Asked): Understanding => {
    const meant = read(mended(asked.text, { unknown, known }), asked.context);
    const alike = names.like(unknown.join(' ').slice(0, LONGEST_QUOTE)).slice(0, MOST_SUGGESTIONS);
    const others = isReportNamed ? [draft] : alike.map(({ name }) => ({ ...draft, report: name }));
    const questions = meant.kind === 'question' ? [meant.question, ...others] : others;
    return { kind: 'unclear', message: doesNotKnow(unknown), suggestions: suggest(questions, asked.context) };
  };

  return {
    say,
    understand(words, context) {
      const { text, notes } = tidy(words);
      const help = HELP.exec(text);
      if (help) return { kind: 'help', topic: help.groups?.topic?.toLowerCase() ?? null };
      const verdict = read(text, context);
      switch (verdict.kind) {
        case 'question':
          return { ...verdict, notes: text === '' ? [] : [...notes, ...verdict.notes] };
        case 'unknown':
          return unclear(verdict, { text, context });
        case 'refused':
          throw new UserError(verdict.message, verdict.hint, { suggestions: suggest(verdict.instead, context) });
      }
    },
  };
}
