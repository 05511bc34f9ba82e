import { ServiceError, UserError } from '../../model/errors.ts';
import { reasonInWords, withDetail } from '../../presentation/deliveries/reasons.ts';
import type { FaultLog } from '../ports.ts';

/** Why a slot could not be posted, before it is decided what follows from it. */
export interface Failure {
  /** In the words of `Reason`. */
  readonly reason: string;
  readonly reference?: string;
  /** How long whoever refused wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null;
}

const MINUTE = 60_000;
/** How long is waited after the first, second … attempt in vain. */
const PAUSES = [1, 2, 4, 8, 15, 30, 60].map((minutes) => minutes * MINUTE);

export function pauseAfter(attempts: number, { retryAfterMs }: Pick<Failure, 'retryAfterMs'>): number {
  return retryAfterMs ?? PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? MINUTE;
}

/** What LiveChat's failures are called where they are made. The others are told in their own words. */
const SERVICE_REASONS: ReadonlyMap<string, string> = new Map([
  ['AuthenticationError', 'livechat_refused'],
  ['AuthorizationError', 'livechat_scope'],
  ['TooManyRequestsError', 'livechat_limited'],
  ['LimitReachedError', 'livechat_limited'],
  ['RequestTimeoutError', 'livechat_unavailable'],
  ['NoAnswerError', 'livechat_unavailable'],
  ['ServiceUnavailableError', 'livechat_unavailable'],
  ['ConnectionError', 'livechat_unavailable'],
  ['InternalError', 'livechat_unavailable'],
  ['UnreadableAnswerError', 'livechat_unavailable'],
]);

/** Why a message could not be made. */
export function failureOf(error: unknown, faults: FaultLog): Failure {
  if (error instanceof ServiceError) {
    const reference = faults.record(error, 'asking LiveChat for a schedule');
    return { reason: SERVICE_REASONS.get(error.name) ?? inOwnWords(error), reference, retryAfterMs: retryAfterOf(error) };
  }
  if (error instanceof UserError) return { reason: inOwnWords(error), retryAfterMs: null };
  return { reason: 'fault', reference: faults.record(error, 'making a post'), retryAfterMs: null };
}

const inOwnWords = ({ message, hint }: UserError): string => withDetail('unanswerable', `${message} ${hint}`);

function retryAfterOf(error: ServiceError): number | null {
  return 'retryAfter' in error && typeof error.retryAfter === 'number' ? error.retryAfter : null;
}

/** It may go well a little later. */
export const passes = ({ reason, retryAfterMs }: Failure): boolean => retryAfterMs !== null || reasonInWords(reason).kind === 'retry';
