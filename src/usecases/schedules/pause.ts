import type { Command } from '../doors.ts';
import { changed } from './change.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';
import { confirmed } from './shown.ts';

export function createPauseCommand(deps: SchedulesDeps): Command {
  return {
    name: 'pause',
    aliases: [],
    usage: 'pause <id or words>',
    description: 'Stops a schedule until you resume it.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `pause ${name}`),
    run: (words, asker) =>
      withOne(deps, { words, asker, verb: 'pause' }, async (found) => {
        // A pause for a failure becomes one of theirs: nothing but they ends it.
        const schedule = await changed(deps.store.schedules, found, (now) =>
          now.state === 'paused' && now.pausedFor === null ? now : { ...now, state: 'paused', pausedFor: null, nextAt: null },
        );
        return confirmed(deps, schedule, { reader: asker });
      }),
  };
}
