import { UserError } from '../../model/errors.ts';
import { slotInWords } from '../../presentation/schedules/outcome.ts';
import type { Command } from '../doors.ts';
import { changed } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { confirmed } from './shown.ts';

export function createSkipCommand(deps: SchedulesDeps): Command {
  return {
    name: 'skip',
    aliases: [],
    usage: 'skip <id or words>',
    description: 'Leaves out the next post of a schedule; said again, it does not.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `skip ${name}`),
    run: (words, asker) =>
      withOne(deps, { words, asker, verb: 'skip' }, async (found) => {
        const schedule = await changed(deps.store.schedules, found, (now) => {
          if (now.nextAt === null) throw notRunning(now.id);
          return { ...now, skipAt: now.skipAt === now.nextAt ? null : now.nextAt };
        });
        const next = slotInWords(schedule.nextAt ?? 0, schedule.zone);
        const lead = schedule.skipAt === null ? `I will post on ${next} after all.` : `I will leave out ${next}.`;
        return confirmed(deps, schedule, { reader: asker, lead });
      }),
  };
}

function notRunning(id: string): UserError {
  return new UserError('It is paused, so that there is nothing to leave out.', 'Resume it first.', {
    suggestions: [{ label: 'Resume', words: `resume ${id}` }],
  });
}
