import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { CHARTS } from '../../../src/charts/index.ts';
import { createEmbeddedRenderer, type EmbeddedRenderer, type EmbeddedRendererOptions } from '../../../src/images/embedded/index.ts';
import { pictureRequest } from '../../../src/images/quickchart.ts';
import { chartOf } from '../charts.ts';

/** Threads load JavaScript only: `npm test` builds it first. */
const workerUrl = pathToFileURL(resolve('dist/images/embedded/worker.js'));
const patient = new AbortController().signal;
const chart = chartOf('Chats', 3, 5, 4);
const named = (name: string) => pictureRequest({ ...chart, kind: name });

describe('a drawn picture', () => {
  const renderer = createEmbeddedRenderer({ workerUrl, timeoutMs: 20_000 });
  afterAll(() => renderer.close());
  const draw = (label: string, ...values: readonly number[]) => renderer.render(pictureRequest(chartOf(label, ...values)), patient);

  test.each(CHARTS)('of the kind $name is a PNG of 1600 × 800', async (kind) => {
    const columns = ['a', 'b'].map((key) => ({ key, label: key, unit: 'chats', combine: { by: 'sum' } }) as const);
    const rows = ['2026-11-09 09:00', '2026-11-10 10:00'].map((key) => ({ key, label: key, values: [1, null] }));
    const png = await renderer.render(pictureRequest(kind.draw({ rowLabel: 'Day', columns, rows })), patient);
    expect({ signature: png.subarray(0, 8).toString('latin1'), width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({
      signature: '\x89PNG\r\n\x1a\n',
      width: 1600,
      height: 800,
    });
  });

  test('shows its numbers and its words', async () => {
    const [one, same, other, reworded] = [await draw('Chats', 3), await draw('Chats', 3), await draw('Chats', 9, 3), await draw('Chat', 3)];
    expect(one.equals(same)).toBe(true);
    expect(one.equals(other)).toBe(false);
    expect(one.equals(reworded)).toBe(false);
  });

  test.each([
    { script: 'Polish', letters: ['ł', 'ż'] },
    { script: 'Cyrillic', letters: ['Ж', 'Ш'] },
    { script: 'Greek', letters: ['Ω', 'Λ'] },
    { script: 'Vietnamese', letters: ['ả', 'ệ'] },
    { script: 'Japanese', letters: ['配', '送'] },
    { script: 'Chinese', letters: ['们', '这'] },
    { script: 'Korean', letters: ['한', '국'] },
    { script: 'emoji', letters: ['🎉', '👍'] },
  ])('has the letters of $script', async ({ letters: [one = '', other = ''] }) => {
    const [unknown, drawn, next] = [await draw('?', 1), await draw(one, 1), await draw(other, 1)];
    expect([drawn.equals(next), drawn.equals(unknown), next.equals(unknown)]).toEqual([false, false, false]);
  });

  test.each([
    { script: 'Thai', name: 'สวัสดี', shown: '????' },
    { script: 'Arabic', name: 'مرحبا', shown: '?????' },
    { script: 'mixed', name: 'vip ก', shown: 'vip ?' },
  ])('has a question mark for every letter that no font has: $script', async ({ name, shown }) => {
    expect((await draw(name, 1)).equals(await draw(shown, 1))).toBe(true);
  });

  test('is the same whatever was drawn before it', async () => {
    const fresh = createEmbeddedRenderer({ workerUrl, timeoutMs: 20_000 });
    const request = pictureRequest(chartOf('応対 这 🎉', 1));
    await draw('们 배송 送', 1);
    const [here, there] = [await renderer.render(request, patient), await fresh.render(request, patient)];
    await fresh.close();
    expect(here.equals(there)).toBe(true);
  });

  test('that cannot be drawn is a failure of its own', async () => {
    const broken = { ...pictureRequest(chart), chart: '{' };
    await expect(renderer.render(broken, patient)).rejects.toThrow('The chart cannot be drawn');
    expect((await draw('Chats', 1)).length).toBeGreaterThan(1000);
  });
});

describe('a folder of fonts', () => {
  test('with a file that is no font is reported by name', async () => {
    const fontFolder = mkdtempSync(join(tmpdir(), 'fonts-'));
    writeFileSync(join(fontFolder, 'broken.ttf'), 'no font');
    const renderer = createEmbeddedRenderer({ workerUrl, fontFolder });
    await expect(renderer.render(pictureRequest(chart), patient)).rejects.toThrow(/broken\.ttf cannot be read/);
    await renderer.close();
    rmSync(fontFolder, { recursive: true });
  });
});

describe('the threads', () => {
  /** Answers with the formats of the requests that this thread has seen; some formats are orders. */
  const actor = `
    import { parentPort } from 'node:worker_threads';
    const seen = [];
    const orders = new Map([
      ['hang', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)],
      ['throw', () => { throw new Error('out of luck'); }],
      ['exit', () => process.exit(3)],
    ]);
    parentPort.on('message', ({ format }) => {
      orders.get(format)?.();
      seen.push(format);
      parentPort.postMessage({ png: Buffer.from(seen.join(' ')) });
    });`;
  const actorUrl = new URL(`data:text/javascript,${encodeURIComponent(actor)}`);
  const open: EmbeddedRenderer[] = [];

  function setUp(options: EmbeddedRendererOptions = {}) {
    const renderer = createEmbeddedRenderer({ workerUrl: actorUrl, workers: 1, timeoutMs: 10_000, ...options });
    open.push(renderer);
    const act = async (format: string, signal = patient) => `${await renderer.render({ ...named(format), format }, signal)}`;
    return { renderer, act };
  }

  afterEach(async () => {
    await Promise.all(open.splice(0).map((renderer) => renderer.close()));
  });

  test('stay warm, and draw in the order of asking', async () => {
    const { act } = setUp();
    expect(await Promise.all(['a', 'b', 'c'].map((name) => act(name)))).toEqual(['a', 'a b', 'a b c']);
  });

  test('can be started before there is anything to draw', async () => {
    const { act, renderer } = setUp({ workers: 2 });
    renderer.warm();
    expect([await act('a'), await act('b')]).toEqual(['a', 'a b']);
    await renderer.close();
    renderer.warm();
  });

  test('start only when the ones before are busy', async () => {
    const { act } = setUp({ workers: 2 });
    expect([await act('a'), await act('b')]).toEqual(['a', 'a b']);
    expect(await Promise.all([act('c'), act('d')])).toEqual(['a b c', 'd']);
  });

  test.each([
    { order: 'throw', says: 'out of luck' },
    { order: 'exit', says: 'The drawing thread was stopped' },
  ])('start again after one had to $order', async ({ order, says }) => {
    const { act } = setUp();
    await act('a');
    await expect(act(order)).rejects.toThrow(says);
    expect(await act('b')).toBe('b');
  });

  test('are stopped when a chart takes too long', async () => {
    const { act } = setUp({ timeoutMs: 1_000 });
    const drawn = act('hang').catch((error: Error) => error.message);
    expect([await drawn, await act('b')]).toEqual(['The chart took longer than 1000 ms to draw', 'b']);
  });

  test('leave the event loop alone, and whoever stops waiting goes at once', async () => {
    const { act } = setUp();
    const leaving = new AbortController();
    const stuck = act('hang', leaving.signal);
    for (let turns = 0; turns < 1_000; turns += 1) await turn();
    leaving.abort(new Error('too slow'));
    await expect(stuck).rejects.toThrow('too slow');
  });

  test('do not draw what nobody waits for any more', async () => {
    const { act } = setUp();
    const leaving = new AbortController();
    const first = act('a');
    const left = act('b', leaving.signal);
    const last = act('c');
    leaving.abort(new Error('too slow'));
    await expect(left).rejects.toThrow('too slow');
    expect([await first, await last]).toEqual(['a', 'a c']);
  });

  test('refuse more charts than may wait', async () => {
    const { act } = setUp({ queueLimit: 1 });
    const [drawn, waiting] = [act('a'), act('b')];
    await expect(act('c')).rejects.toThrow('Too many charts are waiting to be drawn');
    expect([await drawn, await waiting]).toEqual(['a', 'a b']);
  });

  test('are gone once the renderer is closed', async () => {
    const { act, renderer } = setUp();
    const settled = Promise.allSettled([act('hang'), act('b')]);
    await renderer.close();
    const reasons = (await settled).map((one) => (one.status === 'rejected' ? one.reason.message : one.value));
    expect(reasons).toEqual(['The drawing thread was stopped', 'The renderer is closed']);
    await expect(act('c')).rejects.toThrow('The renderer is closed');
  });
});
