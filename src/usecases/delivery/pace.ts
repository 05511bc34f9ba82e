import type { Clock, Instant } from '../../model/time.ts';

/** Resolves after so many milliseconds, or as soon as the signal fires. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Slack takes one message a second into one channel. */
const APART_MS = 1_000;

/** Keeps what this process posts to one place apart. */
export interface Pace {
  /** In how many milliseconds the place takes the next one, whose turn it becomes unless that is longer than `mostMs`. */
  reserve(place: string, mostMs: number): number;
}

export function createPace(clock: Clock): Pace {
  const free = new Map<string, Instant>();
  return {
    reserve(place, mostMs) {
      const now = clock();
      // In the order in which they become free, or nearly so.
      for (const [key, at] of free) {
        if (at > now) break;
        free.delete(key);
      }
      const turn = Math.max(now, free.get(place) ?? now);
      if (turn - now <= mostMs) {
        free.delete(place);
        free.set(place, turn + APART_MS);
      }
      return turn - now;
    },
  };
}
