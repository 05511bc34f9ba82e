import { LRUCache } from 'lru-cache';
import type { Clock } from '../model/time.ts';
import { unlessAborted } from '../model/unless-aborted.ts';
import type { Picture, Pictures } from '../usecases/ports.ts';
import type { Delivery } from './delivery.ts';
import { pictureId, pictureRequest } from './quickchart.ts';

export { byChartUrl, bySignedUrl, byUpload, type Delivery, type Upload } from './delivery.ts';
export { createEmbeddedRenderer, type EmbeddedRenderer } from './embedded/index.ts';
export { createPictureStore } from './picture-store.ts';
export { createQuickChartServer } from './server.ts';
export { createSignedUrls, type SignedUrls } from './signed-urls.ts';

export interface PicturesOptions {
  readonly deliver: Delivery;
  readonly clock: Clock;
  /** For drawing and delivering one picture. */
  readonly limitMs?: number;
}

/** Half of a signed address's hour: an answer never gets an address that is about to expire. */
const KEPT_MS = 30 * 60_000;
const KEPT_PICTURES = 500;

/**
 * The pictures of one workspace. The same chart is the same picture for a while. A picture belongs to nobody's signal:
 * whoever waits may leave, and finds it ready when coming back.
 */
export function createPictures({ deliver, clock, limitMs = 20_000 }: PicturesOptions): Pictures {
  const published = new LRUCache<string, Promise<Picture>>({ max: KEPT_PICTURES, ttl: KEPT_MS, ttlResolution: 0, perf: { now: clock } });

  return {
    async publish(chart, signal) {
      signal.throwIfAborted();
      const id = pictureId(pictureRequest(chart));
      const known = published.get(id);
      if (known) return unlessAborted(known, signal);
      const picture = deliver(chart, AbortSignal.timeout(limitMs));
      published.set(id, picture);
      picture.catch(() => published.delete(id));
      return unlessAborted(picture, signal);
    },
  };
}
