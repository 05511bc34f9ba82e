import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../model/time.ts';
import type { Clients } from './clients.ts';

export interface Trying {
  readonly clients: Clients;
  readonly apiUrl: string;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
  /** Whose direct messages everything is tried in, and the conversation. */
  readonly person: string;
  readonly channel: string;
  /** Posts there and returns the ts. What is posted goes away at the end. */
  post(text: string, content?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Gives Slack the smallest picture there is; returns its file, which goes away at the end, once a message may show it. */
  upload(): Promise<string>;
}

/** One thing that only a real Slack can tell. */
export interface Trial {
  /** A fact, of at most sixty characters. */
  readonly what: string;
  /** Resolves with what is worth knowing; rejects with Slack's refusal, or with what was found wanting. */
  readonly run: (trying: Trying) => Promise<string>;
}

const EVENT = 'lc_report_probe';

const cell = (text: string) => ({ type: 'raw_text', text });
const TABLE = { type: 'data_table', caption: 'Probe', rows: [[cell('Day')], [cell('Monday')]] };
const CHART = {
  type: 'data_visualization',
  title: 'Probe',
  chart: { type: 'line', series: [{ name: 'Chats', data: [{ label: 'Mon', value: 1 }] }], axis_config: { categories: ['Mon'] } },
};

/** Shown in this order. docs/running.md says what each decides. */
export const TRIALS: readonly Trial[] = [
  { what: 'The clock of this machine agrees with Slack’s', run: clockAgrees },
  { what: 'Direct messages can be found by the person', run: conversationOpens },
  { what: 'The mark of a post can be read back', run: markComesBack },
  { what: 'The same client_msg_id posts once only', run: postsOnce },
  { what: 'A message can show an uploaded picture', run: showsPicture },
  { what: 'A message for one person can show an uploaded picture', run: showsPictureToOne },
  { what: 'A message can be replaced', run: isReplaced },
  { what: 'Slack draws tables (data_table)', run: (trying) => takes(trying, TABLE) },
  { what: 'Slack draws charts (data_visualization)', run: (trying) => takes(trying, CHART) },
];

async function clockAgrees({ apiUrl, clock }: Trying): Promise<string> {
  const before = clock();
  const response = await fetch(new URL('api.test', apiUrl), { method: 'POST', signal: AbortSignal.timeout(5_000) });
  const date = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(date)) throw new Error('Slack sent no date');
  // The header is in whole seconds, and of some moment between question and answer.
  const seconds = Math.round((before - date) / 1000);
  if (Math.abs(seconds) > 5) throw new Error(`${seconds} s apart; over HTTP, more than 300 s refuse everything`);
  return 'within 5 s';
}

async function conversationOpens({ clients, person, channel }: Trying): Promise<string> {
  const { channel: opened } = await clients.bulk.conversations.open({ users: person });
  if (opened?.id !== channel) throw new Error('it is another conversation than the one posted to');
  return 'found';
}

async function markComesBack({ clients, channel, post }: Trying): Promise<string> {
  const ts = await post('a message with a mark', { metadata: { event_type: EVENT, event_payload: { mark: 'probe' } } });
  const { messages = [] } = await clients.bulk.conversations.history({ channel, oldest: ts, inclusive: true, include_all_metadata: true });
  const found = messages.find((message) => message.ts === ts);
  if (!found) throw new Error('the message was not in the history');
  if (found.metadata?.event_type !== EVENT) throw new Error('the message came back without it');
  return 'read back';
}

async function postsOnce({ post, newId }: Trying): Promise<string> {
  const id = { client_msg_id: newId() };
  const first = await post('a message sent twice', id);
  try {
    if ((await post('a message sent twice', id)) === first) return 'the second was the first';
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error.startsWith('duplicate'))
      return `the second was refused: ${error.data.error}`;
    throw error;
  }
  throw new Error('posted twice');
}

async function showsPicture({ clock, post, upload }: Trying): Promise<string> {
  const start = clock();
  const file = await upload();
  const usableAfter = clock() - start;
  await post('a picture', { blocks: [pictureOf(file)] });
  return `usable after ${usableAfter} ms`;
}

/** It cannot be deleted, and is gone when Slack is loaded anew. */
async function showsPictureToOne({ clients, person, channel, upload }: Trying): Promise<string> {
  const blocks = [pictureOf(await upload())];
  await clients.bulk.chat.postEphemeral({ channel, user: person, text: 'Probe: a picture that only you see', blocks });
  return 'accepted';
}

const pictureOf = (file: string) => ({ type: 'image' as const, slack_file: { id: file }, alt_text: 'A grey point' });

async function isReplaced({ clients, channel, post }: Trying): Promise<string> {
  const ts = await post('a message to be replaced');
  await clients.bulk.chat.update({ channel, ts, text: 'Probe: a message that was replaced' });
  return 'replaced';
}

async function takes({ post }: Trying, block: object): Promise<string> {
  await post('a block that Slack draws', { blocks: [block] });
  return 'accepted';
}

export const PostedMessage = z.object({ ts: z.string(), channel: z.string() });
