import { historyMessage } from '../../presentation/schedules/history-message.ts';
import type { Command } from '../doors.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { lineOf } from './shown.ts';

const SHOWN = 20;

export function createHistoryCommand(deps: SchedulesDeps): Command {
  return {
    name: 'history',
    aliases: [],
    usage: 'history <id or words>',
    description: 'Says what became of a schedule’s posts.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `history ${name}`),
    run: (words, asker) =>
      withOne(deps, { words, asker, verb: 'history', isFor: 'see all' }, async (schedule) =>
        historyMessage({
          line: await lineOf(deps, schedule, asker),
          outcomes: await deps.store.deliveries.history(schedule.workspace, schedule.id, SHOWN),
        }),
      ),
  };
}
