import type { LiveChatCredentials } from '../config.ts';
import { type ApiVersion, isWithin } from '../model/api-version.ts';
import type { ApiMethod, ApiQuery } from '../reports/report.ts';
import { flatQuery } from './flat-query.ts';
import { jsonQuery } from './json-query.ts';

export interface Target {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly credentials: LiveChatCredentials;
  readonly version: ApiVersion;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Writes a question down in the dialect of the version. That the method takes its filters is for the caller to check. */
export function writeRequest(
  { baseUrl, credentials, version }: Target,
  { path, filters }: Pick<ApiMethod<never>, 'path' | 'filters'>,
  query: ApiQuery,
): HttpRequest {
  const url = `${baseUrl}/v${version}/reports/${path}`;
  const headers = headersOf({ credentials, version });
  if (!isWithin(version, '3.4')) return { method: 'GET', url: `${url}?${flatQuery(filters, query, version)}`, headers };
  const body = JSON.stringify(jsonQuery(query, version));
  return { method: 'POST', url, headers: { ...headers, 'Content-Type': 'application/json' }, body };
}

/** Writes down what is asked of the Configuration API. */
export function writeAction({ baseUrl, credentials, version }: Target, action: string, body: object): HttpRequest {
  const headers = { ...headersOf({ credentials, version }), 'Content-Type': 'application/json' };
  return { method: 'POST', url: `${baseUrl}/v${version}/configuration/action/${action}`, headers, body: JSON.stringify(body) };
}

function headersOf({ credentials, version }: Omit<Target, 'baseUrl'>) {
  return { Accept: 'application/json', Authorization: authorization(credentials), 'X-API-Version': version };
}

function authorization(credentials: LiveChatCredentials): string {
  if ('bearer' in credentials) return `Bearer ${credentials.bearer}`;
  return `Basic ${Buffer.from(`${credentials.accountId}:${credentials.pat}`).toString('base64')}`;
}
