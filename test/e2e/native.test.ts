import { afterEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import type { Message } from '../slack-double/slack.ts';
import { type Bot, eventually, NOW, say, startBot } from './bot.ts';

/** Monday 23 November 2026, 09:00 in Warsaw. */
const MONDAY = Date.UTC(2026, 10, 23, 8);
const SHOWN = ['data_visualization', 'data_table', 'image'];

let bot: Bot;
afterEach(() => bot.stop());

/** A workspace whose administrator chose Slack's own charts and tables in the settings. */
async function start() {
  const clock = createMovableClock(() => NOW);
  bot = await startBot({ clock: clock.now });
  bot.slack.setUser({ id: 'U1', name: 'anna', tz: 'Europe/Warsaw', locale: 'en-US', isAdmin: true });
  const on = await say(bot, 'settings');
  bot.slack.action({ on, actionId: 'open:settings:0' });
  await bot.slack.until(() => bot.slack.modal('U1') !== null);
  bot.slack.submitView({ 'chart-style': 'native' });
  await bot.slack.until(() => modalText().includes('Saved'));
  return clock;
}

const typesOf = ({ blocks }: Message) => blocks.map(({ type }) => type).filter((type) => SHOWN.includes(String(type)));
const modalText = () => JSON.stringify(bot.slack.modal('U1')?.content ?? null);
const linesOf = ({ blocks }: Message) => JSON.stringify(blocks).includes('`Mon');
const refused = () => bot.slack.refused();

describe('a workspace that wants Slack’s own charts and tables', () => {
  test('has them, and no picture is made', async () => {
    await start();
    const answer = await say(bot, 'duration last week');
    const [settings] = [await say(bot, 'settings')];
    expect([
      typesOf(answer),
      linesOf(answer),
      bot.slack.files(),
      JSON.stringify(settings.blocks).includes('Charts: Slack’s own charts and tables'),
      refused(),
    ]).toEqual([['data_visualization', 'data_table'], false, [], true, []]);
  });

  test('has the picture where the chart does not fit, with the table', async () => {
    await start();
    expect(typesOf(await say(bot, 'duration last week by hour'))).toEqual(['image', 'data_table']);
  });

  test('whose Slack refuses them has one answer, with picture and lines', async () => {
    await start();
    bot.slack.fail('response_url', { error: 'invalid_blocks' });
    const asked = bot.slack.command({ text: 'duration last week' });
    await bot.slack.until(() => asked.messages().some(({ text }) => text.startsWith('Agents')));
    expect(asked.messages().map((message) => [typesOf(message), linesOf(message)])).toEqual([[['image'], true]]);
  });

  test('and whose Slack refuses the picture as well has the lines', async () => {
    await start();
    bot.slack.fail('response_url', { error: 'invalid_blocks' }, { times: 2 });
    const answer = await say(bot, 'duration last week');
    expect([typesOf(answer), linesOf(answer)]).toEqual([[], true]);
  });

  test.each<[number, readonly string[], boolean]>([
    [0, ['data_visualization', 'data_table'], false],
    [1, ['image'], true],
    [2, [], true],
  ])('has its post once, whether they are refused or not (%i times)', async (times, types, hasLines) => {
    const clock = await start();
    await say(bot, 'schedule duration every monday at 9:00 in <#C1|support>');
    bot.slack.fail('chat.postMessage', { error: 'invalid_blocks' }, { times, channel: 'C1' });
    clock.setTo(MONDAY + 1000);
    await eventually(() => bot.slack.messages('C1').length > 0);
    const history = await say(bot, 'schedules');
    expect([
      bot.slack.messages('C1').map((post) => [typesOf(post), linesOf(post)]),
      JSON.stringify(history.blocks).includes('uncertain'),
    ]).toEqual([[[types, hasLines]], false]);
  });

  test('has a picture in modals', async () => {
    await start();
    bot.slack.openHome();
    await bot.slack.until(() => bot.slack.home('U1') !== null);
    const on = bot.slack.home('U1');
    if (!on) throw new Error('no Home');
    const [, value = ''] = /"value":"(question [^"]+|[^"]+ last week)"/.exec(JSON.stringify(on.content)) ?? [];
    bot.slack.action({ on, actionId: 'ask:0', value });
    await bot.slack.until(() => modalText().includes('LiveChat Reports API'), { withinMs: 20_000 });
    const types = [...modalText().matchAll(/"type":"(data_\w+|image)"/g)].map(([, type]) => type);
    expect([types, refused()]).toEqual([['image'], []]);
  });
});
