import { parentPort, workerData } from 'node:worker_threads';
import type { PictureRequest } from '../quickchart.ts';
import { draw } from './draw.ts';
import { createFonts } from './fonts.ts';

/** What a worker is born with. */
export interface WorkerData {
  readonly fontFolder: string | null;
}

/** What a worker says to a request. A failure is of that picture only: the worker goes on. */
export type Answer = { readonly png: Uint8Array } | { readonly failure: unknown };

const { fontFolder }: WorkerData = workerData;
const fonts = createFonts(fontFolder);

parentPort?.on('message', async (request: PictureRequest) => {
  parentPort?.postMessage(await answer(request));
});

async function answer(request: PictureRequest): Promise<Answer> {
  try {
    return { png: await draw(request, fonts) };
  } catch (failure) {
    return { failure };
  }
}
