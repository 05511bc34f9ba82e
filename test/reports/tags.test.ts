import { describe, expect, test } from '@jest/globals';
import type { Distribution } from '../../src/model/query.ts';
import { tags } from '../../src/reports/tags.ts';
import { range, rowsOf, told, WEEK } from './given.ts';

const TWO_DAYS = range('2026-11-09T00:00', '2026-11-11T00:00');
const answer = { total: 1980, records: { '2026-11-09': { refund: 6, billing: 2, spam: 1 }, '2026-11-10': { billing: 10, vip: 1 } } };

describe('tags usage', () => {
  test('names the most used tag first and counts chats on their own', async () => {
    expect(await told(tags, { answers: [answer], query: { range: TWO_DAYS } })).toEqual({
      sentence: 'The most used tag last week was “billing”: 12 of 20 tag uses. There were 1,980 chats.',
      headline: [
        { key: 'top', label: 'Most used: billing', value: 12, unit: 'uses', from: { column: 'billing' } },
        { key: 'uses', label: 'Tag uses', value: 20, unit: 'uses' },
        { key: 'chats', label: 'Chats', value: 1980, unit: 'chats' },
      ],
      table: {
        rowLabel: 'Day',
        columns: ['billing', 'refund', 'spam', 'vip'].map((key) => ({ key, label: key, unit: 'uses', combine: { by: 'sum' } })),
        rows: [
          { key: '2026-11-09', label: 'Mon 9 Nov', values: [2, 6, 1, 0] },
          { key: '2026-11-10', label: 'Tue 10 Nov', values: [10, 0, 0, 1] },
        ],
      },
      caveats: [],
    });
  });

  test('is the same in both dialects', async () => {
    expect(await told(tags, { version: '3.2', answers: [answer] })).toEqual(await told(tags, { version: '3.6', answers: [answer] }));
  });

  test('fewer chats than one tag was used in are doubted', async () => {
    const body = { total: 0, records: { '2026-11-09': { vip: 3, bug: 1 } } };
    const { caveats } = await told(tags, { answers: [body], query: { range: TWO_DAYS } });
    expect(caveats).toEqual(['LiveChat says 0 chats in all, but “vip” alone in 3.']);
  });

  test('joins the parts of a range', async () => {
    const parts = [
      { total: 2, records: { '2026-11-09': { vip: 1 } } },
      { total: 3, records: { '2026-11-09': { vip: 2, spam: 1 } } },
    ];
    expect((await told(tags, { version: '3.2', answers: parts })).sentence).toBe(
      'The most used tag last week was “vip”: 3 of 4 tag uses. There were 5 chats.',
    );
  });

  test.each([
    [
      'a tie',
      { total: 9, records: { '2026-11-09': { vip: 3, spam: 3, bug: 1 } } },
      'The most used tags last week were “spam” and “vip”: 3 of 7 tag uses each. There were 9 chats.',
    ],
    [
      'a tie of many',
      { total: 9, records: { '2026-11-09': { a: 1, b: 1, c: 1, d: 1 } } },
      'The most used tags last week were “a”, “b” and 2 more: 1 of 4 tag uses each. There were 9 chats.',
    ],
    ['one tag', { total: 1, records: { '2026-11-09': { vip: 3 } } }, 'The only tag used last week was “vip”: 3 uses. There was 1 chat.'],
    ['no total', { records: { '2026-11-09': { vip: 3, bug: 1 } } }, 'The most used tag last week was “vip”: 3 of 4 tag uses.'],
    ['no tags', { total: 9, records: { '2026-11-09': {} } }, 'No tag was used last week, in 9 chats.'],
    ['no chats', { total: 0, records: { '2026-11-09': {} } }, 'No chats last week.'],
    ['no data', {}, 'There are no numbers on tags last week.'],
  ])('says %s in words', async (_, body, sentence) => {
    expect((await told(tags, { answers: [body] })).sentence).toBe(sentence);
  });

  test('says so far of what is not over', async () => {
    const today = range('2026-11-18T00:00', '2026-11-18T14:05', { label: 'today', partial: true });
    const sentences = await Promise.all(
      [{ total: 5, records: { '2026-11-18': { vip: 3, bug: 1 } } }, { total: 0 }].map(
        async (body) => (await told(tags, { answers: [body], query: { range: today } })).sentence,
      ),
    );
    expect(sentences).toEqual([
      'The most used tag today so far is “vip”: 3 of 4 tag uses. There have been 5 chats.',
      'No chats today so far.',
    ]);
  });

  test('of asked tags tells only these, used or not', async () => {
    const { table, headline, sentence } = await told(tags, {
      answers: [{ total: 7, records: answer.records }],
      query: { range: TWO_DAYS, filters: { tags: ['vip', 'refund', 'gone'] } },
    });
    expect([table.columns.map(({ label }) => label), headline.map(({ value }) => value), sentence]).toEqual([
      ['refund', 'vip', 'gone'],
      [6, 7, 7],
      'The most used tag of these last week was “refund”: 6 of 7 tag uses. 7 chats had any of them.',
    ]);
  });

  test('of one asked tag says how often it was used, and tells the chats where they are not as many', async () => {
    const ask = async (total: number) => {
      const { sentence, headline } = await told(tags, { answers: [{ ...answer, total }], query: { filters: { tags: ['vip'] } } });
      return [sentence, ...headline.map(({ label, value }) => `${label} ${value}`)];
    };
    const sentence = '“vip” was used 1 time last week.';
    expect([await ask(1), await ask(2)]).toEqual([
      [sentence, 'Uses of vip 1'],
      [sentence, 'Uses of vip 1', 'Chats 2'],
    ]);
  });

  test('of asked tags of which one was used says so', async () => {
    const sentence = async (names: string[]) => (await told(tags, { answers: [answer], query: { filters: { tags: names } } })).sentence;
    expect([await sentence(['gone', 'vip']), await sentence(['vip', 'gone', 'lost'])]).toEqual([
      '“vip” was used 1 time last week, the other not at all.',
      '“vip” was used 1 time last week, the others not at all.',
    ]);
  });

  test('of asked tags that nobody used says so', async () => {
    const sentence = async (names: string[]) => (await told(tags, { answers: [answer], query: { filters: { tags: names } } })).sentence;
    expect([await sentence(['gone']), await sentence(['gone', 'lost'])]).toEqual([
      '“gone” was not used last week.',
      'None of “gone” and “lost” was used last week.',
    ]);
  });

  test('a number beside the tags is not one of them, and a strange name is', async () => {
    const body = JSON.parse('{"total":3,"records":{"2026-11-09":{":total:":3,"__proto__":2,"a:b":1}}}');
    const { table } = await told(tags, { answers: [body], query: { range: range('2026-11-09T00:00', '2026-11-10T00:00') } });
    expect([table.columns.map(({ key }) => key), rowsOf({ table })]).toEqual([['__proto__', 'a:b'], [['Mon 9 Nov', 2, 1]]]);
  });
});

describe('chats with and without tags', () => {
  const monday = range('2026-11-09T00:00', '2026-11-11T00:00');
  const untagged = { range: monday, filters: { tagged: false } };

  test('untagged chats come by day where the API counts them so', async () => {
    const body = { total: 5, records: { '2026-11-09': { ':without:': 5 }, '2026-11-10': {} } };
    expect(await told(tags, { version: '3.2', answers: [body], query: untagged })).toEqual({
      sentence: '5 chats had no tag last week.',
      headline: [{ key: ':without:', label: 'Untagged chats', value: 5, unit: 'chats' }],
      table: {
        rowLabel: 'Day',
        columns: [{ key: ':without:', label: 'Untagged chats', unit: 'chats', combine: { by: 'sum' } }],
        rows: [
          { key: '2026-11-09', label: 'Mon 9 Nov', values: [5] },
          { key: '2026-11-10', label: 'Tue 10 Nov', values: [0] },
        ],
      },
      caveats: [],
    });
  });

  test('where only the total tells of untagged chats, there are no rows, and it says where to find them', async () => {
    const { sentence, table, headline, caveats } = await told(tags, {
      answers: [{ total: 1, records: { '2026-11-09': {} } }],
      query: untagged,
    });
    expect([sentence, headline[0]?.value, table.rows, table.columns, caveats]).toEqual([
      '1 chat had no tag last week.',
      1,
      [],
      [],
      ['LiveChat gives the number of these chats in all only. The report “duration” splits it, with the same words.'],
    ]);
  });

  test.each([
    [false, { total: 0 }, 'No untagged chats last week.'],
    [false, {}, 'There is no number of untagged chats last week.'],
    [true, { total: 8, records: { '2026-11-09': { ':with:': 8 } } }, '8 chats had a tag last week.'],
    [true, { total: 0 }, 'No tagged chats last week.'],
    [
      true,
      { total: 8, records: { '2026-11-09': { vip: 8, bug: 2 } } },
      'The most used tag last week was “vip”: 8 of 10 tag uses. There were 8 tagged chats.',
    ],
  ])('tagged %s: %j', async (tagged, body, sentence) => {
    expect((await told(tags, { answers: [body], query: { filters: { tagged } } })).sentence).toBe(sentence);
  });
});

describe('the chart of tags', () => {
  const drawnOf = async (body: object, { over = TWO_DAYS, distribution = 'day' as Distribution, kind = '' } = {}) => {
    const asked = { range: over, distribution, filters: {}, weekStart: 'monday' } as const;
    return tags.chart(await told(tags, { answers: [body], query: { ...asked, countedBy: 'day' } }), asked, { kind });
  };
  const kindOf = async (...asking: Parameters<typeof drawnOf>) => (await drawnOf(...asking))?.kind ?? null;
  const kindsOf = async (...asking: Parameters<typeof drawnOf>) => {
    const chart = await drawnOf(...asking);
    return [chart?.kind, ...(chart?.others ?? [])];
  };
  const oneDay = { over: range('2026-11-10T00:00', '2026-11-11T00:00') };
  const oneDayAnswer = { total: 11, records: { '2026-11-10': answer.records['2026-11-10'] } };

  test('stacks the tags, compares them where there is one day, and is left out where there is nothing', async () => {
    expect([await kindOf(answer), await kindOf(oneDayAnswer, oneDay), await kindOf({ total: 4 })]).toEqual(['stacked-bar', 'bar', null]);
  });

  test('is of the kind that is asked for, if it suits, and names the others that do', async () => {
    expect([
      await kindsOf(answer),
      await kindsOf(answer, { kind: 'pie' }),
      await kindsOf(answer, { kind: 'heatmap' }),
      await kindsOf(oneDayAnswer, oneDay),
      await kindsOf(oneDayAnswer, { ...oneDay, kind: 'pie' }),
      await kindsOf(oneDayAnswer, { ...oneDay, kind: 'stacked-bar' }),
    ]).toEqual([
      ['stacked-bar', 'bar', 'line', 'pie'],
      ['pie', 'stacked-bar', 'bar', 'line'],
      ['stacked-bar', 'bar', 'line', 'pie'],
      ['bar', 'pie'],
      ['pie', 'bar'],
      ['stacked-bar', 'bar', 'pie'],
    ]);
  });

  test('has the sum of all tags at another time beside a stack, and never beside single tags', async () => {
    const asked = { range: TWO_DAYS, distribution: 'day', filters: {}, weekStart: 'monday' } as const;
    const found = await told(tags, { answers: [answer], query: asked });
    const baseline = { range: WEEK, headline: found.headline, table: found.table };
    const names = (kind: string) => tags.chart(found, asked, { baseline, kind })?.config.data.datasets.map(({ label }) => label);
    expect({ stacked: names('stacked-bar')?.at(-1), bar: names('bar'), line: names('line') }).toEqual({
      stacked: baseline.range.label,
      bar: found.table.columns.map(({ label }) => label),
      line: found.table.columns.map(({ label }) => label),
    });
  });

  test('is left out where there are too many days, but for their shares', async () => {
    const over = range('2026-08-01T00:00', '2026-11-11T00:00');
    expect([await kindsOf(answer, { over }), await kindsOf(answer, { over, kind: 'pie' })]).toEqual([[undefined], ['pie']]);
  });

  test('is a heatmap of the hours of a week, also beside another week', async () => {
    const asked = { range: WEEK, distribution: 'hour', filters: {}, weekStart: 'sunday' } as const;
    const records = { '2026-11-09 09': { billing: 3, refund: 2 }, '2026-11-15 23': { billing: 1 } };
    const found = await told(tags, { answers: [{ total: 4, records }], query: asked });
    const baseline = { range: WEEK, headline: found.headline, table: found.table };
    const chart = tags.chart(found, asked, { baseline });
    expect([chart?.kind, chart?.others, tags.chart(found, asked, {})]).toEqual(['heatmap', ['pie'], chart]);
    const cells = chart?.config.data.datasets.flatMap(({ data }) => data.map((cell) => JSON.stringify(cell))) ?? [];
    expect(cells.filter((cell) => !cell.includes('"value":0')).sort()).toEqual([
      '{"x":"09:00","y":[1,2],"value":5}',
      '{"x":"23:00","y":[0,1],"value":1}',
    ]);
  });
});
