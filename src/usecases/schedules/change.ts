import { UserError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import { planOf, slotAfter } from '../delivery/plan.ts';
import type { Schedule, Store } from '../ports.ts';

type Books = Pick<Store, 'now' | 'schedules'>;

const ATTEMPTS = 3;

/** Changes a schedule as it is at the store's `now`, once more where somebody else changed it meanwhile. */
export async function changed(store: Books, schedule: Schedule, change: (current: Schedule, now: Instant) => Schedule): Promise<Schedule> {
  const { schedules } = store;
  let current: Schedule | null = schedule;
  for (let attempt = 0; attempt < ATTEMPTS && current && current.state !== 'deleted'; attempt++) {
    const ready = await withoutDue(store, current);
    const next = ready && change(ready.schedule, ready.now);
    if (next === ready?.schedule) return next;
    if (next && (await schedules.change(next))) return { ...next, version: next.version + 1 };
    current = await schedules.find(schedule.workspace, schedule.id);
  }
  throw new UserError('Somebody else has just changed this schedule, or deleted it.', 'Look at the list, then try again.', {
    suggestions: [{ label: 'My schedules', words: 'schedules' }],
  });
}

/** As many at once as do not hold up anything else. */
const PLANNED_AT_ONCE = 50;

/**
 * The schedule with nothing due any more at the store's `now`: a slot whose time has come and that nobody has planned yet is planned first,
 * or the change would lose it. null: it is gone, or another process is just planning it.
 */
export async function withoutDue(
  { now: storeNow, schedules }: Books,
  schedule: Schedule,
): Promise<{ readonly schedule: Schedule; readonly now: Instant } | null> {
  const now = await storeNow();
  const isDue = ({ nextAt }: Schedule) => nextAt !== null && nextAt <= now;
  let current: Schedule | null = schedule;
  // Others may be due longer, and one plan does not take all of a long absence.
  for (let planned = 1; current && isDue(current) && planned > 0; ) {
    planned = await schedules.plan(now, PLANNED_AT_ONCE, planOf(now));
    current = await schedules.find(schedule.workspace, schedule.id);
  }
  return current && !isDue(current) ? { schedule: current, now } : null;
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
