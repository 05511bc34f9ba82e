import { SAME_LAST_YEAR } from '../language/comparison.ts';
import type { Asked, Context, Language, Question } from '../language/question.ts';
import { USUAL } from '../language/usual.ts';
import { UserError } from '../model/errors.ts';

interface Comparing {
  readonly language: Pick<Language, 'understand' | 'say' | 'resolve'>;
  readonly context: Context;
}

/** What the time before is called where its own name is no word of a question. */
const ONE_BEFORE = 'the one before';

/** The same question beside the time before; null where there is none. */
export function besideTimeBefore(comparing: Comparing, { question, before }: Asked): Asked | null {
  if (!before) return null;
  return [before.label, ONE_BEFORE].map((compare) => beside(comparing, question, compare)).find((asked) => asked !== null) ?? null;
}

/** The same beside the same time a year ago; null where that is no time to be asked for. */
export const besideLastYear = (comparing: Comparing, { question }: Asked): Asked | null => beside(comparing, question, SAME_LAST_YEAR);

/** The same beside what is usual; null for a time that has none. */
export const besideUsual = (comparing: Comparing, { question }: Asked): Asked | null => beside(comparing, question, USUAL);

/** A name for a time need not be one that can be said: it is read as if it had been, without the filters, whose spelling words may not hold. */
function beside({ language, context }: Comparing, question: Question, compare: string): Asked | null {
  try {
    const said = language.understand(language.say({ ...question, filters: {}, compare }), context);
    if (said.kind !== 'question' || !said.baseline || said.question.compare === undefined) return null;
    return language.resolve({ ...question, compare: said.question.compare }, context);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
