import { reasonInWords } from '../../presentation/deliveries/reasons.ts';
import type { Schedule, ScheduleStore, Slot, Store } from '../ports.ts';
import { slotAfter } from './plan.ts';

/** A schedule that could not post so often in a row waits for a person. */
export const MOST_FAILURES = 3;
/** Others change schedules as well; whoever is slower reads again. */
const MOST_TRIES = 5;

/** A post went through: whatever the trouble was, it is over, also for a schedule that was paused for it. */
export async function afterSuccess(store: Store, slot: Slot): Promise<void> {
  const now = await store.now();
  await change(store.schedules, slot, (schedule) => {
    const isPausedForTrouble = schedule.state === 'paused' && schedule.pausedFor !== null;
    if (!isPausedForTrouble) return schedule.failures === 0 ? null : { ...schedule, failures: 0 };
    const nextAt = slotAfter(schedule, now);
    return { ...schedule, failures: 0, pausedFor: null, nextAt, state: nextAt === null ? 'ended' : 'active' };
  });
}

/** It could not be posted: schedules are paused, never deleted. */
export async function afterFailure(store: Store, slot: Slot, reason: string): Promise<void> {
  const now = await store.now();
  await change(store.schedules, slot, (schedule) => {
    const failures = schedule.failures + 1;
    const isOver = reasonInWords(reason).kind === 'pause' || failures >= MOST_FAILURES;
    // A slot that is due and not planned yet would vanish: it comes first, and pauses the schedule if it fails as well.
    const canPause = schedule.state === 'active' && (schedule.nextAt === null || schedule.nextAt > now);
    const paused: Partial<Schedule> = isOver && canPause ? { state: 'paused', pausedFor: reason, nextAt: null } : {};
    return { ...schedule, failures, ...paused };
  });
}

async function change(schedules: ScheduleStore, slot: Slot, to: (schedule: Schedule) => Schedule | null): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const schedule = await schedules.find(slot.workspace, slot.schedule);
    const changed = schedule && to(schedule);
    if (!changed || (await schedules.change(changed))) return;
  }
  throw new Error(`A schedule changes faster than it can be read: ${slot.schedule}`);
}
