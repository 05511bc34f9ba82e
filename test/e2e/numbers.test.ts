import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createReportsApi } from '../../src/livechat/client.ts';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { API_DISTRIBUTIONS, DISTRIBUTIONS, type Distribution, type Filters, type ReportQuery } from '../../src/model/query.ts';
import type { Value } from '../../src/model/result.ts';
import { agentsChattingDuration } from '../../src/reports/agents-chatting-duration.ts';
import { type Interpretation, valueIn } from '../../src/reports/report.ts';
import { tags as tagsReport } from '../../src/reports/tags.ts';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { AGENTS, CLIENTS, GROUPS, OUTAGE_TAG, RECALL_TAG, TAGS, TOKENS } from '../../src/sandbox/company.ts';
import { createReportsServer } from '../../src/sandbox/reports-api/server.ts';
import { type Count, type Counted, count } from '../support/counter.ts';
import { CHATS, NOW } from './bot.ts';

const clock = createMovableClock(() => NOW);
const sandbox = createReportsServer({ chats: CHATS, clock, tokens: [TOKENS.reader] });
let baseUrl: string;
beforeAll(async () => {
  baseUrl = await sandbox.start(0);
});
afterAll(() => sandbox.stop());

const VERSIONS = ['3.2', '3.6'] as const;
const DAY = 86_400;
const LONGEST: Record<Distribution, number> = { hour: 6, 'day-hours': 12, day: 40, week: 40, weekday: 40, month: 70, year: 130 };
/** Every kind of zone: steady, half hours, changes by half an hour, changes at midnight, suspended changes. */
const ZONES = [
  'UTC',
  'Europe/Warsaw',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Santiago',
  'Pacific/Chatham',
];

const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const agents = fc.subarray([...AGENTS.map(({ email }) => email)], { minLength: 1 });
const tags = some([...TAGS.map(({ name }) => name), OUTAGE_TAG, RECALL_TAG, 'never used']);
const groups = some(GROUPS.map(({ id }) => id));
const tagged = fc.option(fc.boolean(), { nil: undefined });

function defined(filters: Record<string, unknown>): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** `tags` and `tagged` say two things about the same, so a question has one of them. */
const oneOnTags = fc.oneof(fc.record({ tags }), fc.record({ tagged }));
const filtersOf = (more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(fc.record({ groups, ...more }), oneOnTags).map(([others, onTags]) => defined({ ...others, ...onTags }));

function queries(filters: fc.Arbitrary<Filters>): fc.Arbitrary<ReportQuery> {
  const shape = fc.constantFrom(...DISTRIBUTIONS).chain((distribution) =>
    fc.record({
      distribution: fc.constant(distribution),
      // Down to the millisecond, as ranges that end now do.
      end: fc.integer({ min: NOW - 500 * DAY * 1000, max: NOW }),
      seconds: fc.integer({ min: 1, max: LONGEST[distribution] * DAY }),
      zone: fc.constantFrom(...ZONES),
      weekStart: fc.constantFrom('monday', 'sunday', 'saturday'),
      filters,
    }),
  );
  return shape.map(({ distribution, end, seconds, zone, weekStart, filters: asked }) => ({
    distribution,
    weekStart,
    filters: asked,
    range: { start: Math.floor(end / 1000) * 1000 - seconds * 1000, end, zone, label: 'a while', granularity: 'day', partial: false },
  }));
}

function countByHand({ range, distribution, filters, weekStart }: ReportQuery): Count {
  return count(CHATS.between(range.start, range.end), { ...range, distribution, filters, weekStart });
}

/** The hours of the day that a short range does not touch are no rows of ours; were one of them counted, it would be missed. */
function touched({ buckets }: Count, rows: ReadonlyMap<string, unknown>): [string, Counted][] {
  return [...buckets].filter(([key, bucket]) => rows.has(key) || bucket.count > 0);
}

/** As a fresh process asks: nothing comes from a cache. */
async function asked(report: typeof tagsReport, version: ApiVersion, query: ReportQuery): Promise<Interpretation> {
  const log = { info: () => {}, warn: () => {} };
  const api = createReportsApi({ baseUrl, version, credentials: { bearer: TOKENS.reader.token }, clock: clock.now, random: () => 0, log });
  return report.ask(api, query);
}

/** Every row by its key, and its values by their columns. */
function rowsOf({ table }: Interpretation): Map<string, Map<string, Value>> {
  return new Map(
    table.rows.map(({ key, values }) => [key, new Map(table.columns.map((column, index) => [column.key, values[index] ?? null]))]),
  );
}

function expectNear(found: Value | undefined, byHand: number | null): void {
  if (byHand === null) expect(found).toBeNull();
  else expect(Math.abs((found ?? Number.NaN) - byHand)).toBeLessThanOrEqual(0.5 + 1e-6);
}

describe.each(VERSIONS)('on v%s', (version) => {
  test('chats and the time of agents are what one counts by hand, whatever is asked of some agents', async () => {
    const filters = filtersOf({ agents, clients: some(CLIENTS.map(({ id }) => id)) });
    await fc.assert(
      fc.asyncProperty(queries(filters), async (query) => {
        const found = await asked(agentsChattingDuration, version, query);
        const byHand = countByHand(query);
        expect(valueIn(found.headline, 'chats')).toBe(byHand.total.count);
        expectNear(valueIn(found.headline, 'chatting'), byHand.total.agentMean);
        const rows = rowsOf(found);
        const buckets = touched(byHand, rows);
        expect([...rows].map(([key, row]) => [key, row.get('chats')])).toEqual(buckets.map(([key, bucket]) => [key, bucket.count]));
        for (const [key, bucket] of buckets) expectNear(rows.get(key)?.get('chatting'), bucket.agentMean);
      }),
      { numRuns: 60 },
    );
  });

  test('where some chats have no agent, chats are exact, each of LiveChat’s own means is kept, and they are weighted by their chats', async () => {
    await fc.assert(
      fc.asyncProperty(queries(filtersOf({})), async (asking) => {
        // Only buckets that come as they are: of added-up ones, LiveChat does not tell over how many chats its means are.
        const distribution = API_DISTRIBUTIONS.find((known) => known === asking.distribution) ?? 'day';
        const query = {
          ...asking,
          distribution: version === '3.2' && distribution === 'year' ? 'month' : distribution,
          range: { ...asking.range, zone: 'Asia/Kathmandu' },
        } as const;
        const found = await asked(agentsChattingDuration, version, query);
        const byHand = countByHand(query);
        const rows = rowsOf(found);
        const buckets = touched(byHand, rows);
        expect([...rows].map(([key, row]) => [key, row.get('chats')])).toEqual(buckets.map(([key, bucket]) => [key, bucket.count]));
        for (const [key, bucket] of buckets) expectNear(rows.get(key)?.get('chatting'), bucket.agentMean);
        expect(valueIn(found.headline, 'chats')).toBe(byHand.total.count);
        expectNear(valueIn(found.headline, 'chatting'), weightedByChats(buckets.map(([, bucket]) => bucket)));
      }),
      { numRuns: 40 },
    );
  });

  test('uses of tags are what one counts by hand', async () => {
    await fc.assert(
      fc.asyncProperty(queries(fc.record({ groups, agents: fc.option(agents, { nil: undefined }), tags }).map(defined)), async (query) => {
        const found = await asked(tagsReport, version, query);
        const byHand = countByHand(query);
        const named = query.filters.tags;
        const wanted = (uses: Counted['tags']) => [...uses].filter(([tag]) => named?.includes(tag) ?? true).sort();
        const rows = rowsOf(found);
        const buckets = touched(byHand, rows);
        const used = (row: Map<string, Value> | undefined) => [...(row ?? [])].filter(([, times]) => times !== 0).sort();
        expect([...rows.keys()]).toEqual(buckets.map(([key]) => key));
        for (const [key, bucket] of buckets) expect(used(rows.get(key))).toEqual(wanted(bucket.tags));
        expect([valueIn(found.headline, 'chats') ?? valueIn(found.headline, 'uses'), valueIn(found.headline, 'uses')]).toEqual([
          byHand.total.count,
          wanted(byHand.total.tags).reduce((sum, [, times]) => sum + times, 0),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test('untagged chats are what one counts by hand', async () => {
    await fc.assert(
      fc.asyncProperty(queries(fc.record({ groups, tagged: fc.constant(false) }).map(defined)), async (query) => {
        const found = await asked(tagsReport, version, query);
        expect(found.headline.map(({ value }) => value)).toEqual([countByHand(query).total.count]);
      }),
      { numRuns: 20 },
    );
  });
});

function weightedByChats(buckets: readonly Counted[]): number | null {
  const known = buckets.flatMap(({ count: chats, agentMean }) => (agentMean === null ? [] : [{ chats, agentMean }]));
  const chats = known.reduce((sum, bucket) => sum + bucket.chats, 0);
  return chats === 0 ? null : known.reduce((sum, bucket) => sum + bucket.chats * bucket.agentMean, 0) / chats;
}
