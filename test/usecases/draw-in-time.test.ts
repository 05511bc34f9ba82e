import { describe, expect, test } from '@jest/globals';
import type { Chart } from '../../src/charts/chart.ts';
import { drawInTime } from '../../src/usecases/draw-in-time.ts';
import type { Pictures } from '../../src/usecases/ports.ts';

const CHART: Chart = { kind: 'bar', config: { type: 'bar', data: { datasets: [] } } };

function draw(publish: Pictures['publish'], { chart = CHART as Chart | null, pictureMs = 10_000 } = {}) {
  const recorded: unknown[] = [];
  const record = (error: unknown, doing: string) => {
    recorded.push([doing, error]);
    return 'ab12cd';
  };
  const audience = { workspace: 'T1', isPublic: false };
  const drawn = drawInTime(chart, { pictures: { publish }, pictureMs, audience, faults: { record }, signal: new AbortController().signal });
  return { drawn, recorded };
}

/** As a drawing does that takes for ever, and notices when it is no longer wanted. */
const endless: Pictures['publish'] = (_, __, signal) =>
  new Promise((___, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('the picture of an answer', () => {
  test('is shown when it is ready', async () => {
    const { drawn } = draw(async () => ({ slackFile: 'F1' }));
    expect(await drawn).toEqual({ state: 'shown', picture: { slackFile: 'F1' } });
  });

  test('that is late is left out, and that is nobody’s fault', async () => {
    const { drawn, recorded } = draw(endless, { pictureMs: 1 });
    expect([await drawn, recorded]).toEqual([{ state: 'late' }, []]);
  });

  test('that cannot be drawn is left out, and written down under a reference', async () => {
    const broken = new Error('the thread ended');
    const { drawn, recorded } = draw(() => Promise.reject(broken));
    expect([await drawn, recorded]).toEqual([{ state: 'failed', reference: 'ab12cd' }, [['drawing a chart', broken]]]);
  });

  test('is not asked for where there is nothing to draw', async () => {
    const { drawn } = draw(() => Promise.reject(new Error('asked')), { chart: null });
    expect(await drawn).toEqual({ state: 'none' });
  });
});
