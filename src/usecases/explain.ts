import { explainMessage } from '../presentation/explain-message.ts';
import { EXPLAIN } from './answer-row.ts';
import type { Command } from './doors.ts';
import { type ReportBehindDeps, reportBehind } from './report-behind.ts';

/** What a button says that asks how an answer's findings were computed; a question in words may stand behind it as well. */
export function createExplainCommand(deps: ReportBehindDeps): Command {
  return {
    name: EXPLAIN,
    aliases: [],
    usage: `${EXPLAIN} <id>`,
    description: 'Says how the findings in an answer were computed.',
    examples: [],
    async run(name, asker, signal) {
      const { answer } = await reportBehind(deps, { name, asker, show: 'table', signal });
      return explainMessage(answer);
    },
  };
}
