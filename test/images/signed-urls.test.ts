import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPictureStore } from '../../src/images/picture-store.ts';
import { createSignedUrls } from '../../src/images/signed-urls.ts';
import { PNG } from './charts.ts';

const START = Date.UTC(2026, 10, 22, 12);

function setUp() {
  const time = { now: START };
  const clock = () => time.now;
  const store = createPictureStore({ clock });
  const urls = createSignedUrls({ publicUrl: 'https://reports.example.com/', secret: 'a secret', store, clock });
  const address = urls.publish(PNG);
  return { time, store, urls, address, path: address.slice('https://reports.example.com'.length) };
}

const refused = (status: number, body: string) => ({
  status,
  headers: { 'x-content-type-options': 'nosniff', 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

describe('a signed address', () => {
  test('names the picture, its end and the signature', () => {
    expect(setUp().address).toMatch(/^https:\/\/reports\.example\.com\/charts\/[\w-]{43}\.png\?expires=1795352400&signature=[\w-]{43}$/);
  });

  test('is answered with the picture, which may be kept until the address ends', () => {
    const { urls, path, time } = setUp();
    time.now += 10 * 60_000;
    expect(urls.serve(path)).toEqual({
      status: 200,
      headers: { 'x-content-type-options': 'nosniff', 'content-type': 'image/png', 'cache-control': 'private, max-age=3000' },
      body: PNG,
    });
  });

  test('ends after an hour', () => {
    const { urls, path, time } = setUp();
    time.now += 3_600_000;
    expect(urls.serve(path)).toEqual(refused(403, 'The address has expired'));
  });

  test('of a picture that is gone finds nothing', () => {
    const { path, time } = setUp();
    const clock = () => time.now;
    const restarted = createSignedUrls({
      publicUrl: 'https://reports.example.com',
      secret: 'a secret',
      store: createPictureStore({ clock }),
      clock,
    });
    expect(restarted.serve(path)).toEqual(refused(404, 'The picture is gone'));
  });

  test('that is changed anywhere is refused', () => {
    const { urls, path } = setUp();
    fc.assert(
      fc.property(fc.nat(path.length - 1), fc.constantFrom(...'aB3-_/&=.%'), (at, letter) => {
        const changed = path.slice(0, at) + letter + path.slice(at + 1);
        fc.pre(changed !== path);
        expect(urls.serve(changed).status).not.toBe(200);
      }),
    );
  });

  test.each([
    { path: '/charts/', status: 404 },
    { path: '/charts/../main.js', status: 404 },
    { path: '/charts/short.png?expires=1&signature=x', status: 404 },
    { path: `/charts/${'a'.repeat(43)}.png`, status: 403 },
    { path: `/charts/${'a'.repeat(43)}.png?expires=9999999999&signature=`, status: 403 },
    { path: `/charts/${'a'.repeat(43)}.png?expires=NaN&signature=${'a'.repeat(43)}`, status: 403 },
    { path: '//', status: 404 },
  ])('that we did not make is refused: $path', ({ path, status }) => {
    expect(setUp().urls.serve(path).status).toBe(status);
  });
});

describe('the picture store', () => {
  test('gives the same id to the same bytes', () => {
    const { store } = setUp();
    expect(store.put(Buffer.from(PNG))).toBe(store.put(PNG));
  });

  test('forgets the least wanted pictures first when it is full', () => {
    const store = createPictureStore({ clock: () => START, maxBytes: 250 });
    const [first, second] = [store.put(Buffer.alloc(100, 1)), store.put(Buffer.alloc(100, 2))];
    store.get(first);
    const third = store.put(Buffer.alloc(100, 3));
    expect([first, second, third].map((id) => store.get(id)?.[0] ?? null)).toEqual([1, null, 3]);
  });

  test('forgets a picture after an hour', () => {
    const { store, time } = setUp();
    const id = store.put(PNG);
    time.now += 3_600_001;
    expect(store.get(id)).toBeNull();
  });
});
