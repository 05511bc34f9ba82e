import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import { createReportsApi } from '../../src/livechat/client.ts';
import { ServiceError, UserError } from '../../src/model/errors.ts';
import { REPORTS } from '../../src/reports/index.ts';
import type { ApiQuery } from '../../src/reports/report.ts';
import { createChats } from '../../src/sandbox/chats.ts';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { TOKENS } from '../../src/sandbox/company.ts';
import { createReportsServer } from '../../src/sandbox/reports-api/server.ts';
import { range, sourceOf, WEEK } from '../reports/given.ts';
import { ASKER, NOW } from './kept.ts';
import { reporterOver } from './reporting.ts';

const BEFORE = range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'the week before' });
const NOW_ANSWER = { total: 500, records: { '2026-11-09': { count: 500, agents_chatting_duration: 900 } } };
const THEN_ANSWER = { total: 335, records: { '2026-11-02': { count: 335, agents_chatting_duration: 820 } } };
const SENTENCE = 'Agents spent 15m 00s per chat last week (500 chats).';

const { signal } = new AbortController();

async function reported(before: object | Error | Promise<never>, pictureMs = 60_000) {
  const queries: ApiQuery[] = [];
  const { reporter, charts, faults } = reporterOver({
    version: async () => '3.6',
    async fetch(method, query) {
      queries.push(query);
      const answer = query.range === BEFORE ? await before : NOW_ANSWER;
      if (answer instanceof Error) throw answer;
      return { wire: method.decode.parse(answer), source: sourceOf('3.6') };
    },
  });
  const answer = await reporter.report(
    {
      question: { report: 'duration', range: 'last week', distribution: null, filters: { groups: [12] } },
      range: WEEK,
      before: BEFORE,
      distribution: 'day',
      notes: [],
    },
    { workspace: 'T1', weekStart: 'monday' },
    { isPublic: false, pictureMs, signal },
  );
  return { answer, queries, charts, faults };
}

describe('what nobody asked to be compared', () => {
  test('is compared quietly: one more question, and neither sentence, table nor chart of the report change', async () => {
    const { answer, queries, charts, faults } = await reported(THEN_ANSWER);
    const alike = { distribution: 'day', filters: { groups: [12] } };
    expect(queries).toEqual([
      { range: WEEK, ...alike },
      { range: BEFORE, ...alike },
    ]);
    expect([answer.sentence, answer.before?.range, 'baseline' in answer.query, 'baseline' in answer.result, faults]).toEqual([
      SENTENCE,
      BEFORE,
      false,
      false,
      [],
    ]);
    expect(charts[0]?.config.data.datasets.length).toBe(1);
    expect(answer.findings?.map(({ sentence }) => sentence)).toEqual([
      'Mon 9 Nov stands out: 500 chats (Mon 2 Nov: 335).',
      'Against the week before: chats 500, 165 more than 335 (+49%).',
    ]);
  });

  test.each<[string, object | Error, string[]]>([
    ['of nothing', { total: 0 }, []],
    ['that cannot be asked for', new UserError('Too many hours.', 'Ask for less.'), []],
    ['that LiveChat does not answer', new ServiceError('LiveChat did not answer.', 'Try again.'), ['asking for the time before']],
    ['that fails for no known reason', new Error('a secret'), ['asking for the time before']],
  ])('goes without a time before %s, and says nothing of it', async (_, before, expected) => {
    const { answer, faults } = await reported(before);
    expect([answer.sentence, answer.before, answer.findings, answer.result.caveats, faults]).toEqual([
      SENTENCE,
      undefined,
      [],
      [],
      expected,
    ]);
  });

  test('goes without a time before that keeps it waiting', async () => {
    const { answer, faults } = await reported(new Promise<never>(() => {}), 1);
    expect([answer.sentence, answer.before, faults]).toEqual([SENTENCE, undefined, []]);
  });
});

test.each(['3.2', '3.6'] as const)('on v%s the day of the outage and the tags that came with it are found', async (version) => {
  const chats = createChats({ seed: 'northwind', anchor: NOW });
  const clock = createMovableClock(() => NOW);
  const sandbox = createReportsServer({ chats, clock, tokens: [TOKENS.reader] });
  try {
    const log = { info: () => {}, warn: () => {} };
    const credentials = { bearer: TOKENS.reader.token };
    const api = createReportsApi({ baseUrl: await sandbox.start(0), version, credentials, clock: clock.now, random: () => 0, log });
    const asked = createLanguage(REPORTS).understand('tags last week', { ...ASKER, now: NOW });
    if (asked.kind !== 'question') throw new Error('No question');
    const { findings } = await reporterOver(api).reporter.report(asked, ASKER, { isPublic: false, pictureMs: 60_000, signal });
    expect(findings?.map(({ sentence }) => sentence)).toEqual([
      'Wed 11 Nov stands out: 1,086 tag uses (Wed 4 Nov: 382).',
      '“checkout error” is new: 257 uses (the week before: none).',
      '“stove recall” is new: 129 uses (the week before: none).',
    ]);
    // One question, and one about the time before.
    expect(sandbox.journal.entries()).toHaveLength(2);
  } finally {
    await sandbox.stop();
  }
});
