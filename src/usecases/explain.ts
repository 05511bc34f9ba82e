import { explainMessage } from '../presentation/explain-message.ts';
import type { AnswerQuestionDeps } from './answer-question.ts';
import { EXPLAIN } from './answer-row.ts';
import { findBehind } from './behind.ts';
import type { Command } from './doors.ts';

/** What a button says that asks how an answer's findings were computed; a question in words may stand behind it as well. */
export function createExplainCommand(
  deps: Pick<AnswerQuestionDeps, 'language' | 'reporter' | 'questions' | 'clock' | 'pictureMs'>,
): Command {
  const { reporter, pictureMs } = deps;
  return {
    name: EXPLAIN,
    aliases: [],
    usage: `${EXPLAIN} <id>`,
    description: 'Says how the findings in an answer were computed.',
    examples: [],
    async run(rest, asker, signal) {
      const asked = await findBehind(deps, rest, asker);
      // No picture is drawn of a table.
      const question = { ...asked.question, show: 'table' as const };
      return explainMessage(await reporter.report({ ...asked, question }, asker, { isPublic: false, pictureMs, signal }));
    },
  };
}
