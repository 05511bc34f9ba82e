import type { Clock } from '../../../src/model/time.ts';
import { parsed } from '../json.ts';
import type { Ack, Deliver, Envelope } from './delivery.ts';
import { sign } from './sign.ts';

export const FORM = 'application/x-www-form-urlencoded';

export interface HttpDelivery {
  /** The app's request URL. */
  readonly url: string;
  readonly signingSecret: string;
  readonly deadlineMs: number;
  /** The time that signatures carry: the app compares it with the clock of its machine. */
  readonly signedAt: Clock;
}

/** Signed requests to the app's request URL. */
export function httpDelivery({ url, signingSecret, deadlineMs, signedAt }: HttpDelivery): Deliver {
  return (envelope) => {
    const { body, type } = onTheWire(envelope);
    const signature = sign(body, { secret: signingSecret, timestamp: Math.floor(signedAt() / 1000) });
    return postRaw(url, { body, headers: { 'content-type': type, ...signature, ...retryHeaders(envelope) }, deadlineMs });
  };
}

export interface RawPost {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}

/** Any body with any headers: what an attacker, too, could send. */
export async function postRaw(url: string, { body, headers, deadlineMs }: RawPost): Promise<Ack> {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  try {
    const response = await fetch(url, { method: 'POST', body, headers, redirect: 'error', signal: AbortSignal.timeout(deadlineMs) });
    const text = await response.text();
    return { acked: response.status === 200, ackMs: elapsed(), status: response.status, body: text === '' ? null : (parsed(text) ?? text) };
  } catch {
    return { acked: false, ackMs: elapsed(), status: null, body: null };
  }
}

function onTheWire({ type, payload }: Envelope): { readonly body: string; readonly type: string } {
  switch (type) {
    case 'events_api':
      return { body: JSON.stringify(payload), type: 'application/json' };
    case 'interactive':
      return { body: String(new URLSearchParams({ payload: JSON.stringify(payload) })), type: FORM };
    case 'slash_commands':
      return {
        body: String(new URLSearchParams(Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]))),
        type: FORM,
      };
  }
}

const retryHeaders = ({ retry }: Envelope): Record<string, string> =>
  retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } : {};
