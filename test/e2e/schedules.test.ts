import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import type { Message } from '../slack-double/slack.ts';
import { type BotOptions, eventually, NOW, posts, pressed, say, startBot } from './bot.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Monday 23 November 2026, 09:00 in Warsaw. */
const MONDAY = Date.UTC(2026, 10, 23, 8);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(options: BotOptions = {}) {
  const clock = createMovableClock(() => NOW);
  const bot = await startBot({ clock: clock.now, ...options });
  opened.push(bot.stop);
  return { ...bot, clock };
}

const pictures = ({ blocks }: Message) => blocks.filter(({ type }) => type === 'image').length;

describe('a schedule', () => {
  test('is confirmed with its next three dates and what each will cover', async () => {
    const bot = await start();
    const { blocks } = await say(bot, 'schedule tags every monday at 9:00 in <#C1|support>');
    const said = JSON.stringify(blocks);
    expect(
      [
        'every Monday at 09:00',
        'Europe/Warsaw',
        'Mon 23 Nov',
        'Mon 16 – Sun 22 Nov',
        'Mon 30 Nov',
        'Mon 23 – Sun 29 Nov',
        'Mon 7 Dec',
        'Mon 30 Nov – Sun 6 Dec',
        'Send a test to me',
      ].filter((part) => !said.includes(part)),
    ).toEqual([]);
  });

  test('posts once, with its chart, and again a week later', async () => {
    const bot = await start();
    await say(bot, 'schedule tags every monday at 9:00 in <#C1|support>');
    bot.clock.setTo(MONDAY + 1000);
    await eventually(() => posts(bot).length === 1);
    bot.clock.setTo(MONDAY + 20 * MINUTE);
    bot.clock.setTo(MONDAY + 7 * DAY + 1000);
    await eventually(() => posts(bot).length === 2);
    expect(bot.slack.messages('C1').map((post) => [post.text.replace(/ tag last week.*/, ''), pictures(post)])).toEqual([
      ['The most used', 1],
      ['The most used', 1],
    ]);
  });

  test('survives the end of the process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'livechat-reports-test-'));
    opened.push(() => rm(folder, { recursive: true, force: true }));
    const settings = { DATABASE_URL: `file:${join(folder, 'memory.db')}` };
    const first = await start({ settings });
    await say(first, 'schedule duration every day at 10:02 in <#C1|support>');
    await first.app.stop();
    const second = await start({ settings });
    second.clock.setTo(NOW + 3 * MINUTE);
    await eventually(() => posts(second).length === 1);
    expect(posts(second)).toEqual([expect.stringMatching(/^Agents spent .* yesterday/)]);
  });

  test('a test of it goes to whoever asks, and to nobody else', async () => {
    const bot = await start();
    const confirmation = await say(bot, 'schedule tags every monday at 9:00 in <#C1|support>');
    const { text, ephemeralTo } = await say(bot, pressed(confirmation, 'test'));
    expect([text, ephemeralTo, posts(bot)]).toEqual([expect.stringMatching(/^Test: The most used tag/), 'U1', []]);
  });

  test('that cannot be posted is told to its owner, paused, and runs again once the bot is invited', async () => {
    const bot = await start();
    await say(bot, 'schedule tags every day at 10:02 in <#C1|support>');
    const channel = { id: 'C1', name: 'support', members: ['U1', 'U2'] };
    bot.slack.setChannel(channel);
    bot.clock.setTo(NOW + 3 * MINUTE);
    await eventually(() => posts(bot, 'DU1').length === 1);
    const told = bot.slack.messages('DU1')[0];
    bot.slack.setChannel({ ...channel, members: ['U1', 'U2', 'UBOT'] });
    if (told) await say(bot, pressed(told, 'send'));
    await eventually(() => posts(bot).length === 1);
    bot.clock.setTo(NOW + DAY + 3 * MINUTE);
    await eventually(() => posts(bot).length === 2);
    expect(told?.text).toMatch(/because I was removed from the channel/);
  });
});
