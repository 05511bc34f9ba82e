import type { PictureRequest } from './quickchart.ts';

/** Turns a request into a PNG, within a time of its own. Rejects when it cannot, or when the signal fires. */
export interface Renderer {
  render(request: PictureRequest, signal: AbortSignal): Promise<Buffer>;
}
