import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError, send } from './reply.ts';

export const FAULTS = [
  'error-500',
  'error-503',
  'error-504',
  'misdirected',
  'html',
  'null',
  'truncated',
  'stalled',
  'endless',
  'hang',
  'reset',
] as const;
export type Fault = (typeof FAULTS)[number];

const JSON_TYPE = { 'content-type': 'application/json' };
const BEGINNING = '{"name":"tags-report","total":12,"records":{';

const fail =
  (...error: ConstructorParameters<typeof ApiError>) =>
  (response: ServerResponse) =>
    send(response, new ApiError(...error).reply);

function* endless(): Generator<string> {
  yield BEGINNING;
  for (let day = 0; ; day++) yield `"${day}":{"spam":1},`;
}

/** What servers, proxies and networks do instead of answering. */
const ACTS: Readonly<Record<Fault, (response: ServerResponse) => unknown>> = {
  'error-500': fail('internal'),
  'error-503': fail('service_unavailable'),
  'error-504': fail('request_timeout'),
  misdirected: fail('misdirected_request', { data: { region: 'fra' } }),
  html: (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body><h1>502 Bad Gateway</h1></body></html>'),
  null: (response) => send(response, { status: 200, body: null }),
  truncated: (response) =>
    response.writeHead(200, { ...JSON_TYPE, 'content-length': 1000 }).write(BEGINNING, () => response.socket?.destroy()),
  stalled: (response) => response.writeHead(200, JSON_TYPE).write(BEGINNING),
  // Ends when the client has had enough and hangs up, which is no news to anybody here.
  endless: (response) => pipeline(Readable.from(endless()), response.writeHead(200, JSON_TYPE)).catch(() => undefined),
  hang: () => undefined,
  reset: (response) => response.socket?.resetAndDestroy(),
};

/** Does to a request what the fault is called. */
export function actOut(fault: Fault, response: ServerResponse): void {
  ACTS[fault](response);
}
