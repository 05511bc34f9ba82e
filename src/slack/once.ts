import { LRUCache } from 'lru-cache';
import type { Clock } from '../model/time.ts';

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
