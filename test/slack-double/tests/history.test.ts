import { describe, expect, test } from '@jest/globals';
import { NOW } from './bolt.ts';
import { post } from './post.ts';
import { clock, slack, start } from './slack-of-test.ts';

interface Page {
  readonly ok: boolean;
  readonly error?: string;
  readonly ts: string;
  readonly permalink?: string;
  readonly messages: readonly { readonly text: string; readonly metadata?: unknown }[];
  readonly has_more: boolean;
  readonly response_metadata: { readonly next_cursor: string };
}

const call = async (method: string, args: object): Promise<Page> => JSON.parse((await post(slack, { method, args })).body);
const read = (args: object) => call('conversations.history', { channel: 'C1', ...args });
const say = (text: string, more: object = {}) => call('chat.postMessage', { channel: 'C1', text, ...more });
const texts = ({ messages }: Page) => messages.map(({ text }) => text);

/** One a second. */
async function sayAll(...words: readonly string[]): Promise<readonly string[]> {
  const times = [];
  for (const word of words) {
    times.push((await say(word)).ts);
    clock.now += 1000;
  }
  return times;
}

describe('what was said in a channel', () => {
  test('is read newest first, on pages', async () => {
    await start();
    await sayAll('a', 'b', 'c', 'd', 'e');
    const first = await read({ limit: 2 });
    await say('f');
    const second = await read({ limit: 2, cursor: first.response_metadata.next_cursor });
    const last = await read({ limit: 2, cursor: second.response_metadata.next_cursor });
    expect([first, second, last].map((page) => [texts(page), page.has_more])).toEqual([
      [['e', 'd'], true],
      [['c', 'b'], true],
      [['a'], false],
    ]);
    expect(last.response_metadata.next_cursor).toBe('');
  });

  test('is read between two times, which themselves count only when it is said', async () => {
    await start();
    const [, b, , d] = await sayAll('a', 'b', 'c', 'd', 'e');
    expect([
      texts(await read({ oldest: b, latest: d })),
      texts(await read({ oldest: b, latest: d, inclusive: true })),
      texts(await read({ oldest: String(NOW / 1000 + 2.5) })),
    ]).toEqual([['c'], ['d', 'c', 'b'], ['e', 'd']]);
  });

  test('shows its metadata only to who asks for it', async () => {
    await start();
    const metadata = { event_type: 'slot', event_payload: { n: 1 } };
    await say('a', { metadata });
    await say('b');
    expect(
      [(await read({})).messages, (await read({ include_all_metadata: true })).messages].map((each) => each.map((m) => m.metadata)),
    ).toEqual([
      [undefined, undefined],
      [undefined, metadata],
    ]);
  });

  test('is neither what one person sees nor what was said in threads', async () => {
    await start();
    const { ts } = await say('a');
    await say('b', { thread_ts: ts });
    await call('chat.postEphemeral', { channel: 'C1', user: 'U1', text: 'c' });
    expect(texts(await read({}))).toEqual(['a']);
  });

  test.each([
    ['a public channel without the scope', 'C1', ['groups:history', 'im:history'], 'missing_scope'],
    ['a private channel without the scope', 'C5', ['channels:history', 'im:history'], 'missing_scope'],
    ['a direct message without the scope', 'DU1', ['channels:history', 'groups:history'], 'missing_scope'],
    ['a public channel that the bot is not in', 'C2', ['channels:history'], 'not_in_channel'],
    ['a private channel that the bot is not in', 'C3', ['groups:history'], 'channel_not_found'],
    ['a public channel', 'C1', ['channels:history'], undefined],
    ['a private channel', 'C5', ['groups:history'], undefined],
    ['a direct message', 'DU1', ['im:history'], undefined],
  ])('may be read or not: %s', async (_what, channel, scopes, error) => {
    await start({ scopes: ['im:write', ...scopes] });
    slack.setChannel({ id: 'C5', name: 'leads', isPrivate: true, members: ['U1', 'UBOT'] });
    await call('conversations.open', { users: 'U1' });
    expect((await read({ channel })).error).toBe(error);
  });

  test.each([
    [{ limit: 0 }, 'invalid_limit'],
    [{ limit: 1000 }, 'invalid_limit'],
    [{ cursor: 'b' }, 'invalid_cursor'],
    [{ oldest: 'yesterday' }, 'invalid_ts_oldest'],
    [{ latest: '-1' }, 'invalid_ts_latest'],
  ])('is not read by %j', async (args, error) => {
    await start();
    expect((await read(args)).error).toBe(error);
  });
});

test('a message has an address', async () => {
  await start();
  const { ts } = await say('a');
  expect([
    (await call('chat.getPermalink', { channel: 'C1', message_ts: ts })).permalink,
    (await call('chat.getPermalink', { channel: 'C1', message_ts: '1.1' })).error,
  ]).toEqual([`https://acme.slack.com/archives/C1/p${ts.replace('.', '')}`, 'message_not_found']);
});
