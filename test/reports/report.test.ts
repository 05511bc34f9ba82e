import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { UserError } from '../../src/model/errors.ts';
import { apiDistribution, checkFilters, distributionsOf, methodFor, narrowingsOf } from '../../src/reports/method.ts';
import { type ApiQuery, defineReport, type ReportsApi } from '../../src/reports/report.ts';
import { query, sourceOf } from './given.ts';

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
    expect(await refusal(() => apiDistribution(daily, 'day-hours'))).toEqual([
      'This report cannot be split by hour of day.',
      'It can be split by day, week, weekday, month, year.',
    ]);
  });

  test('sizes that the API does not have are made of the next finer one', () => {
    const sizes = ['hour', 'day-hours', 'day', 'week', 'weekday', 'month', 'year'] as const;
    expect(sizes.map((size) => apiDistribution(method, size))).toEqual(['hour', 'hour', 'day', 'day', 'day', 'month', 'month']);
  });

  test('what a method can do is there in words', () => {
    expect([distributionsOf(method), narrowingsOf(method), methodFor(things, '3.6').path]).toEqual([
      ['hour', 'hour of day', 'day', 'week', 'weekday', 'month', 'year'],
      ['by agent', 'by group'],
      'chats/things',
    ]);
  });
});
