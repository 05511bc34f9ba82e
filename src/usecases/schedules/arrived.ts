import { askingMessage } from '../../presentation/schedules/asking-message.ts';
import { slotInWords } from '../../presentation/schedules/outcome.ts';
import type { Command } from '../doors.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';

/** What a button says when Slack did not tell whether a post arrived, and a person did. Nobody types it. */
export function createArrivedCommand(deps: SchedulesDeps): Command {
  return {
    name: 'arrived',
    aliases: [],
    usage: 'arrived <id> <slot>',
    description: 'Notes that a post arrived.',
    examples: [],
    run(rest, asker) {
      const [words = '', dueAt = ''] = rest.split(' ');
      return withOne(deps, { words, asker, verb: 'arrived', tail: ` ${dueAt}`, needsId: true }, async ({ workspace, id, zone }) => {
        const slot = { workspace, schedule: id, dueAt: Number(dueAt) };
        const isNoted = /^\d{12,15}$/.test(dueAt) && (await deps.store.deliveries.confirm(slot, deps.clock()));
        return askingMessage({
          says: isNoted
            ? `I noted that the one of ${slotInWords(slot.dueAt, zone)} arrived.`
            : 'There is no open question about that post any more.',
          presses: [{ label: 'History', words: `history ${id}` }],
        });
      });
    },
  };
}
