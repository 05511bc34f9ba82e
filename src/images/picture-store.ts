import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../model/time.ts';

/** Pictures that are waiting to be fetched, in memory. */
export interface PictureStore {
  /** Returns the picture's id, which is the same for the same bytes. */
  put(png: Buffer): string;
  /** null when it never was there, or no longer is. */
  get(id: string): Buffer | null;
}

export interface PictureStoreOptions {
  readonly clock: Clock;
  readonly maxBytes?: number;
  readonly lifeMs?: number;
}

/** As many as about 800 charts; the least wanted goes first. */
const MAX_BYTES = 64 * 1024 * 1024;

export function createPictureStore({ clock, maxBytes = MAX_BYTES, lifeMs = 3_600_000 }: PictureStoreOptions): PictureStore {
  const pictures = new LRUCache<string, Buffer>({
    maxSize: maxBytes,
    sizeCalculation: (png) => Math.max(1, png.length),
    ttl: lifeMs,
    ttlResolution: 0,
    perf: { now: clock },
  });
  return {
    put(png) {
      const id = createHash('sha256').update(png).digest('base64url');
      pictures.set(id, png);
      return id;
    },
    get: (id) => pictures.get(id) ?? null,
  };
}
