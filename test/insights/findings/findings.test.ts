import { describe, expect, test } from '@jest/globals';
import { findingsIn } from '../../../src/insights/findings/index.ts';
import type { Distribution } from '../../../src/model/query.ts';
import { range, WEEK } from '../../reports/given.ts';
import { CHATS, CHATTING, daysFrom, evidence, foundBy, type Given, saidBy, tag, USUAL } from './given.ts';

const with3 = (value: number | null) => USUAL.map((each, index) => (index === 2 ? value : each));

describe('a day or an hour that stands out', () => {
  test('is far from its like, beyond what chance and the others do', () => {
    expect(foundBy('unusual', { now: [[CHATS, with3(612)]], before: [[CHATS, USUAL]] })).toEqual([
      {
        kind: 'unusual',
        score: 83.04,
        sentence: 'Wed 11 Nov stands out: 612 chats (Wed 4 Nov: 305).',
        numbers: [
          { label: 'Wed 11 Nov', value: '612' },
          { label: 'Wed 4 Nov', value: '305' },
          { label: 'Median of its like', value: '305' },
          { label: 'Median of all working days', value: '300' },
        ],
        about: 'row 2026-11-11',
      },
    ]);
  });

  test.each<[string, number, number, string[]]>([
    ['was wild', 30, 411, []],
    ['was wild, and this one too', 30, 1126, ['Wed 11 Nov stands out: 1,126 chats (Wed 4 Nov: 30).']],
    ['was wild the other way', 1126, 411, []],
    ['was as ever', 388, 1126, ['Wed 11 Nov stands out: 1,126 chats (Wed 4 Nov: 388).']],
    ['was wild, and this one is between it and the others', 30, 200, []],
  ])('is none for the one day like it: that %s', (_, like, value, said) => {
    const week = (wednesday: number) => [400, 431, wednesday, 360, 450, 120, 90];
    expect(saidBy('unusual', { now: [[CHATS, week(value)]], before: [[CHATS, week(like)]] })).toEqual(said);
  });

  test('of a weekend is held against days of weekends, none of which is the wild one before', () => {
    const week = (saturday: number) => [400, 410, 390, 400, 405, saturday, 90];
    expect([
      saidBy('unusual', { now: [[CHATS, week(300)]], before: [[CHATS, week(110)]] }),
      saidBy('unusual', { now: [[CHATS, week(110)]], before: [[CHATS, week(300)]] }),
    ]).toEqual([['Sat 14 Nov stands out: 300 chats (Sat 7 Nov: 110).'], []]);
  });

  test('is not measured by what follows it', () => {
    const before = { range: WEEK, now: [[CHATS, with3(612)]], before: [[CHATS, USUAL]] } as const;
    expect(saidBy('unusual', { ...before, beforeRange: daysFrom('2026-11-16', 7) })).toEqual([]);
  });

  test('is measured by the median of its like before it, in the range too, which one wild day does not move', () => {
    const weeks = [USUAL, USUAL, with3(9000), USUAL, USUAL, with3(612)];
    const given = { range: daysFrom('2026-10-05', 42), now: [[CHATS, weeks.flat()]] } as const;
    expect([saidBy('unusual', given), foundBy('unusual', given)?.at(-1)?.numbers]).toEqual([
      ['Wed 21 Oct stands out: 9,000 chats (usually 305).', 'Wed 11 Nov stands out: 612 chats (usually 305).'],
      [
        { label: 'Wed 11 Nov', value: '612' },
        { label: 'Wed 7 Oct', value: '305' },
        { label: 'Wed 14 Oct', value: '305' },
        { label: 'Wed 21 Oct', value: '9,000' },
        { label: 'Wed 28 Oct', value: '305' },
        { label: 'Wed 4 Nov', value: '305' },
        { label: 'Median of its like', value: '305' },
      ],
    ]);
  });

  test('is not one that is less than a quarter away, that chance explains, or that was not over', () => {
    const [before, few] = [[[CHATS, USUAL]], [[CHATS, [5, 6, 5, 4, 6, 5, 3]]]] as const;
    const until = range('2026-11-09T00:00', '2026-11-11T10:00', { partial: true });
    expect([
      saidBy('unusual', { now: [[CHATS, with3(370)]], before }),
      saidBy('unusual', { now: [[CHATS, [5, 6, 12, 4, 6, 5, 3]]], before: few }),
      saidBy('unusual', { range: until, now: [[CHATS, [300, 310, 900]]], before }),
      saidBy('unusual', { now: [[CHATS, with3(612)]] }),
    ]).toEqual([[], [], [], []]);
  });

  test('is one of times as well, where enough chats are behind them', () => {
    const times = (third: number) => [900, 905, third, 895, 900, 910, 900];
    const given = (chats: number): Given => ({
      now: [
        [CHATS, USUAL.map(() => chats)],
        [CHATTING, times(1500)],
      ],
      before: [
        [CHATS, USUAL.map(() => chats)],
        [CHATTING, times(900)],
      ],
    });
    expect([saidBy('unusual', given(100)), saidBy('unusual', given(5))]).toEqual([
      ['Wed 11 Nov stands out: chatting time 25m 00s (Wed 4 Nov: 15m 00s).'],
      [],
    ]);
  });

  test('is an hour of a day beside the same hour of the day before', () => {
    const [day, before] = [
      range('2026-11-17T00:00', '2026-11-18T00:00', { label: 'yesterday' }),
      range('2026-11-10T00:00', '2026-11-11T00:00', { label: 'the Tuesday before' }),
    ];
    const hours = Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 2 : 30));
    const now = hours.map((each, hour) => (hour === 11 ? 110 : each));
    expect(
      saidBy('unusual', { range: day, beforeRange: before, distribution: 'hour', now: [[CHATS, now]], before: [[CHATS, hours]] }),
    ).toEqual(['11:00 stands out: 110 chats (the Tuesday before: 30).']);
    expect(
      saidBy('unusual', { range: day, beforeRange: before, distribution: 'hour', now: [[CHATS, hours]], before: [[CHATS, now]] }),
    ).toEqual([]);
  });
});

describe('silence', () => {
  const before = [[CHATS, USUAL]] as const;

  test('is a day without anything that usually has something', () => {
    expect(foundBy('silence', { now: [[CHATS, with3(0)]], before })).toEqual([
      {
        kind: 'silence',
        score: 91.29,
        sentence: 'No chats: Wed 11 Nov (usually 305).',
        numbers: [
          { label: 'Wed 11 Nov', value: '0' },
          { label: 'Median of its like', value: '305' },
        ],
        about: 'row 2026-11-11',
      },
    ]);
  });

  test('is not where the one day like it was wild, and such days are usually empty', () => {
    const week = (saturday: number) => [300, 310, 305, 290, 260, saturday, 0];
    expect([
      saidBy('silence', { now: [[CHATS, week(0)]], before: [[CHATS, week(30)]] }),
      saidBy('silence', { now: [[CHATS, USUAL.with(5, 0)]], before: [[CHATS, USUAL]] }),
    ]).toEqual([[], ['No chats: Sat 14 Nov (usually 110).']]);
  });

  test('names the days where they are several, and is none where days are usually empty or nothing was counted at all', () => {
    expect([
      saidBy('silence', { now: [[CHATS, [0, 0, 0, 0, 260, 110, 90]]], before }),
      saidBy('silence', { now: [[CHATS, with3(0)]], before: [[CHATS, with3(3)]] }),
      saidBy('silence', { now: [[CHATS, USUAL.map(() => 0)]], before }),
    ]).toEqual([['No chats: Mon 9 Nov, Tue 10 Nov and 2 more.'], [], []]);
  });
});

describe('a number of the headline', () => {
  const given = (all: number): Given => ({ now: [[CHATS, [all]]], before: [[CHATS, [335]]] });

  test('is told where it has changed notably, unless it is told anyway', () => {
    expect([foundBy('change', given(450)), foundBy('change', given(450), { isComparisonAsked: true })]).toEqual([
      [
        {
          kind: 'change',
          score: 61.53,
          sentence: 'Against the week before: chats 450, 115 more than 335 (+34%).',
          numbers: [
            { label: 'Chats', value: '450' },
            { label: 'Chats, the week before', value: '335' },
          ],
          about: 'total',
        },
      ],
      [],
    ]);
  });

  test('is told where nothing is left, and not where little has changed or was there', () => {
    expect([
      saidBy('change', given(0)),
      saidBy('change', given(370)),
      saidBy('change', { now: [[CHATS, [4]]], before: [[CHATS, [12]]] }),
      saidBy('change', { now: [[CHATS, [450]]] }),
    ]).toEqual([['Against the week before: chats 0, 335 fewer than 335.'], [], [], []]);
  });
});

describe('over the rows of one range', () => {
  const months = (...values: readonly number[]): Given => ({
    range: range('2026-01-01T00:00', `2026-0${values.length + 1}-01T00:00`, { label: 'this year' }),
    distribution: 'month',
    now: [[CHATS, values]],
  });

  test('the most and the fewest are records where they are ahead', () => {
    expect([
      foundBy('record', months(1000, 1100, 1050, 1900, 1020, 600)),
      saidBy('record', months(1000, 1100, 1050, 1200, 1020, 900)),
    ]).toEqual([
      [
        {
          kind: 'record',
          score: 48.79,
          sentence: 'Apr 2026 had the most of all months: 1,900 chats, next is Feb 2026 with 1,100.',
          numbers: [
            { label: 'Apr 2026', value: '1,900' },
            { label: 'Feb 2026', value: '1,100' },
            { label: 'Jan 2026', value: '1,000' },
            { label: 'Mar 2026', value: '1,050' },
            { label: 'May 2026', value: '1,020' },
            { label: 'Jun 2026', value: '600' },
          ],
          about: 'row 2026-04',
        },
        expect.objectContaining({ sentence: 'Jun 2026 had the fewest of all months: 600 chats, next is Jan 2026 with 1,000.' }),
      ],
      [],
    ]);
  });

  test('the quietest weekday of every week is no record', () => {
    expect(saidBy('record', { now: [[CHATS, [300, 310, 305, 290, 260, 110, 40]]] })).toEqual([]);
  });

  test('a streak goes on to the last month', () => {
    expect([foundBy('streak', months(900, 1000, 1100, 1210, 1300)), saidBy('streak', months(900, 1000, 1100, 1210, 1220, 1000))]).toEqual([
      [
        {
          kind: 'streak',
          score: 41.8,
          sentence: 'Chats went up 4 months in a row: Jan 2026 900, May 2026 1,300.',
          numbers: [
            { label: 'Months in a row', value: '4' },
            { label: 'Jan 2026', value: '900' },
            { label: 'Feb 2026', value: '1,000' },
            { label: 'Mar 2026', value: '1,100' },
            { label: 'Apr 2026', value: '1,210' },
            { label: 'May 2026', value: '1,300' },
          ],
          about: 'streak chats',
        },
      ],
      [],
    ]);
  });

  test('a streak of days is one against the same weekdays, because every week goes down to its end', () => {
    const down = USUAL.map((each) => Math.round(each * 0.9));
    expect([saidBy('streak', { now: [[CHATS, down]], before: [[CHATS, USUAL]] }), saidBy('streak', { now: [[CHATS, USUAL]] })]).toEqual([
      ['Chats were below the same weekday a week before 7 days in a row.'],
      [],
    ]);
  });

  test.each<[string, Distribution, number[], string[]]>([
    ['hour', 'day-hours', [0, 20, 22, 25, 90, 21], ['The busiest hour was 04:00: 90 chats, the median hour has 22.']],
    ['weekday', 'weekday', [700, 500, 505, 490, 510, 200, 180], ['The busiest weekday was Monday: 700 chats, the median weekday has 500.']],
    ['none of equals', 'weekday', [500, 500, 505, 490, 510, 500, 505], []],
    ['none of few', 'day-hours', [0, 2, 2, 2, 9, 2], []],
  ])('the peak is the busiest %s', (_, distribution, values, said) => {
    expect([
      saidBy('peak', { distribution, now: [[CHATS, values]] }),
      saidBy('peak', { range: { ...WEEK, partial: true }, distribution, now: [[CHATS, values]] }),
    ]).toEqual([said, []]);
  });
});

describe('of several findings', () => {
  test('the best are told, one about each thing and two of a kind at most', () => {
    const uses = (each: number) => USUAL.map(() => each);
    const all = evidence({
      now: [
        [tag('a'), uses(100)],
        [tag('new one'), uses(10)],
        [tag('fresh'), uses(20)],
        [tag('other'), uses(30)],
        [tag('others'), uses(5)],
      ],
      before: [
        [tag('a'), uses(100)],
        [tag('other'), uses(30)],
        [tag('others'), uses(5)],
        [tag('gone'), uses(5)],
      ],
    });
    expect(findingsIn(all).map(({ sentence }) => sentence)).toEqual([
      '“fresh” is new: 140 uses (the week before: none).',
      '“new one” is new: 70 uses (the week before: none).',
      '“gone” was not used (the week before: 35 uses).',
    ]);
  });
});
