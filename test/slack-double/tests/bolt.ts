import type { Server } from 'node:http';
import bolt from '@slack/bolt';
import { createSlack, type Slack, type SlackOptions } from '../slack.ts';

/** A Monday at nine, UTC. */
export const NOW = Date.UTC(2026, 10, 16, 9);

export async function startSlack(options: Partial<SlackOptions> = {}): Promise<Slack> {
  const slack = createSlack({ clock: () => NOW, ...options });
  await slack.start();
  return slack;
}

export const QUIET = { logLevel: bolt.LogLevel.ERROR };

const clientOptions = (slack: Slack) => ({ slackApiUrl: slack.url(), retryConfig: { retries: 0 }, timeout: 2000 });

/** A real app, connected to the double in one of the two ways. */
export async function startBolt(slack: Slack, transport: 'socket' | 'http'): Promise<bolt.App> {
  const { botToken, appToken, signingSecret } = slack.credentials;
  const common = { token: botToken, clientOptions: clientOptions(slack), deferInitialization: true, convoStore: false, ...QUIET } as const;
  const app = new bolt.App(transport === 'socket' ? { ...common, socketMode: true, appToken } : { ...common, signingSecret });
  await app.init();
  if (transport === 'socket') {
    await app.start();
  } else {
    const server = await app.start(0);
    slack.deliverTo(requestUrlOf(server));
  }
  return app;
}

export function requestUrlOf(server: Pick<Server, 'address'>): string {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('not listening');
  return `http://127.0.0.1:${address.port}/slack/events`;
}
