import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { API_DISTRIBUTIONS, type ApiDistribution, type Filters } from '../../../src/model/query.ts';
import { rfc3339 } from '../../../src/model/time.ts';
import { createChats } from '../../../src/sandbox/chats.ts';
import { AGENTS, CLIENTS, GROUPS, OUTAGE_TAG, RECALL_TAG, TAGS } from '../../../src/sandbox/company.ts';
import { type Count, type Counted, count } from '../../support/counter.ts';
import { type Ask, NOW, runSandbox } from './running.ts';

const chats = createChats({ seed: 'counted', anchor: NOW });
const { request } = runSandbox({ chats });

const DAY = 86_400;
/** Days. */
const LONGEST: Record<ApiDistribution, number> = { hour: 6, 'day-hours': 12, day: 40, month: 70, year: 130 };
/** Zones whose clocks never move, which is all that v3.2 can express. */
const STEADY = ['UTC', 'Etc/GMT-2', 'Etc/GMT+5', 'Asia/Kathmandu', 'Pacific/Marquesas', 'Pacific/Kiritimati'];
const RESTLESS = ['Europe/Warsaw', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Chatham'];

interface Query {
  readonly distribution: ApiDistribution;
  /** Inclusive, on a whole second. */
  readonly start: number;
  /** Exclusive, on a whole second. */
  readonly end: number;
  readonly zone: string;
  readonly filters: Filters;
}

/** Absent as often as not, so that some chats are left over. */
const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 2 });
const FILTERS = {
  agents: some([...AGENTS.map(({ email }) => email.toUpperCase()), 'nobody@northwind.example']),
  groups: some([...GROUPS.map(({ id }) => id), 99]),
  clients: some(CLIENTS.map(({ id }) => id)),
};
const tags = some([...TAGS.map(({ name }) => name), OUTAGE_TAG, RECALL_TAG]);
const tagged = fc.option(fc.boolean(), { nil: undefined, freq: 2 });

const queries = (distributions: readonly ApiDistribution[], zones: readonly string[], filters: fc.Arbitrary<object>): fc.Arbitrary<Query> =>
  fc.constantFrom(...distributions).chain((distribution) =>
    fc
      .record({
        // Into the future, too: it is empty.
        end: fc.integer({ min: NOW / 1000 - 500 * DAY, max: NOW / 1000 + 2 * DAY }),
        length: fc.integer({ min: 1, max: LONGEST[distribution] * DAY }),
        zone: fc.constantFrom(...zones),
        filters,
      })
      .map(({ end, length, zone, filters }) => ({ distribution, start: (end - length) * 1000, end: end * 1000, zone, filters })),
  );

const counted = (query: Query): Count => count(chats.between(query.start, Math.min(query.end, NOW + 1)), query);
const range = ({ start, end, zone }: Query) => ({ from: rfc3339(start, zone), to: rfc3339(end - 1000, zone) });

const Answer = z.object({ total: z.number(), records: z.record(z.string(), z.record(z.string(), z.number())) });

async function answerTo(what: Ask): Promise<object> {
  const { total, records } = Answer.parse(await (await request(what)).json());
  return { total, records: Object.entries(records) };
}

const expected = ({ total, buckets }: Count, record: (bucket: Counted) => Record<string, number | null>) => ({
  total: total.count,
  records: [...buckets].map(([key, bucket]) => [key, withoutNull(record(bucket))]),
});
const withoutNull = (record: Record<string, number | null>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
const rounded = (seconds: number | null) => (seconds === null ? null : Math.floor(seconds + 0.5));

/** Lists between commas; what is absent is not written. */
function flat(path: string, query: Query, keys: Record<string, unknown>): Ask {
  const params = new URLSearchParams({ ...range(query), distribution: query.distribution });
  for (const [key, value] of Object.entries(keys)) if (value !== undefined) params.set(key, String(value));
  return { path: `/v3.2/reports/${path}`, query: params.toString() };
}

function nested(path: string, query: Query): Ask {
  const { agents, groups, clients, tags, withoutTags, tagged } = query.filters;
  const filters = {
    ...range(query),
    agents: agents && { values: agents },
    groups: groups && { values: groups },
    tags:
      (tags && { values: tags }) ??
      (withoutTags && { exclude_values: withoutTags }) ??
      (tagged === undefined ? undefined : { exists: tagged }),
    properties: clients && { source: { customer_client_id: { values: clients } } },
  };
  return {
    method: 'POST',
    path: `/v3.6/reports/${path}`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ distribution: query.distribution, timezone: query.zone, filters }),
  };
}

test('v3.2 counts chats and the time of agents as one counts by hand', async () => {
  const distributions = API_DISTRIBUTIONS.filter((name) => name !== 'year');
  await fc.assert(
    fc.asyncProperty(queries(distributions, STEADY, fc.record({ ...FILTERS, tags, tagged })), async (query) => {
      const { clients: customer_client_ids, ...keys } = query.filters;
      expect(await answerTo(flat('chats/agents_chatting_duration', query, { ...keys, customer_client_ids }))).toEqual(
        expected(counted(query), ({ count, agentMean }) => ({ count: count || null, seconds: rounded(agentMean) })),
      );
    }),
    { numRuns: 60 },
  );
});

test('v3.2 counts tags as one counts by hand', async () => {
  const { agents, groups } = FILTERS;
  await fc.assert(
    fc.asyncProperty(queries(API_DISTRIBUTIONS, STEADY, fc.record({ agents, groups, tags })), async (query) => {
      const { agents, groups, tags: names } = query.filters;
      expect(await answerTo(flat('chats/tags', query, { agents, groups, names }))).toEqual(
        expected(counted(query), ({ tags }) => Object.fromEntries([...tags].filter(([tag]) => names?.includes(tag) ?? true))),
      );
    }),
    { numRuns: 40 },
  );
});

test('v3.2 counts tagged and untagged chats as one counts by hand', async () => {
  const { agents, groups } = FILTERS;
  await fc.assert(
    fc.asyncProperty(queries(API_DISTRIBUTIONS, STEADY, fc.record({ agents, groups, tagged: fc.boolean() })), async (query) => {
      const { agents, groups, tagged } = query.filters;
      const names = tagged ? ':with:' : ':without:';
      expect(await answerTo(flat('chats/tags', query, { agents, groups, names }))).toEqual(
        expected(counted(query), ({ count }) => ({ [names]: count || null })),
      );
    }),
    { numRuns: 20 },
  );
});

test('v3.6 counts both reports as one counts by hand, in zones whose clocks move too', async () => {
  const oneOnTags = fc.oneof(fc.record({ tags }), fc.record({ withoutTags: tags }), fc.record({ tagged }));
  const filters = fc.tuple(fc.record(FILTERS), oneOnTags).map(([others, onTags]) => ({ ...others, ...onTags }));
  await fc.assert(
    fc.asyncProperty(queries(API_DISTRIBUTIONS, [...STEADY, ...RESTLESS], filters), async (query) => {
      const byHand = counted(query);
      expect([await answerTo(nested('chats/duration', query)), await answerTo(nested('chats/tags', query))]).toEqual([
        expected(byHand, ({ count, agentMean, durationMean }) => ({
          agents_chatting_duration: rounded(agentMean),
          count: count || null,
          duration: rounded(durationMean),
        })),
        expected(byHand, ({ tags }) => Object.fromEntries(tags)),
      ]);
    }),
    { numRuns: 60 },
  );
});
