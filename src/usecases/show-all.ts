import { fullTable } from '../presentation/full-table.ts';
import type { AnswerQuestionDeps } from './answer-question.ts';
import { SHOW_ALL } from './answer-row.ts';
import { findBehind } from './behind.ts';
import type { Command } from './doors.ts';

/** What a button says below a table that leaves something out. Nobody types it. */
export function createShowAllCommand(
  deps: Pick<AnswerQuestionDeps, 'language' | 'reporter' | 'questions' | 'clock' | 'pictureMs'>,
): Command {
  const { reporter, pictureMs } = deps;
  return {
    name: SHOW_ALL,
    aliases: [],
    usage: `${SHOW_ALL} <id>`,
    description: 'Shows the whole table of an answer.',
    examples: [],
    async run(rest, asker, signal) {
      const asked = await findBehind(deps, rest, asker);
      // No picture is drawn of a table.
      const question = { ...asked.question, show: 'table' as const };
      return fullTable(await reporter.report({ ...asked, question }, asker, { isPublic: false, pictureMs, signal }));
    },
  };
}
