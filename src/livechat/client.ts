import type { z } from 'zod';
import type { LiveChatCredentials } from '../config.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { Clock, Instant } from '../model/time.ts';
import { unlessAborted } from '../model/unless-aborted.ts';
import type { ApiMethod, ApiQuery, ReportsApi } from '../reports/report.ts';
import { type Answers, cacheKey, createCache } from './cache.ts';
import { createCall } from './call.ts';
import { LiveChatError } from './errors.ts';
import { createFlights } from './flights.ts';
import { inPairs } from './in-pairs.ts';
import { createLifeCycleLog, type Log } from './life-cycle.ts';
import { pieces } from './pieces.ts';
import { writeRequest } from './request.ts';
import { realSleep } from './sleep.ts';
import { createVersion } from './version.ts';

export interface ReportsApiOptions {
  /** `https://api.livechatinc.com`, without a slash at its end. */
  readonly baseUrl: string;
  /** `auto`: the newest that answers. */
  readonly version: ApiVersion | 'auto';
  readonly credentials: LiveChatCredentials;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** For one request, in milliseconds: LiveChat itself gives up after as long. */
  readonly timeout?: number;
  /** For one question with its repetitions, pieces and waits, in milliseconds. */
  readonly budget?: number;
}

type Method = Pick<ApiMethod<never>, 'path' | 'filters'>;

/** The Reports API over HTTP. Equal questions are asked once: while one is under way, and for some minutes after. */
export function createReportsApi(options: ReportsApiOptions): ReportsApi {
  const { baseUrl, credentials, clock, random, sleep = realSleep, timeout = 15_000, budget = 25_000 } = options;
  const call = createCall({ clock, random, sleep, timeout });
  const tellLifeCycle = createLifeCycleLog(options);
  const cache = createCache(clock);
  const share = createFlights<Answers>();
  const version = createVersion(options.version, (candidate) => ask(candidate, PROBE, lastHour(clock()), new AbortController().signal));

  async function ask(spoken: ApiVersion, method: Method, query: ApiQuery, signal: AbortSignal): Promise<Answers> {
    const deadline = clock() + budget;
    const target = { baseUrl, credentials, version: spoken };
    const requests = pieces(query.range, spoken).map((range) => writeRequest(target, method, { ...query, range }));
    const answers = await inPairs(requests, (request, either) => call(request, { deadline, signal: either }), signal);
    for (const { lifeCycle } of answers) tellLifeCycle(spoken, lifeCycle);
    return answers;
  }

  const blame = (error: unknown): never => {
    version.failed(error);
    throw error;
  };

  return {
    version: version.current,
    async fetch(method, query, signal) {
      signal?.throwIfAborted();
      const spoken = await unlessAborted(version.current(), signal);
      const key = cacheKey({ version: spoken, path: method.path, query }, clock());
      const known = cache.get(key);
      const answers = known ?? (await share(key, (shared) => ask(spoken, method, query, shared), signal).catch(blame));
      const wire = join(method, answers);
      // Only now: an answer that cannot be read is not kept.
      if (!known) cache.set(key, answers, query.range);
      const calls = known ? 0 : answers.reduce((sum, answer) => sum + answer.calls, 0);
      const asOf = Math.min(...answers.map((answer) => answer.asOf));
      return { wire, source: { version: spoken, path: method.path, calls, asOf, ...answers[0]?.lifeCycle } };
    },
  };
}

/** The method that every version has. Its answer is not looked at. */
const PROBE: Method = { path: 'chats/tags', filters: {} };

function lastHour(now: Instant): ApiQuery {
  const range = { start: now - 3_600_000, end: now, zone: 'UTC', label: 'last hour', granularity: 'hour', partial: true } as const;
  return { range, distribution: 'day', filters: {} };
}

function join<Wire>(method: Pick<ApiMethod<Wire>, 'decode' | 'join'>, answers: Answers): Wire {
  const parts = answers.map(({ json }) => read(method.decode, json));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : method.join(parts);
}

function read<Wire>(decode: z.ZodType<Wire>, json: unknown): Wire {
  const checked = decode.safeParse(json);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const cause = new Error(`${issue?.path.join('.') || 'the whole answer'}: ${issue?.message}`);
  throw new LiveChatError('UnreadableAnswerError', { cause });
}
