import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { UserError } from '../../src/model/errors.ts';
import type { Distribution } from '../../src/model/query.ts';
import type { Only } from '../../src/model/time.ts';
import { apiDistribution, checkFilters, distributionsOf, methodFor, narrowingsOf } from '../../src/reports/method.ts';
import { type ApiQuery, defineReport, type ReportsApi } from '../../src/reports/report.ts';
import { query, range, sourceOf } from './given.ts';

const method = {
  since: '3.4',
  path: 'chats/things',
  distributions: ['hour', 'day', 'month'],
  filters: { agents: 'agents', groups: 'groups' },
  decode: z.string(),
  join: (parts: readonly string[]) => parts.join('+'),
} as const;

const things = defineReport<string>({
  name: 'things',
  title: 'Things',
  description: 'How many things.',
  aliases: [],
  examples: ['things last week'],
  api: [method],
  keep: (wire) => wire,
  interpret: (wire, { countedBy }) => ({
    headline: [],
    table: { rowLabel: `${wire} by ${countedBy}`, columns: [], rows: [] },
    caveats: [],
  }),
  sentence: () => 'Things.',
  chart: () => null,
});

function apiOf(version: '3.2' | '3.6', asked: ApiQuery[] = []): ReportsApi {
  return {
    version: async () => version,
    fetch: async (used, question) => {
      asked.push(question);
      return { wire: used.decode.parse('wire'), source: sourceOf(version) };
    },
  };
}

const refusal = async (work: () => unknown): Promise<string[]> => {
  try {
    await work();
    return [];
  } catch (error) {
    const { message, hint } = error as UserError;
    return [message, hint];
  }
};

describe('asking a report', () => {
  test('asks the API for what its rows can be made of', async () => {
    const asked: ApiQuery[] = [];
    const { range } = query();
    const filters = { groups: [12] };
    const { table, source } = await things.ask(apiOf('3.6', asked), query({ distribution: 'weekday', filters }));
    expect([asked, table.rowLabel, source]).toEqual([[{ range, distribution: 'day', filters }], 'wire by day', sourceOf('3.6')]);
  });

  test('a version that does not have it is refused in words', async () => {
    expect(await refusal(() => things.ask(apiOf('3.2'), query()))).toEqual([
      'Things is not in version 3.2 of the Reports API.',
      'Whoever runs this bot can set LIVECHAT_API_VERSION to 3.4.',
    ]);
  });

  test('a filter that the method does not take is refused in words', async () => {
    expect(await refusal(() => checkFilters('Things', method, { withoutTags: ['spam'] }, '3.6'))).toEqual([
      'Version 3.6 of the Reports API cannot narrow Things to chats without a tag.',
      'It can be narrowed by agent, by group.',
    ]);
  });

  test('a split that cannot be made is refused in words', async () => {
    const daily = { ...method, distributions: ['day'] } as const;
    expect(await refusal(() => apiDistribution(daily, query({ distribution: 'day-hours' })))).toEqual([
      'This report cannot be split by hour of day.',
      'It can be split by day, week, weekday, month, year.',
    ]);
  });

  test('sizes that the API does not have are made of the next finer one', () => {
    const sizes = ['hour', 'day-hours', 'day', 'week', 'weekday', 'month', 'year'] as const;
    expect(sizes.map((distribution) => apiDistribution(method, query({ distribution })))).toEqual([
      'hour',
      'hour',
      'day',
      'day',
      'day',
      'month',
      'month',
    ]);
  });

  test('a narrowed range is counted finely enough to leave out what it is not narrowed to', async () => {
    const sizes = ['hour', 'day-hours', 'day', 'week', 'weekday', 'month', 'year'] as const;
    const every = { ...method, distributions: ['hour', 'day-hours', 'day', 'month', 'year'] } as const;
    const counted = (only: Only) =>
      sizes.map((distribution) => apiDistribution(every, query({ distribution, range: { ...query().range, only } })));
    expect([counted({ days: [1] }), counted({ days: [1], hours: { from: 9, to: 17 } })]).toEqual([
      ['hour', 'hour', 'day', 'day', 'day', 'day', 'day'],
      sizes.map(() => 'hour'),
    ]);
  });

  test('a range that cannot be narrowed so is refused in words', async () => {
    const daily = { ...method, distributions: ['day', 'month'] } as const;
    const monthly = { ...method, distributions: ['month'] } as const;
    const refused = (only: Only, which: typeof daily | typeof monthly) =>
      refusal(() => apiDistribution(which, query({ distribution: 'month', range: { ...query().range, only } })));
    expect([await refused({ hours: { from: 9, to: 17 } }, daily), await refused({ days: [6, 7] }, monthly)]).toEqual([
      ['This report is not counted by hour, so it cannot be narrowed to some hours.', 'Ask for the whole time.'],
      ['This report is not counted by day, so it cannot be narrowed to some days.', 'Ask for the whole time.'],
    ]);
  });

  test('hours of more than 31 days are refused before anybody is asked, with the nearest that works', async () => {
    const asked: ApiQuery[] = [];
    const long = (only: Only, label: string) => range('2026-09-01T00:00', '2026-11-18T14:05', { label, only, partial: true });
    const refused = (only: Only, label: string, distribution: Distribution) =>
      refusal(() => things.ask(apiOf('3.6', asked), query({ range: long(only, label), distribution })));
    expect([
      await refused({ hours: { from: 6, to: 12 } }, 'mornings since september', 'month'),
      await refused({ days: [1] }, 'mondays since september', 'day-hours'),
      asked,
    ]).toEqual([
      [
        '“mornings since september” would have to be counted hour by hour, which works for 31 days at most.',
        'Ask for the same of Mon 19 Oct – Wed 18 Nov 2026, until 14:05.',
      ],
      [
        '“mondays since september” would have to be counted hour by hour, which works for 31 days at most.',
        'Ask for the same of Mon 19 Oct – Wed 18 Nov 2026, until 14:05, or split it by day instead of by hour of day.',
      ],
      [],
    ]);
  });

  test('what a method can do is there in words', () => {
    expect([distributionsOf(method), narrowingsOf(method), methodFor(things, '3.6').path]).toEqual([
      ['hour', 'hour of day', 'day', 'week', 'weekday', 'month', 'year'],
      ['by agent', 'by group'],
      'chats/things',
    ]);
  });
});
