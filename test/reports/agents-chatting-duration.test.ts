import { describe, expect, test } from '@jest/globals';
import { agentsChattingDuration } from '../../src/reports/agents-chatting-duration.ts';
import { range, rowsOf, told } from './given.ts';

const TWO_DAYS = range('2026-11-09T00:00', '2026-11-11T00:00');
const old = { total: 40, records: { '2026-11-09': { count: 10, seconds: 300 }, '2026-11-10': { count: 30, seconds: 1330 } } };
const current = {
  total: 40,
  records: {
    '2026-11-09': { count: 10, agents_chatting_duration: 300, duration: 500 },
    '2026-11-10': { count: 30, agents_chatting_duration: 1330, duration: 1500 },
  },
};

const MEAN = { unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };
const CHATS = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
const CHATTING = { ...MEAN, key: 'chatting', label: 'Chatting time' };

describe('chatting time', () => {
  test('weighs the means by their chats and names the longest day', async () => {
    expect(await told(agentsChattingDuration, { version: '3.2', answers: [old], query: { range: TWO_DAYS } })).toEqual({
      sentence: 'Agents spent 17m 53s per chat last week (40 chats); Tue 10 Nov was longest with 22m 10s in 30 chats.',
      headline: [
        { key: 'chatting', label: 'Chatting time per chat', value: 1072.5, unit: 'seconds', from: { column: 'chatting' } },
        { key: 'chats', label: 'Chats', value: 40, unit: 'chats' },
        { key: 'longest', label: 'Longest: Tue 10 Nov', value: 1330, unit: 'seconds', from: { column: 'chatting', row: '2026-11-10' } },
      ],
      table: {
        rowLabel: 'Day',
        columns: [CHATS, CHATTING],
        rows: [
          { key: '2026-11-09', label: 'Mon 9 Nov', values: [10, 300] },
          { key: '2026-11-10', label: 'Tue 10 Nov', values: [30, 1330] },
        ],
      },
      caveats: [],
      namedRow: '2026-11-10',
    });
  });

  test('is told apart from the length of the chat, which newer versions add', async () => {
    const { headline, table, sentence } = await told(agentsChattingDuration, { answers: [current], query: { range: TWO_DAYS } });
    expect([sentence, headline.at(-1), table.columns.at(-1), rowsOf({ table })]).toEqual([
      'Agents spent 17m 53s per chat last week (40 chats); Tue 10 Nov was longest with 22m 10s in 30 chats.',
      { key: 'lasted', label: 'Chat duration', value: 1250, unit: 'seconds', from: { column: 'lasted' } },
      { ...MEAN, key: 'lasted', label: 'Chat duration' },
      [
        ['Mon 9 Nov', 10, 300, 500],
        ['Tue 10 Nov', 30, 1330, 1500],
      ],
    ]);
  });

  test('of one row has no longest one', async () => {
    const { sentence } = await told(agentsChattingDuration, { answers: [current], query: { range: TWO_DAYS, distribution: 'month' } });
    expect(sentence).toBe('Agents spent 17m 53s per chat last week (40 chats).');
  });

  test('of a handful of chats is no longest', async () => {
    const few = { total: 44, records: { '2026-11-09': { count: 40, seconds: 300 }, '2026-11-10': { count: 4, seconds: 9000 } } };
    const { sentence } = await told(agentsChattingDuration, { version: '3.2', answers: [few], query: { range: TWO_DAYS } });
    expect(sentence).toBe('Agents spent 18m 11s per chat last week (44 chats).');
  });

  test('says that a longer row was passed over, because it is of few chats', async () => {
    const records = {
      '2026-11-09': { count: 40, seconds: 300 },
      '2026-11-10': { count: 4, seconds: 9000 },
      '2026-11-11': { count: 40, seconds: 600 },
    };
    const query = { range: range('2026-11-09T00:00', '2026-11-12T00:00') };
    const { sentence } = await told(agentsChattingDuration, { version: '3.2', answers: [{ total: 84, records }], query });
    expect(sentence).toBe(
      'Agents spent 14m 17s per chat last week (84 chats); of the days with 5 chats or more, Wed 11 Nov was longest with 10m 00s in 40 chats.',
    );
  });

  test.each([
    ['3.2', { total: 5, records: { '2026-11-09': { seconds: 300 } } }],
    ['3.6', { total: 5, records: { '2026-11-09': { agents_chatting_duration: 300 } } }],
  ] as const)('of v%s with a mean but no count is not guessed at', async (version, body) => {
    const told_ = told(agentsChattingDuration, { version, answers: [body], query: { range: TWO_DAYS } });
    await expect(told_).rejects.toThrow('a mean without a count of chats');
  });

  test('joins the parts of a range by weight', async () => {
    const parts = [old, { total: 10, records: { '2026-11-10': { count: 10, seconds: 2330 } } }];
    const { table } = await told(agentsChattingDuration, { version: '3.2', answers: parts, query: { range: TWO_DAYS } });
    expect(rowsOf({ table })).toEqual([
      ['Mon 9 Nov', 10, 300],
      ['Tue 10 Nov', 40, 1580],
    ]);
  });

  test.each([
    ['no chats', { total: 0, records: { '2026-11-09': {} } }, 'No chats last week.'],
    ['no data', {}, 'There are no numbers on chatting time last week.'],
    ['no time', { total: 2, records: { '2026-11-09': { count: 2 } } }, '2 chats last week, but no chatting time was recorded.'],
    ['no rows', { total: 2, records: {} }, '2 chats last week, but no chatting time was recorded.'],
  ])('says %s in words', async (_, body, sentence) => {
    expect((await told(agentsChattingDuration, { answers: [body] })).sentence).toBe(sentence);
  });

  test('a total that its numbers do not add up to is told', async () => {
    const { caveats } = await told(agentsChattingDuration, { answers: [{ ...current, total: 5 }] });
    expect(caveats).toEqual(['LiveChat says 5 chats in all, but its numbers add up to 40.']);
  });

  test('is drawn as a line over time, as bars round the clock or the week, and not at all without a number', async () => {
    const kinds = await Promise.all(
      (['day', 'weekday', 'month'] as const).map(async (distribution) => {
        const asked = { range: TWO_DAYS, distribution, filters: {}, weekStart: 'monday' } as const;
        return agentsChattingDuration.chart(await told(agentsChattingDuration, { answers: [current], query: asked }), asked)?.kind;
      }),
    );
    const nothing = await told(agentsChattingDuration, { answers: [{ total: 0 }] });
    const asked = { range: TWO_DAYS, distribution: 'day', filters: {}, weekStart: 'monday' } as const;
    expect([...kinds, agentsChattingDuration.chart(nothing, asked)]).toEqual(['line', 'bar', 'bar', null]);
  });

  test('is drawn as a heatmap by the hours of a week, or as what is asked for; beside it the others that suit are named', async () => {
    const asked = { range: range('2026-11-09T00:00', '2026-11-16T00:00'), distribution: 'hour', filters: {}, weekStart: 'monday' } as const;
    const records = { '2026-11-09 09': { count: 4, seconds: 600 }, '2026-11-10 09': { count: 2, seconds: 300 } };
    const found = await told(agentsChattingDuration, { version: '3.2', answers: [{ total: 6, records }], query: asked });
    const kinds = ['', 'line', 'pie'].map((kind) => agentsChattingDuration.chart(found, asked, { kind }));
    expect(kinds.map((chart) => [chart?.kind, ...(chart?.others ?? [])])).toEqual([
      ['heatmap', 'line'],
      ['line', 'heatmap'],
      ['heatmap', 'line'],
    ]);
  });
});
