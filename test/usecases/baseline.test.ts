import { describe, expect, test } from '@jest/globals';
import { compared } from '../../src/insights/change.ts';
import { createReportsApi } from '../../src/livechat/client.ts';
import { ServiceError, UserError } from '../../src/model/errors.ts';
import type { Filters } from '../../src/model/query.ts';
import type { DateRange } from '../../src/model/time.ts';
import type { ApiQuery, ReportsApi } from '../../src/reports/report.ts';
import { inWords } from '../../src/reports/words/numbers.ts';
import { createChats } from '../../src/sandbox/chats.ts';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { TOKENS } from '../../src/sandbox/company.ts';
import { createReportsServer } from '../../src/sandbox/reports-api/server.ts';
import { range, sourceOf, WEEK } from '../reports/given.ts';
import { count } from '../support/counter.ts';
import { reporterOver } from './reporting.ts';

const BEFORE = range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'the week before' });
const NOW_ANSWER = {
  total: 412,
  records: { '2026-11-09': { count: 400, agents_chatting_duration: 900 }, '2026-11-10': { count: 12, agents_chatting_duration: 900 } },
};
const THEN_ANSWER = {
  total: 335,
  records: { '2026-11-02': { count: 300, agents_chatting_duration: 820 }, '2026-11-03': { count: 35, agents_chatting_duration: 820 } },
};

type Answered = object | Error;

interface World {
  readonly now?: Answered;
  readonly before?: Answered;
  readonly isCompared?: boolean;
  /** Instead of one that answers as above. */
  readonly api?: ReportsApi;
  readonly filters?: Filters;
}

async function reported({ now = NOW_ANSWER, before = THEN_ANSWER, isCompared = true, api: given, filters = { groups: [12] } }: World) {
  const queries: ApiQuery[] = [];
  const api: ReportsApi = {
    version: async () => '3.6',
    async fetch(method, query) {
      queries.push(query);
      const answer = query.range === BEFORE ? before : now;
      if (answer instanceof Error) throw answer;
      return { wire: method.decode.parse(answer), source: sourceOf('3.6') };
    },
  };
  const { reporter, charts, faults } = reporterOver(given ?? api);
  const question = { report: 'duration', range: 'last week', compare: 'the week before', distribution: null, filters };
  const making = { isPublic: false, pictureMs: 60_000, signal: new AbortController().signal };
  const answer = await reporter.report(
    { question, range: WEEK, ...(isCompared && { baseline: BEFORE }), distribution: 'day', notes: [] },
    { workspace: 'T1', weekStart: 'monday' },
    making,
  );
  return { answer, queries, charts, faults };
}

const SENTENCE = 'Agents spent 15m 00s per chat last week (412 chats); Mon 9 Nov was longest with 15m 00s in 400 chats.';

describe('a report with a baseline', () => {
  test('is asked for both times alike, and says both', async () => {
    const { answer, queries, charts, faults } = await reported({});
    const alike = { distribution: 'day', filters: { groups: [12] } };
    expect(queries).toEqual([
      { range: WEEK, ...alike },
      { range: BEFORE, ...alike },
    ]);
    expect([answer.sentence, answer.query.baseline, answer.result.baseline?.range, answer.result.caveats, faults]).toEqual([
      `${SENTENCE} Against the week before: chatting time per chat 15m 00s, 1m 20s longer than 13m 40s; chats 412, 77 more than 335 (+23%).`,
      BEFORE,
      BEFORE,
      [],
      [],
    ]);
    expect(charts[0]?.config.data.datasets.map(({ label, data }) => [label, data.slice(0, 3)])).toEqual([
      ['last week', [15, 15, null]],
      ['the week before', [13.67, 13.67, null]],
    ]);
  });

  test('of nothing says what there was before', async () => {
    const { answer } = await reported({ now: { total: 0 } });
    expect(answer.sentence).toBe('No chats last week. Against the week before: chats 0, 335 fewer than 335.');
  });

  test.each<{ what: string; before: Answered; caveat: string; faults: string[] }>([
    {
      what: 'of nothing',
      before: { total: 0 },
      caveat: 'There is nothing to compare with: LiveChat has no numbers for the week before (Mon 2 – Sun 8 Nov 2026).',
      faults: [],
    },
    {
      what: 'that LiveChat does not answer',
      before: new ServiceError('LiveChat did not answer in time.', 'Try again.'),
      caveat: 'There is no comparison with the week before: LiveChat did not answer in time. (ref ref1)',
      faults: ['asking for what to compare with'],
    },
    {
      what: 'that cannot be asked for',
      before: new UserError('“the week before” would have to be counted hour by hour.', 'Ask for less.'),
      caveat: 'There is no comparison with the week before: “the week before” would have to be counted hour by hour.',
      faults: [],
    },
    {
      what: 'that fails for no known reason',
      before: new Error('a secret'),
      caveat: 'There is no comparison with the week before: Something went wrong. (ref ref1)',
      faults: ['asking for what to compare with'],
    },
  ])('goes without one $what, and says so', async ({ before, caveat, faults: expected }) => {
    const { answer, charts, faults } = await reported({ before });
    expect([answer.sentence, answer.result.baseline, answer.result.caveats, faults, charts[0]?.config.data.datasets.length]).toEqual([
      SENTENCE,
      undefined,
      [caveat],
      expected,
      1,
    ]);
  });

  test('that is not answered itself is no answer, and its baseline is nobody’s trouble', async () => {
    const failure = new ServiceError('LiveChat could not be reached.', 'Try again.');
    await expect(reported({ now: failure, before: failure })).rejects.toBe(failure);
  });

  test('tells what to know of either of the two', async () => {
    const { answer } = await reported({ before: { ...THEN_ANSWER, total: 5 } });
    expect(answer.result.caveats).toEqual(['Of the week before: LiveChat says 5 chats in all, but its numbers add up to 335.']);
  });

  test('asks once where nothing is compared', async () => {
    const { queries, answer } = await reported({ isCompared: false });
    expect([queries.length, answer.sentence, 'baseline' in answer.query]).toEqual([1, SENTENCE, false]);
  });
});

test.each(['3.2', '3.6'] as const)('on v%s both numbers, and so their difference, are what one counts by hand', async (version) => {
  const now = Date.UTC(2026, 10, 22, 14);
  const chats = createChats({ seed: 'compared', anchor: now });
  const clock = createMovableClock(() => now);
  const sandbox = createReportsServer({ chats, clock, tokens: [TOKENS.reader] });
  try {
    const log = { info: () => {}, warn: () => {} };
    const credentials = { bearer: TOKENS.reader.token };
    const api = createReportsApi({ baseUrl: await sandbox.start(0), version, credentials, clock: clock.now, random: () => 0, log });
    const { answer } = await reported({ api, filters: {} });
    const byHand = ({ start, end, zone }: DateRange) =>
      count(chats.between(start, end), { start, end, zone, distribution: 'day' }).total.count;
    const [value, before] = [byHand(WEEK), byHand(BEFORE)];
    const { baseline, ...result } = answer.result;
    const found = baseline && compared(result, baseline).find(({ metric }) => metric.key === 'chats');
    expect([found?.metric.value, found?.before, found?.change?.difference]).toEqual([value, before, value - before]);
    expect(answer.sentence).toContain(`; chats ${inWords(value, 'chats')}, ${inWords(Math.abs(value - before), 'chats')} `);
  } finally {
    await sandbox.stop();
  }
});
