import { z } from 'zod';
import type { Instant } from '../model/time.ts';
import { type Details, type FailureName, LiveChatError } from './errors.ts';
import { readRetryAfter } from './retry.ts';
import type { HttpResponse } from './transport.ts';

const Envelope = z.object({
  error: z.object({
    type: z.string(),
    message: z.string().catch(''),
    data: z
      .object({ region: z.string().regex(/^[a-z0-9-]{2,20}$/) })
      .optional()
      .catch(undefined),
  }),
});
type Refusal = z.infer<typeof Envelope>['error'];

const BY_TYPE = new Map<string, FailureName>([
  ['authentication', 'AuthenticationError'],
  ['authorization', 'AuthorizationError'],
  ['entity_too_large', 'EntityTooLargeError'],
  ['group_not_found', 'GroupNotFoundError'],
  ['internal', 'InternalError'],
  ['license_expired', 'LicenseExpiredError'],
  ['license_not_found', 'AuthenticationError'],
  ['limit_reached', 'LimitReachedError'],
  ['misdirected_request', 'MisdirectedRequestError'],
  ['not_found', 'NotFoundError'],
  ['request_timeout', 'RequestTimeoutError'],
  ['service_unavailable', 'ServiceUnavailableError'],
  ['too_many_requests', 'TooManyRequestsError'],
  ['unsupported_version', 'UnsupportedVersionError'],
  ['validation', 'ValidationError'],
  ['wrong_product_version', 'WrongProductVersionError'],
]);

// The API documents no codes of its own: these are what HTTP means by them, and what proxies on the way send.
const BY_STATUS = new Map<number, FailureName>([
  [401, 'AuthenticationError'],
  [403, 'AuthorizationError'],
  [404, 'NotFoundError'],
  [413, 'EntityTooLargeError'],
  [414, 'EntityTooLargeError'],
  [421, 'MisdirectedRequestError'],
  [429, 'TooManyRequestsError'],
  [502, 'ServiceUnavailableError'],
  [503, 'ServiceUnavailableError'],
  [504, 'RequestTimeoutError'],
]);

/** The JSON of a response, or the error that it stands for: by the type that LiveChat gives, else by the status. */
export function readAnswer(response: HttpResponse, now: Instant): unknown {
  const { status, text } = response;
  const json = parse(text);
  const refusal = Envelope.safeParse(json);
  if (refusal.success) throw failure(response, refusal.data.error, now);
  if (status !== 200) throw failure(response, undefined, now);
  if (json !== undefined) return json;
  const cause = new Error('HTTP 200, not JSON');
  throw new LiveChatError('UnreadableAnswerError', { ...details(response, now), cause });
}

/** What went wrong with the text is left out of the error: the engine quotes it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failure(response: HttpResponse, refusal: Refusal | undefined, now: Instant): LiveChatError {
  const { status } = response;
  const name = BY_TYPE.get(refusal?.type ?? '') ?? BY_STATUS.get(status) ?? byClass(status);
  return new LiveChatError(name, { ...details(response, now), region: refusal?.data?.region, cause: new Error(inShort(status, refusal)) });
}

function byClass(status: number): FailureName {
  if (status >= 500) return 'InternalError';
  return status >= 400 ? 'ValidationError' : 'UnreadableAnswerError';
}

/** For the log. LiveChat's own words only where they tell what this bot did wrong; elsewhere they might quote a secret. */
function inShort(status: number, refusal: Refusal | undefined): string {
  if (!refusal) return `HTTP ${status}`;
  const words = refusal.type === 'validation' ? `: ${refusal.message.slice(0, 200)}` : '';
  return `HTTP ${status}, ${refusal.type.slice(0, 50)}${words}`;
}

function details({ headers }: HttpResponse, now: Instant): Details {
  return { debugId: headers.get('x-debug-id')?.slice(0, 100), retryAfter: readRetryAfter(headers.get('Retry-After'), now) };
}
