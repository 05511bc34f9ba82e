import { createServer, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { LiveChatError } from '../../src/livechat/errors.ts';
import { type ExchangeOptions, exchange } from '../../src/livechat/transport.ts';
import { withoutNetwork } from './support/livechat.ts';

withoutNetwork();

const MIB = 1024 * 1024;

/** How this machine's stand-in for LiveChat answers next: bodies that never end or break off need a real connection. */
let respond: (response: ServerResponse) => void;
let hungUp: Promise<boolean>;
const server: Server = createServer((_, response) => {
  hungUp = new Promise((resolve) => response.on('close', () => resolve(!response.writableFinished)));
  respond(response);
});
let origin = '';

beforeAll(async () => {
  nock.enableNetConnect('127.0.0.1');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
afterEach(() => server.closeAllConnections());
afterAll(() => void server.close());

function send({ timeout = 5_000, signal = new AbortController().signal }: Partial<ExchangeOptions> = {}) {
  const url = `${origin}/v3.2/reports/chats/tags?agents=anna%40shop.example`;
  return exchange(
    { method: 'POST', url, headers: { Authorization: 'Bearer secret' }, body: '{"distribution":"day"}' },
    { timeout, signal },
  );
}

async function failure(options?: Partial<ExchangeOptions>) {
  const error: unknown = await send(options).then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof LiveChatError)) throw error;
  return { name: error.name, transient: error.transient, cause: error.cause };
}

const silent = () => {};
const stuck = (response: ServerResponse) => void response.write('{"total":');
const endless = (response: ServerResponse) => {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, ' ')));
  };
  response.on('drain', more);
  more();
};
const cutOff = (response: ServerResponse) => {
  response.write('{"total":', () => response.destroy());
};
const promisedMore = (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Length': 100 }).write('{"total":', () => response.destroy());
};
const packed = (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * MIB)));
};

describe('an exchange', () => {
  test('is the whole response, whatever its status', async () => {
    respond = (response) => response.writeHead(418, { 'X-Debug-Id': 'd1' }).end('I am a teapot');
    const { status, text, headers } = await send();
    expect({ status, text, debugId: headers.get('x-debug-id') }).toEqual({ status: 418, text: 'I am a teapot', debugId: 'd1' });
  });

  test('reads up to 5 MiB', async () => {
    respond = (response) => response.end('x'.repeat(5 * MIB));
    expect((await send()).text).toHaveLength(5 * MIB);
  });

  test.each([
    ['one byte more', (response: ServerResponse) => response.end('x'.repeat(5 * MIB + 1))],
    ['without an end', endless],
    ['small on the way and large unpacked', packed],
  ])('stops at a larger body: %s', async (_, body) => {
    respond = body;
    expect(await failure()).toEqual({ name: 'AnswerTooLargeError', transient: false, cause: new Error('max-size') });
  });

  test('hangs up on a body without an end', async () => {
    respond = endless;
    await failure();
    expect(await hungUp).toBe(true);
  });

  test.each([
    ['no answer', silent],
    ['half an answer', stuck],
  ])('does not wait longer than it may, and hangs up: %s', async (_, body) => {
    respond = body;
    expect({ ...(await failure({ timeout: 60 })), hungUp: await hungUp }).toEqual({
      name: 'NoAnswerError',
      transient: false,
      cause: new Error('no whole answer within 60 ms'),
      hungUp: true,
    });
  });

  test.each([
    ['no answer', silent],
    ['half an answer', stuck],
  ])('ends with the reason of the signal, and hangs up: %s', async (_, body) => {
    const controller = new AbortController();
    const reason = new Error('the person gave up');
    respond = (response) => {
      body(response);
      setImmediate(() => controller.abort(reason));
    };
    await expect(send({ signal: controller.signal })).rejects.toBe(reason);
    expect(await hungUp).toBe(true);
  });

  test('is not begun when the signal has fired already', async () => {
    let asked = false;
    respond = () => {
      asked = true;
    };
    const reason = new Error('too late');
    await expect(send({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(asked).toBe(false);
  });

  test.each([
    ['one of unknown length', cutOff, 'ERR_STREAM_PREMATURE_CLOSE'],
    ['one of known length', promisedMore, 'ECONNRESET'],
    ['one that has not begun', (response: ServerResponse) => response.destroy(), 'ECONNRESET'],
  ])('may be tried again when the answer breaks off: %s', async (_, body, code) => {
    respond = body;
    expect(await failure()).toEqual({ name: 'ConnectionError', transient: true, cause: new Error(code) });
  });

  test.each(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN', 'EPIPE'])('may be tried again after %s', async (code) => {
    nock(origin)
      .post(/.*/)
      .replyWithError(Object.assign(new Error('broken'), { code }));
    expect(await failure()).toEqual({ name: 'ConnectionError', transient: true, cause: new Error(code) });
  });

  test.each(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT'])('is not tried again after %s', async (code) => {
    nock(origin)
      .post(/.*/)
      .replyWithError(Object.assign(new Error('broken'), { code }));
    expect(await failure()).toEqual({ name: 'ConnectionError', transient: false, cause: new Error(code) });
  });

  test('never follows a redirect, which would carry the token along', async () => {
    respond = (response) => response.writeHead(302, { Location: 'https://elsewhere.example/' }).end();
    expect(await failure()).toEqual({ name: 'ConnectionError', transient: false, cause: new Error('no-redirect') });
  });
});
