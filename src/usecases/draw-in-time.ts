import type { Chart } from '../charts/chart.ts';
import type { ShownPicture } from '../presentation/report-message.ts';
import type { Audience, FaultLog, Pictures } from './ports.ts';

export interface DrawDeps {
  readonly pictures: Pick<Pictures, 'publish'>;
  readonly faults: FaultLog;
  /** How long an answer waits for its picture. */
  readonly pictureMs: number;
  readonly audience: Audience;
  readonly signal: AbortSignal;
}

/** Nothing depends on the picture: when it fails or is late, the numbers go out without it. */
export async function drawInTime(chart: Chart | null, { pictures, faults, pictureMs, audience, signal }: DrawDeps): Promise<ShownPicture> {
  if (chart === null) return { state: 'none' };
  const late = AbortSignal.timeout(pictureMs);
  try {
    return { state: 'shown', picture: await pictures.publish(chart, audience, AbortSignal.any([late, signal])) };
  } catch (error) {
    if (late.aborted) return { state: 'late' };
    return { state: 'failed', reference: faults.record(error, 'drawing a chart') };
  }
}
