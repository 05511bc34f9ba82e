import type { Chart } from '../charts/chart.ts';
import type { FaultLog, Picture, Pictures } from './ports.ts';

/** What became of the chart. An answer goes out with any of these. */
export type Drawn =
  | { readonly state: 'shown'; readonly picture: Picture }
  | { readonly state: 'late' }
  | { readonly state: 'failed'; readonly reference: string }
  /** There is nothing to draw. */
  | { readonly state: 'none' };

export interface DrawDeps {
  readonly pictures: Pictures;
  readonly faults: FaultLog;
  /** How long an answer waits for its picture. */
  readonly pictureMs: number;
}

/** Nothing depends on the picture: when it fails or is late, the numbers go out without it. */
export async function drawInTime(chart: Chart | null, { pictures, faults, pictureMs }: DrawDeps, signal: AbortSignal): Promise<Drawn> {
  if (chart === null) return { state: 'none' };
  const late = AbortSignal.timeout(pictureMs);
  try {
    return { state: 'shown', picture: await unlessAborted(pictures.publish(chart, AbortSignal.any([late, signal])), late) };
  } catch (error) {
    if (late.aborted) return { state: 'late' };
    return { state: 'failed', reference: faults.record(error, 'drawing a chart') };
  }
}

/** Does not trust the drawing to notice that its time is up. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
