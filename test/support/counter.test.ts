import { describe, expect, test } from '@jest/globals';
import type { Distribution } from '../../src/model/query.ts';
import type { Chat } from '../../src/sandbox/chats.ts';
import { type CountOptions, count } from './counter.ts';

const chat = (startedAt: string, { agentSeconds = null, tags = [] }: Partial<Chat>): Chat => ({
  id: startedAt,
  startedAt: Date.parse(startedAt),
  agents: agentSeconds === null ? [] : ['anna@shop.example'],
  groups: [0],
  tags,
  customerClientId: 'web',
  agentSeconds,
  durationSeconds: (agentSeconds ?? 0) + 10,
});

/** The Sunday on which Warsaw's clocks go back, and the Monday after it. */
const CHATS = [
  chat('2026-10-25T02:30:00+02:00', { agentSeconds: 100, tags: ['spam'] }),
  chat('2026-10-25T02:30:00+01:00', { tags: ['spam', 'vip'] }),
  chat('2026-10-25T23:59:59+01:00', { agentSeconds: 201 }),
  chat('2026-10-26T00:00:00+01:00', { agentSeconds: 50 }),
];
const SUNDAY = { start: Date.parse('2026-10-25T00:00:00+02:00'), end: Date.parse('2026-10-26T00:00:00+01:00'), zone: 'Europe/Warsaw' };
const BOTH = { ...SUNDAY, end: SUNDAY.end + 3_600_000 };

const counts = (options: Omit<CountOptions, 'distribution'>, distribution: Distribution) =>
  [...count(CHATS, { ...options, distribution }).buckets].map(([key, bucket]) => `${key}: ${bucket.count}`);

describe('the counter', () => {
  test('has counts, means and tags of a bucket, and of everything', () => {
    const sunday = {
      count: 3,
      agentMean: 150.5,
      durationMean: 331 / 3,
      tags: new Map([
        ['spam', 2],
        ['vip', 1],
      ]),
    };
    const monday = { count: 1, agentMean: 50, durationMean: 60, tags: new Map() };
    expect(count(CHATS, { ...BOTH, distribution: 'day' })).toEqual({
      total: { count: 4, agentMean: 117, durationMean: 97.75, tags: sunday.tags },
      buckets: new Map([
        ['2026-10-25', sunday],
        ['2026-10-26', monday],
      ]),
    });
  });

  test('says null where there is nothing to take the mean of', () => {
    const { total } = count(CHATS, { ...BOTH, distribution: 'day', filters: { tags: ['vip'] } });
    expect(total).toMatchObject({ count: 1, agentMean: null, durationMean: 10 });
  });

  test('knows every distribution', () => {
    expect({
      hour: counts({ ...SUNDAY, end: SUNDAY.start + 5 * 3_600_000 }, 'hour'),
      hoursOfDay: counts(SUNDAY, 'day-hours').filter((line) => !line.endsWith(' 0')),
      hoursInADay: counts(SUNDAY, 'day-hours').length,
      week: counts(BOTH, 'week'),
      weekFromSunday: counts({ ...BOTH, weekStart: 'sunday' }, 'week'),
      weekday: counts(BOTH, 'weekday'),
      month: counts(BOTH, 'month'),
      year: counts(BOTH, 'year'),
    }).toEqual({
      hour: ['2026-10-25 00:00: 0', '2026-10-25 01:00: 0', '2026-10-25 02:00: 2', '2026-10-25 03:00: 0'],
      hoursOfDay: ['02:00: 2', '23:00: 1'],
      hoursInADay: 24,
      week: ['2026-10-19: 3', '2026-10-26: 1'],
      weekFromSunday: ['2026-10-25: 4'],
      weekday: ['monday: 1', 'sunday: 3'],
      month: ['2026-10: 4'],
      year: ['2026: 4'],
    });
  });

  test('filters', () => {
    const total = (filters: CountOptions['filters']) =>
      count(CHATS, { ...BOTH, distribution: 'day', ...(filters && { filters }) }).total.count;
    expect([
      total({ agents: ['ANNA@shop.example'] }),
      total({ groups: [1] }),
      total({ tags: ['vip', 'x'] }),
      total({ withoutTags: ['vip'] }),
      total({ tagged: true }),
      total({ tagged: false }),
      total({ clients: ['web'] }),
    ]).toEqual([3, 0, 1, 3, 2, 2, 4]);
  });
});
