import type { Zone } from '../../model/time.ts';
import { ApiError } from './reply.ts';

export interface Token {
  readonly token: string;
  /** With an account id it is a personal access token, which travels as `Basic`; without one it is an access token, sent as `Bearer`. */
  readonly accountId?: string;
  readonly scopes: readonly string[];
  /** The zone of the agent it belongs to, which counts when a request names none. */
  readonly zone?: Zone;
}

/** The `Authorization` header of whoever has this token. */
export function authorizationOf({ token, accountId }: Token): string {
  return accountId === undefined ? `Bearer ${token}` : `Basic ${Buffer.from(`${accountId}:${token}`).toString('base64')}`;
}

/** The token that opens the door, or the error that keeps it shut. */
export function authenticate(header: string | undefined, tokens: readonly Token[]): Token {
  if (!header) throw new ApiError('authentication', { message: 'No `Authorization` header' });
  const [scheme = '', ...credentials] = header.split(' ');
  const tidied = [scheme.charAt(0).toUpperCase() + scheme.slice(1).toLowerCase(), ...credentials].join(' ');
  const token = tokens.find((candidate) => authorizationOf(candidate) === tidied);
  if (!token) throw new ApiError('authentication', { message: 'Invalid access token' });
  return token;
}
