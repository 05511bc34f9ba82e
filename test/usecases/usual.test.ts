import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import type { Context } from '../../src/language/question.ts';
import { createReportsApi } from '../../src/livechat/client.ts';
import type { Value } from '../../src/model/result.ts';
import { Temporal } from '../../src/model/time.ts';
import { csvOf } from '../../src/presentation/csv.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { type ApiQuery, type ReportsApi, valueIn } from '../../src/reports/report.ts';
import { createChats } from '../../src/sandbox/chats.ts';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { TOKENS } from '../../src/sandbox/company.ts';
import { createReportsServer } from '../../src/sandbox/reports-api/server.ts';
import { sourceOf } from '../reports/given.ts';
import { count } from '../support/counter.ts';
import { reporterOver } from './reporting.ts';

const language = createLanguage(REPORTS);

/** Wednesday, in the afternoon. */
const NOW = Date.parse('2026-11-18T15:42:10+01:00');
const CONTEXT: Context = { now: NOW, zone: 'Europe/Warsaw', weekStart: 'monday', locale: 'en-US' };

async function answered(words: string, api: ReportsApi) {
  const asked = language.understand(words, CONTEXT);
  if (asked.kind !== 'question') throw new Error(`“${words}” is no question.`);
  const queries: ApiQuery[] = [];
  const counting: ReportsApi = {
    version: () => api.version(),
    fetch(method, query, signal) {
      queries.push(query);
      return api.fetch(method, query, signal);
    },
  };
  const { reporter, charts, faults } = reporterOver(counting);
  const making = { isPublic: false, pictureMs: 60_000, signal: new AbortController().signal };
  return { answer: await reporter.report(asked, { workspace: 'T1', weekStart: 'monday' }, making), queries, charts, faults };
}

/** By day: what is said of each, and nothing on all others. */
function apiWith(chats: Readonly<Record<string, number>>): ReportsApi {
  return {
    version: async () => '3.6',
    async fetch(method, { range }) {
      const [from, until] = [range.start, range.end].map(
        (at) => `${Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(range.zone).toPlainDate()}`,
      );
      const days = Object.entries(chats).filter(([day]) => from !== undefined && until !== undefined && day >= from && day < until);
      const records = Object.fromEntries(days.map(([day, each]) => [day, { count: each, agents_chatting_duration: 600 }]));
      return { wire: method.decode.parse({ records }), source: sourceOf('3.6') };
    },
  };
}

const TUESDAYS = { '2026-11-10': 330, '2026-11-03': 300, '2026-10-27': 340, '2026-10-20': 9000 };

test('a day is compared with its usual by one more call, and says of how many days that is', async () => {
  const { answer, queries, charts, faults } = await answered(
    'duration yesterday vs usual by day',
    apiWith({ '2026-11-17': 412, ...TUESDAYS }),
  );
  expect([answer.sentence, queries.length, queries[1]?.distribution, answer.result.caveats, faults]).toEqual([
    'Agents spent 10m 00s per chat yesterday (412 chats). Against a usual Tuesday: chatting time per chat 10m 00s, the same; chats 412, 77 more than 335 ± 30 (+23%).',
    2,
    'day',
    [
      'Usual is the median of 4 like days: the same weekday in the 8 weeks before; ± is how far they are from it. On the others nothing was counted.',
    ],
    [],
  ]);
  expect([charts[0]?.config.data.datasets.map(({ label, data }) => [label, data]), csvOf(answer.result).split('\r\n').slice(0, 2)]).toEqual(
    [
      [
        ['yesterday', [10]],
        ['a usual Tuesday', [10]],
      ],
      [
        '\uFEFFDay,Chats,Chatting time (seconds),vs a usual Tuesday: Day,vs a usual Tuesday: Chats,vs a usual Tuesday: Chatting time (seconds)',
        '2026-11-17,412,600,2026-11-17,335,600',
      ],
    ],
  );
});

test.each([
  [
    'of two days is none',
    { '2026-11-10': 330, '2026-11-03': 300 },
    'There is no comparison with a usual Tuesday: 2 of the 8 days before that are like it have any numbers, 3 are needed.',
  ],
  [
    'of a weekday that was always closed is none',
    { '2026-11-09': 330 },
    'There is no comparison with a usual Tuesday: nothing was counted on any day like it in the 8 weeks before.',
  ],
  [
    'of nothing is none',
    {},
    'There is nothing to compare with: LiveChat has no numbers for a usual Tuesday (Tue 22 Sep – Mon 16 Nov 2026).',
  ],
])('a usual %s, and the answer says so', async (_, before, caveat) => {
  const { answer } = await answered('duration yesterday vs usual by day', apiWith({ '2026-11-17': 412, ...before }));
  expect([answer.sentence, answer.result.baseline, answer.result.caveats]).toEqual([
    'Agents spent 10m 00s per chat yesterday (412 chats).',
    undefined,
    [caveat],
  ]);
});

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2;
};

/** Days of which so many hours are counted by hand. */
interface ByHand {
  readonly words: string;
  readonly days: readonly string[];
  readonly from: number;
  readonly until: number;
}

const whole = { from: 0, until: 24 };
const WEEK = Array.from({ length: 7 }, (_, index) => `2026-11-${String(9 + index).padStart(2, '0')}`);

describe.each(['3.2', '3.6'] as const)('on v%s the usual is what one counts by hand', (version) => {
  test.each<ByHand>([
    { words: 'yesterday', days: ['2026-11-17'], ...whole },
    { words: 'today', days: ['2026-11-18'], from: 0, until: 15 },
    { words: 'yesterday 9 to 12', days: ['2026-11-17'], from: 9, until: 12 },
    { words: 'last week', days: WEEK, ...whole },
  ])('$words', async ({ words, days, from, until }) => {
    const chats = createChats({ seed: 'usual', anchor: NOW });
    const clock = createMovableClock(() => NOW);
    const sandbox = createReportsServer({ chats, clock, tokens: [TOKENS.reader] });
    try {
      const log = { info: () => {}, warn: () => {} };
      const credentials = { bearer: TOKENS.reader.token };
      const api = createReportsApi({ baseUrl: await sandbox.start(0), version, credentials, clock: clock.now, random: () => 0, log });
      const at = (day: Temporal.PlainDate, hour: number) => day.toZonedDateTime('Europe/Warsaw').add({ hours: hour });
      // No Sunday on which clocks change is asked for by the hour here.
      const countOn = (day: Temporal.PlainDate) => {
        const start = at(day, from).epochMilliseconds;
        const end = until === 24 ? at(day.add({ days: 1 }), 0).epochMilliseconds : at(day, until).epochMilliseconds;
        return count(chats.between(start, end), { start, end, zone: 'Europe/Warsaw', distribution: 'day' }).total;
      };
      const likes = (day: string) =>
        Array.from({ length: 8 }, (_, week) => countOn(Temporal.PlainDate.from(day).subtract({ weeks: week + 1 })));
      const usual = (read: (counted: ReturnType<typeof countOn>) => number) =>
        days.reduce((sum, day) => sum + median(likes(day).map(read)), 0);
      const uses = ({ tags }: ReturnType<typeof countOn>) => [...tags.values()].reduce((sum, each) => sum + each, 0);
      const [duration, tags] = await Promise.all([answered(`duration ${words} vs usual`, api), answered(`tags ${words} vs usual`, api)]);
      const then = (result: typeof duration, key: string): Value => valueIn(result.answer.result.baseline?.headline ?? [], key);
      expect([then(duration, 'chats'), then(tags, 'uses'), duration.queries.length, tags.queries.length]).toEqual([
        Math.round(usual(({ count: each }) => each)),
        Math.round(usual(uses)),
        2,
        2,
      ]);
    } finally {
      await sandbox.stop();
    }
  });
});
