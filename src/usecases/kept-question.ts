import type { AnswerQuestion } from './answer-question.ts';
import { type BehindDeps, findBehind, KEPT_QUESTION } from './behind.ts';
import type { Command } from './doors.ts';

export interface KeptQuestionDeps extends Pick<BehindDeps, 'language' | 'questions' | 'clock'> {
  readonly answerQuestion: Pick<AnswerQuestion, 'asked'>;
}

/** What a button says that stands for a question. Nobody types it, so that help does not show it. */
export function createKeptQuestionCommand(deps: KeptQuestionDeps): Command {
  return {
    name: KEPT_QUESTION,
    aliases: [],
    usage: `${KEPT_QUESTION} <id>`,
    description: 'Answers the question behind a button.',
    examples: [],
    async run(id, asker, signal) {
      const { asOf, ...asked } = await findBehind(deps, id, asker);
      return deps.answerQuestion.asked(asked, asker, signal, { asOf });
    },
  };
}
