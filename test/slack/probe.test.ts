import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { createLog } from '../../src/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { OPTIONAL_SCOPES, probe, REQUIRED_SCOPES } from '../../src/slack/probe.ts';
import { createSlack, type Slack, type SlackOptions } from '../slack-double/slack.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(options: Partial<SlackOptions> = {}): Promise<Slack> {
  const slack = createSlack({ clock: Date.now, ...options });
  await slack.start();
  opened.push(slack.stop);
  return slack;
}

interface ProbingOptions {
  readonly token?: string;
  /** What Slack says in its headers that the bot was granted. */
  readonly granted?: readonly string[];
  readonly url?: string;
  readonly person?: string;
  readonly now?: () => number;
  /** Before each message. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** Time stands still at the real now, which the double's `Date` header tells. */
const NOW = Date.now();

function probed(slack: Slack, { token, granted, url, person = 'U1', now = () => NOW, wait = async () => {} }: ProbingOptions = {}) {
  const logger = boltLogger(createLog({ level: 'error', secrets: [], write: () => {}, clock: now }));
  // Node's own errors are of another realm than Jest's, where Slack's client would not know them for errors.
  const fetchHere: typeof fetch = async (input, init) => {
    const response = await fetch(input, init).catch((error) => {
      throw new TypeError(error.message, { cause: error.cause });
    });
    if (!granted) return response;
    const headers = new Headers(response.headers);
    headers.set('x-oauth-scopes', granted.join(','));
    return new Response(response.body, { status: response.status, headers });
  };
  const client = new WebClient(token ?? slack.credentials.botToken, {
    slackApiUrl: url ?? slack.url(),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5_000,
    logger,
    fetch: fetchHere,
  });
  const clients = { quick: client, bulk: client };
  return probe({ clients, apiUrl: slack.url(), clock: now, wait, newId: () => 'an-id' }, async () => person);
}

/** All findings as lines, in order. */
async function probing(slack: Slack, options: ProbingOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const { what, outcome, detail } of probed(slack, options)) lines.push(`${outcome} ${what}: ${detail}`);
  return lines;
}

const inWords = (run: Promise<unknown>) => run.then(String, ({ message, hint }) => `${message} ${hint}`);
/** What is left of it: messages in the conversation, and files. */
const left = (slack: Slack) => [...slack.messages('DU1').map(({ text }) => text), ...slack.files().map(({ name }) => name)];

const GONE = 'yes What was posted is gone again: all but the one that only you see, which goes when Slack is reloaded';
const LEFT = 'no What was posted is gone again: delete what begins with “Probe:” yourself';
const SCOPES = [
  'yes The scopes that the bot needs are granted: granted',
  ...OPTIONAL_SCOPES.map((scope) => `yes The scope ${scope} is granted: granted`),
];
const TRIED = [
  'yes The clock of this machine agrees with Slack’s: within 5 s',
  'yes Direct messages can be found by the person: found',
  'yes The mark of a post can be read back: read back',
  'no The same client_msg_id posts once only: posted twice',
  'yes A message can show an uploaded picture: usable after 0 ms',
  'yes A message for one person can show an uploaded picture: accepted',
  'yes A message can be replaced: replaced',
  'yes Slack draws tables (data_table): accepted',
  'yes Slack draws charts (data_visualization): accepted',
];
const ALL = { granted: [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES] };
/** Of the whole table, the lines that are not as they are when all goes well. */
const unusual = (lines: readonly string[]) => lines.filter((line) => ![...SCOPES, ...TRIED, GONE].includes(line));

describe('probing Slack', () => {
  test('tells one fact after the other, and leaves nothing behind', async () => {
    const slack = await start();
    const lines = await probing(slack, ALL);
    expect([lines, left(slack), slack.ephemerals('U1').map(({ text }) => text)]).toEqual([
      [...SCOPES, ...TRIED, GONE],
      [],
      ['Probe: a picture that only you see'],
    ]);
  });

  test('says of an optional scope that it is not granted, and of a needed one that it is missing', async () => {
    const scopes = REQUIRED_SCOPES.filter((scope) => scope !== 'files:write');
    const slack = await start({ scopes });
    const lines = await probing(slack, { granted: scopes });
    expect([unusual(lines), left(slack)]).toEqual([
      [
        'no The scopes that the bot needs are granted: missing: files:write',
        ...OPTIONAL_SCOPES.map((scope) => `no The scope ${scope} is granted: not granted (optional)`),
        'no Direct messages can be found by the person: not granted (optional)',
        'no A message can show an uploaded picture: not granted: files:write',
        'no A message for one person can show an uploaded picture: not granted: files:write',
      ],
      [],
    ]);
  });

  test('says so where Slack does not tell what was granted', async () => {
    expect((await probing(await start()))[0]).toBe('no The scopes that the bot needs are granted: Slack did not say');
  });

  test('goes on after what Slack refuses, in Slack’s words', async () => {
    const slack = await start();
    slack.fail('chat.update', { error: 'cant_update_message' });
    slack.fail('chat.postEphemeral', { error: 'user_not_in_channel' });
    slack.fail('conversations.history', { retryAfterSeconds: 9 });
    expect([unusual(await probing(slack, ALL)), left(slack)]).toEqual([
      [
        'no The mark of a post can be read back: Slack wants a pause: try again in a minute',
        'no A message for one person can show an uploaded picture: user_not_in_channel',
        'no A message can be replaced: cant_update_message',
      ],
      [],
    ]);
  });

  test('finds and takes away a message whose answer was lost', async () => {
    const slack = await start();
    slack.fail('chat.postMessage', 'applied-then-500', { channel: 'DU1' });
    expect([unusual(await probing(slack, ALL)), left(slack)]).toEqual([
      [expect.stringMatching(/^no The mark of a post can be read back: .*500/)],
      [],
    ]);
  });

  test('says what is left where a lost message cannot be looked for, and where one cannot be deleted', async () => {
    const blind = await start({ scopes: REQUIRED_SCOPES.filter((scope) => scope !== 'im:history') });
    blind.fail('chat.postMessage', 'applied-then-500', { channel: 'DU1' });
    const slack = await start();
    slack.fail('chat.delete', { error: 'compliance_exports_prevent_deletion' });
    const ends = [await probing(blind), await probing(slack)].map((lines) => lines.at(-1));
    expect([ends, left(blind), left(slack)]).toEqual([
      [LEFT, LEFT],
      ['Probe: a message with a mark'],
      ['Probe: I am trying what this Slack can do. This goes away by itself.'],
    ]);
  });

  test('leaves nothing behind when it is left early', async () => {
    const slack = await start();
    for await (const { what } of probed(slack)) if (what.includes('client_msg_id')) break;
    expect(left(slack)).toEqual([]);
  });

  test('posts no faster than Slack takes messages', async () => {
    let now = NOW;
    const slack = await start({ clock: () => now, pacing: { perChannelMs: 1_000 } });
    const wait = async (ms: number) => {
      now += ms;
    };
    const lines = await probing(slack, { ...ALL, now: () => now, wait });
    expect([unusual(lines), left(slack)]).toEqual([[], []]);
  });

  test('measures how far the clocks are apart', async () => {
    const lines = await probing(await start(), { ...ALL, now: () => NOW + 3_600_000 });
    expect(unusual(lines)).toEqual([
      expect.stringMatching(/^no The clock .*: (3600|359\d) s apart; over HTTP, more than 300 s refuse everything$/),
    ]);
  });

  test('that cannot begin says why, in one sentence and what to do', async () => {
    const slack = await start();
    const told = [
      await inWords(probing(slack, { token: 'xoxb-somebody-elses' })),
      await inWords(probing(slack, { url: 'http://127.0.0.1:9/api/' })),
      await inWords(probing(slack, { person: 'U404' })),
    ];
    slack.fail('chat.postMessage', { error: 'messages_tab_disabled' });
    told.push(await inWords(probing(slack)));
    expect(told).toEqual([
      'Slack did not accept SLACK_BOT_TOKEN (invalid_auth). Copy it again from “OAuth & Permissions” of the Slack app.',
      expect.stringMatching(/^Slack could not be reached \(.+\)\. Check the network of this machine, and SLACK_API_URL\.$/),
      'Slack does not let me write to U404 (channel_not_found). Say the member id of somebody in this workspace.',
      'Slack does not let me write to U1 (messages_tab_disabled). Turn on the Messages tab under “App Home” of the Slack app.',
    ]);
  });

  test('knows the scopes of the manifest', () => {
    const [required = '', optional = ''] = readFileSync('manifest.yml', 'utf8')
      .split(/^ {4}bot(?:_optional)?:$/m)
      .slice(1);
    const scopesIn = (text: string) => [...(text.split(/^\w/m)[0]?.matchAll(/^ {6}- (\S+)$/gm) ?? [])].map((match) => match[1]);
    expect([scopesIn(required), scopesIn(optional)]).toEqual([REQUIRED_SCOPES, OPTIONAL_SCOPES]);
  });
});
