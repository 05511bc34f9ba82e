import { shortMessage } from '../presentation/short-message.ts';
import { CSV } from './answer-row.ts';
import type { Command } from './doors.ts';
import { type ReportBehindDeps, reportBehind } from './report-behind.ts';
import { type SendCsvDeps, sendCsv } from './send-csv.ts';

/** What a button says that wants the file and not the answer again. Nobody types it. */
export function createCsvCommand(deps: ReportBehindDeps & SendCsvDeps): Command {
  return {
    name: CSV,
    aliases: [],
    usage: `${CSV} <id>`,
    description: 'Sends the table of an answer as a file.',
    examples: [],
    async run(name, asker, signal) {
      const { question, answer } = await reportBehind(deps, { name, asker, show: 'csv', signal });
      return shortMessage(await sendCsv(deps, { question, answer, asker, signal }));
    },
  };
}
