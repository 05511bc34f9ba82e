import { afterEach, describe, expect, test } from '@jest/globals';
import type { KnownBlock } from '../../src/presentation/message.ts';
import type { Message } from '../slack-double/slack.ts';
import { type Edge, NOW, startEdge } from './edge.ts';

let bot: Edge;
afterEach(() => bot.stop());

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (value: string, url?: string) => ({ text: plain(value), value, ...(url !== undefined && { url }) });
const ROW: KnownBlock = {
  type: 'actions',
  elements: [
    { type: 'button', text: plain('Compare'), action_id: 'ask:0', value: 'tags yesterday' },
    { type: 'button', text: plain('Show all'), action_id: 'show:1', value: 'all tags' },
    {
      type: 'overflow',
      action_id: 'more:2',
      options: [option('tags as pie'), option('page', 'https://my.livechatinc.com/reports'), option('delete-answer U1')],
    },
  ],
};

/** An edge that answers everything with the row, and the words that it was asked. */
async function start(clock = () => NOW) {
  const asked: string[] = [];
  bot = await startEdge({
    slack: { clock },
    screens: {
      async answer(words) {
        asked.push(words);
        return { text: `about ${words}`, blocks: [ROW] };
      },
      converse: async () => ({ message: { text: 'about it', blocks: [ROW] }, isForAll: true }),
    },
  });
  return asked;
}

async function ephemeral(): Promise<Message> {
  const question = bot.slack.command({ text: 'tags' });
  await bot.slack.until(() => question.messages().length === 1);
  return only(question.messages());
}

/** What Anna asked for in front of everybody. */
async function posted(): Promise<Message> {
  bot.slack.write({ text: '<@UBOT> tags' });
  await bot.slack.until(() => bot.slack.messages('C1').length === 1);
  return only(bot.slack.messages('C1'));
}

function only([message]: readonly Message[]): Message {
  if (!message) throw new Error('no message');
  return message;
}

const choose = (on: Message, value: string, user = 'U1') => bot.slack.action({ on, actionId: 'more:2', value, user });
const texts = () => bot.slack.ephemerals('U1').map(({ text }) => text);

describe('a choice of the menu', () => {
  test('asks what it stands for', async () => {
    const asked = await start();
    const pressed = choose(await ephemeral(), 'tags as pie');
    await bot.slack.until(() => pressed.messages().length === 1);
    expect([asked, bot.slack.refused()]).toEqual([['tags', 'tags as pie'], []]);
  });

  test('that opens a page asks nothing', async () => {
    const asked = await start();
    const { acked } = await choose(await ephemeral(), 'page').ack;
    await bot.edge.stop();
    expect([acked, asked, bot.faults]).toEqual([true, ['tags'], []]);
  });
});

describe('the answer that is to be deleted', () => {
  test('is gone where only one person sees it', async () => {
    await start();
    choose(await ephemeral(), 'delete-answer U1');
    await bot.slack.until(() => bot.slack.ephemerals('U1').length === 0);
    expect([texts(), bot.slack.refused()]).toEqual([[], []]);
  });

  test('stays with a kind word where its address is too old', async () => {
    let now = NOW;
    await start(() => now);
    const answer = await ephemeral();
    bot.slack.fail('response_url', { error: 'expired_url' }, { times: 2 });
    now += 7 * 24 * 60 * 60_000;
    choose(answer, 'delete-answer U1');
    await bot.slack.until(() => texts().length === 2);
    expect([texts(), bot.faults]).toEqual([
      ['about tags', 'Slack does not let me delete this answer any more. Only you see it, and it goes away when you reload Slack.'],
      [],
    ]);
  });

  test('that everybody sees is deleted for whoever asked for it', async () => {
    await start();
    choose(await posted(), 'delete-answer U1');
    await bot.slack.until(() => bot.slack.messages('C1').length === 0);
    expect([texts(), bot.slack.refused()]).toEqual([[], []]);
  });

  test('is not for others', async () => {
    await start();
    choose(await posted(), 'delete-answer U1', 'U2');
    await bot.slack.until(() => bot.slack.ephemerals('U2').length === 1);
    expect([bot.slack.messages('C1').length, bot.slack.ephemerals('U2')[0]?.text]).toEqual([
      1,
      'Only whoever asked for this answer can delete it. Ask them, or an administrator of this workspace.',
    ]);
  });

  test.each([
    ['message_not_found', 'That answer is gone already. Reload Slack if you still see it.'],
    ['cant_delete_message', 'Slack does not let me delete this answer. An administrator of this workspace can delete it by hand.'],
  ])('and that Slack refuses with %s is no fault', async (error, words) => {
    await start();
    const answer = await posted();
    bot.slack.fail('chat.delete', { error });
    choose(answer, 'delete-answer U1');
    await bot.slack.until(() => texts().length === 1);
    expect([texts(), bot.faults]).toEqual([[words], []]);
  });
});

describe('a button', () => {
  test('for what is long is answered in a modal', async () => {
    await start();
    bot.slack.action({ on: await ephemeral(), actionId: 'show:1' });
    await bot.slack.until(() => bot.slack.calls('views.update').length === 1);
    expect([bot.slack.modal('U1') !== null, texts(), bot.slack.refused()]).toEqual([true, ['about tags'], []]);
  });

  test('that is pressed twice at once is answered once; after a while it is answered again', async () => {
    let now = NOW;
    const asked = await start(() => now);
    const on = await ephemeral();
    const press = () => bot.slack.action({ on, actionId: 'ask:0' });
    const first = press();
    await press().ack;
    await bot.slack.until(() => first.messages().length === 1);
    now += 3_001;
    const third = press();
    await bot.slack.until(() => third.messages().length === 1);
    expect([asked, texts().length]).toEqual([['tags', 'tags yesterday', 'tags yesterday'], 3]);
  });

  test.each([
    ['in a thread is answered there', '1.5', '1.5'],
    ['of the message that a thread hangs on is answered in the channel', null, null],
  ])('%s, where its address is used up', async (_what, thread, threadTs) => {
    let now = NOW;
    await start(() => now);
    const on = await posted();
    const pressed = bot.slack.action({ on, actionId: 'ask:0' });
    await bot.slack.until(() => pressed.messages().length === 1);
    now += 3_001;
    bot.slack.fail('response_url', { error: 'used_url' });
    // The same press as another, of the same message in a thread.
    const { type, payload } = pressed.envelope;
    const container = { type: 'message', channel_id: on.channel, message_ts: on.ts, thread_ts: thread ?? on.ts, is_ephemeral: false };
    bot.slack.redeliver({ ...pressed, envelope: { type, payload: { ...payload, event_id: 'Ev9', container } } });
    await bot.slack.until(() => texts().length === 2);
    expect([bot.slack.ephemerals('U1')[1]?.threadTs, bot.faults]).toEqual([threadTs, []]);
  });

  test('is answered to each who presses it', async () => {
    const asked = await start();
    const on = await posted();
    const both = ['U1', 'U2'].map((user) => bot.slack.action({ on, actionId: 'ask:0', user }));
    await bot.slack.until(() => both.every((pressed) => pressed.messages().length === 1));
    expect(asked).toEqual(['tags yesterday', 'tags yesterday']);
  });
});
