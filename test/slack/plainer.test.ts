import { afterEach, describe, expect, test } from '@jest/globals';
import type { KnownBlock, Message } from '../../src/presentation/message.ts';
import { type Edge, homeOf, said, startEdge } from './edge.ts';

let bot: Edge;
afterEach(() => bot.stop());

const chart: KnownBlock = { type: 'data_visualization', title: 'Chats', chart: { type: 'pie', segments: [{ label: 'Mon', value: 412 }] } };
const gone: KnownBlock = { type: 'image', slack_file: { id: 'F404' }, alt_text: '412 chats' };
const lines = said('412 chats').blocks;
const native = (plain: readonly KnownBlock[] = lines): Message => ({
  text: '412 chats',
  blocks: [chart],
  plainer: async () => ({ text: '412 chats', blocks: plain }),
});
const typesOf = (messages: readonly { readonly blocks: readonly { readonly type?: unknown }[] }[]) =>
  messages.map(({ blocks }) => blocks.map(({ type }) => type));
const REFUSED = { error: 'invalid_blocks' };

describe('an answer that Slack may refuse', () => {
  const answered = async (message: Message, times: number) => {
    bot = await startEdge({ screens: { answer: async () => message } });
    bot.slack.fail('response_url', REFUSED, { times });
    const asked = bot.slack.command({ text: 'tags' });
    await bot.slack.until(() => asked.messages().length > 0);
    await bot.edge.stop();
    return asked.messages();
  };

  test.each<[string, Message, number, readonly string[]]>([
    ['is there as it is where it is taken', native(), 0, ['data_visualization']],
    ['is there once in its plainer self', native(), 1, ['section']],
    ['without what is refused of that', native([gone, ...lines]), 1, ['section']],
  ])('%s', async (_what, message, times, types) => {
    expect(typesOf(await answered(message, times))).toEqual([types]);
  });

  test('says nothing to Slack that is not of a message', async () => {
    await answered(native(), 0);
    const [sent] = bot.slack.calls('response_url');
    expect(Object.keys(sent?.args ?? {}).sort()).toEqual([
      'blocks',
      'replace_original',
      'response_type',
      'text',
      'unfurl_links',
      'unfurl_media',
    ]);
  });

  test.each([
    ['the channel', 1, 'C1', 'chat.postEphemeral'],
    ['their direct messages', 1, 'C2', 'chat.postMessage'],
  ])('is there once where only %s takes it', async (_where, times, channel, method) => {
    bot = await startEdge({ screens: { answer: async () => native() } });
    bot.slack.fail('response_url', { error: 'used_url' });
    bot.slack.fail(method, REFUSED, { times });
    bot.slack.command({ text: 'tags', channel });
    const there = () => [...bot.slack.ephemerals('U1'), ...bot.slack.messages('DU1')];
    await bot.slack.until(() => there().length > 0);
    await bot.edge.stop();
    expect(typesOf(there())).toEqual([['section']]);
  });
});

describe('an answer to a mention that Slack may refuse', () => {
  test.each<[string, Message, number, readonly string[]]>([
    ['is there as it is where it is taken', native(), 0, ['data_visualization']],
    ['is there once in its plainer self', native(), 1, ['section']],
    ['without what is refused of that', native([gone, ...lines]), 1, ['section']],
  ])('%s', async (_what, message, times, types) => {
    bot = await startEdge({ screens: { converse: async () => ({ message, isForAll: true }) } });
    bot.slack.fail('chat.postMessage', REFUSED, { times });
    const { events } = bot.slack.write({ text: '<@UBOT> tags' });
    await Promise.all(events.map(({ ack }) => ack));
    await bot.edge.stop();
    expect(typesOf(bot.slack.messages('C1'))).toEqual([types]);
  });

  test('is theirs alone, in its plainer self, where the place takes nothing', async () => {
    bot = await startEdge({ screens: { converse: async () => ({ message: native(), isForAll: true }) } });
    bot.slack.fail('chat.postMessage', { error: 'restricted_action' });
    bot.slack.fail('chat.postMessage', REFUSED);
    const { events } = bot.slack.write({ text: '<@UBOT> tags' });
    await Promise.all(events.map(({ ack }) => ack));
    await bot.edge.stop();
    expect([typesOf(bot.slack.messages('C1')), typesOf(bot.slack.messages('DU1'))]).toEqual([[], [['section']]]);
  });
});

test('a modal has the plainer self at once', async () => {
  const home = async function* () {
    const text = { type: 'plain_text', text: 'Tags' } as const;
    const button = { type: 'button', text, action_id: 'ask:0', value: 'tags' } as const;
    yield { ...homeOf('Home'), blocks: [{ type: 'actions', elements: [button] } as const] };
  };
  bot = await startEdge({ screens: { home, answer: async () => native() } });
  bot.slack.openHome();
  await bot.slack.until(() => bot.slack.home('U1') !== null);
  const on = bot.slack.home('U1');
  if (!on) throw new Error('no Home');
  bot.slack.action({ on, actionId: 'ask:0' });
  await bot.slack.until(() => JSON.stringify(bot.slack.modal('U1')?.content ?? null).includes('412'));
  expect([bot.slack.modal('U1')?.content.blocks, bot.slack.refused()]).toEqual([lines, []]);
});
