import type { Command } from '../doors.ts';
import { changed, running } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { checkPlace } from './place.ts';
import { firstSlot } from './save.ts';
import { confirmed } from './shown.ts';

export function createResumeCommand(deps: SchedulesDeps): Command {
  return {
    name: 'resume',
    aliases: [],
    usage: 'resume <id or words>',
    description: 'Lets a paused schedule run again.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `resume ${name}`),
    run: (words, asker) =>
      withOne(deps, { words, asker, verb: 'resume' }, async (found) => {
        const { workspace, id, place } = found;
        // Else it would fail again, and be paused again, at its next turn.
        await checkPlace(deps, place, { workspace, instead: [{ label: 'Try again', words: `resume ${id}` }] });
        const schedule = await changed(deps.store.schedules, found, (now) =>
          now.state === 'active' ? now : running(now, firstSlot(now, deps.clock())),
        );
        return confirmed(deps, schedule, { reader: asker, lead: found.state === 'active' ? 'It is running.' : 'It runs again.' });
      }),
  };
}
