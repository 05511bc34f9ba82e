import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createReportsApi } from '../../src/livechat/client.ts';
import type { ApiVersion } from '../../src/model/api-version.ts';
import type { Distribution, ReportQuery } from '../../src/model/query.ts';
import type { Value } from '../../src/model/result.ts';
import type { DateRange, Only } from '../../src/model/time.ts';
import { agentsChattingDuration } from '../../src/reports/agents-chatting-duration.ts';
import { totals } from '../../src/reports/buckets/combine.ts';
import { type Interpretation, type Report, valueIn } from '../../src/reports/report.ts';
import { tags } from '../../src/reports/tags.ts';
import { createChats } from '../../src/sandbox/chats.ts';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { AGENTS, TOKENS } from '../../src/sandbox/company.ts';
import { createReportsServer } from '../../src/sandbox/reports-api/server.ts';
import { count } from '../support/counter.ts';
import { query, range, rowsOf, told } from './given.ts';

/** Sunday 22 November 2026, 14:00 UTC. */
const NOW = Date.UTC(2026, 10, 22, 14);
const DAY = 86_400_000;
const CHATS = createChats({ seed: 'narrowed', anchor: NOW });
const sandbox = createReportsServer({ chats: CHATS, clock: createMovableClock(() => NOW), tokens: [TOKENS.reader] });
let baseUrl: string;
beforeAll(async () => {
  baseUrl = await sandbox.start(0);
});
afterAll(() => sandbox.stop());

const WEEKDAYS: Only = { days: [1, 2, 3, 4, 5] };
const WEEKENDS: Only = { days: [6, 7] };
const ZONES = ['UTC', 'Europe/Warsaw', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/New_York'];

function asked(report: Report, version: ApiVersion, given: ReportQuery): Promise<Interpretation> {
  const log = { info: () => {}, warn: () => {} };
  const api = createReportsApi({ baseUrl, version, credentials: { bearer: TOKENS.reader.token }, clock: () => NOW, random: () => 0, log });
  return report.ask(api, given);
}

interface Case {
  readonly range: DateRange;
  readonly distribution: Distribution;
}

/** To the second, so that the first and the last bucket are cut. */
const cases = (distributions: readonly Distribution[], days: number): fc.Arbitrary<Case> =>
  fc
    .record({
      distribution: fc.constantFrom(...distributions),
      // Over both changes of the clocks.
      end: fc.integer({ min: (NOW - 300 * DAY) / 1000, max: NOW / 1000 }),
      seconds: fc.integer({ min: 1, max: (days * DAY) / 1000 }),
      zone: fc.constantFrom(...ZONES),
    })
    .map(({ distribution, end, seconds, zone }) => ({
      distribution,
      range: { start: (end - seconds) * 1000, end: end * 1000, zone, label: 'parts', granularity: 'day', partial: false },
    }));

const narrowedTo = ({ range: whole, distribution }: Case, only?: Only): ReportQuery =>
  query({ distribution, range: only ? { ...whole, only } : whole });

/** Chats that an agent joined: of the others LiveChat tells no time, so that nobody can weigh means by all chats. */
const JOINED = { agents: AGENTS.map(({ email }) => email) };

/** Every count of a table, by its column. */
function counts({ table }: Interpretation): Record<string, Value> {
  const sums = totals(table);
  return Object.fromEntries(table.columns.flatMap(({ key, combine }, at) => (combine.by === 'sum' ? [[key, sums[at] ?? 0]] : [])));
}

function together(parts: readonly Record<string, Value>[]): Record<string, Value> {
  const all: Record<string, number> = {};
  for (const [key, value] of parts.flatMap((part) => Object.entries(part))) all[key] = (all[key] ?? 0) + (value ?? 0);
  return all;
}

function weighted(parts: readonly Interpretation[]): Value {
  const known = parts.flatMap(({ headline }) => {
    const [chats, mean] = [valueIn(headline, 'chats'), valueIn(headline, 'chatting')];
    return chats && mean !== null ? [{ chats, mean }] : [];
  });
  const chats = known.reduce((sum, part) => sum + part.chats, 0);
  return chats === 0 ? null : known.reduce((sum, part) => sum + part.chats * part.mean, 0) / chats;
}

/** The parts of a range add up to all of it, when all of it is counted by the same buckets. */
async function expectWhole(version: ApiVersion, given: Case, [all, ...parts]: readonly (Only | undefined)[]): Promise<void> {
  const ask = (report: Report, only?: Only) => asked(report, version, { ...narrowedTo(given, only), filters: JOINED });
  const [whole, ...cut] = await Promise.all([all, ...parts].map((only) => ask(agentsChattingDuration, only)));
  const [wholeTags, ...cutTags] = await Promise.all([all, ...parts].map((only) => ask(tags, only)));
  if (!whole || !wholeTags) throw new Error('There is a whole.');
  expect(together(cut.map(counts))).toEqual(counts(whole));
  expect(together(cutTags.map(counts))).toEqual(counts(wholeTags));
  const [mean, ofParts] = [valueIn(whole.headline, 'chatting'), weighted(cut)];
  expect([mean === null, ofParts === null]).toEqual([valueIn(whole.headline, 'chats') === 0, valueIn(whole.headline, 'chats') === 0]);
  expect(ofParts ?? 0).toBeCloseTo(mean ?? 0, 6);
}

/** By the clock on the wall, read without the product. */
function isOfBusinessHours(instant: number, zone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' }).formatToParts(
    instant,
  );
  const { weekday = '', hour = '' } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return !weekday.startsWith('S') && Number(hour) >= 9 && Number(hour) < 17;
}

const BUSINESS_HOURS: Only = { days: [1, 2, 3, 4, 5], hours: { from: 9, to: 17 } };

describe.each(['3.2', '3.6'] as const)('on v%s', (version) => {
  test('weekdays and weekends are all days', async () => {
    const everyDay: Only = { days: [1, 2, 3, 4, 5, 6, 7] };
    await fc.assert(
      fc.asyncProperty(cases(['day', 'week', 'weekday', 'month', 'year'], 70), (given) =>
        expectWhole(version, given, [everyDay, WEEKDAYS, WEEKENDS]),
      ),
      { numRuns: 12 },
    );
  });

  test('by day they are what the whole range is', async () => {
    await fc.assert(
      fc.asyncProperty(cases(['day', 'week', 'weekday'], 40), (given) => expectWhole(version, given, [undefined, WEEKDAYS, WEEKENDS])),
      { numRuns: 8 },
    );
  });

  test('some hours and all others are all hours', async () => {
    const [hours, others] = [
      { from: 9, to: 17 },
      { from: 17, to: 9 },
    ];
    await fc.assert(
      fc.asyncProperty(cases(['hour', 'day-hours', 'day', 'weekday'], 12), (given) =>
        expectWhole(version, given, [{ hours: { from: 0, to: 24 } }, { hours }, { hours: others }]),
      ),
      { numRuns: 8 },
    );
  });

  test('business hours are what one counts by hand', async () => {
    await fc.assert(
      fc.asyncProperty(cases(['hour', 'day-hours', 'day', 'weekday', 'week'], 12), async (given) => {
        const { start, end, zone } = given.range;
        const inside = CHATS.between(start, end).filter(({ startedAt }) => isOfBusinessHours(startedAt, zone));
        const byHand = count(inside, { start, end, zone, distribution: given.distribution });
        const [chatting, used] = await Promise.all(
          [agentsChattingDuration, tags].map((report) => asked(report, version, narrowedTo(given, BUSINESS_HOURS))),
        );
        const busy = (found: Interpretation | undefined) =>
          found?.table.rows.flatMap(({ key, values }) => (values[0] ? [[key, values[0]]] : []));
        expect(valueIn(chatting?.headline ?? [], 'chats')).toBe(byHand.total.count);
        expect(busy(chatting)).toEqual([...byHand.buckets].flatMap(([key, bucket]) => (bucket.count > 0 ? [[key, bucket.count]] : [])));
        expect(used && counts(used)).toEqual(Object.fromEntries(byHand.total.tags));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a narrowed range', () => {
  const fortnight = (only: Only) => range('2026-11-09T00:00', '2026-11-16T00:00', { label: 'parts of last week', only });

  test('has rows for its parts only', async () => {
    const records = {
      '2026-11-13': { count: 4, seconds: 60 },
      '2026-11-14': { count: 40, seconds: 600 },
      '2026-11-15': { count: 10, seconds: 300 },
    };
    const found = await told(agentsChattingDuration, {
      version: '3.2',
      answers: [{ total: 54, records }],
      query: { range: fortnight(WEEKENDS) },
    });
    expect([found.sentence, found.headline.map(({ value }) => value), rowsOf(found), found.caveats]).toEqual([
      'Agents spent 9m 00s per chat on weekends from Mon 9 to Sun 15 Nov 2026 (50 chats); Sat 14 Nov was longest with 10m 00s in 40 chats.',
      [540, 50, 600],
      [
        ['Sat 14 Nov', 40, 600],
        ['Sun 15 Nov', 10, 300],
      ],
      [],
    ]);
  });

  test('of hours adds them up to its days', async () => {
    const records = {
      '2026-11-09 08:00': { count: 1 },
      '2026-11-09 09:00': { count: 2 },
      '2026-11-10 16:00': { count: 3 },
      '2026-11-14 10:00': { count: 4 },
    };
    const found = await told(agentsChattingDuration, { answers: [{ total: 10, records }], query: { range: fortnight(BUSINESS_HOURS) } });
    expect(rowsOf(found)).toEqual([
      ['Mon 9 Nov', 2, null],
      ['Tue 10 Nov', 3, null],
      ['Wed 11 Nov', 0, null],
      ['Thu 12 Nov', 0, null],
      ['Fri 13 Nov', 0, null],
    ]);
  });

  test('takes no bucket away whose time nobody can read, and says so', async () => {
    const { caveats, headline } = await told(agentsChattingDuration, {
      answers: [{ total: 7, records: { 'CW 46': { count: 4 }, '2026-11-09': { count: 3 } } }],
      query: { range: fortnight(WEEKENDS) },
    });
    expect([valueIn(headline, 'chats'), caveats]).toEqual([
      4,
      ['LiveChat also sent numbers for “CW 46”, which is not asked. They are counted in.'],
    ]);
  });

  test('of nothing says so, and does not take the chats of the other days for its own', async () => {
    const body = { total: 7, records: { '2026-11-09': { count: 7, seconds: 60 } } };
    const { sentence } = await told(agentsChattingDuration, { version: '3.2', answers: [body], query: { range: fortnight(WEEKENDS) } });
    expect(sentence).toBe('No chats on weekends from Mon 9 to Sun 15 Nov 2026.');
  });

  test('of tags has no number of chats, because LiveChat gives it of the whole time only', async () => {
    const body = { total: 99, records: { '2026-11-14': { vip: 3, bug: 1 }, '2026-11-09': { vip: 5 } } };
    const ask = (filters: object) => told(tags, { answers: [body], query: { range: fortnight(WEEKENDS), filters } });
    const [all, one] = [await ask({}), await ask({ tags: ['vip'] })];
    const time = 'on weekends from Mon 9 to Sun 15 Nov 2026';
    expect([all, one].map(({ sentence, headline, caveats }) => [sentence, headline.map(({ label }) => label), caveats])).toEqual([
      [
        `The most used tag ${time} was “vip”: 3 of 4 tag uses.`,
        ['Most used: vip', 'Tag uses'],
        ['Beside tags LiveChat gives the number of chats for a whole time only. The report “duration” splits it, with the same words.'],
      ],
      [`“vip” was used 3 times ${time}.`, ['Uses of vip'], []],
    ]);
  });

  test('of untagged chats is told where LiveChat counts them by day, and refused in words where it does not', async () => {
    const ask = (version: ApiVersion, body: object) =>
      told(tags, { version, answers: [body], query: { range: fortnight(WEEKENDS), filters: { tagged: false } } });
    const counted = { total: 8, records: { '2026-11-13': { ':without:': 5 }, '2026-11-14': { ':without:': 3 } } };
    const { sentence } = await ask('3.2', counted);
    expect([sentence, (await ask('3.2', { ...counted, total: 5, records: { '2026-11-13': { ':without:': 5 } } })).sentence]).toEqual([
      '3 chats had no tag on weekends from Mon 9 to Sun 15 Nov 2026.',
      'No untagged chats on weekends from Mon 9 to Sun 15 Nov 2026.',
    ]);
    await expect(ask('3.6', { total: 8, records: { '2026-11-14': {} } })).rejects.toMatchObject({
      message: 'LiveChat gives the number of these chats for a whole time only, not for a part of it like “parts of last week”.',
      hint: 'Ask for “duration” with the same words: it splits them.',
    });
  });
});
