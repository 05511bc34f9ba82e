import type { Asked, Language, Question } from '../language/question.ts';
import { UserError } from '../model/errors.ts';
import type { Asker, Clock, FaultLog, QuestionStore } from './ports.ts';

/** How long a button means something, in milliseconds. */
export const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** The verb behind buttons that stand for a question which is kept. */
export const KEPT_QUESTION = 'question';

export interface BehindDeps {
  readonly language: Language;
  readonly questions: QuestionStore;
  readonly faults: FaultLog;
  readonly clock: Clock;
}

/** What stands behind a button that is about a question. */
export interface Behind {
  /** For a verb to find it by: its id, or, where nothing can be kept, its words. */
  readonly name: string;
  /** What asks it. */
  readonly asks: string;
  readonly isKept: boolean;
}

/** A button keeps its question, so that it means the same whatever the language learns. */
export async function putBehind(
  { language, questions, faults, clock }: BehindDeps,
  asked: readonly Question[],
  workspace: string,
): Promise<readonly Behind[]> {
  if (asked.length === 0) return [];
  try {
    const ids = await questions.keep(workspace, asked, clock() + KEPT_MS);
    return ids.map((name) => ({ name, asks: `${KEPT_QUESTION} ${name}`, isKept: true }));
  } catch (error) {
    faults.record(error, 'keeping the questions behind buttons');
    return asked.map((question) => {
      const words = language.say(question);
      return { name: words, asks: words, isKept: false };
    });
  }
}

/** The question that is named so, as of now. A UserError where it is kept no more. */
export async function findBehind(
  { language, questions, clock }: Pick<BehindDeps, 'language' | 'clock'> & { readonly questions: Pick<QuestionStore, 'find'> },
  name: string,
  asker: Asker,
): Promise<Asked> {
  const context = { ...asker, now: clock() };
  const kept = await questions.find(asker.workspace, name);
  const found = kept ? { kind: 'question' as const, ...language.resolve(kept, context) } : language.understand(name, context);
  if (found.kind !== 'question') throw forgotten();
  return found;
}

export function forgotten(): UserError {
  return new UserError('That button is from more than 90 days ago, and I have forgotten what it asked.', 'Ask in words.', {
    suggestions: [{ label: 'Help', words: 'help' }],
  });
}
