import type { Clock, Instant } from '../model/time.ts';

/** A clock that can be put forward and back, and goes on from there. */
export interface MovableClock {
  readonly now: Clock;
  setTo(instant: Instant): void;
  reset(): void;
}

export function createMovableClock(base: Clock): MovableClock {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    setTo(instant) {
      ahead = instant - base();
    },
    reset() {
      ahead = 0;
    },
  };
}
