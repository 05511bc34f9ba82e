import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compared } from '../../src/insights/change.ts';
import { changeInShort, changesSentence, usualInWords } from '../../src/insights/comparison.ts';
import { countedForUsual, knownDays, usualBaseline } from '../../src/insights/usual-baseline.ts';
import type { ReportQuery } from '../../src/model/query.ts';
import type { Column, Metric, Table, Value } from '../../src/model/result.ts';
import { Temporal } from '../../src/model/time.ts';
import { createCalendar } from '../../src/reports/buckets/calendar.ts';
import { query as asking, range } from '../reports/given.ts';

const CHATS: Column = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
const CHATTING: Column = { key: 'chatting', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };
const tag = (name: string): Column => ({ key: name, label: name, unit: 'uses', combine: { by: 'sum' } });

const TUESDAY = asking({ range: range('2026-11-17T00:00', '2026-11-18T00:00', { label: 'yesterday' }) });
const AT = (hours: string) =>
  asking({ range: range(`2026-11-17T${hours.slice(0, 5)}`, `2026-11-17T${hours.slice(6)}`), distribution: 'hour' });

/** A table of a query's rows, each with the values that are made for its key. */
function tableOf(query: ReportQuery, columns: readonly Column[], valuesOf: (key: string) => readonly Value[]): Table {
  return { rowLabel: 'Day', columns, rows: createCalendar(query).rows.map((row) => ({ ...row, values: valuesOf(row.key) })) };
}

/** The eight weeks before a query's range, as they are counted for it. */
function historyOf(query: ReportQuery, columns: readonly Column[], valuesOf: (key: string) => readonly Value[]): Table {
  const first = Temporal.Instant.fromEpochMilliseconds(query.range.start).toZonedDateTimeISO('Europe/Warsaw').toPlainDate();
  const weeks = range(`${first.subtract({ weeks: 8 })}T00:00`, `${first}T00:00`);
  return tableOf({ ...query, range: weeks, distribution: countedForUsual(query) }, columns, valuesOf);
}

/** The eight Tuesdays before 17 November 2026, the first one first. */
const TUESDAYS = ['09-22', '09-29', '10-06', '10-13', '10-20', '10-27', '11-03', '11-10'].map((day) => `2026-${day}`);
const nth = (key: string): number => TUESDAYS.indexOf(key.slice(0, 10));

const CHATS_METRIC: Metric = { key: 'chats', label: 'Chats', value: 412, unit: 'chats' };

describe('a usual day', () => {
  const found = { headline: [CHATS_METRIC], table: tableOf(TUESDAY, [CHATS], () => [412]) };

  test('is the median of its like days, with how far they are from it, and one wild day moves neither', () => {
    const like = [300, 310, 330, 335, 335, 350, 360, 9000];
    const history = historyOf(TUESDAY, [CHATS], (key) => [like[nth(key)] ?? 1]);
    const { baseline } = usualBaseline({ found, query: TUESDAY, history });
    expect([baseline, knownDays({ query: TUESDAY, history })]).toEqual([
      {
        headline: [{ ...CHATS_METRIC, value: 335, spread: 30 }],
        table: { rowLabel: 'Day', columns: [CHATS], rows: [{ key: '2026-11-17', label: 'Tue 17 Nov', values: [335] }], totals: [335] },
      },
      [8],
    ]);
    const changes = compared(found, baseline);
    expect([changesSentence(changes, 'a usual Tuesday'), changes.map((one) => changeInShort(one, 'a usual Tuesday'))]).toEqual([
      'Against a usual Tuesday: chats 412, 77 more than 335 ± 30 (+23%).',
      ['+23% on a usual Tuesday: 335 ± 30'],
    ]);
  });

  test('is not made of days on which nothing was counted', () => {
    const like = [0, 0, 0, 0, 0, 300, 310, 330];
    const history = historyOf(TUESDAY, [CHATS], (key) => [like[nth(key)] ?? 1]);
    expect([usualBaseline({ found, query: TUESDAY, history }).baseline.table.totals, knownDays({ query: TUESDAY, history })]).toEqual([
      [310],
      [3],
    ]);
  });

  test('of too few has no number', () => {
    const history = historyOf(TUESDAY, [CHATS], (key) => [nth(key) > 5 ? 300 : 0]);
    expect([usualBaseline({ found, query: TUESDAY, history }).baseline.headline, knownDays({ query: TUESDAY, history })]).toEqual([
      [{ ...CHATS_METRIC, value: null }],
      [2],
    ]);
  });
});

describe('a part of a day', () => {
  const query = AT('09:00-11:00');

  test('is held against the same hours, each hour against its like and all of them as one', () => {
    // At nine 10 or 30, at ten the other of them: 40 each day.
    const chats = (key: string) => (/ 09:00$/.test(key) ? 10 + 20 * (nth(key) % 2) : / 10:00$/.test(key) ? 30 - 20 * (nth(key) % 2) : 500);
    const history = historyOf(query, [CHATS], (key) => [chats(key) + (nth(key) === 0 ? 7 : 0)]);
    const { baseline } = usualBaseline({ found: { headline: [CHATS_METRIC], table: tableOf(query, [CHATS], () => [1]) }, query, history });
    expect([baseline.table.rows.map(({ key, values }) => [key, values]), baseline.table.totals, baseline.headline[0]?.spread]).toEqual([
      [
        ['2026-11-17 09:00', [24]],
        ['2026-11-17 10:00', [20]],
      ],
      [40],
      0,
    ]);
  });

  test('has means by what they are made of, and a quiet hour of a known day counts', () => {
    const values = (key: string): Value[] => (/ 09:00$/.test(key) ? [10, 100] : / 10:00$/.test(key) ? [30, 200] : [500, 900]);
    const history = historyOf(query, [CHATS, CHATTING], (key) => (nth(key) > 4 && !/ 14:/.test(key) ? [0, null] : values(key)));
    const table = tableOf(query, [CHATS, CHATTING], () => [1, 1]);
    expect(usualBaseline({ found: { headline: [], table }, query, history }).baseline.table.totals).toEqual([40, 175]);
  });
});

test('several days are each held against their own like days, and combined; one that was always closed adds nothing', () => {
  const query = asking();
  const columns = [CHATS, CHATTING];
  const isSunday = (key: string) => Temporal.PlainDate.from(key).dayOfWeek === 7;
  const history = historyOf(query, columns, (key) =>
    isSunday(key) ? [0, null] : [100 * Temporal.PlainDate.from(key).dayOfWeek, Temporal.PlainDate.from(key).dayOfWeek],
  );
  const table = tableOf(query, columns, () => [1, 1]);
  const { baseline } = usualBaseline({ found: { headline: [], table }, query, history });
  expect([baseline.table.rows.map(({ values }) => values), baseline.table.totals, knownDays({ query, history })]).toEqual([
    [
      [100, 1],
      [200, 2],
      [300, 3],
      [400, 4],
      [500, 5],
      [600, 6],
      [null, null],
    ],
    [2100, 91 / 21],
    [8, 8, 8, 8, 8, 8, 0],
  ]);
});

test('the usual uses of all tags are not the sum of the usual uses of each', () => {
  const query = AT('09:00-11:00');
  const columns = [tag('refund'), tag('vip')];
  // Each hour of each day has ten uses of one tag, in turn.
  const turn = (key: string) => (nth(key) + Number(key.slice(11, 13))) % 2;
  const history = historyOf(query, columns, (key) => (turn(key) === 0 ? [10, 0] : [0, 10]));
  const headline: Metric[] = [{ key: 'uses', label: 'Tag uses', value: 40, unit: 'uses' }];
  const { baseline, drawn } = usualBaseline({ found: { headline, table: tableOf(query, columns, () => [1, 1]) }, query, history });
  expect([
    baseline.headline[0]?.value,
    baseline.table.totals,
    drawn.table.columns.length,
    drawn.table.rows.map(({ values }) => values),
  ]).toEqual([20, [10, 10], 1, [[10], [10]]]);
});

test('it is said of how many days it is', () => {
  expect([usualInWords([8]), usualInWords([6, 8])]).toEqual([
    'Usual is the median of 8 like days: the same weekday in the 8 weeks before; ± is how far they are from it.',
    'Usual is the median of 6 to 8 like days: the same weekday in the 8 weeks before; ± is how far they are from it. On the others nothing was counted.',
  ]);
});

test('what is usual lies within what its like days had, and where all were alike it is that, whatever they had', () => {
  const days = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 8, maxLength: 8 });
  const found = { headline: [CHATS_METRIC], table: tableOf(TUESDAY, [CHATS], () => [412]) };
  fc.assert(
    fc.property(days, fc.nat({ max: 100_000 }), (like, others) => {
      const history = historyOf(TUESDAY, [CHATS], (key) => [like[nth(key)] ?? others]);
      const [usual] = usualBaseline({ found, query: TUESDAY, history }).baseline.headline;
      const value = usual?.value ?? -1;
      const isWithin = value >= Math.min(...like) && value <= Math.max(...like) && Number.isInteger(value);
      return isWithin && (new Set(like).size > 1 || (value === like[0] && usual?.spread === 0));
    }),
    { numRuns: 50 },
  );
});
