import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatLog } from '../chats.ts';
import type { MovableClock } from '../clock.ts';
import { authenticate, type Token } from './auth.ts';
import { createControl } from './control.ts';
import { actOut } from './faults.ts';
import { createJournal, type Entry, type Journal } from './journal.ts';
import { ApiError, type Reply, replyFrom, send } from './reply.ts';
import { demandScope, dialectOf, methodOf } from './route.ts';
import { createSwitches, type SwitchBoard, type SwitchesChange } from './switches.ts';

export interface ReportsServer {
  /** Gives the address, without a slash at the end. Port 0 is any free one. */
  start(port: number): Promise<string>;
  /** Hangs up on everybody. */
  stop(): Promise<void>;
  readonly switches: SwitchBoard;
  readonly journal: Journal;
}

interface Options {
  readonly chats: ChatLog;
  readonly clock: MovableClock;
  /** Whoever has one of these may come in. */
  readonly tokens: readonly Token[];
  readonly switches?: SwitchesChange;
}

type Request = Omit<Entry, 'at' | 'status'>;

const LARGEST_BODY = 10 * 1024 * 1024;

/** Reads to the end even what is too large, so that whoever sends it hears the answer. */
async function read(request: IncomingMessage): Promise<Request> {
  const { method = '', url = '', headers } = request;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  return { method, path, query, headers, body: size <= LARGEST_BODY ? Buffer.concat(chunks).toString() : null };
}

function tooManyRequests(seconds: number | null): ApiError {
  return new ApiError('too_many_requests', { headers: seconds === null ? {} : { 'Retry-After': String(seconds) } });
}

/** LiveChat's Reports API over made-up chats, and the names of those who had them. Everything under `/_sandbox/` is for those who test against it. */
export function createReportsServer({ chats, clock, tokens, switches: initial }: Options): ReportsServer {
  const switches = createSwitches(initial);
  const journal = createJournal();
  const control = createControl({ clock, switches, journal });
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  let requests = 0;

  function answer({ method: verb, path, query, headers, body }: Request, response: ServerResponse): Reply {
    const limit = switches.take('rateLimit');
    if (limit) throw tooManyRequests(limit.retryAfterSeconds);
    const { dialect, name } = dialectOf(path, headers['x-api-version']?.toString());
    const stage = switches.current().lifeCycle[dialect.version];
    if (stage) response.setHeader(stage.header, stage.date);
    const token = authenticate(headers.authorization, tokens);
    const method = methodOf(dialect, { name, verb });
    demandScope(dialect, { name, token, missing: switches.current().missingScopes });
    if (body === null) throw new ApiError('entity_too_large');
    const call = { verb, query: new URLSearchParams(query), contentType: headers['content-type'], body, token };
    return { status: 200, body: method({ ...call, now: clock.now(), chats, switches: switches.current() }) };
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    if (request.path.startsWith('/_sandbox/'))
      return send(
        response,
        replyFrom(() => control(request)),
      );
    const noteStatus = journal.record({ at: clock.now(), ...request });
    requests += 1;
    response.setHeader('x-debug-id', `sandbox-${requests}`);
    await pause(switches.current().latencyMs, undefined, { ref: false });
    const fault = switches.take('fault');
    if (fault) actOut(fault.kind, response);
    else
      send(
        response,
        replyFrom(() => answer(request, response)),
      );
    if (response.headersSent) noteStatus(response.statusCode);
  }

  return {
    async start(port) {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      return `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    switches,
    journal,
  };
}
