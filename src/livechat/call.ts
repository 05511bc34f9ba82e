import type { Clock, Instant } from '../model/time.ts';
import { readAnswer } from './answer.ts';
import { LiveChatError } from './errors.ts';
import { type LifeCycle, readLifeCycle } from './life-cycle.ts';
import type { HttpRequest } from './request.ts';
import { waitBeforeRetry } from './retry.ts';
import { exchange } from './transport.ts';

export interface CallerOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Rejects when the signal fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** For one request, in milliseconds. */
  readonly timeout: number;
}

export interface CallLimits {
  readonly deadline: Instant;
  readonly signal: AbortSignal;
}

export interface Answer {
  /** As it came: which report it is for is not known here. */
  readonly json: unknown;
  /** In characters. */
  readonly size: number;
  readonly lifeCycle: LifeCycle;
  /** When it came. */
  readonly asOf: Instant;
  /** Requests that it took. */
  readonly calls: number;
}

export type Call = (request: HttpRequest, limits: CallLimits) => Promise<Answer>;

/** Makes a request until it is answered: again where that helps, and in the region where LiveChat keeps the data of this account. */
export function createCall({ clock, random, sleep, timeout }: CallerOptions): Call {
  let region: string | undefined;

  async function once({ headers, ...request }: HttpRequest, { deadline, signal }: CallLimits): Promise<Omit<Answer, 'calls'>> {
    const left = deadline - clock();
    if (left <= 0) throw new LiveChatError('NoAnswerError', { cause: new Error('no time left to ask') });
    const directed = region === undefined ? headers : { ...headers, 'X-Region': region };
    const response = await exchange({ ...request, headers: directed }, { timeout: Math.min(timeout, left), signal });
    const asOf = clock();
    return { json: readAnswer(response, asOf), size: response.text.length, lifeCycle: readLifeCycle(response.headers), asOf };
  }

  return async (request, limits) => {
    let retries = 0;
    let moved = false;
    for (let calls = 1; ; calls += 1) {
      const asked = region;
      try {
        return { ...(await once(request, limits)), calls };
      } catch (error) {
        const elsewhere = error instanceof LiveChatError && error.name === 'MisdirectedRequestError' ? error.region : undefined;
        if (!moved && elsewhere !== undefined && elsewhere !== asked) {
          region = elsewhere;
          moved = true;
          continue;
        }
        const wait = waitBeforeRetry({ error, retries, left: limits.deadline - clock(), random });
        if (wait === null) throw error;
        await sleep(wait, limits.signal);
        retries += 1;
      }
    }
  };
}
