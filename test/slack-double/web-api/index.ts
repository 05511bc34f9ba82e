import type { JsonObject } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { chat } from './chat.ts';
import { fileMethods } from './files.ts';
import { history } from './history.ts';
import type { Context, Method } from './method.ts';
import { peopleAndPlaces } from './people-and-places.ts';
import { viewMethods } from './views.ts';

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...chat, ...fileMethods, ...history, ...peopleAndPlaces, ...viewMethods }),
);

export interface Tokens {
  readonly bot: string;
  readonly app: string;
  /** Taken back by the workspace. */
  readonly isRevoked: boolean;
}

export interface Request {
  readonly method: string;
  readonly args: JsonObject;
  /** Empty when none was sent. */
  readonly token: string;
}

/** What Slack answers to a call: who asks is checked first, then whether he may, then what he wants. */
export function callMethod({ method: name, args, token }: Request, tokens: Tokens, context: Context): JsonObject {
  const method = METHODS.get(name);
  if (!method) throw new Refusal('unknown_method', { req_method: name });
  if (token === '') throw new Refusal('not_authed');
  if (token !== tokens.bot && token !== tokens.app) throw new Refusal('invalid_auth');
  if (token === tokens.bot && tokens.isRevoked) throw new Refusal('token_revoked');
  if (token !== tokens[method.token ?? 'bot']) throw new Refusal('not_allowed_token_type');
  if (method.scopes && !method.scopes.some((scope) => context.scopes.has(scope))) {
    throw new Refusal('missing_scope', { needed: method.scopes.join(','), provided: [...context.scopes].join(',') });
  }
  return { ok: true, ...method.run(args, context) };
}
