import { availableParallelism } from 'node:os';
import { unlessAborted } from '../../model/unless-aborted.ts';
import type { PictureRequest } from '../quickchart.ts';
import type { Renderer } from '../renderer.ts';
import { createThread } from './thread.ts';

export interface EmbeddedRenderer extends Renderer {
  /** Starts the thread that draws first, so that the first picture need not wait for it. */
  warm(): void;
  /** Stops all threads; pictures that are not ready are given up. */
  close(): Promise<void>;
}

export interface EmbeddedRendererOptions {
  readonly workers?: number;
  /** For one picture, once it is its turn. */
  readonly timeoutMs?: number;
  /** Pictures that may wait for their turn; more are refused. */
  readonly queueLimit?: number;
  /** A folder of further fonts, for scripts that the bundled ones do not cover. */
  readonly fontFolder?: string | null;
  /** The compiled worker: threads load JavaScript only. */
  readonly workerUrl?: URL;
}

interface Job {
  readonly request: PictureRequest;
  readonly signal: AbortSignal;
  readonly resolve: (png: Buffer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Draws in threads of this process: the numbers never leave it, and its event loop stays free. */
export function createEmbeddedRenderer({
  workers = Math.max(1, availableParallelism() - 1),
  timeoutMs = 5_000,
  queueLimit = 100,
  fontFolder = null,
  workerUrl = new URL('./worker.js', import.meta.url),
}: EmbeddedRendererOptions = {}): EmbeddedRenderer {
  const threads = Array.from({ length: workers }, () => createThread({ workerUrl, fontFolder, timeoutMs }));
  // The last one that drew is the first to draw again: no thread is started while a warm one is free.
  const idle = [...threads];
  const waiting = new Set<Job>();
  let closed = false;

  function next(): void {
    for (const job of waiting) {
      const thread = idle.at(-1);
      if (!thread) return;
      waiting.delete(job);
      if (job.signal.aborted) continue;
      idle.pop();
      const drawing = thread.draw(job.request).then(job.resolve, job.reject);
      void drawing.finally(() => {
        idle.push(thread);
        next();
      });
    }
  }

  return {
    async render(request, signal) {
      signal.throwIfAborted();
      if (closed) throw new Error('The renderer is closed');
      if (waiting.size >= queueLimit) throw new Error('Too many charts are waiting to be drawn');
      const drawn = new Promise<Buffer>((resolve, reject) => waiting.add({ request, signal, resolve, reject }));
      next();
      return unlessAborted(drawn, signal);
    },
    warm() {
      if (!closed) idle.at(-1)?.warm();
    },
    async close() {
      closed = true;
      for (const job of waiting) job.reject(new Error('The renderer is closed'));
      waiting.clear();
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
