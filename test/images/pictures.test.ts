import { describe, expect, test } from '@jest/globals';
import { byChartUrl, bySignedUrl, byUpload, createPictures, type Delivery } from '../../src/images/index.ts';
import { pictureRequest } from '../../src/images/quickchart.ts';
import type { Renderer } from '../../src/images/renderer.ts';
import { chartOf, PNG } from './charts.ts';

const START = Date.UTC(2026, 10, 22, 12);
const patient = new AbortController().signal;
const chart = chartOf('Chats', 3, 5);

const renderer: Renderer = { render: async () => PNG };

/** A delivery that is finished by hand. */
function byHand() {
  const started: { finish(): void; fail(error: Error): void }[] = [];
  const deliver: Delivery = () =>
    new Promise((resolve, reject) => {
      const slackFile = `F${started.length + 1}`;
      started.push({ finish: () => resolve({ slackFile }), fail: reject });
    });
  return { deliver, started };
}

function setUp() {
  const time = { now: START };
  const { deliver, started } = byHand();
  return { time, started, pictures: createPictures({ deliver, clock: () => time.now }) };
}

describe('a delivery', () => {
  test('by upload gives the drawn bytes to Slack', async () => {
    const seen: unknown[] = [];
    const deliver = byUpload({ render: async (request) => Buffer.from(request.chart) }, async (png, name) => {
      seen.push({ png, name });
      return { slackFile: 'F1' };
    });
    expect(await deliver(chart, patient)).toEqual({ slackFile: 'F1' });
    expect(seen).toEqual([{ png: Buffer.from(pictureRequest(chart).chart), name: 'line-chart' }]);
  });

  test('by a signed address publishes the drawn bytes', async () => {
    const urls = { publish: (png: Buffer) => `https://reports.example.com/${png.length}`, serve: () => refusal };
    const refusal = { status: 404, headers: {}, body: '' } as const;
    expect(await bySignedUrl(renderer, urls)(chart, patient)).toEqual({ imageUrl: `https://reports.example.com/${PNG.length}` });
  });

  test('by a chart server’s address draws nothing', async () => {
    const server = { render: () => Promise.reject(new Error('drawn')), chartUrl: async () => 'https://quickchart.io/chart?c=1' };
    expect(await byChartUrl(server)(chart, patient)).toEqual({ imageUrl: 'https://quickchart.io/chart?c=1' });
  });
});

describe('the same chart', () => {
  test('is one picture, also while it is on its way', async () => {
    const { pictures, started } = setUp();
    const both = [pictures.publish(chart, patient), pictures.publish(chartOf('Chats', 3, 5), patient)];
    started[0]?.finish();
    expect(await Promise.all([...both, pictures.publish(chart, patient)])).toEqual(Array(3).fill({ slackFile: 'F1' }));
    expect(started.length).toBe(1);
  });

  test('is drawn again after half an hour', async () => {
    const { pictures, started, time } = setUp();
    void pictures.publish(chart, patient);
    time.now += 30 * 60_000 + 1;
    const again = pictures.publish(chart, patient);
    started[1]?.finish();
    expect(await again).toEqual({ slackFile: 'F2' });
  });

  test('is tried again after a failure', async () => {
    const { pictures, started } = setUp();
    const failing = pictures.publish(chart, patient);
    started[0]?.fail(new Error('no luck'));
    await expect(failing).rejects.toThrow('no luck');
    const again = pictures.publish(chart, patient);
    started[1]?.finish();
    expect(await again).toEqual({ slackFile: 'F2' });
  });

  test('is ready for the second person when the first one left', async () => {
    const { pictures, started } = setUp();
    const leaving = new AbortController();
    const first = pictures.publish(chart, leaving.signal);
    leaving.abort(new Error('too slow'));
    await expect(first).rejects.toThrow('too slow');
    started[0]?.finish();
    expect(await pictures.publish(chart, patient)).toEqual({ slackFile: 'F1' });
  });
});

test('another chart is another picture', async () => {
  const { pictures, started } = setUp();
  const both = [pictures.publish(chart, patient), pictures.publish(chartOf('Chats', 4), patient)];
  for (const { finish } of started) finish();
  expect(await Promise.all(both)).toEqual([{ slackFile: 'F1' }, { slackFile: 'F2' }]);
});

test('nothing is drawn for somebody who has left already', async () => {
  const { pictures, started } = setUp();
  await expect(pictures.publish(chart, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(started).toEqual([]);
});
