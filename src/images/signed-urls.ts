import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../model/time.ts';
import type { PictureStore } from './picture-store.ts';

/** Addresses of our own for pictures: Slack fetches without logging in, so the address itself is the proof, for an hour. */
export interface SignedUrls {
  /** Keeps the picture and returns where it can be fetched. */
  publish(png: Buffer): string;
  /** Answers a request for a path with its query: `/charts/<id>.png?expires=…&signature=…`. */
  serve(path: string): PictureAnswer;
}

export interface PictureAnswer {
  readonly status: 200 | 403 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

export interface SignedUrlsOptions {
  /** Where this process is reached from outside: `https://reports.example.com`. */
  readonly publicUrl: string;
  readonly secret: string | Buffer;
  readonly store: PictureStore;
  readonly clock: Clock;
}

/** As long as the store keeps a picture. */
const LIFE_SECONDS = 3_600;

const PATH = /^\/charts\/([\w-]{43})\.png$/;

export function createSignedUrls({ publicUrl, secret, store, clock }: SignedUrlsOptions): SignedUrls {
  const seconds = () => Math.floor(clock() / 1000);

  function sign(id: string, expires: string): string {
    return createHmac('sha256', secret).update(`${id}.${expires}`).digest('base64url');
  }

  function isSigned(id: string, expires: string, signature: string): boolean {
    const [given, expected] = [Buffer.from(signature), Buffer.from(sign(id, expires))];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  return {
    publish(png) {
      const id = store.put(png);
      const expires = String(seconds() + LIFE_SECONDS);
      const query = new URLSearchParams({ expires, signature: sign(id, expires) });
      return `${publicUrl.replace(/\/+$/, '')}/charts/${id}.png?${query}`;
    },
    serve(path) {
      const [name = '', query = ''] = path.split('?', 2);
      const id = PATH.exec(name)?.[1];
      if (id === undefined) return refusal(404, 'Not found');
      const parameters = new URLSearchParams(query);
      const expires = parameters.get('expires') ?? '';
      if (!isSigned(id, expires, parameters.get('signature') ?? '')) return refusal(403, 'The signature is wrong');
      const left = Number(expires) - seconds();
      if (left <= 0) return refusal(403, 'The address has expired');
      const png = store.get(id);
      if (png === null) return refusal(404, 'The picture is gone');
      return { status: 200, headers: { ...SAFE, 'content-type': 'image/png', 'cache-control': `private, max-age=${left}` }, body: png };
    },
  };
}

const SAFE = { 'x-content-type-options': 'nosniff' } as const;

function refusal(status: 403 | 404, reason: string): PictureAnswer {
  return { status, headers: { ...SAFE, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, body: reason };
}
