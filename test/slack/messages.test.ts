import { afterEach, describe, expect, test } from '@jest/globals';
import type { Said } from '../../src/usecases/conversations.ts';
import { type Edge, type EdgeOptions, said, startEdge } from './edge.ts';

let bot: Edge;
afterEach(() => bot.stop());

/** The bot, which repeats what it heard. */
async function start({ isForAll = true, ...options }: EdgeOptions & { readonly isForAll?: boolean } = {}): Promise<Said[]> {
  const asked: Said[] = [];
  const converse = async ({ words, conversation, isToUs }: Said) => {
    asked.push({ words, conversation, isToUs });
    return words.includes('to each other') ? null : { message: said(`about ${words}`), isForAll };
  };
  bot = await startEdge({ ...options, screens: { converse, ...options.screens } });
  return asked;
}

/** Writes it and waits until all that comes of it has come. */
async function write(written: Parameters<Edge['slack']['write']>[0]): Promise<string> {
  const { ts, events } = bot.slack.write(written);
  await Promise.all(events.map(({ ack }) => ack));
  await bot.edge.stop();
  return ts;
}

const seen = (channel: string) => bot.slack.messages(channel).map(({ text, threadTs }) => ({ text, threadTs }));
const alone = (user = 'U1') => bot.slack.ephemerals(user).map(({ text, channel, threadTs }) => ({ text, channel, threadTs }));

/** An answer that is not there until it is said to be. */
function lateAnswer() {
  let finish = () => {};
  const late = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const converse = async () => {
    await late;
    return { message: said('at last'), isForAll: true };
  };
  return { converse, finish: () => finish() };
}

describe('who mentions the bot', () => {
  test('is answered in the thread of the mention, for everybody, once although Slack tells of it twice', async () => {
    const asked = await start();
    const ts = await write({ text: '<@UBOT> tags &amp; more, <@U2>' });
    expect([asked, seen('C1'), bot.slack.refused()]).toEqual([
      [{ words: 'tags &amp; more, <@U2>', conversation: { channel: 'C1', thread: ts }, isToUs: true }],
      [{ text: 'about tags &amp; more, <@U2>', threadTs: ts }],
      [],
    ]);
  });

  test('within a thread is answered there', async () => {
    const asked = await start();
    await write({ text: 'by hour <@UBOT>', thread: '1.5' });
    expect([asked, seen('C1')]).toEqual([
      [{ words: 'by hour', conversation: { channel: 'C1', thread: '1.5' }, isToUs: true }],
      [{ text: 'about by hour', threadTs: '1.5' }],
    ]);
  });

  test.each([
    ['of a thread sees it in the thread', '1.5', '1.5'],
    // Slack shows nothing to one person in a thread that does not exist yet.
    ['of none sees it in the channel', undefined, null],
  ])('and gets what only one person may see, %s', async (_what, thread, threadTs) => {
    await start({ isForAll: false });
    await write({ text: '<@UBOT> duration for anna', ...(thread && { thread }) });
    expect([seen('C1'), alone()]).toEqual([[], [{ text: 'about duration for anna', channel: 'C1', threadTs }]]);
  });

  test('reads a line when it takes a while, and the answer beside it', async () => {
    const { converse, finish } = lateAnswer();
    await start({ screens: { converse }, deadlines: { patience: 10 } });
    bot.slack.write({ text: '<@UBOT> tags' });
    await bot.slack.until(() => alone().length === 1);
    finish();
    await bot.slack.until(() => seen('C1').length === 1);
    expect([alone().map(({ text }) => text), seen('C1').map(({ text }) => text)]).toEqual([['Wait'], ['at last']]);
  });

  test.each<[string, Parameters<Edge['slack']['fail']>[1]]>([
    ['takes none', { error: 'restricted_action' }],
    ['takes none for a while', { retryAfterSeconds: 9 }],
  ])('gets the answer in direct messages where the channel %s', async (_what, fault) => {
    await start();
    bot.slack.fail('chat.postMessage', fault, { channel: 'C1' });
    await write({ text: '<@UBOT> tags' });
    expect([seen('C1'), seen('DU1')]).toEqual([[], [{ text: 'about tags', threadTs: null }]]);
  });

  test('gets the answer without what Slack refused of it', async () => {
    const picture = { type: 'image', alt_text: 'a chart', slack_file: { id: 'F404' } } as const;
    const converse = async () => ({ message: { text: 'numbers', blocks: [...said('numbers').blocks, picture] }, isForAll: true });
    await start({ screens: { converse } });
    await write({ text: '<@UBOT> tags' });
    expect(bot.slack.messages('C1').map(({ text, blocks }) => [text, blocks.length])).toEqual([['numbers', 1]]);
  });
});

describe('who writes to the bot directly', () => {
  test('is answered there, in no thread, and the line that said so goes away', async () => {
    const { converse, finish } = lateAnswer();
    await start({ screens: { converse }, deadlines: { patience: 10 } });
    bot.slack.write({ text: 'tags', channel: 'direct' });
    await bot.slack.until(() => seen('DU1').length === 1);
    const first = seen('DU1');
    finish();
    await bot.slack.until(() => bot.slack.calls('chat.delete').length === 1);
    await bot.edge.stop();
    expect([first, seen('DU1')]).toEqual([[{ text: 'Wait', threadTs: null }], [{ text: 'at last', threadTs: null }]]);
  });

  test.each([
    ['outside of threads it is about what was asked last there', undefined, { channel: 'U1', thread: '' }, null],
    ['in a thread about that', '1.5', { channel: 'DU1', thread: '1.5' }, '1.5'],
  ])('%s', async (_what, thread, conversation, threadTs) => {
    const asked = await start({ isForAll: false });
    await write({ text: 'and yesterday?', channel: 'direct', ...(thread && { thread }) });
    expect([asked, seen('DU1'), alone()]).toEqual([
      [{ words: 'and yesterday?', conversation, isToUs: true }],
      [{ text: 'about and yesterday?', threadTs }],
      [],
    ]);
  });
});

describe('what follows in a thread', () => {
  test('is heard without a mention', async () => {
    const asked = await start();
    await write({ text: 'and yesterday?', thread: '1.5' });
    expect([asked, seen('C1')]).toEqual([
      [{ words: 'and yesterday?', conversation: { channel: 'C1', thread: '1.5' }, isToUs: false }],
      [{ text: 'about and yesterday?', threadTs: '1.5' }],
    ]);
  });

  test('and was said to each other is left alone, without a line before', async () => {
    await start({ deadlines: { patience: 0 } });
    await write({ text: 'we said it to each other', thread: '1.5' });
    expect([seen('C1'), alone(), bot.faults]).toEqual([[], [], []]);
  });

  test('without the scope for it, only mentions are heard', async () => {
    const asked = await start({ slack: { scopes: ['app_mentions:read', 'chat:write', 'users:read'] } });
    await write({ text: 'and yesterday?', thread: '1.5' });
    expect(asked).toEqual([]);
  });
});

describe('never answered is', () => {
  test.each<[string, Parameters<Edge['slack']['write']>[0]]>([
    ['what is said in a channel outside of threads', { text: 'tags last week' }],
    ['a bot', { text: '<@UBOT> tags', thread: '1.5', marks: { bot_id: 'B2' } }],
    ['a message of a bot of old', { text: 'tags', channel: 'direct', marks: { subtype: 'bot_message', bot_id: 'B2' } }],
    ['the bot itself', { text: 'tags', channel: 'direct', marks: { user: 'UBOT' } }],
    ['Slack', { text: '<@UBOT> tags', marks: { user: 'USLACKBOT' } }],
    ['an edit', { text: '<@UBOT> tags', thread: '1.5', marks: { edited: { user: 'U1', ts: '2.0' } } }],
    ['what was changed', { text: 'tags', channel: 'direct', marks: { subtype: 'message_changed' } }],
    ['what somebody did', { text: '', thread: '1.5', marks: { subtype: 'channel_join' } }],
  ])('%s', async (_what, written) => {
    const asked = await start();
    await write(written);
    expect([asked, bot.slack.calls('chat.postMessage'), bot.faults]).toEqual([[], [], []]);
  });

  test('what was delivered before', async () => {
    const asked = await start();
    const { events } = bot.slack.write({ text: 'tags', channel: 'direct' });
    await Promise.all(events.map(({ ack }) => ack));
    for (const event of events) await bot.slack.redeliver(event).ack;
    await bot.edge.stop();
    expect([asked.length, seen('DU1').length]).toEqual([1, 1]);
  });
});

describe('the shortcut', () => {
  test('asks for words and answers them in direct messages', async () => {
    const asked = await start();
    bot.slack.shortcut('ask');
    await bot.slack.until(() => bot.slack.modal('U1') !== null);
    const submitted = bot.slack.submitView({ words: 'tags last week' });
    const { refused } = await submitted.ack;
    await bot.edge.stop();
    expect([asked, seen('DU1'), bot.slack.modal('U1'), refused, bot.slack.refused()]).toEqual([
      [{ words: 'tags last week', conversation: { channel: 'U1', thread: '' }, isToUs: true }],
      [{ text: 'about tags last week', threadTs: null }],
      null,
      null,
      [],
    ]);
  });
});
