import { LRUCache } from 'lru-cache';
import type { Log } from '../log.ts';
import type { Clock } from '../model/time.ts';
import { within } from './within.ts';

/** Remembers keys for a while, so that what is delivered twice has one effect. */
export interface Once {
  /** True the first time a key comes, false when it comes again. */
  first(key: string): boolean;
}

export function createOnce({ clock, ttlMs, max = 50_000 }: { readonly clock: Clock; readonly ttlMs: number; readonly max?: number }): Once {
  const seen = new LRUCache<string, true>({ max, ttl: ttlMs, ttlResolution: 0, perf: { now: clock } });
  return {
    first(key) {
      if (seen.has(key)) return false;
      seen.set(key, true);
      return true;
    },
  };
}

/** As `Once`, by whichever process. */
export interface SharedOnce {
  first(key: string): Promise<boolean>;
}

export interface SharedOnceOptions {
  /** Remembers a key where all processes see it; true the first time. */
  readonly remember: (key: string) => Promise<boolean>;
  readonly log: Log;
  readonly limitMs?: number;
}

/** Nobody waits long for the shared memory: what it says nothing about counts as new. */
export function createSharedOnce({ remember, log, limitMs = 300 }: SharedOnceOptions): SharedOnce {
  return {
    async first(key) {
      try {
        const isFirst = await within(remember(key), limitMs);
        if (isFirst !== 'late') return isFirst;
        log.warn({ key, limitMs }, 'the shared memory of what was delivered is too slow');
      } catch (err) {
        log.warn({ key, err }, 'the shared memory of what was delivered does not answer');
      }
      return true;
    },
  };
}
