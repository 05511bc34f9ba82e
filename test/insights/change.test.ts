import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Compared, change, compared } from '../../src/insights/change.ts';
import { baselineInWords, changeInBrief, changeInShort, changesSentence } from '../../src/insights/comparison.ts';
import type { Baseline, Column, Metric, Table, Unit, Value } from '../../src/model/result.ts';
import { range, WEEK } from '../reports/given.ts';

const CHATS: Column = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
const CHATTING: Column = { key: 'chatting', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };
const tag = (name: string): Column => ({ key: name, label: name, unit: 'uses', combine: { by: 'sum' } });

/** Days from one on, a list of values for each. */
function days(first: number, columns: readonly Column[], ...values: readonly (readonly Value[])[]): Table {
  const rows = values.map((each, index) => ({ key: `2026-11-0${first + index}`, label: `${first + index} Nov`, values: each }));
  return { rowLabel: 'Day', columns, rows };
}

const duration = (first: number, chats: readonly number[], times: readonly number[]): Pick<Baseline, 'headline' | 'table'> => {
  const all = chats.reduce((sum, each) => sum + each, 0);
  const mean = chats.reduce((sum, each, index) => sum + each * (times[index] ?? 0), 0) / all;
  return {
    headline: [
      { key: 'chatting', label: 'Chatting time per chat', value: mean, unit: 'seconds', from: { column: 'chatting' } },
      { key: 'chats', label: 'Chats', value: all, unit: 'chats' },
      {
        key: 'longest',
        label: `Longest: ${first} Nov`,
        value: times[0] ?? null,
        unit: 'seconds',
        from: { column: 'chatting', row: `2026-11-0${first}` },
      },
    ],
    table: days(first, [CHATS, CHATTING], ...chats.map((each, index) => [each, times[index] ?? null])),
  };
};

describe('the change of a number', () => {
  test('has a percentage where there is enough to make one of', () => {
    expect([
      change({ value: 412, before: 335, volume: 335 }),
      change({ value: 300, before: 335, volume: 300 }),
      change({ value: 4, before: 2, volume: 2 }),
      change({ value: 335, before: 1, volume: 300 }),
      change({ value: 5, before: 0, volume: 0 }),
      change({ value: 40, before: 40, volume: 40 }),
    ]).toEqual([
      { difference: 77, percent: 23 },
      { difference: -35, percent: -10 },
      { difference: 2, percent: null },
      { difference: 334, percent: null },
      { difference: 5, percent: null },
      { difference: 0, percent: 0 },
    ]);
  });
});

describe('a headline beside its baseline', () => {
  const [now, before] = [duration(8, [300, 112], [900, 800]), duration(1, [200, 135], [800, 700])];

  test('finds each number where it is of the same', () => {
    const found = compared(now, before).map(({ metric, column, before: then, change: found }) => [
      metric.key,
      column?.key,
      then,
      found?.difference,
    ]);
    const mean = (200 * 800 + 135 * 700) / 335;
    const meanNow = (300 * 900 + 112 * 800) / 412;
    expect(found).toEqual([
      ['chatting', 'chatting', mean, meanNow - mean],
      ['chats', undefined, 335, 77],
      // Of the row that stands beside it, not of the longest one of the other time.
      ['longest', 'chatting', 800, 100],
    ]);
  });

  test('weighs a mean by its chats: of few there is no percentage', () => {
    const few = compared(duration(8, [3, 4], [900, 800]), before).map(({ change: found }) => found?.percent);
    expect(few).toEqual([null, null, null]);
  });

  test('compares a tag with itself, used then or not', () => {
    const uses = (name: string, value: number): Metric => ({
      key: 'top',
      label: `Most used: ${name}`,
      value,
      unit: 'uses',
      from: { column: name },
    });
    const first = { headline: [uses('vip', 30)], table: days(8, [tag('vip'), tag('bug')], [30, 2]) };
    const then = { headline: [uses('bug', 40)], table: days(1, [tag('bug'), tag('vip')], [40, 25]) };
    const never = { headline: [uses('bug', 40)], table: days(1, [tag('bug')], [40]) };
    expect([compared(first, then), compared(first, never)].map(([one]) => [one?.before, one?.change])).toEqual([
      [25, { difference: 5, percent: 20 }],
      [0, { difference: 30, percent: null }],
    ]);
  });

  test('has nothing to say of what one of them does not have', () => {
    const nothing = { headline: [], table: days(1, [CHATS]) };
    expect(compared(now, nothing).map(({ before: then, change: found }) => [then, found])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });
});

test('what is counted over times of unlike lengths is told by the day; means are not, nor is what is usual', () => {
  const now = { ...duration(8, [300, 112], [900, 800]), range: WEEK };
  const longer = range('2026-10-01T00:00', '2026-11-01T00:00');
  const then = { ...duration(1, [900, 850], [800, 700]), range: longer };
  const usual = { ...then, table: { ...then.table, totals: then.table.columns.map(() => 40) } };
  const said = compared(now, then);
  expect([
    changesSentence(said, 'October'),
    said.map((one) => changeInShort(one, 'October')),
    said.map((one) => changeInBrief(one, 'October')),
    compared(now, usual).map(({ lengths }) => lengths),
  ]).toEqual([
    'Against October: chatting time per chat 14m 33s, 2m 01s longer than 12m 31s; chats 412, 59 a day against 56 a day (+4%).',
    ['+2m 01s on October: 12m 31s', '+4%: 59 a day, October: 56 a day', '+1m 40s on October: 13m 20s'],
    ['+2m 01s on October', '+4% a day on October', null],
    [undefined, undefined, undefined],
  ]);
});

const TIME = fc.double({ min: 0, max: 1e12, noNaN: true });

describe('a change in words', () => {
  const one = (value: Value, before: Value, rest: { unit?: Unit; volume?: number; label?: string } = {}): Compared => {
    const { unit = 'chats', volume = 100, label = 'Chats' } = rest;
    return {
      metric: { key: 'k', label, value, unit },
      column: null,
      before,
      change: value === null || before === null ? null : change({ value, before, volume }),
    };
  };
  const time = { unit: 'seconds', label: 'Chatting time per chat' } as const;

  test('stands behind its number', () => {
    const all = [
      one(412, 335),
      one(300, 335),
      one(335, 335),
      one(10_001, 10_000),
      one(4, 2, { volume: 2 }),
      one(955, 875, time),
      one(875.2, 875, time),
      one(955, 875, { ...time, volume: 3 }),
      one(null, 875, time),
      one(4, null),
    ];
    expect(all.map((each) => changeInShort(each, 'last month'))).toEqual([
      '+23% on last month: 335',
      '−10% on last month: 335',
      'same as last month',
      '+1 on last month: 10,000',
      '+2 on last month: 2',
      '+1m 20s on last month: 14m 35s',
      'same as last month',
      'last month: 14m 35s',
      'last month: 14m 35s',
      null,
    ]);
  });

  test('that nobody asked for stands behind its number in brief, or not at all', () => {
    const ofARow = one(412, 335);
    const all = [
      one(412, 335),
      one(335, 335),
      one(4, 2, { volume: 2 }),
      one(955, 875, time),
      one(955, 875, { ...time, volume: 3 }),
      one(null, 875, time),
      { ...ofARow, metric: { ...ofARow.metric, from: { column: 'chats', row: '2026-11-09' } } },
    ];
    expect(all.map((each) => changeInBrief(each, 'the week before'))).toEqual([
      '+23% on the week before',
      'same as the week before',
      '+2 on the week before',
      '+1m 20s on the week before',
      null,
      null,
      null,
    ]);
  });

  test('is a sentence with both numbers', () => {
    const sentence = (...all: readonly Compared[]) => changesSentence(all, 'the week before');
    expect([
      sentence(one(412, 335), one(955, 875, time)),
      sentence(one(300, 335), one(795, 875, time)),
      sentence(one(335, 335), one(875, 875, time)),
      sentence(one(4, 2, { volume: 2 }), one(955, 875, { ...time, volume: 3 })),
      sentence(one(null, 335)),
    ]).toEqual([
      'Against the week before: chats 412, 77 more than 335 (+23%); chatting time per chat 15m 55s, 1m 20s longer than 14m 35s.',
      'Against the week before: chats 300, 35 fewer than 335 (−10%); chatting time per chat 13m 15s, 1m 20s shorter than 14m 35s.',
      'Against the week before: chats 335, the same; chatting time per chat 14m 35s, the same.',
      'Against the week before: chats 4, 2 more than 2; chatting time per chat 15m 55s, before 14m 35s.',
      null,
    ]);
  });

  test('of a tag has its name, and what is of one row only is left out', () => {
    const metrics = compared(duration(8, [300], [900]), duration(1, [200], [900]));
    const vip = { ...one(30, 25, { unit: 'uses', label: 'Most used: vip' }), column: tag('vip') };
    expect([changesSentence([vip], 'yesterday'), changesSentence(metrics, 'yesterday')]).toEqual([
      'Against yesterday: “vip” 30, 5 more than 25 (+20%).',
      'Against yesterday: chatting time per chat 15m 00s, the same; chats 300, 100 more than 200 (+50%).',
    ]);
  });

  test('says of a range that is not over that its baseline is cut like it', () => {
    const before = range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'the week before' });
    const today = range('2026-11-18T00:00', '2026-11-18T14:05', { label: 'today', partial: true });
    const week = range('2026-11-16T00:00', '2026-11-18T14:05', { label: 'this week', partial: true });
    expect([
      baselineInWords(WEEK, before),
      baselineInWords(today, { ...before, label: 'yesterday' }),
      baselineInWords(week, before),
    ]).toEqual(['the week before', 'the same hours of yesterday', 'the same days and hours of the week before']);
  });

  test('is finite words, whatever the numbers', () => {
    const numbers = fc.oneof(
      fc.record({ unit: fc.constantFrom<Unit>('chats', 'uses'), values: fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())) }),
      fc.record({ unit: fc.constant<Unit>('seconds'), values: fc.tuple(fc.option(TIME), fc.option(TIME)) }),
    );
    fc.assert(
      fc.property(numbers, fc.nat(), ({ unit, values: [value, before] }, volume) => {
        const found = one(value, before, { unit, volume });
        const words = [changeInShort(found, 'then'), changesSentence([found], 'then')].join(' ');
        return !/NaN|Infinity|undefined|null|[+−]0(?:[%s ]|$)/.test(words) && words.length < 200;
      }),
    );
  });
});
