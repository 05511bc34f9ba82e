import { UserError } from '../model/errors.ts';
import { COMPARISONS } from './comparison.ts';
import { SHOWN_FORMATS } from './date-range/index.ts';
import type { Context, DateExample, DateKind, Language } from './question.ts';

type Understand = Pick<Language, 'understand'>;

/** More of one kind nobody needs to see. */
const EACH = 3;

/** One of each list in turn. */
function inTurn(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** null: of these days nothing can be said now. */
function read({ understand }: Understand, words: string, context: Context): DateExample | null {
  try {
    const understood = understand(words, context);
    if (understood.kind !== 'question') return null;
    const { range, baseline } = understood;
    return { words, range, ...(baseline && { baseline }) };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The kinds of dates in the order of help, each with at most three examples and what they mean to somebody at this moment. */
export function dateKinds(language: Understand, context: Context): readonly DateKind[] {
  const formats = [...SHOWN_FORMATS, COMPARISONS].filter(({ examples }) => examples.length > 0);
  const names = [...new Set(formats.map(({ name }) => name))];
  return names.map((name) => {
    const words = inTurn(formats.filter((format) => format.name === name).map(({ examples }) => examples));
    return { name, examples: words.flatMap((each) => read(language, each, context) ?? []).slice(0, EACH) };
  });
}
