import type { Wait } from '../../../src/usecases/delivery/index.ts';

/** Time that passes when it is told to. */
export interface VirtualTime {
  readonly now: () => number;
  readonly wait: Wait;
  /** Something that happens of itself. */
  at(moment: number, happen: () => void | Promise<void>): void;
  /** When the next wait ends, or the next thing happens; Infinity: never. */
  next(): number;
  /** Everything up to then happens, in its order. */
  advance(to: number): Promise<void>;
}

/** What can go on without time has gone on: nothing here waits for anything but virtual time. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createVirtualTime(start: number): VirtualTime {
  let now = start;
  const timers = new Set<{ readonly moment: number; readonly happen: () => void | Promise<void> }>();
  const earliest = () =>
    [...timers].reduce<{ moment: number } | null>((best, each) => (best && best.moment <= each.moment ? best : each), null);

  const time: VirtualTime = {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const end = () => {
          timers.delete(timer);
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const timer = { moment: now + ms, happen: end };
        timers.add(timer);
        signal?.addEventListener('abort', end);
      }),
    at: (moment, happen) => void timers.add({ moment, happen }),
    next: () => earliest()?.moment ?? Number.POSITIVE_INFINITY,
    async advance(to) {
      now = Math.max(now, to);
      const due = [...timers].filter(({ moment }) => moment <= now).sort((one, other) => one.moment - other.moment);
      for (const timer of due) {
        timers.delete(timer);
        await timer.happen();
      }
    },
  };
  return time;
}
