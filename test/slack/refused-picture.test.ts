import { afterEach, describe, expect, test } from '@jest/globals';
import type { HomeView, KnownBlock, Message } from '../../src/presentation/message.ts';
import { type Edge, homeOf, said, startEdge } from './edge.ts';

let bot: Edge;
afterEach(() => bot.stop());

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const section = (text: string): KnownBlock => ({ type: 'section', text: plain(text) });
const buttons: HomeView['blocks'][number] = {
  type: 'actions',
  elements: [{ type: 'button', text: plain('Tags'), action_id: 'ask:0', value: 'tags' }],
};
const gone: KnownBlock = { type: 'image', slack_file: { id: 'F404' }, alt_text: '412 chats' };
/** Buttons stand above the picture: in a modal, which has none, its place is another. */
const pictured: Message = { text: '412 chats', blocks: [section('context'), buttons, section('headline'), gone, section('table')] };
const WITHOUT = [section('context'), buttons, section('headline'), section('table')];
const chart: KnownBlock = { type: 'data_visualization', title: 'Chats', chart: { type: 'pie', segments: [{ label: 'Mon', value: 412 }] } };
const native: Message = { text: '412 chats', blocks: [chart], plainer: async () => pictured };

const REFUSED = { error: 'invalid_blocks' };
/** More often than anything is tried. */
const ALWAYS = { times: 4 };
const seen = () =>
  [...bot.slack.ephemerals('U1'), ...bot.slack.messages('C1'), ...bot.slack.messages('DU1')].map(({ channel, text, blocks }) => ({
    channel,
    text,
    blocks,
  }));

const ask = async (message: Message, channel: string, fail: () => void) => {
  bot = await startEdge({ screens: { answer: async () => message } });
  fail();
  bot.slack.command({ text: 'tags', channel });
  await bot.slack.until(() => seen().length > 0);
  await bot.edge.stop();
};
const mention = async (message: Message, fail: () => void) => {
  bot = await startEdge({ screens: { converse: async () => ({ message, isForAll: true }) } });
  fail();
  const { events } = bot.slack.write({ text: '<@UBOT> tags' });
  await Promise.all(events.map(({ ack }) => ack));
  await bot.edge.stop();
};
const usedUp = () => bot.slack.fail('response_url', { error: 'used_url' });
const nowhereButDirectly = () => {
  usedUp();
  bot.slack.fail('chat.postEphemeral', { error: 'user_not_in_channel' });
};
const notThere = () => bot.slack.fail('chat.postMessage', { error: 'not_in_channel' }, { channel: 'C1' });

describe('an answer whose picture is refused is there once without it', () => {
  test.each<[string, Message, string, () => void]>([
    ['by its address', pictured, 'C1', () => {}],
    ['in the channel', pictured, 'C1', usedUp],
    ['in direct messages', pictured, 'DU1', nowhereButDirectly],
    [
      'in the channel, of its plainer self',
      native,
      'C1',
      () => {
        usedUp();
        bot.slack.fail('chat.postEphemeral', REFUSED);
      },
    ],
  ])('%s', async (_where, message, channel, fail) => {
    await ask(message, 'C1', fail);
    expect([seen(), bot.faults]).toEqual([[{ channel, text: '412 chats', blocks: WITHOUT }], []]);
  });

  test.each<[string, string, () => void]>([
    ['where it was mentioned', 'C1', () => {}],
    ['in direct messages where the channel takes none', 'DU1', notThere],
  ])('%s', async (_where, channel, fail) => {
    await mention(pictured, fail);
    expect([seen(), bot.faults]).toEqual([[{ channel, text: '412 chats', blocks: WITHOUT }], []]);
  });
});

describe('an answer of which everything is refused is there once, as words', () => {
  const WORDS = { text: '412 chats', blocks: [] };
  // As it is, plainer, without its picture: the fourth is the words.
  const threeTimes = (method: string, error = 'invalid_blocks') => bot.slack.fail(method, { error }, { times: 3 });

  test.each<[string, string, () => void]>([
    ['by its address', 'C1', () => threeTimes('response_url')],
    [
      'in the channel',
      'C1',
      () => {
        usedUp();
        threeTimes('chat.postEphemeral');
      },
    ],
    [
      'in direct messages',
      'DU1',
      () => {
        nowhereButDirectly();
        threeTimes('chat.postMessage');
      },
    ],
  ])('%s', async (_where, channel, fail) => {
    await ask(native, 'C1', fail);
    expect([seen(), bot.faults]).toEqual([[{ channel, ...WORDS }], []]);
  });

  test.each<[string, string, () => void]>([
    ['where it was mentioned', 'C1', () => threeTimes('chat.postMessage')],
    [
      'in direct messages where the channel takes none',
      'DU1',
      () => {
        notThere();
        threeTimes('chat.postMessage');
      },
    ],
    ['where it is too long', 'C1', () => bot.slack.fail('chat.postMessage', { error: 'msg_blocks_too_long' }, { times: 2 })],
  ])('%s', async (_where, channel, fail) => {
    await mention(native, fail);
    expect([seen(), bot.faults]).toEqual([[{ channel, ...WORDS }], []]);
  });
});

test('an answer that nothing takes leaves no line that it is coming', async () => {
  let finish = () => {};
  const late = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const converse = async () => {
    await late;
    return { message: pictured, isForAll: true };
  };
  bot = await startEdge({ screens: { converse }, deadlines: { patience: 10 } });
  bot.slack.write({ text: 'tags', channel: 'direct' });
  await bot.slack.until(() => seen().length === 1);
  const first = seen();
  bot.slack.fail('chat.postMessage', REFUSED, ALWAYS);
  finish();
  await bot.slack.until(() => seen().length === 0);
  await bot.edge.stop();
  expect([first, seen(), bot.faults]).toEqual([
    [{ channel: 'DU1', ...said('Wait') }],
    [],
    ['answering a message: An API error occurred: invalid_blocks'],
  ]);
});

describe('a modal', () => {
  const shown = async (fail: () => void) => {
    const home = async function* () {
      yield { ...homeOf('Home'), blocks: [buttons] };
    };
    bot = await startEdge({ screens: { answer: async () => pictured, home } });
    bot.slack.openHome();
    await bot.slack.until(() => bot.slack.home('U1') !== null);
    const on = bot.slack.home('U1');
    if (!on) throw new Error('no Home');
    fail();
    bot.slack.action({ on, actionId: 'ask:0' });
    await bot.slack.until(() => JSON.stringify(bot.slack.modal('U1')?.content ?? null).match(/table|412/) !== null);
    await bot.edge.stop();
    return bot.slack.modal('U1')?.content.blocks;
  };

  test('loses a refused picture and nothing else', async () => {
    expect(await shown(() => {})).toEqual([section('context'), section('headline'), section('table')]);
  });

  test.each([
    ['everything', 'invalid_arguments', 2],
    ['too much', 'view_too_large', 1],
  ])('of which Slack refuses %s has the words', async (_what, error, times) => {
    const blocks = await shown(() => bot.slack.fail('views.update', { error }, { times }));
    expect([blocks, bot.faults]).toEqual([[{ type: 'section', text: { ...plain('412 chats'), emoji: false } }], []]);
  });
});
