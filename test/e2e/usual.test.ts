import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inWords } from '../../src/reports/words/numbers.ts';
import { count } from '../support/counter.ts';
import { type Bot, CHATS, say, startBot } from './bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

const DAY_MS = 24 * 60 * 60 * 1000;

test('yesterday is held against its usual, which is the median that one counts by hand', async () => {
  const chatsOn = (day: number): number => {
    // The clocks go back between the like days, so that each begins at a midnight of its own.
    const start = Date.parse(`${new Date(day).toISOString().slice(0, 10)}T00:00:00${day < Date.UTC(2026, 9, 25) ? '+02:00' : '+01:00'}`);
    const asked = { start, end: start + DAY_MS, zone: 'Europe/Warsaw', distribution: 'day' } as const;
    return count(CHATS.between(asked.start, asked.end), asked).total.count;
  };
  const yesterday = Date.UTC(2026, 10, 17);
  const like = Array.from({ length: 8 }, (_, index) => chatsOn(yesterday - 7 * (index + 1) * DAY_MS)).sort((one, other) => one - other);
  const usual = Math.round(((like[3] ?? 0) + (like[4] ?? 0)) / 2);
  const { text, blocks } = await say(bot, 'duration yesterday vs usual');
  const difference = chatsOn(yesterday) - usual;
  expect(text).toContain(
    `; chats ${chatsOn(yesterday)}, ${inWords(Math.abs(difference), 'chats')} ${difference > 0 ? 'more' : 'fewer'} than ${usual} ± `,
  );
  expect(JSON.stringify(blocks)).toContain('vs a usual Tuesday (Tue 22 Sep – Mon 16 Nov 2026)');
  expect(bot.slack.refused()).toEqual([]);
});
