import { askingMessage } from '../../presentation/schedules/asking-message.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { Command } from '../doors.ts';
import { changed } from './change.ts';
import { exampleOf, type SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { whatInWords } from './shown.ts';

/** By its id at once, by words only after a question: there is no way back. */
export function createDeleteCommand(deps: SchedulesDeps): Command {
  return {
    name: 'delete',
    aliases: [],
    usage: 'delete <id or words>',
    description: 'Deletes a schedule for good.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `delete ${name}`),
    run: (words, asker) =>
      withOne(deps, { words, asker, verb: 'delete', needsId: true }, async (found) => {
        const schedule = await changed(deps.store.schedules, found, (now) => ({ ...now, state: 'deleted', nextAt: null }));
        return askingMessage({
          says: `Deleted: ${whatInWords(schedule, deps)}, ${describeRecurrence(schedule.recurrence)}.`,
          hints: [`A new one is set up like this: ${deps.command} ${exampleOf(deps)}`],
          presses: [{ label: 'History', words: `history ${schedule.id}` }],
        });
      }),
  };
}
