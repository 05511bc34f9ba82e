import { explainMessage } from '../presentation/explain-message.ts';
import { type AnswerQuestionDeps, EXPLAIN } from './answer-question.ts';
import type { Command } from './doors.ts';
import { forgotten } from './kept-question.ts';

/** What a button says that asks how an answer's findings were computed; a question in words may stand behind it as well. */
export function createExplainCommand(
  deps: Pick<AnswerQuestionDeps, 'language' | 'reporter' | 'questions' | 'clock' | 'pictureMs'>,
): Command {
  const { language, reporter, questions, clock, pictureMs } = deps;
  return {
    name: EXPLAIN,
    aliases: [],
    usage: `${EXPLAIN} <id>`,
    description: 'Says how the findings in an answer were computed.',
    examples: [],
    async run(rest, asker, signal) {
      const context = { ...asker, now: clock() };
      const kept = await questions.find(asker.workspace, rest);
      const asked = kept ? { kind: 'question' as const, ...language.resolve(kept, context) } : language.understand(rest, context);
      if (asked.kind !== 'question') throw forgotten();
      // No picture is drawn of a table.
      const question = { ...asked.question, show: 'table' as const };
      return explainMessage(await reporter.report({ ...asked, question }, asker, { isPublic: false, pictureMs, signal }));
    },
  };
}
