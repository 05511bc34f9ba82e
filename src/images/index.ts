import { LRUCache } from 'lru-cache';
import type { Chart } from '../charts/chart.ts';
import type { Clock } from '../model/time.ts';
import { unlessAborted } from '../model/unless-aborted.ts';
import type { Audience, Picture, PictureFileStore, Pictures } from '../usecases/ports.ts';
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
  /** Where files are remembered that Slack holds; for deliveries by upload. */
  readonly files?: PictureFileStore;
  /** For drawing and delivering one picture. */
  readonly limitMs?: number;
}

/** Half of a picture's hour: nobody gets one that is about to go. */
const KEPT_MS = 30 * 60_000;
const KEPT_PICTURES = 500;
/** A private file is deleted so long after it was last asked for from the books. */
const PRIVATE_MS = 60 * 60_000;
/** One that is about to be deleted is not used any more: another process may be at it. */
const ABOUT_TO_GO_MS = 60_000;

/**
 * The same chart is the same picture for a while, in one workspace. A picture belongs to nobody's signal: whoever waits may leave, and
 * finds it ready when coming back.
 */
export function createPictures({ deliver, clock, files, limitMs = 20_000 }: PicturesOptions): Pictures {
  const published = new LRUCache<string, Promise<Picture>>({ max: KEPT_PICTURES, ttl: KEPT_MS, ttlResolution: 0, perf: { now: clock } });

  /** Writes down how long a file stays; in the books it may be that of another process, or of before a restart. */
  async function entered(picture: Picture, hash: string, { workspace, isPublic }: Audience): Promise<Picture> {
    if (!('slackFile' in picture)) return picture;
    await files?.keep(workspace, { hash, file: picture.slackFile, deleteAt: isPublic ? null : clock() + PRIVATE_MS });
    return picture;
  }

  async function made(chart: Chart, hash: string, audience: Audience): Promise<Picture> {
    const slackFile = files && (await files.find(audience.workspace, hash, clock() + ABOUT_TO_GO_MS));
    return entered(slackFile ? { slackFile } : await deliver(chart, AbortSignal.timeout(limitMs)), hash, audience);
  }

  return {
    async forget(workspace, file) {
      // The books first: what is asked for in between must not find it there again.
      await files?.forget(workspace, file);
      for (const [key, picture] of [...published.entries()]) {
        // One that is still on its way is another.
        const made = await Promise.race([picture, null]).catch(() => null);
        if (made && 'slackFile' in made && made.slackFile === file && published.peek(key) === picture) published.delete(key);
      }
    },
    async publish(chart, audience, signal) {
      signal.throwIfAborted();
      const hash = pictureId(pictureRequest(chart));
      const keyFor = (isPublic: boolean) => JSON.stringify([audience.workspace, hash, isPublic]);
      // What stays for a channel serves one person as well; a private one has to be told to stay.
      const known = published.get(keyFor(true)) ?? (audience.isPublic ? undefined : published.get(keyFor(false)));
      if (known) return unlessAborted(known, signal);
      const own = published.get(keyFor(false));
      const picture = own ? own.then((one) => entered(one, hash, audience)) : made(chart, hash, audience);
      const key = keyFor(audience.isPublic);
      published.set(key, picture);
      picture.catch(() => published.delete(key));
      return unlessAborted(picture, signal);
    },
  };
}
