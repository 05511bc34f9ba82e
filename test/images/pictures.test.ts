import { describe, expect, test } from '@jest/globals';
import { byChartUrl, bySignedUrl, byUpload, createPictures, type Delivery } from '../../src/images/index.ts';
import { pictureRequest } from '../../src/images/quickchart.ts';
import type { Renderer } from '../../src/images/renderer.ts';
import type { PictureFileStore } from '../../src/usecases/ports.ts';
import { chartOf, PNG } from './charts.ts';

const START = Date.UTC(2026, 10, 22, 12);
const patient = new AbortController().signal;
const HERE = { workspace: 'T1', isPublic: false } as const;
const CHANNEL = { ...HERE, isPublic: true } as const;
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

interface Entry {
  readonly file: string;
  readonly deleteAt: number | null;
}

/** The books, as far as pictures need them. */
function inMemory() {
  const entries = new Map<string, Entry>();
  const files: PictureFileStore = {
    find: async (workspace, hash) => entries.get(`${workspace} ${hash}`)?.file ?? null,
    async keep(workspace, { hash, file, deleteAt }) {
      const stays = entries.get(`${workspace} ${hash}`)?.deleteAt === null;
      entries.set(`${workspace} ${hash}`, { file, deleteAt: stays ? null : deleteAt });
    },
    takeExpired: async () => [],
    async forget(workspace, file) {
      for (const [key, entry] of entries) if (key.startsWith(`${workspace} `) && entry.file === file) entries.delete(key);
    },
  };
  return { files, entries };
}

/** Processes that share books; each upload is another file. */
function processes() {
  const time = { now: START };
  const { files, entries } = inMemory();
  let uploads = 0;
  const deliver: Delivery = async () => ({ slackFile: `F${++uploads}` });
  const start = () => createPictures({ deliver, files, clock: () => time.now });
  return { time, start, booked: () => [...entries.values()] };
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
    const both = [pictures.publish(chart, HERE, patient), pictures.publish(chartOf('Chats', 3, 5), HERE, patient)];
    started[0]?.finish();
    expect(await Promise.all([...both, pictures.publish(chart, HERE, patient)])).toEqual(Array(3).fill({ slackFile: 'F1' }));
    expect(started.length).toBe(1);
  });

  test('is drawn again after half an hour', async () => {
    const { pictures, started, time } = setUp();
    void pictures.publish(chart, HERE, patient);
    time.now += 30 * 60_000 + 1;
    const again = pictures.publish(chart, HERE, patient);
    started[1]?.finish();
    expect(await again).toEqual({ slackFile: 'F2' });
  });

  test('is tried again after a failure', async () => {
    const { pictures, started } = setUp();
    const failing = pictures.publish(chart, HERE, patient);
    started[0]?.fail(new Error('no luck'));
    await expect(failing).rejects.toThrow('no luck');
    const again = pictures.publish(chart, HERE, patient);
    started[1]?.finish();
    expect(await again).toEqual({ slackFile: 'F2' });
  });

  test('is ready for the second person when the first one left', async () => {
    const { pictures, started } = setUp();
    const leaving = new AbortController();
    const first = pictures.publish(chart, HERE, leaving.signal);
    leaving.abort(new Error('too slow'));
    await expect(first).rejects.toThrow('too slow');
    started[0]?.finish();
    expect(await pictures.publish(chart, HERE, patient)).toEqual({ slackFile: 'F1' });
  });
});

test('another chart is another picture', async () => {
  const { pictures, started } = setUp();
  const both = [pictures.publish(chart, HERE, patient), pictures.publish(chartOf('Chats', 4), HERE, patient)];
  for (const { finish } of started) finish();
  expect(await Promise.all(both)).toEqual([{ slackFile: 'F1' }, { slackFile: 'F2' }]);
});

test('nothing is drawn for somebody who has left already', async () => {
  const { pictures, started } = setUp();
  await expect(pictures.publish(chart, HERE, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(started).toEqual([]);
});

describe('a file that Slack holds', () => {
  const HOUR = 60 * 60_000;

  test('is found again after a restart, and its hour begins anew', async () => {
    const { start, booked, time } = processes();
    const first = await start().publish(chart, HERE, patient);
    time.now += HOUR / 2;
    expect([first, await start().publish(chart, HERE, patient)]).toEqual([{ slackFile: 'F1' }, { slackFile: 'F1' }]);
    expect(booked()).toEqual([{ file: 'F1', deleteAt: START + 1.5 * HOUR }]);
  });

  test('stays as soon as a channel sees it, whoever asks for it later', async () => {
    const { start, booked } = processes();
    const pictures = start();
    const shown = [
      await pictures.publish(chart, HERE, patient),
      await pictures.publish(chart, CHANNEL, patient),
      await pictures.publish(chart, HERE, patient),
      await start().publish(chart, HERE, patient),
    ];
    expect([shown, booked()]).toEqual([Array(4).fill({ slackFile: 'F1' }), [{ file: 'F1', deleteAt: null }]]);
  });

  test('has half an hour at least to be looked at', async () => {
    const { start, booked, time } = processes();
    const pictures = start();
    await pictures.publish(chart, HERE, patient);
    time.now += HOUR / 2 + 1;
    await pictures.publish(chart, HERE, patient);
    expect(booked()).toEqual([{ file: 'F1', deleteAt: START + 1.5 * HOUR + 1 }]);
  });

  test('is drawn anew once it is forgotten, for whoever asks', async () => {
    const { start, booked } = processes();
    const pictures = start();
    const shown = [await pictures.publish(chart, HERE, patient), await pictures.publish(chart, CHANNEL, patient)];
    await pictures.forget('T2', 'F1');
    shown.push(await pictures.publish(chart, CHANNEL, patient));
    await pictures.forget('T1', 'F1');
    shown.push(await pictures.publish(chart, CHANNEL, patient), await pictures.publish(chart, HERE, patient));
    expect([shown, booked()]).toEqual([
      [...Array(3).fill({ slackFile: 'F1' }), ...Array(2).fill({ slackFile: 'F2' })],
      [{ file: 'F2', deleteAt: null }],
    ]);
  });

  test('is not waited for while it is on its way when another is forgotten', async () => {
    const { pictures, started } = setUp();
    const coming = pictures.publish(chart, CHANNEL, patient);
    await pictures.forget('T1', 'F9');
    started[0]?.finish();
    expect([await coming, await pictures.publish(chart, CHANNEL, patient), started.length]).toEqual([
      { slackFile: 'F1' },
      { slackFile: 'F1' },
      1,
    ]);
  });

  test('belongs to one workspace', async () => {
    const { start } = processes();
    const pictures = start();
    const both = [pictures.publish(chart, HERE, patient), pictures.publish(chart, { ...HERE, workspace: 'T2' }, patient)];
    expect(await Promise.all(both)).toEqual([{ slackFile: 'F1' }, { slackFile: 'F2' }]);
  });
});
