import type { ServerResponse } from 'node:http';

/** An answer before it becomes bytes. `body` is written as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': text.length }).end(text);
}

/** The errors of LiveChat's Web APIs that the sandbox speaks, with the texts of the documentation. The statuses are not in it. */
const ERRORS = {
  authentication: { status: 401, message: 'Authentication error' },
  authorization: { status: 403, message: 'Authorization error' },
  entity_too_large: { status: 413, message: 'Upload limit exceeded (10MB).' },
  internal: { status: 500, message: 'Internal server error' },
  misdirected_request: { status: 421, message: 'Wrong region' },
  not_found: { status: 404, message: 'Not found' },
  request_timeout: { status: 504, message: 'Request timed out' },
  service_unavailable: { status: 503, message: 'Service unavailable' },
  too_many_requests: { status: 429, message: 'Too many requests' },
  unsupported_version: { status: 400, message: 'Cannot call unsupported API versions.' },
  validation: { status: 400, message: 'Wrong format of request' },
} as const;

interface Particulars {
  readonly status?: number;
  readonly message?: string;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error in the envelope that all of LiveChat's Web APIs use: a type that programs read, a text, sometimes data. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly reply: Reply;

  constructor(type: keyof typeof ERRORS, { status, message, data, headers = {} }: Particulars = {}) {
    super(message ?? ERRORS[type].message);
    this.reply = { status: status ?? ERRORS[type].status, headers, body: { error: { type, message: this.message, data } } };
  }
}

export const invalid = (message: string) => new ApiError('validation', { message });

/** There is no type for it, so the status has to say it. */
export function notAllowed(verbs: readonly string[]): ApiError {
  return new ApiError('validation', { status: 405, message: 'Method not allowed', headers: { Allow: verbs.join(', ') } });
}

/** An error becomes the answer. Anything unforeseen is a mistake of the sandbox, and says so. */
export function replyFrom(make: () => Reply): Reply {
  try {
    return make();
  } catch (error) {
    return (error instanceof ApiError ? error : new ApiError('internal', { data: { sandbox: String(error) } })).reply;
  }
}
