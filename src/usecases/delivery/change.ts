import type { Schedule, ScheduleStore, Slot } from '../ports.ts';

/** Others change schedules as well, and slots fall due; whoever is slower reads again. */
const MOST_TRIES = 5;

/**
 * Changes a schedule as it is now, anew for as long as something came before that: `change` gives back what it was given where nothing is
 * to change, and null where it cannot say yet. What it is then; null when there is none, or when it changes faster than it can be read.
 */
export async function changedAnew(
  schedules: ScheduleStore,
  { workspace, schedule: id }: Omit<Slot, 'dueAt'>,
  change: (current: Schedule) => Promise<Schedule | null>,
): Promise<Schedule | null> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const current = await schedules.find(workspace, id);
    const next = current && (await change(current));
    if (next === current) return current;
    if (next && (await schedules.change(next))) return { ...next, version: next.version + 1 };
  }
  return null;
}
