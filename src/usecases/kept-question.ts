import type { AnswerQuestion } from './answer-question.ts';
import { forgotten, KEPT_QUESTION } from './behind.ts';
import type { Command } from './doors.ts';
import type { QuestionStore } from './ports.ts';

/** What a button says that stands for a question. Nobody types it, so that help does not show it. */
export function createKeptQuestionCommand(questions: QuestionStore, answer: AnswerQuestion): Command {
  return {
    name: KEPT_QUESTION,
    aliases: [],
    usage: `${KEPT_QUESTION} <id>`,
    description: 'Answers the question behind a button.',
    examples: [],
    async run(id, asker, signal) {
      const question = await questions.find(asker.workspace, id);
      if (question) return answer.kept(question, asker, signal);
      throw forgotten();
    },
  };
}
