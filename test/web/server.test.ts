import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createWebServer, type WebServer } from '../../src/web/server.ts';

let server: WebServer;
let base: string;

beforeEach(async () => {
  server = createWebServer([
    { method: 'GET', path: '/healthz', handle: (_, response) => response.end('ok') },
    { method: 'GET', path: '/charts/', handle: (request, response) => response.end(request.url) },
  ]);
  base = `http://127.0.0.1:${await server.start(0)}`;
});
afterEach(() => server.stop());

describe('the web server', () => {
  test.each([
    ['GET', '/healthz', 200, 'ok'],
    ['GET', '/healthz?x=1', 200, 'ok'],
    ['GET', '/charts/a.png?expires=1', 200, '/charts/a.png?expires=1'],
    ['POST', '/healthz', 405, 'Method not allowed'],
    ['GET', '/', 404, 'Not found'],
    ['GET', '//', 404, 'Not found'],
    ['GET', '/charts', 404, 'Not found'],
  ])('%s %s answers %i', async (method, path, status, body) => {
    const response = await fetch(base + path, { method });
    expect([response.status, await response.text(), response.headers.get('x-content-type-options')]).toEqual([status, body, 'nosniff']);
  });

  test('a port that is taken is an error, not a silence', async () => {
    const second = createWebServer([]);
    await expect(second.start(Number(new URL(base).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
