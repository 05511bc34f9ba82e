import type { Command } from '../doors.ts';
import type { SchedulesDeps } from './deps.ts';
import { edit } from './edit.ts';
import { handover } from './handover.ts';
import { refuseGuests } from './permissions.ts';
import { createScheduleCommand } from './schedule.ts';
import { createSchedulesCommand } from './schedules.ts';
import { arrived, send } from './send.ts';
import { type Verb, verbCommand } from './verb.ts';
import { deletion, history, pause, resume, skip, test } from './verbs.ts';

export type { SchedulesDeps } from './deps.ts';
export { createScheduleForm } from './form.ts';
export { resumeIn } from './resume-in.ts';
export { scheduleLines } from './shown.ts';

/** In the order of help, behind the two above them: what is typed most often first. */
const VERBS: readonly Verb[] = [edit, pause, resume, skip, test, send, history, handover, deletion, arrived];

/** Everything that is typed or pressed about schedules. */
export function createScheduleCommands(deps: SchedulesDeps): readonly Command[] {
  return [createScheduleCommand(deps), createSchedulesCommand(deps), ...VERBS.map((verb) => verbCommand(deps, verb))].map(forMembers);
}

function forMembers(command: Command): Command {
  return {
    ...command,
    async run(rest, asker, signal) {
      refuseGuests(asker);
      return command.run(rest, asker, signal);
    },
  };
}
