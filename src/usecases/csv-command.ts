import { shortMessage } from '../presentation/short-message.ts';
import type { AnswerQuestionDeps } from './answer-question.ts';
import { CSV } from './answer-row.ts';
import { findBehind } from './behind.ts';
import type { Command } from './doors.ts';
import { type SendCsvDeps, sendCsv } from './send-csv.ts';

/** What a button says that wants the file and not the answer again. Nobody types it. */
export function createCsvCommand(
  deps: Pick<AnswerQuestionDeps, 'language' | 'reporter' | 'questions' | 'clock' | 'pictureMs'> & SendCsvDeps,
): Command {
  const { reporter, pictureMs } = deps;
  return {
    name: CSV,
    aliases: [],
    usage: `${CSV} <id>`,
    description: 'Sends the table of an answer as a file.',
    examples: [],
    async run(rest, asker, signal) {
      const asked = await findBehind(deps, rest, asker);
      const question = { ...asked.question, show: 'csv' as const };
      const answer = await reporter.report({ ...asked, question }, asker, { isPublic: false, pictureMs, signal });
      return shortMessage(await sendCsv(deps, { question, answer, asker, signal }));
    },
  };
}
