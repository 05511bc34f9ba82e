import { z } from 'zod';
import type { Instant } from '../model/time.ts';
import * as errors from './errors.ts';
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

const BY_TYPE = new Map<string, errors.Failure>([
  ['authentication', errors.AuthenticationError],
  ['authorization', errors.AuthorizationError],
  ['entity_too_large', errors.EntityTooLargeError],
  ['group_not_found', errors.GroupNotFoundError],
  ['internal', errors.InternalError],
  ['license_expired', errors.LicenseExpiredError],
  ['license_not_found', errors.AuthenticationError],
  ['limit_reached', errors.LimitReachedError],
  ['misdirected_request', errors.MisdirectedRequestError],
  ['not_found', errors.NotFoundError],
  ['request_timeout', errors.RequestTimeoutError],
  ['service_unavailable', errors.ServiceUnavailableError],
  ['too_many_requests', errors.TooManyRequestsError],
  ['unsupported_version', errors.UnsupportedVersionError],
  ['validation', errors.ValidationError],
  ['wrong_product_version', errors.WrongProductVersionError],
]);

// The API documents no codes of its own: these are what HTTP means by them, and what proxies on the way send.
const BY_STATUS = new Map<number, errors.Failure>([
  [401, errors.AuthenticationError],
  [403, errors.AuthorizationError],
  [404, errors.NotFoundError],
  [413, errors.EntityTooLargeError],
  [414, errors.EntityTooLargeError],
  [421, errors.MisdirectedRequestError],
  [429, errors.TooManyRequestsError],
  [502, errors.ServiceUnavailableError],
  [503, errors.ServiceUnavailableError],
  [504, errors.RequestTimeoutError],
]);

/** The JSON of a response, or the error that it stands for: by the type that LiveChat gives, else by the status. */
export function readAnswer(response: HttpResponse, now: Instant): unknown {
  const { status, text } = response;
  const json = parse(text);
  const refusal = Envelope.safeParse(json);
  if (refusal.success) throw failure(response, refusal.data.error, now);
  if (status !== 200) throw failure(response, undefined, now);
  if (json === undefined) throw new errors.UnreadableAnswerError({ ...details(response, now), cause: new Error('HTTP 200, not JSON') });
  return json;
}

/** What went wrong with the text is left out of the error: the engine quotes it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failure(response: HttpResponse, refusal: Refusal | undefined, now: Instant): errors.LiveChatError {
  const { status } = response;
  const Failure = BY_TYPE.get(refusal?.type ?? '') ?? BY_STATUS.get(status) ?? byClass(status);
  return new Failure({ ...details(response, now), region: refusal?.data?.region, cause: new Error(inShort(status, refusal)) });
}

function byClass(status: number): errors.Failure {
  if (status >= 500) return errors.InternalError;
  return status >= 400 ? errors.ValidationError : errors.UnreadableAnswerError;
}

/** For the log. LiveChat's own words only where they tell what this bot did wrong; elsewhere they might quote a secret. */
function inShort(status: number, refusal: Refusal | undefined): string {
  if (!refusal) return `HTTP ${status}`;
  const words = refusal.type === 'validation' ? `: ${refusal.message.slice(0, 200)}` : '';
  return `HTTP ${status}, ${refusal.type.slice(0, 50)}${words}`;
}

function details({ headers }: HttpResponse, now: Instant): errors.Details {
  return { debugId: headers.get('x-debug-id')?.slice(0, 100), retryAfter: readRetryAfter(headers.get('Retry-After'), now) };
}
