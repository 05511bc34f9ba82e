import { WebClient } from '@slack/web-api';
import { createLog } from '../../src/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { createFiles } from '../../src/slack/files.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import type { Messenger, Slot } from '../../src/usecases/ports.ts';
import { createSlack, type Slack, type SlackOptions } from '../slack-double/slack.ts';
import { NOW, said } from './edge.ts';

const fetchHere: typeof fetch = (input, init) =>
  fetch(input, init).catch((error) => {
    throw new TypeError(error.message, { cause: error.cause });
  });

interface ClientOptions {
  /** Short where a test waits for it to end. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
}

export const clientsOf = (url: string, options: ClientOptions) => {
  const logger = boltLogger(createLog({ level: 'error', secrets: [], write: () => {}, clock: () => NOW }));
  const client = new WebClient('xoxb-sandbox', {
    slackApiUrl: url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5_000,
    logger,
    fetch: fetchHere,
    ...options,
  });
  return { quick: client, bulk: client };
};

export function messengerAt(url: string, options: ClientOptions = {}): Messenger {
  const clients = clientsOf(url, options);
  return createMessenger({
    clients,
    people: { nameOf: async (person) => person, kindOf: async () => 'member' },
    files: createFiles(clients),
  });
}

/** The double, and a messenger that talks to it. */
export async function startMessenger(
  options: Partial<SlackOptions> = {},
): Promise<{ readonly slack: Slack; readonly messenger: Messenger }> {
  const slack = createSlack({ clock: () => NOW, ...options });
  await slack.start();
  return { slack, messenger: messengerAt(slack.url()) };
}

export const SLOT: Slot = { workspace: 'T1', schedule: 'S7', dueAt: NOW };
export const MARK = { event_type: 'lc_report_posted', event_payload: { schedule: 'S7', due_at: NOW } };
export const WORDS = said('412 chats');
