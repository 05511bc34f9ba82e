import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketMode } from './delivery/socket-mode.ts';
import type { Fault, Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { JsonObject } from './json.ts';
import { RateLimit, Refusal } from './refusal.ts';
import { type Received, readRequest } from './request.ts';
import type { Signal } from './signal.ts';

/** What the server does for a path: refuses by throwing a `Refusal`. */
export type Route = (received: Received) => JsonObject | string;

export interface ServerDeps {
  /** By the first part of the path: `api`, `upload`, `response`. */
  readonly routes: Readonly<Record<'api' | 'upload' | 'response', Route>>;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly signal: Signal;
  readonly socketMode: SocketMode;
  /** Before every answer, in real milliseconds. */
  readonly latencyMs: number;
}

interface Reply {
  readonly status: number;
  readonly body: JsonObject | string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Outcome {
  /** Null when the caller gets no answer. */
  readonly reply: Reply | null;
  /** For the journal. */
  readonly outcome: string;
}

/** Slack's side of the wire: finds the route, meets the fault that waits for it, and writes everything down. */
export function createSlackServer({ routes, faults, journal, signal, socketMode, latencyMs }: ServerDeps) {
  const late = new Set<NodeJS.Timeout>();
  const apply = (received: Received): Outcome => {
    try {
      return { reply: { status: 200, body: routes[received.route](received) }, outcome: 'ok' };
    } catch (error) {
      if (error instanceof RateLimit) return limited(error.retryAfterSeconds);
      if (!(error instanceof Refusal)) throw error;
      const status = error.code.endsWith('_url') ? 404 : 200;
      return { reply: { status, body: { ok: false, error: error.code, ...error.details } }, outcome: error.code };
    }
  };

  const applyLater = (received: Received, ms: number): void => {
    const timer = setTimeout(() => {
      late.delete(timer);
      apply(received);
      signal.notify();
    }, ms);
    late.add(timer);
  };

  const meet = (fault: Fault | null, received: Received): Outcome => {
    if (fault === null) return apply(received);
    if (typeof fault === 'string') {
      if (fault.startsWith('applied')) apply(received);
      return { reply: fault.endsWith('500') ? { status: 500, body: 'error' } : null, outcome: fault };
    }
    if ('error' in fault) return { reply: { status: 200, body: { ok: false, error: fault.error } }, outcome: fault.error };
    if ('delayMs' in fault) return apply(received);
    if ('retryAfterSeconds' in fault) return limited(fault.retryAfterSeconds);
    applyLater(received, fault.appliedAfterMs);
    return meet(fault.answer, received);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const received = await readRequest(request);
    if (!received) {
      send(response, { status: 404, body: 'not found' });
      return;
    }
    const fault = faults.take(received.method, received.args);
    const delayMs = typeof fault === 'object' && fault && 'delayMs' in fault ? fault.delayMs : 0;
    if (latencyMs + delayMs > 0) await sleep(latencyMs + delayMs);
    const { reply, outcome } = meet(fault, received);
    journal.record(received.method, received.args, outcome);
    if (reply) send(response, reply);
    else if (outcome.endsWith('reset')) request.socket.destroy();
    signal.notify();
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => send(response, { status: 500, body: String(error) }));
  });
  server.on('upgrade', socketMode.upgrade);

  return {
    start: (port: number): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    stop: async (): Promise<void> => {
      for (const timer of late) clearTimeout(timer);
      await socketMode.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const limited = (seconds: number): Outcome => ({
  reply: { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(seconds) } },
  outcome: 'ratelimited',
});

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
