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

/** A refusal that says in which places, in both of the forms that Slack gives them. */
export function refusalWith(code: string, messages: readonly string[]): Refusal {
  return new Refusal(code, { errors: messages.map((each) => each.replace('[ERROR] ', '')), response_metadata: { messages } });
}
