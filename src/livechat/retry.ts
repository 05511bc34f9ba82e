import type { Instant } from '../model/time.ts';
import { LiveChatError } from './errors.ts';

/** Before the first and the second repetition; there is no third. In milliseconds. */
const WHEN_LIMITED = [2_000, 4_000];
const AT_MOST = [1_000, 4_000];
const AT_LEAST = 500;
/** Nobody who asked in a chat looks longer at nothing. */
const LONGEST_WAIT = 30_000;

export interface FailedCall {
  readonly error: unknown;
  /** Repetitions so far. */
  readonly retries: number;
  /** Milliseconds that the whole question may still take. */
  readonly left: number;
  readonly random: () => number;
}

/**
 * How long to wait before the same call is made again, or null when it is not: every call only reads, so it may be repeated, but only
 * where that can help. LiveChat's own wish comes first; otherwise the wait is drawn at random, so that many bots do not come back at once.
 */
export function waitBeforeRetry({ error, retries, left, random }: FailedCall): number | null {
  if (!(error instanceof LiveChatError) || !error.transient) return null;
  const limited = error.name === 'TooManyRequestsError' || error.name === 'LimitReachedError';
  const longest = (limited ? WHEN_LIMITED : AT_MOST)[retries];
  if (longest === undefined) return null;
  const wait = error.retryAfter ?? (limited ? longest : Math.round(AT_LEAST + random() * (longest - AT_LEAST)));
  return wait <= LONGEST_WAIT && wait < left ? wait : null;
}

/** `Retry-After` in milliseconds: the header counts seconds or names a moment. */
export function readRetryAfter(header: string | null, now: Instant): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const moment = header.endsWith('GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}
