import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { BoltLogger } from './bolt-logger.ts';

/**
 * Slack's client repeats writes on its own and never times out; neither is wanted. A call that waits out a rate limit also holds back
 * every call behind it, so what a person waits for (`quick`) has a client of its own.
 */
export interface Clients {
  /** Views and look-ups: a person is looking at the screen. */
  readonly quick: WebClient;
  /** Files and messages. */
  readonly bulk: WebClient;
}

export interface ClientsOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly logger: BoltLogger;
}

export function createClients({ token, apiUrl, logger }: ClientsOptions): Clients {
  const options = {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  } satisfies WebClientOptions;
  return {
    quick: new WebClient(token, { ...options, timeout: 5_000 }),
    bulk: new WebClient(token, { ...options, timeout: 8_000 }),
  };
}
