import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { z } from 'zod';
import type { Instant } from '../../../src/model/time.ts';
import type { Chat, ChatLog } from '../../../src/sandbox/chats.ts';
import { createMovableClock } from '../../../src/sandbox/clock.ts';
import { TOKENS } from '../../../src/sandbox/company.ts';
import { authorizationOf, type Token } from '../../../src/sandbox/reports-api/auth.ts';
import { createReportsServer } from '../../../src/sandbox/reports-api/server.ts';

/** Sunday 22 November 2026, 14:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 14);

export const [WEB, APP] = ['5b1f0c7e9a3d42688c51d0e7f2a96b34', 'c2d84e6a1b7f49058e3a9d60f4b1c785'] as const;
const [ANNA, BEN] = ['anna@shop.example', 'Ben@shop.example'] as const;

const chat = (startedAt: string, more: Partial<Chat>): Chat => ({
  id: startedAt,
  startedAt: Date.parse(startedAt),
  agents: [],
  groups: [0],
  tags: [],
  customerClientId: WEB,
  agentSeconds: null,
  durationSeconds: (more.agentSeconds ?? 0) + 30,
  ...more,
});

/** The night after a change of clocks, and two weeks later two days and the first second of a third. */
const A_FEW: readonly Chat[] = [
  chat('2026-10-25T23:30:00+01:00', { agents: [ANNA], agentSeconds: 45 }),
  chat('2026-11-09T00:00:00+01:00', { agents: [ANNA], agentSeconds: 100, tags: ['spam'] }),
  chat('2026-11-09T09:15:00+01:00', { agents: [ANNA, BEN], agentSeconds: 201, groups: [0, 1], tags: ['spam', 'support'] }),
  chat('2026-11-09T23:59:59+01:00', { groups: [1] }),
  chat('2026-11-10T09:30:00+01:00', { agents: [BEN], agentSeconds: 300, groups: [1], tags: ['Spam'], customerClientId: APP }),
  chat('2026-11-10T09:45:00+01:00', {}),
  chat('2026-11-11T00:00:00+01:00', { agents: [ANNA], agentSeconds: 60, tags: ['vip'] }),
];

export function logOf(chats: readonly Chat[]): ChatLog {
  return { between: (start, end) => chats.filter(({ startedAt }) => start <= startedAt && startedAt < end) };
}

export interface Ask {
  readonly method?: string;
  /** What follows `/v3.2/reports/` and the like. */
  readonly path: string;
  readonly query?: string | Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const Body = z.looseObject({ error: z.object({ type: z.string() }).optional() });

/** A server for the tests of a file, as new before each of them. */
export function runSandbox({ chats = logOf(A_FEW), now = NOW, tokens = Object.values(TOKENS) }: Partial<Options> = {}) {
  const clock = createMovableClock(() => now);
  const server = createReportsServer({ chats, clock, tokens });
  let address = '';
  beforeAll(async () => {
    address = await server.start(0);
  });
  afterEach(() => {
    clock.reset();
    server.switches.reset();
    server.journal.clear();
  });
  afterAll(() => server.stop());

  const request = ({ method = 'GET', path, query = '', headers, body }: Ask): Promise<Response> =>
    fetch(`${address}${path}?${typeof query === 'string' ? query : new URLSearchParams(query)}`, {
      method,
      headers: { Authorization: authorizationOf(TOKENS.reader), ...headers },
      ...(body !== undefined && { body }),
    });

  /** Status and body in one value; of an error its type. */
  async function ask(what: Ask): Promise<object> {
    const response = await request(what);
    const { error, ...body } = Body.parse(await response.json());
    return error ? refused(response.status, error.type) : { status: response.status, ...body };
  }

  return { server, request, ask, address: () => address };
}

interface Options {
  readonly chats: ChatLog;
  readonly now: Instant;
  readonly tokens: readonly Token[];
}

export const refused = (status: number, type: string) => ({ status, type });
