import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import bolt from '@slack/bolt';
import type { Clock } from '../model/time.ts';
import type { Once } from './once.ts';

const BODY_LIMIT = 1024 * 1024;
const CLOCK_TOLERANCE_SECONDS = 300;
const FORM = 'application/x-www-form-urlencoded';

export interface GuardOptions {
  readonly signingSecret: string;
  readonly clock: Clock;
  /**
   * Signatures seen; must remember for longer than the clock tolerance lets a request live. What was seen by another process passes here,
   * and the boundary knows it by its id.
   */
  readonly seen: Once;
}

/** What Bolt's receiver reads when somebody has read the body before it. */
type Buffered = IncomingMessage & { rawBody?: Buffer };

/**
 * Stands before Bolt's HTTP receiver, which lets replays and requests from the future pass, and ends the process on a JSON body that
 * is no object. What passes here is signed, fresh, new and an object.
 */
export function guardHttp(receive: RequestListener, options: GuardOptions): RequestListener {
  return (request, response) => {
    admit(request, options).then(
      (status) => (status === 'pass' ? receive(request, response) : end(response, status)),
      () => end(response, 400),
    );
  };
}

async function admit(request: Buffered, { signingSecret, clock, seen }: GuardOptions): Promise<'pass' | number> {
  const body = await readBody(request);
  if (body === null) return 413;
  request.rawBody = body;
  // Some proxies add a charset, and Bolt knows the form only by its bare name.
  if (request.headers['content-type']?.startsWith(`${FORM};`)) request.headers['content-type'] = FORM;
  const signature = header(request, 'x-slack-signature');
  const timestamp = header(request, 'x-slack-request-timestamp');
  const now = clock();
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > CLOCK_TOLERANCE_SECONDS) return 401;
  const signed = bolt.isValidSlackRequest({
    signingSecret,
    body: body.toString(),
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
    nowMilliseconds: now,
  });
  if (!signed) return 401;
  if (!isObject(body.toString(), request.headers['content-type'] === FORM)) return 400;
  // Checked last: only a signed request may take a place in the memory.
  return seen.first(createHash('sha256').update(signature).digest('base64')) ? 'pass' : 200;
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function isObject(body: string, form: boolean): boolean {
  const json = form ? new URLSearchParams(body).get('payload') : body;
  if (json === null) return true;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function end(response: ServerResponse, status: number): void {
  // A body left unread (413) must not keep the connection waiting.
  response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
}
