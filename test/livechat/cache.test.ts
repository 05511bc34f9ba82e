import { describe, expect, test } from '@jest/globals';
import { cacheKey } from '../../src/livechat/cache.ts';
import type { Filters } from '../../src/model/query.ts';
import type { DateRange } from '../../src/model/time.ts';
import { EMPTY, NOW } from './support/answers.ts';
import { bench, liveChat, withoutNetwork } from './support/livechat.ts';
import { flatTags, tags } from './support/methods.ts';
import { aWeek, between, byDay } from './support/question.ts';

withoutNetwork();

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const today = between('2026-11-22', '2026-11-23');
const todaySoFar: DateRange = { ...today, end: NOW, partial: true };

/** How often LiveChat is asked when the same is asked twice. */
async function askedTwice(first: DateRange, between: number, second: DateRange = first): Promise<number> {
  const asked = liveChat({}, {});
  const { api, pass } = bench();
  await api.fetch(tags, byDay({}, first));
  pass(between);
  await api.fetch(tags, byDay({}, second));
  return asked.length;
}

describe('an answer is kept', () => {
  test.each<[string, DateRange, number, number]>([
    ['of a finished range for 20 minutes', aWeek, 20 * MINUTE, 1],
    ['and no longer', aWeek, 20 * MINUTE + 1, 2],
    ['of a range that is not over for a minute', today, MINUTE, 1],
    ['and no longer, for its numbers still grow', today, MINUTE + 1, 2],
    ['of a range up to now for a minute', todaySoFar, MINUTE, 1],
    ['and no longer, for now has moved on', todaySoFar, MINUTE + 1, 2],
  ])('%s', async (_, range, after, asked) => {
    expect(await askedTwice(range, after)).toBe(asked);
  });

  test('for the same words a little later, when now is another', async () => {
    expect(await askedTwice(todaySoFar, 59 * SECOND, { ...todaySoFar, end: NOW + 59 * SECOND })).toBe(1);
  });

  test('and then costs no call, and says how old it is', async () => {
    liveChat({ json: { ...EMPTY, total: 7 } });
    const { api, pass } = bench();
    const first = await api.fetch(tags, byDay());
    pass(MINUTE);
    const second = await api.fetch(tags, byDay());
    expect([first, second].map(({ wire, source }) => [wire.total, source.calls, source.asOf])).toEqual([
      [7, 1, NOW],
      [7, 0, NOW],
    ]);
  });

  test('not when it is an error', async () => {
    const asked = liveChat({ status: 500 }, {});
    const { api } = bench();
    await expect(api.fetch(tags, byDay())).rejects.toMatchObject({ name: 'InternalError' });
    await api.fetch(tags, byDay());
    expect(asked).toHaveLength(2);
  });

  test('not when it cannot be read', async () => {
    const asked = liveChat({ json: {} }, {});
    const { api } = bench();
    await expect(api.fetch(tags, byDay())).rejects.toMatchObject({ name: 'UnreadableAnswerError' });
    await api.fetch(tags, byDay());
    expect(asked).toHaveLength(2);
  });

  test('within bounds: the oldest goes when they take too much', async () => {
    const large = JSON.stringify({ ...EMPTY, padding: 'x'.repeat(4 * 1024 * 1024) });
    const asked = liveChat(...Array(9).fill({ text: large }));
    const { api } = bench();
    for (const group of [0, 1, 2, 3, 4, 5, 6, 7, 7, 0]) await api.fetch(tags, byDay({ groups: [group] }));
    expect(asked).toHaveLength(9);
  });
});

describe('the key of a question', () => {
  const key = (filters: Filters, range: DateRange = aWeek) =>
    cacheKey({ version: '3.6', path: tags.path, query: byDay(filters, range) }, NOW);

  test('is the same however its lists are ordered, and whatever its range is called', () => {
    expect(key({ agents: ['b', 'a', 'b'], groups: [10, 9] }, { ...aWeek, label: 'last week' })).toBe(
      key({ groups: [9, 10], agents: ['a', 'b'] }),
    );
  });

  test('is another for each other question', () => {
    const query = byDay();
    const keys = [
      key({}),
      key({ tags: ['vip'] }),
      key({ withoutTags: ['vip'] }),
      key({ agents: ['vip'] }),
      key({ tags: ['vip', 'spam'] }),
      key({ tags: ['vip,spam'] }),
      key({ tagged: true }),
      key({ tagged: false }),
      key({ groups: [1] }),
      key({}, { ...aWeek, zone: 'UTC' }),
      key({}, { ...aWeek, start: aWeek.start + 1 }),
      key({}, { ...aWeek, end: aWeek.end + 1 }),
      key({}, todaySoFar),
      key({}, { ...todaySoFar, end: NOW - 2 * MINUTE }),
      key({}, { ...todaySoFar, partial: false }),
      cacheKey({ version: '3.6', path: flatTags.path, query: { ...query, distribution: 'hour' } }, NOW),
      cacheKey({ version: '3.5', path: tags.path, query }, NOW),
      cacheKey({ version: '3.6', path: 'chats/duration', query }, NOW),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
