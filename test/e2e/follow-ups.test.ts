import { afterEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { eventually, NOW, say, startBot } from './bot.ts';

/** Monday 23 November 2026, 09:00 in Warsaw. */
const MONDAY = Date.UTC(2026, 10, 23, 8);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start() {
  const clock = createMovableClock(() => NOW);
  const bot = await startBot({ clock: clock.now });
  opened.push(bot.stop);
  const { slack } = bot;
  /** Writes it, and returns what was posted there because of it; with a thread, in that thread. */
  const write = async (written: Parameters<typeof slack.write>[0]) => {
    const channel = written.channel === 'direct' ? 'DU1' : 'C1';
    const before = slack.messages(channel).length;
    const { ts } = slack.write(written);
    await slack.until(() => slack.messages(channel).length > before, { withinMs: 20_000, what: `an answer to “${written.text}”` });
    const answer = slack.messages(channel).at(-1);
    return { ts, text: answer?.text ?? '', threadTs: answer?.threadTs, understood: JSON.stringify(answer?.blocks[0]) };
  };
  return { ...bot, clock, write };
}

describe('a mention', () => {
  test('is answered in its thread, where the question goes on with and without another mention', async () => {
    const { slack, write, logged } = await start();
    const asked = await write({ text: '<@UBOT> tags last week' });
    const yesterday = await write({ text: '<@UBOT> and yesterday?', thread: asked.ts });
    const billing = await write({ text: 'only group billing', thread: asked.ts });
    const duration = await write({ text: 'and duration?', thread: asked.ts });
    for (const text of ['thanks!', 'I was out yesterday', 'save me a seat']) {
      await Promise.all(slack.write({ text, thread: asked.ts }).events.map(({ ack }) => ack));
    }
    const last = await write({ text: 'compare with the day before', thread: asked.ts });
    expect([asked, yesterday, billing, duration, last].map(({ threadTs }) => threadTs)).toEqual(Array(5).fill(asked.ts));
    expect([asked.understood, yesterday.understood, billing.understood, duration.understood, last.understood]).toEqual([
      expect.stringMatching(/Tags usage.* last week/),
      expect.stringMatching(/Tags usage.* yesterday/),
      expect.stringMatching(/Tags usage.* yesterday.*group Billing/),
      expect.stringMatching(/Chatting time.* yesterday.*group Billing/),
      expect.stringMatching(/Chatting time.* yesterday.*the day before/),
    ]);
    expect([
      slack.messages('C1').length,
      slack.ephemerals('U1'),
      slack.refused(),
      logged.filter((line) => line.includes('"level":50')),
    ]).toEqual([5, [], [], []]);
  }, 30_000);

  test('about single agents is answered to the asker alone', async () => {
    const { slack } = await start();
    slack.write({ text: '<@UBOT> duration yesterday for anna' });
    await slack.until(() => slack.ephemerals('U1').length === 1, { withinMs: 20_000 });
    const [answer] = slack.ephemerals('U1');
    expect([answer?.text, JSON.stringify(answer?.blocks), slack.messages('C1')]).toEqual([
      expect.stringMatching(/Only Anna Nowak\.$/),
      expect.stringContaining('Only you see this, because it is about single agents.'),
      [],
    ]);
  });

  test('of words that are not known offers three questions to press', async () => {
    const { slack, write } = await start();
    const asked = await write({ text: '<@UBOT> tags last week' });
    slack.write({ text: '<@UBOT> flibber', thread: asked.ts });
    await slack.until(() => slack.ephemerals('U1').length === 1, { withinMs: 20_000 });
    const [unclear] = slack.ephemerals('U1');
    if (!unclear) throw new Error('no answer');
    const pressed = slack.action({ on: unclear, actionId: 'ask:0' });
    await slack.until(() => pressed.messages().length === 1, { withinMs: 20_000 });
    expect([unclear.text, unclear.threadTs, pressed.messages().map(({ text }) => text)]).toEqual([
      "I don't know what “flibber” means.",
      asked.ts,
      [expect.stringMatching(/^Agents spent .* last week/)],
    ]);
  });
});

test('below the post of a schedule its question goes on', async () => {
  const bot = await start();
  await say(bot, 'schedule tags every monday at 9:00 in <#C1|support>');
  bot.clock.setTo(MONDAY + 1000);
  await eventually(() => bot.slack.messages('C1').length === 1);
  const [post] = bot.slack.messages('C1');
  const answer = await bot.write({ text: 'and duration by weekday?', thread: post?.ts ?? '' });
  expect([answer.threadTs, answer.understood]).toEqual([post?.ts, expect.stringMatching(/Chatting time.* last week.*by weekday/)]);
});

test('below an answer that somebody posted it goes on as well', async () => {
  const bot = await start();
  await say(bot, 'tags last week in <#C1|support>');
  const [post] = bot.slack.messages('C1');
  const answer = await bot.write({ text: 'and yesterday?', thread: post?.ts ?? '' });
  expect([answer.threadTs, answer.understood]).toEqual([post?.ts, expect.stringMatching(/Tags usage.* yesterday/)]);
});

describe('direct messages', () => {
  test('are answered there and go on for an hour, agents included', async () => {
    const { clock, write, slack } = await start();
    const first = await write({ text: 'duration last week for anna', channel: 'direct' });
    const second = await write({ text: 'and yesterday?', channel: 'direct' });
    clock.setTo(NOW + 61 * 60_000);
    const later = await write({ text: 'yesterday', channel: 'direct' });
    expect([first.understood, second.understood, later.understood]).toEqual([
      expect.stringMatching(/Chatting time.* last week.*Anna Nowak/),
      expect.stringMatching(/Chatting time.* yesterday.*Anna Nowak/),
      expect.not.stringContaining('Anna Nowak'),
    ]);
    expect([slack.ephemerals('U1'), slack.refused()]).toEqual([[], []]);
  });

  test('are where the shortcut answers', async () => {
    const { slack, write } = await start();
    slack.shortcut('ask');
    await slack.until(() => slack.modal('U1') !== null);
    await slack.submitView({ words: 'tags last week' }).ack;
    await slack.until(() => slack.messages('DU1').length === 1, { withinMs: 20_000 });
    const next = await write({ text: 'by weekday', channel: 'direct' });
    expect([slack.messages('DU1')[0]?.text, next.understood]).toEqual([
      expect.stringMatching(/^The most used tag last week/),
      expect.stringMatching(/Tags usage.* last week.*by weekday/),
    ]);
  });
});
