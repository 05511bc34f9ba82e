import type { Asked, Language, Question } from '../language/question.ts';
import { UserError } from '../model/errors.ts';
import type { Instant } from '../model/time.ts';
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
  /** For a verb to find it by: its id with the moment that it is about, or, where nothing can be kept, its words. */
  readonly name: string;
  /** What asks it. */
  readonly asks: string;
  readonly isKept: boolean;
}

export interface Putting {
  readonly workspace: string;
  /** They are about what is shown: whenever they are pressed, they ask as of this moment. Absent: as of the press. */
  readonly asOf?: Instant;
}

/** A button keeps its question, so that it means the same whatever the language learns. */
export async function putBehind(
  { language, questions, faults, clock }: BehindDeps,
  asked: readonly Question[],
  { workspace, asOf }: Putting,
): Promise<readonly Behind[]> {
  if (asked.length === 0) return [];
  try {
    const ids = await questions.keep(workspace, asked, clock() + KEPT_MS);
    return ids.map((id) => {
      const name = asOf === undefined ? id : `${id}.${asOf.toString(36)}`;
      return { name, asks: `${KEPT_QUESTION} ${name}`, isKept: true };
    });
  } catch (error) {
    faults.record(error, 'keeping the questions behind buttons');
    return asked.map((question) => {
      const words = language.say(question);
      return { name: words, asks: words, isKept: false };
    });
  }
}

/** An id and a moment: no id has a dot, and no time since 1972 is shorter. */
const SHOWN = /^(?<id>[\w-]+)\.(?<at>[0-9a-z]{8,9})$/;

type FindDeps = Pick<BehindDeps, 'language' | 'clock'> & { readonly questions: Pick<QuestionStore, 'find'> };

/** A question, and the moment as of which it is to be answered. */
interface Named {
  readonly question: Question;
  readonly asOf: Instant;
}

/** The question that is named so. A UserError where it is kept no more. */
export async function questionBehind({ language, questions, clock }: FindDeps, name: string, asker: Asker): Promise<Named> {
  const { id = name, at } = SHOWN.exec(name)?.groups ?? {};
  const now = clock();
  const question = await questions.find(asker.workspace, id);
  if (question) return { question, asOf: at === undefined ? now : Number.parseInt(at, 36) };
  // A question in words names a report and a time.
  if (!name.includes(' ')) throw forgotten();
  const understood = language.understand(name, { ...asker, now });
  if (understood.kind !== 'question') throw notUnderstood();
  return { question: understood.question, asOf: now };
}

/** What is asked by the question that is named so, as of its moment. Rejects as `questionBehind` does. */
export async function findBehind(deps: FindDeps, name: string, asker: Asker): Promise<Asked & { readonly asOf: Instant }> {
  const { question, asOf } = await questionBehind(deps, name, asker);
  return { ...deps.language.resolve(question, { ...asker, now: asOf }), asOf };
}

const HELP = { suggestions: [{ label: 'Help', words: 'help' }] };

export const forgotten = (): UserError =>
  new UserError('That button is from more than 90 days ago, and I have forgotten what it asked.', 'Ask in words.', HELP);

const notUnderstood = (): UserError =>
  new UserError('I do not understand any more what that button asks.', 'Ask in words of your own.', HELP);
