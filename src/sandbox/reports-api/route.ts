import type { Dialect } from './call.ts';
import { ApiError, notAllowed } from './reply.ts';
import { V3_2 } from './v3-2.ts';
import { V3_6 } from './v3-6.ts';

const DIALECTS = [V3_2, V3_6];

const PATH = /^(?:\/v(?<version>\d[\d.]*))?\/reports\/(?<name>.+)$/;

/** The version that a path or, where the path names none, the header `X-API-Version` asks for; and the path's method. */
export function dialectOf(path: string, header: string | undefined): { readonly dialect: Dialect; readonly name: string } {
  const { version = header, name } = PATH.exec(path)?.groups ?? {};
  if (!name) throw new ApiError('not_found');
  const dialect = DIALECTS.find((known) => known.version === version);
  if (!dialect) throw new ApiError('unsupported_version');
  return { dialect, name };
}

export function methodOf({ methods, verbs }: Dialect, { name, verb }: { readonly name: string; readonly verb: string }) {
  const method = methods.get(name);
  if (!method) throw new ApiError('not_found');
  if (!verbs.includes(verb)) throw notAllowed(verbs);
  return method;
}
