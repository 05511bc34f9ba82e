import { afterEach, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import type { Message } from '../slack-double/slack.ts';
import { type Bot, eventually, NOW, say, startBot } from './bot.ts';

/** Monday 23 November 2026, 09:00 in Warsaw. */
const MONDAY = Date.UTC(2026, 10, 23, 8);

const opened: Bot[] = [];
afterEach(async () => {
  for (const bot of opened.splice(0)) await bot.stop();
});

/** With pictures by the address of a QuickChart server, which holds what is drawn. */
async function start() {
  const clock = createMovableClock(() => NOW);
  const bot = await startBot({ clock: clock.now, settings: { CHART_DELIVERY: 'url', QUICKCHART_URL: 'https://quickchart.io' } });
  opened.push(bot);
  return { ...bot, clock };
}

/** What is drawn, and whether a table stands below it. */
function shown({ blocks }: Message): readonly [type: string | undefined, isTableThere: boolean] {
  const address = new URL(String(blocks.find(({ type }) => type === 'image')?.image_url));
  const { type }: { type?: string } = JSON.parse(address.searchParams.get('c') ?? '{}');
  return [type, JSON.stringify(blocks).includes('"text":"`')];
}

test('a kind of chart is drawn where it is asked for, and goes on in the thread', async () => {
  const { slack } = await start();
  const write = async (text: string, thread?: string) => {
    const before = slack.messages('C1').length;
    const { ts } = slack.write({ text, ...(thread && { thread }) });
    await slack.until(() => slack.messages('C1').length > before, { withinMs: 20_000, what: `an answer to “${text}”` });
    const answer = slack.messages('C1').at(-1);
    if (!answer) throw new Error('no answer');
    return { ts, is: shown(answer) };
  };
  const bars = await write('<@UBOT> duration last week as bars');
  const line = await write('as a line', bars.ts);
  const alone = await write('only the bars', bars.ts);
  const usual = await write('as chart', bars.ts);
  expect([bars, line, alone, usual].map(({ is }) => is)).toEqual([
    ['bar', true],
    ['line', true],
    ['bar', false],
    ['line', false],
  ]);
}, 60_000);

test('what does not suit is drawn as usual, and the answer says why', async () => {
  const answer = await say(await start(), 'duration last week as pie');
  expect([shown(answer), JSON.stringify(answer.blocks)]).toEqual([
    ['line', true],
    expect.stringContaining('A pie chart needs several parts of a whole, so this is a line chart.'),
  ]);
});

test('a schedule keeps its kind', async () => {
  const bot = await start();
  await say(bot, 'schedule tags as pie every monday at 9:00 in <#C1|support>');
  bot.clock.setTo(MONDAY + 1000);
  await eventually(() => bot.slack.messages('C1').length === 1);
  const [post] = bot.slack.messages('C1');
  expect(post && shown(post)).toEqual(['pie', true]);
});
