import { UserError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import { slotAfter } from '../delivery/plan.ts';
import type { Schedule, ScheduleStore } from '../ports.ts';

const ATTEMPTS = 3;

/** Changes a schedule as it is now, once more where somebody else changed it meanwhile. */
export async function changed(
  schedules: Pick<ScheduleStore, 'find' | 'change'>,
  schedule: Schedule,
  change: (now: Schedule) => Schedule,
): Promise<Schedule> {
  let current: Schedule | null = schedule;
  for (let attempt = 0; attempt < ATTEMPTS && current && current.state !== 'deleted'; attempt++) {
    const next = change(current);
    if (next === current) return current;
    if (await schedules.change(next)) return { ...next, version: next.version + 1 };
    current = await schedules.find(schedule.workspace, schedule.id);
  }
  throw new UserError('Somebody else has just changed this schedule, or deleted it.', 'Look at the list, then try again.', {
    suggestions: [{ label: 'My schedules', words: 'schedules' }],
  });
}

/** It runs from now on, whatever kept it from that. */
export function running(schedule: Schedule, nextAt: Instant): Schedule {
  return { ...schedule, state: 'active', pausedFor: null, failures: 0, nextAt };
}

/** What was paused for a failure runs again; what a person paused stays so. */
export function mended(schedule: Schedule, now: Instant): Schedule {
  const next = slotAfter(schedule, now);
  const isHeldUp = schedule.state === 'paused' && schedule.pausedFor !== null;
  return isHeldUp && next !== null ? running(schedule, next) : schedule;
}
