import type { Slack } from '../slack.ts';

export interface Posting {
  readonly method: string;
  readonly args?: object;
  readonly token?: string;
}

/** A call as any client would make it; what came back, as it came. */
export async function post(slack: Slack, { method, args = {}, token = 'xoxb-sandbox' }: Posting) {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(slack.url() + method, { method: 'POST', headers, body: JSON.stringify(args) });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.text() };
}
