import type { Instant } from '../../model/time.ts';
import { reasonInWords } from '../../presentation/deliveries/reasons.ts';
import type { Schedule, Slot, Store } from '../ports.ts';
import { changedAnew } from './change.ts';
import { slotAfter } from './plan.ts';

/** A schedule that could not post so often in a row waits for a person. */
export const MOST_FAILURES = 3;

/** A post went through: whatever the trouble was, it is over, also for a schedule that was paused for it. */
export async function afterSuccess(store: Store, slot: Slot): Promise<void> {
  await noted(store, slot, (schedule, now) => {
    const isPausedForTrouble = schedule.state === 'paused' && schedule.pausedFor !== null;
    if (!isPausedForTrouble) return schedule.failures === 0 ? schedule : { ...schedule, failures: 0 };
    const nextAt = slotAfter(schedule, now);
    return { ...schedule, failures: 0, pausedFor: null, nextAt, state: nextAt === null ? 'ended' : 'active' };
  });
}

/** It could not be posted: schedules are paused, never deleted. */
export async function afterFailure(store: Store, slot: Slot, reason: string): Promise<void> {
  await noted(store, slot, (schedule, now) => {
    const failures = schedule.failures + 1;
    const isOver = reasonInWords(reason).kind === 'pause' || failures >= MOST_FAILURES;
    // A slot that is due and not planned yet comes first, and pauses the schedule if it fails as well.
    const canPause = schedule.state === 'active' && (schedule.nextAt === null || schedule.nextAt > now);
    const paused: Partial<Schedule> = isOver && canPause ? { state: 'paused', pausedFor: reason, nextAt: null } : {};
    return { ...schedule, failures, ...paused };
  });
}

async function noted(store: Store, slot: Slot, to: (schedule: Schedule, now: Instant) => Schedule): Promise<void> {
  if (await changedAnew(store.schedules, slot, async (schedule) => to(schedule, await store.now()))) return;
  throw new Error(`A schedule is gone, or changes faster than it can be read: ${slot.schedule}`);
}
