import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { pictureRequest } from '../../src/images/quickchart.ts';
import { createQuickChartServer } from '../../src/images/server.ts';
import { chartOf, longChart, PNG } from './charts.ts';

const chart = chartOf('Chats', 3, 5);
const request = pictureRequest(chart);
const patient = new AbortController().signal;
const png = { 'content-type': 'image/png' };

beforeAll(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

/** The next request to a server, whole. */
function recorded(origin: string, path: string, status: number, body: nock.Body, headers: nock.ReplyHeaders) {
  const seen: { path: string; type: string | undefined; body: unknown }[] = [];
  nock(origin)
    .post(path)
    .reply(function answer(uri, sent) {
      seen.push({ path: uri, type: `${this.req.headers['content-type']}`, body: sent });
      return [status, body, headers];
    });
  return seen;
}

describe.each([
  { url: 'http://charts.internal:3400', origin: 'http://charts.internal:3400', key: null, sent: {}, path: '' },
  { url: 'https://quickchart.io', origin: 'https://quickchart.io', key: 'secret-key', sent: { key: 'secret-key' }, path: '' },
  { url: 'https://tools.example.com/charts/', origin: 'https://tools.example.com', key: null, sent: {}, path: '/charts' },
])('at $url', ({ url, origin, key, sent, path }) => {
  const server = createQuickChartServer({ url, key });

  test('a chart is posted whole, the key in the body only', async () => {
    const seen = recorded(origin, `${path}/chart`, 200, PNG, png);
    expect(await server.render(request, patient)).toEqual(PNG);
    expect(seen).toEqual([{ path: `${path}/chart`, type: 'application/json', body: { ...request, ...sent } }]);
  });

  test('a short chart has an address that holds it, without the key', async () => {
    const address = await server.chartUrl(chart, patient);
    expect(address).toMatch(new RegExp(`^${origin}${path}/chart\\?c=%7B%22type`));
    expect(address).not.toContain('secret-key');
  });

  test('a long chart is posted for a short address', async () => {
    const short = `${origin}${path}/chart/render/zf-1`;
    const seen = recorded(origin, `${path}/chart/create`, 200, JSON.stringify({ success: true, url: short }), {});
    expect(await server.chartUrl(longChart, patient)).toBe(short);
    expect(seen).toEqual([{ path: `${path}/chart/create`, type: 'application/json', body: { ...pictureRequest(longChart), ...sent } }]);
  });
});

describe('a QuickChart server', () => {
  const origin = 'http://charts.internal:3400';
  const server = createQuickChartServer({ url: origin, key: 'secret-key' });

  test('that refuses is quoted, without the key', async () => {
    nock(origin)
      .post('/chart')
      .reply(400, PNG, { ...png, 'x-quickchart-error': `Chart is too large ${'!'.repeat(500)}` });
    await expect(server.render(request, patient)).rejects.toThrow(
      new Error(`QuickChart answered /chart with status 400: Chart is too large ${'!'.repeat(181)}`),
    );
  });

  test.each([
    { what: 'anything but a PNG', headers: { 'content-type': 'text/html' }, body: '<h1>', says: 'text/html instead of a PNG' },
    { what: 'nothing that has a type', headers: {}, body: '', says: 'no content type instead of a PNG' },
    { what: 'a picture without end', headers: png, body: Buffer.alloc(2_000_001), says: 'more than 2000000 bytes' },
  ])('that answers with $what is not believed', async ({ headers, body, says }) => {
    nock(origin).post('/chart').reply(200, body, headers);
    await expect(server.render(request, patient)).rejects.toThrow(says);
  });

  test('that sends us elsewhere is not followed', async () => {
    nock(origin).post('/chart').reply(302, '', { location: 'http://169.254.169.254/' });
    await expect(server.render(request, patient)).rejects.toThrow();
  });

  test.each([
    { what: 'of another server', answer: { success: true, url: 'https://evil.example.com/chart' }, says: 'another server' },
    { what: 'that is none', answer: { success: true, url: 'zf-1' }, says: 'Invalid URL' },
    { what: 'after a failure', answer: { success: false, url: `${origin}/chart` }, says: 'expected true' },
  ])('whose short address is one $what is not believed', async ({ answer, says }) => {
    nock(origin).post('/chart/create').reply(200, answer);
    await expect(server.chartUrl(longChart, patient)).rejects.toThrow(says);
  });

  const never = () => new Promise<nock.ReplyFnResult>(() => {});

  test('that does not answer is given up after a while', async () => {
    nock(origin).post('/chart').reply(never);
    const hasty = createQuickChartServer({ url: origin, timeoutMs: 20 });
    await expect(hasty.render(request, patient)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('is not waited for once nobody waits for the picture', async () => {
    nock(origin).post('/chart').reply(never);
    const leaving = new AbortController();
    const drawing = server.render(request, leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(drawing).rejects.toThrow('gone');
    nock.cleanAll();
  });
});
