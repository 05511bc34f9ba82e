import type { JsonObject } from './json.ts';

/** Slack says no: `{ok: false, error: code, …details}`. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: JsonObject;

  constructor(code: string, details: JsonObject = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Too much at once: answered by its own status, with how long to wait. */
export class RateLimit extends Refusal {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('ratelimited');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A refusal that says in which places, in both of the forms that Slack gives them. */
export function refusalWith(code: string, messages: readonly string[]): Refusal {
  return new Refusal(code, { errors: messages.map((each) => each.replace('[ERROR] ', '')), response_metadata: { messages } });
}
