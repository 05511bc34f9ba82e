import { fullTable } from '../presentation/full-table.ts';
import { SHOW_ALL } from './answer-row.ts';
import type { Command } from './doors.ts';
import { type ReportBehindDeps, reportBehind } from './report-behind.ts';

/** What a button says below a table that leaves something out. Nobody types it. */
export function createShowAllCommand(deps: ReportBehindDeps): Command {
  return {
    name: SHOW_ALL,
    aliases: [],
    usage: `${SHOW_ALL} <id>`,
    description: 'Shows the whole table of an answer.',
    examples: [],
    async run(name, asker, signal) {
      const { answer } = await reportBehind(deps, { name, asker, show: 'table', signal });
      return fullTable(answer);
    },
  };
}
