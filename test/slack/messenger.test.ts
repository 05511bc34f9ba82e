import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createFiles } from '../../src/slack/files.ts';
import type { Posted } from '../../src/usecases/ports.ts';
import type { Fault } from '../slack-double/faults.ts';
import type { Slack, SlackOptions } from '../slack-double/slack.ts';
import { NOW } from './edge.ts';
import { clientsOf, MARK, messengerAt, SLOT, startMessenger, WORDS } from './messenger-given.ts';

let slack: Slack | null = null;
let server: Server | null = null;
let now = NOW;

afterEach(async () => {
  await slack?.stop();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  [slack, server] = [null, null];
});

async function start(options: Partial<SlackOptions> = {}) {
  now = NOW;
  const started = await startMessenger({ clock: () => now, ...options });
  slack = started.slack;
  return started;
}

const unknownOr = (posted: Posted) => (posted.state === 'unknown' ? 'unknown' : posted);

describe('a post', () => {
  test('to a channel says where it is, carries its mark and unfurls nothing', async () => {
    const { slack, messenger } = await start();
    const posted = await messenger.post({ channel: 'C1' }, WORDS, SLOT);
    const [message] = slack.messages('C1');
    const [call] = slack.calls('chat.postMessage');
    expect([posted, message?.text, message?.metadata, call?.args.unfurl_links, call?.args.unfurl_media]).toEqual([
      { state: 'posted', channel: 'C1', ts: message?.ts },
      '412 chats',
      MARK,
      'false',
      'false',
    ]);
  });

  test('to a person goes to their direct messages, without a mark when there is no slot', async () => {
    const { slack, messenger } = await start();
    const posted = await messenger.post({ person: 'U1' }, WORDS);
    const [message] = slack.messages('DU1');
    expect([posted, message?.metadata]).toEqual([{ state: 'posted', channel: 'DU1', ts: message?.ts }, null]);
  });

  test.each<[Fault, unknown, number]>([
    [{ error: 'restricted_action' }, { state: 'refused', code: 'restricted_action', retryAfterMs: null }, 0],
    [{ error: 'ratelimited' }, { state: 'refused', code: 'ratelimited', retryAfterMs: null }, 0],
    [{ error: 'token_revoked' }, { state: 'refused', code: 'token_revoked', retryAfterMs: null }, 0],
    [{ retryAfterSeconds: 7 }, { state: 'refused', code: 'ratelimited', retryAfterMs: 7_000 }, 0],
    [{ error: 'internal_error' }, 'unknown', 0],
    [{ error: 'fatal_error' }, 'unknown', 0],
    [{ error: 'request_timeout' }, 'unknown', 0],
    [{ error: 'service_unavailable' }, 'unknown', 0],
    ['error-500', 'unknown', 0],
    ['reset', 'unknown', 0],
    ['applied-then-500', 'unknown', 1],
    ['applied-then-reset', 'unknown', 1],
  ])('that meets %j ends as %j, is tried once, and leaves %i', async (fault, outcome, left) => {
    const { slack, messenger } = await start();
    slack.fail('chat.postMessage', fault);
    const posted = await messenger.post({ channel: 'C1' }, WORDS, SLOT);
    expect([unknownOr(posted), slack.calls('chat.postMessage').length, slack.messages('C1').length]).toEqual([outcome, 1, left]);
  });

  test.each(['hang', 'applied-then-hang'] as const)('whose answer does not come (%s) may have been posted', async (fault) => {
    const { slack } = await start();
    slack.fail('chat.postMessage', fault);
    expect(unknownOr(await messengerAt(slack.url(), { timeout: 50 }).post({ channel: 'C1' }, WORDS, SLOT))).toBe('unknown');
  });

  test.each([
    ['not_in_channel', 'C2'],
    ['channel_not_found', 'C3'],
    ['is_archived', 'C4'],
  ])('that Slack refuses by its own rules is refused: %s', async (code, channel) => {
    const { slack, messenger } = await start();
    slack.setChannel({ id: 'C4', name: 'old', isArchived: true, members: ['UBOT'] });
    expect(await messenger.post({ channel }, WORDS)).toEqual({ state: 'refused', code, retryAfterMs: null });
  });

  const answering = async (handle: RequestListener): Promise<string> => {
    server = createServer(handle);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/`;
  };

  test.each([
    [200, '<html>Slack is down</html>'],
    [200, 'Bad gateway'],
    [200, ''],
    [200, 'null'],
    [200, '{"ok":false}'],
    [200, '{"ok":true}'],
    [404, '{"ok":false,"error":"not_found"}'],
    [503, 'service_unavailable'],
  ])('that is answered with %i and %j may have been posted', async (status, body) => {
    const url = await answering((_, response) => response.writeHead(status).end(body));
    expect(unknownOr(await messengerAt(url).post({ channel: 'C1' }, WORDS))).toBe('unknown');
  });

  test('that nobody was there to take was not posted', async () => {
    const url = await answering(() => {});
    await new Promise((resolve) => server?.close(resolve));
    server = null;
    expect(await messengerAt(url).post({ channel: 'C1' }, WORDS)).toEqual({ state: 'refused', code: 'unreachable', retryAfterMs: null });
  });

  test.each([
    ['ENOTFOUND', 'refused'],
    ['EAI_AGAIN', 'refused'],
    ['ECONNRESET', 'unknown'],
    ['EPIPE', 'unknown'],
    ['ETIMEDOUT', 'unknown'],
    ['UND_ERR_SOCKET', 'unknown'],
  ])('whose connection failed by %s is %s', async (code, state) => {
    const failing = () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
    const posted = await messengerAt('http://slack.test/api/', { fetch: failing }).post({ channel: 'C1' }, WORDS);
    expect(posted.state).toBe(state);
  });
});

describe('a token', () => {
  test('works until Slack refuses it, and again from then on that it does not', async () => {
    const { slack, messenger } = await start();
    const told = [await messenger.works()];
    slack.revokeToken();
    told.push(await messenger.works());
    slack.restoreToken();
    told.push(await messenger.works());
    expect(told).toEqual([true, false, true]);
  });

  test.each<Fault>(['error-500', 'reset', { error: 'internal_error' }, { retryAfterSeconds: 1 }])(
    'is not known to be refused where Slack does not say: %j',
    async (fault) => {
      const { slack, messenger } = await start();
      slack.fail('auth.test', fault);
      await expect(messenger.works()).rejects.toBeDefined();
    },
  );
});

describe('a post is looked for', () => {
  test('and found by its slot, in a channel and in direct messages, on whatever page it is', async () => {
    const { slack, messenger } = await start();
    const places = [{ channel: 'C1' }, { person: 'U1' }] as const;
    const posted = [];
    for (const place of places) posted.push(await messenger.post(place, WORDS, SLOT));
    for (let count = 0; count < 250; count += 1) await messenger.post({ channel: 'C1' }, WORDS, { ...SLOT, dueAt: NOW + 1 });
    const found = [];
    for (const place of places) found.push(await messenger.look(place, SLOT, NOW));
    expect([found, slack.calls('conversations.history').length]).toEqual([posted.map((each) => ({ ...each, state: 'found' })), 3]);
  }, 20_000);

  test('and is absent when there are only others, of another slot, of another schedule, from long before, or unmarked', async () => {
    const { messenger } = await start();
    await messenger.post({ channel: 'C1' }, WORDS, SLOT);
    now += 60_000;
    await messenger.post({ channel: 'C1' }, WORDS, { ...SLOT, dueAt: NOW + 1 });
    await messenger.post({ channel: 'C1' }, WORDS, { ...SLOT, schedule: 'S8' });
    await messenger.post({ channel: 'C1' }, WORDS);
    expect(await messenger.look({ channel: 'C1' }, SLOT, now)).toEqual({ state: 'absent' });
  });

  test('and found although Slack’s clock is a little behind', async () => {
    const { messenger } = await start();
    await messenger.post({ channel: 'C1' }, WORDS, SLOT);
    expect((await messenger.look({ channel: 'C1' }, SLOT, NOW + 4_000)).state).toBe('found');
  });

  test('when Slack applies it after all', async () => {
    const { slack, messenger } = await start();
    slack.fail('chat.postMessage', { answer: 'error-500', appliedAfterMs: 20 });
    const { state } = await messenger.post({ channel: 'C1' }, WORDS, SLOT);
    const before = await messenger.look({ channel: 'C1' }, SLOT, NOW);
    await slack.until(() => slack.messages('C1').length === 1);
    expect([state, before.state, (await messenger.look({ channel: 'C1' }, SLOT, NOW)).state]).toEqual(['unknown', 'absent', 'found']);
  });

  test.each([
    ['without the scope', { channel: 'C1' }, ['chat:write']],
    ['where the bot is not', { channel: 'C2' }, undefined],
    ['where nothing is', { channel: 'C9' }, undefined],
    ['of nobody', { person: 'U9' }, undefined],
  ])('in vain %s', async (_where, place, scopes) => {
    const { messenger } = await start(scopes && { scopes });
    expect(await messenger.look(place, SLOT, NOW)).toEqual({ state: 'cannot look' });
  });

  test.each<Fault>([{ error: 'internal_error' }, { retryAfterSeconds: 60 }, 'reset', { error: 'token_revoked' }])(
    'and %j is a failure, not an answer',
    async (fault) => {
      const { slack, messenger } = await start();
      slack.fail('conversations.history', fault);
      await expect(messenger.look({ channel: 'C1' }, SLOT, NOW)).rejects.toThrow();
    },
  );
});

describe('a channel', () => {
  test('is told as far as the bot may know, and is none where it may not', async () => {
    const { slack, messenger } = await start();
    slack.setChannel({ id: 'C4', name: 'partners', isArchived: true, isShared: true, isPrivate: true, members: ['UBOT'] });
    expect([
      await messenger.channel('C2'),
      await messenger.channel('C4'),
      await messenger.channel('C3'),
      await messenger.channel('C9'),
    ]).toEqual([
      { id: 'C2', name: 'random', isPrivate: false, isArchived: false, isShared: false, isMember: false },
      { id: 'C4', name: 'partners', isPrivate: true, isArchived: true, isShared: true, isMember: true },
      null,
      null,
    ]);
  });

  test('that could not be asked for is a failure', async () => {
    const { slack, messenger } = await start();
    slack.fail('conversations.info', 'error-500');
    await expect(messenger.channel('C1')).rejects.toThrow();
  });
});

test('a file is deleted, one that is gone as well; a failure is one', async () => {
  const { slack, messenger } = await start();
  const { slackFile } = await createFiles(clientsOf(slack.url(), {})).upload(Buffer.from('png'), 'a', AbortSignal.timeout(5_000));
  await messenger.deleteFile(slackFile);
  await messenger.deleteFile(slackFile);
  slack.fail('files.delete', { error: 'internal_error' });
  await expect(messenger.deleteFile(slackFile)).rejects.toThrow();
  expect(slack.files()).toEqual([]);
});

describe('a file for a person', () => {
  const FILE = { name: 'tags.csv', bytes: Buffer.from('\uFEFFDay\r\n') };
  const { signal } = new AbortController();

  test('stands in their direct messages under what it is, whether the bot may open these or not', async () => {
    const { slack, messenger } = await start({ scopes: ['chat:write', 'files:write'] });
    await messenger.sendFile('U1', FILE, WORDS, signal);
    const [file] = slack.files();
    expect([slack.messages('DU1').map(({ text, files }) => ({ text, files })), file?.name, file?.bytes]).toEqual([
      [
        { text: '412 chats', files: [] },
        { text: '', files: [file?.id] },
      ],
      'tags.csv',
      FILE.bytes,
    ]);
  });

  test.each<[string, Fault]>([
    ['files.getUploadURLExternal', { error: 'missing_scope' }],
    ['upload', 'error-500'],
    ['chat.postMessage', { error: 'user_disabled' }],
    ['files.completeUploadExternal', { error: 'posting_to_channel_denied' }],
  ])('that fails at %s (%j) rejects and leaves nothing there', async (method, fault) => {
    const { slack, messenger } = await start();
    slack.fail(method, fault);
    await expect(messenger.sendFile('U1', FILE, WORDS, signal)).rejects.toThrow();
    expect(slack.messages('DU1')).toEqual([]);
  });
});

test('who is in a channel is looked for on all pages', async () => {
  const { slack, messenger } = await start();
  const crowd = Array.from({ length: 2_500 }, (_, index) => `U${index + 100}`);
  slack.setChannel({ id: 'C9', name: 'all', members: [...crowd, 'U1'] });
  expect([await messenger.isIn('U1', 'C9'), await messenger.isIn('U9', 'C9'), slack.calls('conversations.members').length]).toEqual([
    true,
    false,
    6,
  ]);
});
