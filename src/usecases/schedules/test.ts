import { context, message } from '../../presentation/blocks.ts';
import type { Command } from '../doors.ts';
import type { SchedulesDeps } from './deps.ts';
import { withOne } from './find.ts';

const QUIET = 'There is nothing to report at the moment, so that this schedule would post nothing.';

export function createTestCommand(deps: SchedulesDeps): Command {
  return {
    name: 'test',
    aliases: [],
    usage: 'test <id or words>',
    description: 'Shows you alone what a schedule would post now.',
    examples: deps.reports.slice(0, 1).map(({ name }) => `test ${name}`),
    run: (words, asker, signal) =>
      withOne(deps, { words, asker, verb: 'test', isFor: 'see' }, async (schedule) => {
        const made = await deps.compose(schedule, deps.clock(), { signal, kind: 'test', lateMs: 0 });
        if (!made.isEmpty || schedule.whenEmpty === 'post') return made.message;
        return message(QUIET, [context([QUIET]), ...made.message.blocks]);
      }),
  };
}
