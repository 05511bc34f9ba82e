import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../model/time.ts';
import type { Clients } from './clients.ts';
import { createFiles } from './files.ts';

/** What only a real Slack can tell, and what it told. */
export interface Finding {
  readonly what: string;
  readonly outcome: 'yes' | 'no';
  /** What Slack said, or what was measured. */
  readonly detail: string;
}

export interface ProbeOptions {
  readonly clients: Clients;
  readonly apiUrl: string;
  readonly clock: Clock;
}

/** In the direct conversation that the first message has opened. */
interface Trying extends ProbeOptions {
  /** Whose direct messages everything is tried in. */
  readonly person: string;
  readonly channel: string;
  /** Deleted at the end. */
  readonly posted: string[];
}

interface Trial {
  readonly what: string;
  /** Resolves with what is worth knowing; rejects with Slack's refusal, or with what was found wanting. */
  readonly run: (trying: Trying) => Promise<string>;
}

/** The smallest picture there is: one grey point. */
const POINT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaGj4DwACRAGBkT7wfgAAAABJRU5ErkJggg==', 'base64');
const UPLOAD_MS = 30_000;
const EVENT = 'lc_report_probe';

/** A block that the package's types do not know yet is written as JSON, as the wire has it. */
const native = (block: object): string => JSON.stringify([block]);
const cell = (text: string) => ({ type: 'raw_text', text });
const TABLE = native({ type: 'data_table', caption: 'Probe', rows: [[cell('Day')], [cell('Monday')]] });
const CHART = native({
  type: 'data_visualization',
  title: 'Probe',
  chart: { type: 'line', series: [{ name: 'Chats', data: [{ label: 'Mon', value: 1 }] }], axis_config: { categories: ['Mon'] } },
});

const TRIALS: readonly Trial[] = [
  { what: 'The clock of this machine agrees with Slack’s', run: clockAgrees },
  { what: 'Metadata of a message can be read back, so that a post whose answer was lost can be looked for', run: metadataComesBack },
  { what: 'A message can show an uploaded picture', run: async (trying) => showPicture(trying, 'message') },
  { what: 'An answer that only one person sees can show an uploaded picture', run: async (trying) => showPicture(trying, 'ephemeral') },
  { what: 'A message can be replaced', run: replaced },
  { what: 'Slack draws its own tables (data_table)', run: (trying) => takes(trying, TABLE) },
  { what: 'Slack draws its own charts (data_visualization)', run: (trying) => takes(trying, CHART) },
];

const PostedMessage = z.object({ ts: z.string() });

/** Tries one after the other, tells each as it is known, and takes away what it posted. */
export async function* probe(options: ProbeOptions, person: string): AsyncIterable<Finding> {
  const { bulk } = options.clients;
  const granted = await bulk.auth.test();
  yield { what: 'Scopes', outcome: 'yes', detail: (granted.response_metadata?.scopes ?? []).join(' ') || 'Slack did not say' };
  const first = await bulk.chat.postMessage({
    channel: person,
    text: 'I am trying what this Slack can do. This goes away by itself.',
  });
  const trying: Trying = { ...options, person, channel: first.channel ?? '', posted: first.ts ? [first.ts] : [] };
  try {
    for (const { what, run } of TRIALS) {
      yield await run(trying).then(
        (detail): Finding => ({ what, outcome: 'yes', detail }),
        (error: unknown): Finding => ({ what, outcome: 'no', detail: said(error) }),
      );
    }
  } finally {
    for (const ts of trying.posted) await bulk.chat.delete({ channel: trying.channel, ts }).catch(() => {});
  }
}

function said(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return [error.data.error, ...(error.data.response_metadata?.messages ?? [])].join(' ');
  return error instanceof Error ? error.message : String(error);
}

async function clockAgrees({ apiUrl, clock }: Trying): Promise<string> {
  const before = clock();
  const response = await fetch(new URL('api.test', apiUrl), { method: 'POST', signal: AbortSignal.timeout(5_000) });
  const date = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(date)) throw new Error('Slack sent no date');
  // The header is in whole seconds, and of some moment between question and answer.
  const seconds = Math.round((before - date) / 1000);
  if (Math.abs(seconds) > 5) throw new Error(`${seconds} s apart: signatures of HTTP mode are refused beyond 300 s`);
  return 'within 5 s';
}

async function post({ clients, channel, posted }: Trying, content: Parameters<WebClient['chat']['postMessage']>[0]): Promise<string> {
  const { ts = '' } = await clients.bulk.chat.postMessage({ ...content, channel });
  posted.push(ts);
  return ts;
}

async function metadataComesBack(trying: Trying): Promise<string> {
  const metadata = { event_type: EVENT, event_payload: { mark: 'probe' } };
  const ts = await post(trying, { channel: trying.channel, text: 'With metadata', metadata });
  const { messages = [] } = await trying.clients.bulk.conversations.history({
    channel: trying.channel,
    oldest: ts,
    inclusive: true,
    include_all_metadata: true,
  });
  const found = messages.find((message) => message.ts === ts);
  if (!found) throw new Error('the message was not in the history');
  if (found.metadata?.event_type !== EVENT) throw new Error('the message came back without its metadata');
  return 'read back';
}

async function showPicture(trying: Trying, where: 'message' | 'ephemeral'): Promise<string> {
  const { clients, channel, person, clock } = trying;
  const start = clock();
  const { slackFile } = await createFiles(clients).upload(POINT, 'probe', AbortSignal.timeout(UPLOAD_MS));
  const usableAfter = clock() - start;
  const blocks = [{ type: 'image' as const, slack_file: { id: slackFile }, alt_text: 'A grey point' }];
  try {
    if (where === 'message') await post(trying, { channel, text: 'With a picture', blocks });
    else await clients.bulk.chat.postEphemeral({ channel, user: person, text: 'With a picture', blocks });
  } finally {
    await clients.bulk.files.delete({ file: slackFile }).catch(() => {});
  }
  return `usable after ${usableAfter} ms`;
}

async function replaced(trying: Trying): Promise<string> {
  const ts = await post(trying, { channel: trying.channel, text: 'Before' });
  await trying.clients.bulk.chat.update({ channel: trying.channel, ts, text: 'After' });
  return 'replaced';
}

async function takes(trying: Trying, blocks: string): Promise<string> {
  const content = { channel: trying.channel, text: 'With a native block', blocks };
  trying.posted.push(PostedMessage.parse(await trying.clients.bulk.apiCall('chat.postMessage', content)).ts);
  return 'accepted';
}
