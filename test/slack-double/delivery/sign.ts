import { createHmac } from 'node:crypto';

export interface Signing {
  readonly secret: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

/** The headers by which an app knows that a body comes from Slack. */
export function sign(body: string, { secret, timestamp }: Signing): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}` };
}
