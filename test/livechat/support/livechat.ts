import { afterAll, afterEach, beforeAll } from '@jest/globals';
import nock from 'nock';
import { createReportsApi, type ReportsApiOptions } from '../../../src/livechat/client.ts';
import type { ReportsApi } from '../../../src/reports/report.ts';
import { EMPTY, NOW } from './answers.ts';
import { BASE } from './question.ts';

export interface Reply {
  readonly method?: 'GET' | 'POST';
  readonly status?: number;
  readonly json?: unknown;
  /** Instead of JSON. */
  readonly text?: string;
  readonly headers?: Record<string, string>;
  /** The connection breaks instead. */
  readonly breaks?: string;
  /** Milliseconds before the first byte. */
  readonly delay?: number;
}

export interface Asked {
  readonly method: string;
  /** As it travelled. */
  readonly url: string;
  /** Those that we set, not those that every request has. */
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

const EVERY_REQUEST_HAS = ['accept-encoding', 'connection', 'content-length', 'host', 'user-agent'];

/** Stands in for LiveChat: gives the replies in their order, each once, and keeps what it was asked. */
export function liveChat(...replies: readonly Reply[]): readonly Asked[] {
  const asked: Asked[] = [];
  for (const { method = 'POST', status = 200, json = EMPTY, text = JSON.stringify(json), headers = {}, breaks, delay = 0 } of replies) {
    const interceptor = nock(BASE).intercept(/.*/, method).delay(delay);
    const scope = breaks
      ? interceptor.replyWithError(Object.assign(new Error(`broken: ${breaks}`), { code: breaks }))
      : interceptor.reply(status, text, headers);
    scope.on('request', (request, _, body: string) => {
      const ours = Object.entries<string>(request.headers).filter(([name]) => !EVERY_REQUEST_HAS.includes(name));
      const sent = body === '' ? {} : { body: JSON.parse(body) };
      asked.push({ method, url: BASE + request.path, headers: Object.fromEntries(ours), ...sent });
    });
  }
  return asked;
}

export interface Bench {
  readonly api: ReportsApi;
  /** The waits between calls, in milliseconds; each moves the clock. */
  readonly waits: readonly number[];
  readonly log: readonly string[];
  /** Moves the clock. */
  pass(ms: number): void;
}

/** A client whose time passes only when it is told to, or when it sleeps. */
export function bench(options: Partial<ReportsApiOptions> = {}): Bench {
  const waits: number[] = [];
  const log: string[] = [];
  let now = NOW;
  const api = createReportsApi({
    baseUrl: BASE,
    version: '3.6',
    credentials: { bearer: 'fra:secret-token' },
    clock: () => now,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    log: { info: (_, message) => log.push(`info: ${message}`), warn: (_, message) => log.push(`warn: ${message}`) },
    ...options,
  });
  return {
    api,
    waits,
    log,
    pass(ms) {
      now += ms;
    },
  };
}

/** Nothing leaves this machine, and no test leaves a reply behind. Called at the head of a file that uses `liveChat`. */
export function withoutNetwork(): void {
  beforeAll(() => nock.disableNetConnect());
  afterEach(() => {
    nock.abortPendingRequests();
    nock.cleanAll();
  });
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}
