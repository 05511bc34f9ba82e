import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PictureRequest } from '../quickchart.ts';
import type { Answer, WorkerData } from './worker.ts';

/** A worker that draws one picture at a time, started with the first one and again after it had to be stopped. */
export interface Thread {
  draw(request: PictureRequest): Promise<Buffer>;
  /** Starts the worker without drawing. */
  warm(): void;
  close(): Promise<void>;
}

export interface ThreadOptions extends WorkerData {
  readonly workerUrl: URL;
  /** For one picture, the start of the worker included. */
  readonly timeoutMs: number;
}

/** Several times what the largest chart takes; the pixels lie outside of it. */
const HEAP_MB = 128;

export function createThread({ workerUrl, fontFolder, timeoutMs }: ThreadOptions): Thread {
  let worker: Worker | null = null;

  function start(): Worker {
    const workerData: WorkerData = { fontFolder };
    const started = new Worker(workerUrl, {
      workerData,
      execArgv: [],
      // Nothing of the process's secrets, and only the fonts that we bring: the same picture on every machine.
      env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const forget = () => {
      if (worker === started) worker = null;
    };
    // Listened to as long as the worker lives: an error that nobody hears would end the process.
    return started.on('error', forget).on('exit', forget);
  }

  async function stop(): Promise<void> {
    const stopped = worker;
    worker = null;
    await stopped?.terminate();
  }

  return {
    async draw(request) {
      worker ??= start();
      const answer = await answerOf(worker, request, timeoutMs).catch(async (error) => {
        await stop();
        throw error;
      });
      if ('failure' in answer) throw new Error('The chart cannot be drawn', { cause: answer.failure });
      return Buffer.from(answer.png.buffer, answer.png.byteOffset, answer.png.byteLength);
    },
    warm() {
      worker ??= start();
    },
    close: stop,
  };
}

/** The first of: an answer, the end of the worker, the end of patience. */
async function answerOf(worker: Worker, request: PictureRequest, timeoutMs: number): Promise<Answer> {
  const settled = new AbortController();
  const { signal } = settled;
  const fail = (message: string) => (): never => {
    throw new Error(message);
  };
  worker.postMessage(request);
  try {
    return await Promise.race([
      once(worker, 'message', { signal }).then(([answer]): Answer => answer),
      once(worker, 'exit', { signal }).then(fail('The drawing thread was stopped')),
      sleep(timeoutMs, undefined, { signal }).then(fail(`The chart took longer than ${timeoutMs} ms to draw`)),
    ]);
  } finally {
    settled.abort();
  }
}
