import type { Token } from './auth.ts';
import type { Dialect } from './call.ts';
import { CONFIGURATION } from './configuration.ts';
import { ApiError, notAllowed } from './reply.ts';
import { V3_2 } from './v3-2.ts';
import { V3_6 } from './v3-6.ts';

const DIALECTS: Readonly<Record<string, readonly Dialect[]>> = { reports: [V3_2, V3_6], 'configuration/action': [CONFIGURATION] };

const PATH = /^(?:\/v(?<version>\d[\d.]*))?\/(?<api>reports|configuration\/action)\/(?<name>.+)$/;

/** The version that a path or, where the path names none, the header `X-API-Version` asks for; and the path's method. */
export function dialectOf(path: string, header: string | undefined): { readonly dialect: Dialect; readonly name: string } {
  const { version = header, api = '', name } = PATH.exec(path)?.groups ?? {};
  if (!name) throw new ApiError('not_found');
  const dialect = DIALECTS[api]?.find((known) => known.version === version);
  if (!dialect) throw new ApiError('unsupported_version');
  return { dialect, name };
}

export function methodOf({ methods, verbs }: Dialect, { name, verb }: { readonly name: string; readonly verb: string }) {
  const method = methods.get(name);
  if (!method) throw new ApiError('not_found');
  if (!verbs.includes(verb)) throw notAllowed(verbs);
  return method;
}

/** Nothing, or the error where the token may not ask for this. */
export function demandScope(
  { scopes }: Dialect,
  { name, token, missing }: { readonly name: string; readonly token: Token; readonly missing: readonly string[] },
): void {
  const enough = scopes?.[name] ?? ['reports_read'];
  if (!enough.some((scope) => token.scopes.includes(scope) && !missing.includes(scope))) throw new ApiError('authorization');
}
