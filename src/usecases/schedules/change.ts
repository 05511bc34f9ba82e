import { UserError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import { changedAnew } from '../delivery/change.ts';
import { planOf, slotAfter } from '../delivery/plan.ts';
import type { Schedule, Store } from '../ports.ts';

type Books = Pick<Store, 'now' | 'schedules'>;

/** Changes a schedule as it is at the store's `now`. A UserError says that it is deleted by now, or that others were always faster. */
export async function changed(
  store: Books,
  { workspace, id }: Schedule,
  change: (current: Schedule, now: Instant) => Schedule,
): Promise<Schedule> {
  const saved = await changedAnew(store.schedules, { workspace, schedule: id }, async (current) => {
    if (current.state === 'deleted') throw tooLate();
    const ready = await withoutDue(store, current);
    return ready && change(ready.schedule, ready.now);
  });
  if (saved) return saved;
  throw tooLate();
}

function tooLate(): UserError {
  return new UserError('Somebody else has just changed this schedule, or deleted it.', 'Look at the list, then try again.', {
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
