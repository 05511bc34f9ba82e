import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparison } from '../../src/insights/comparison.ts';
import { numbersOfToday } from '../../src/insights/today.ts';
import { type Against, againstUsual, partOfDay } from '../../src/insights/usual.ts';
import type { Column, Table, Value } from '../../src/model/result.ts';
import { Temporal } from '../../src/model/time.ts';

const CHATS: Column = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
const CHATTING: Column = { key: 'chatting', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };
const WEDNESDAY = Temporal.PlainDate.from('2026-11-18');
const AT_TWO = { day: WEDNESDAY, until: 2 };

/** Hours from midnight on of some days, each hour with its values. */
function hours(columns: readonly Column[], days: Readonly<Record<string, readonly (readonly Value[])[]>>): Table {
  const rows = Object.entries(days).flatMap(([day, values]) =>
    values.map((each, hour) => ({ key: `${day} ${String(hour).padStart(2, '0')}:00`, label: `${hour}`, values: each })),
  );
  return { rowLabel: 'Hour', columns, rows };
}

describe('a day so far', () => {
  test('is held against the same hours of the same weekday', () => {
    const table = hours([CHATS], {
      '2026-11-18': [[30], [31]],
      '2026-11-17': [[900], [900]],
      '2026-11-11': [[20], [20], [500]],
      '2026-11-04': [[25], [25], [500]],
      '2026-10-28': [[10], [20], [500]],
      '2026-10-21': [[1000], [0], [500]],
    });
    expect(againstUsual(table, AT_TWO)).toEqual([{ key: 'chats', label: 'Chats', unit: 'chats', value: 61, usual: 45, volume: 45 }]);
  });

  test('has means weighted by what they are made of', () => {
    const [chats, chatting] = [[10, 30] as const, [100, 200] as const];
    const day = [0, 1].map((hour) => [chats[hour] ?? null, chatting[hour] ?? null]);
    const table = hours([CHATS, CHATTING], { '2026-11-18': day, '2026-11-11': day, '2026-11-04': day, '2026-10-28': day });
    expect(againstUsual(table, AT_TWO)[1]).toEqual({ ...CHATTING, combine: undefined, value: 175, usual: 175, volume: 40 });
  });

  test('has no usual of two days, nor of days on which nothing was counted', () => {
    const two = [[20], [20]];
    const table = hours([CHATS], { '2026-11-18': [[30], [31]], '2026-11-11': two, '2026-11-04': two, '2026-10-28': [[0], [0]] });
    expect(againstUsual(table, AT_TWO)[0]).toMatchObject({ value: 61, usual: null, volume: 0 });
  });

  test('counts a quiet night as usual where the rest of the day was not', () => {
    const quiet = [[0], [0], [9]];
    const table = hours([CHATS], { '2026-11-18': [[1], [0]], '2026-11-11': quiet, '2026-11-04': quiet, '2026-10-28': quiet });
    expect(againstUsual(table, AT_TWO)[0]).toMatchObject({ value: 1, usual: 0 });
  });

  test('ends with its last full hour, whichever way the clocks went', () => {
    const moments = ['2026-11-18T14:59:59+01:00', '2026-11-18T00:59+01:00', '2026-10-25T02:30+01:00', '2026-03-29T03:30+02:00'];
    const until = moments.map((moment) => partOfDay(Temporal.ZonedDateTime.from(`${moment}[Europe/Warsaw]`)).until);
    expect(until).toEqual([14, 0, 2, 3]);
  });
});

test('the numbers of a day are chats, their time, the uses of tags, and the top tag', () => {
  const tag = (name: string): Column => ({ key: name, label: name, unit: 'uses', combine: { by: 'sum' } });
  const tags = hours([tag('refund'), tag('vip')], {
    '2026-11-18': [[1, 5]],
    '2026-11-11': [[9, 3]],
    '2026-11-04': [[9, 1]],
    '2026-10-28': [[9, 2]],
  });
  const day = [[20, 60]];
  const duration = hours([CHATS, CHATTING], { '2026-11-18': day, '2026-11-11': day, '2026-11-04': day, '2026-10-28': day });
  const shown = (found: readonly Against[]) => found.map(({ label, value, usual }) => [label, value, usual]);
  expect([numbersOfToday({ duration, tags }, AT_TWO), numbersOfToday({ duration: null, tags: null }, AT_TWO)].map(shown)).toEqual([
    [
      ['Chats', 20, 20],
      ['Chatting time', 60, 60],
      ['Tag uses', 6, 11],
      ['Top tag: vip', 5, 2],
    ],
    [],
  ]);
});

describe('a comparison', () => {
  const against = (value: Value, usual: Value, rest: Partial<Against> = {}) =>
    comparison({ key: 'chats', label: 'Chats', unit: 'chats', value, usual, volume: 100, ...rest }, 'Wednesday');

  test('says by how much, with its sign and in words', () => {
    expect([against(412, 335), against(300, 335), against(335, 335), against(412, 335, { unit: 'seconds' })]).toEqual([
      '+23%, more than on a usual Wednesday',
      '−10%, fewer than on a usual Wednesday',
      'as on a usual Wednesday',
      '+1m 17s, longer than on a usual Wednesday',
    ]);
  });

  test('makes no percentage of little, and nothing of nothing', () => {
    expect([against(4, 2, { volume: 2 }), against(null, 875, { unit: 'seconds', volume: 0 }), against(4, null), against(335, 1)]).toEqual([
      'usually 2 on a Wednesday',
      'usually 14m 35s on a Wednesday',
      'nothing to compare with yet',
      'usually 1 on a Wednesday',
    ]);
  });

  test('is finite words, whatever the numbers', () => {
    const number = fc.option(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true })));
    fc.assert(
      fc.property(number, number, fc.nat(), fc.constantFrom('chats', 'uses', 'seconds'), (value, usual, volume, unit) => {
        const words = against(value, usual, { volume, unit });
        return !/NaN|Infinity|null|undefined/.test(words) && words.length < 80;
      }),
    );
  });
});
