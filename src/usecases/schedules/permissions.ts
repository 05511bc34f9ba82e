import { UserError } from '../../model/errors.ts';
import type { Asker, Schedule } from '../ports.ts';
import type { Reader, SchedulesDeps } from './deps.ts';

/** Its owner, and whoever looks after the workspace. */
export function mayChange({ owner }: Schedule, { person, isAdmin }: Reader): boolean {
  return isAdmin || owner === person;
}

/** Whoever may change it, and everybody where it is posted. To others it is not there. */
export function maySee(schedule: Schedule, asker: Reader & Pick<Asker, 'channel'>): boolean {
  const { place } = schedule;
  return mayChange(schedule, asker) || ('channel' in place ? place.channel === asker.channel : place.person === asker.person);
}

/** Whether somebody is a guest. A UserError where Slack does not tell. */
export function isGuestHere({ isGuest }: Asker): boolean {
  if (isGuest === null) throw new UserError('I could not look up who you are.', 'Try again in a moment.');
  return isGuest;
}

export function refuseGuests(asker: Asker): void {
  if (!isGuestHere(asker)) return;
  throw new UserError('Schedules are for members of this workspace, not for guests.', 'Ask a member to set one up for this channel.');
}

/** A workspace may leave schedules to its administrators. */
export async function checkScheduler({ store }: Pick<SchedulesDeps, 'store'>, asker: Asker): Promise<void> {
  refuseGuests(asker);
  if (asker.isAdmin) return;
  const { schedulers } = await store.preferences.ofWorkspace(asker.workspace);
  if (schedulers === 'everyone') return;
  throw new UserError(
    'In this workspace only administrators set up schedules.',
    'Ask one of them to set it up for you, or to open schedules to everybody in my settings.',
  );
}
