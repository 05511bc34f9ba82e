import { setTimeout as sleep } from 'node:timers/promises';

/** What came of the work, or `late` when it is not done in time: it goes on then. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  const done = new AbortController();
  const waiting = sleep(ms, 'late' as const, { signal: done.signal }).catch(() => 'late' as const);
  return Promise.race([work, waiting]).finally(() => done.abort());
}
