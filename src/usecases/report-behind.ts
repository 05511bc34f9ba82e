import type { Show } from '../language/options.ts';
import type { AnswerQuestionDeps } from './answer-question.ts';
import { findBehind } from './behind.ts';
import type { Asker } from './ports.ts';

export type ReportBehindDeps = Pick<AnswerQuestionDeps, 'language' | 'reporter' | 'questions' | 'clock' | 'pictureMs'>;

interface Pressing {
  /** What stands behind the button. */
  readonly name: string;
  readonly asker: Asker;
  /** No picture is drawn of a table or a file. */
  readonly show: Exclude<Show, 'chart'>;
  readonly signal: AbortSignal;
}

/** The numbers that a button is about, as of the answer that it stands under. Rejects as `findBehind` and reports do. */
export async function reportBehind(deps: ReportBehindDeps, { name, asker, show, signal }: Pressing) {
  const asked = await findBehind(deps, name, asker);
  const question = { ...asked.question, show };
  const answer = await deps.reporter.report({ ...asked, question }, asker, { isPublic: false, pictureMs: deps.pictureMs, signal });
  return { question, answer };
}
