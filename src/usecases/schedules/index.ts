import type { Command } from '../doors.ts';
import { createArrivedCommand } from './arrived.ts';
import { createDeleteCommand } from './delete.ts';
import type { SchedulesDeps } from './deps.ts';
import { createEditCommand } from './edit.ts';
import { createHandoverCommand } from './handover.ts';
import { createHistoryCommand } from './history.ts';
import { createPauseCommand } from './pause.ts';
import { refuseGuests } from './permissions.ts';
import { createResumeCommand } from './resume.ts';
import { createScheduleCommand } from './schedule.ts';
import { createSchedulesCommand } from './schedules.ts';
import { createSendCommand } from './send.ts';
import { createSkipCommand } from './skip.ts';
import { createTestCommand } from './test.ts';

export type { SchedulesDeps } from './deps.ts';
export { createScheduleForm } from './form.ts';
export { type LinesOf, type ScheduleLines, scheduleLines } from './lines.ts';
export { resumeIn } from './resume-in.ts';

/** In the order of help: what is typed most often first. */
const COMMANDS: readonly ((deps: SchedulesDeps) => Command)[] = [
  createScheduleCommand,
  createSchedulesCommand,
  createEditCommand,
  createPauseCommand,
  createResumeCommand,
  createSkipCommand,
  createTestCommand,
  createSendCommand,
  createHistoryCommand,
  createHandoverCommand,
  createDeleteCommand,
  createArrivedCommand,
];

/** Everything that is typed or pressed about schedules. */
export function createScheduleCommands(deps: SchedulesDeps): readonly Command[] {
  return COMMANDS.map((create) => forMembers(create(deps)));
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
