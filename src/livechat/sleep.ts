import { setTimeout } from 'node:timers/promises';

/** Rejects when the signal fires. */
export function realSleep(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal });
}
