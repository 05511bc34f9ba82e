import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/insights/findings/index.ts';
import type { Distribution } from '../../src/model/query.ts';
import { fixedWidth } from '../../src/presentation/blocks.ts';
import { reportMessage, type ShownPicture } from '../../src/presentation/report-message.ts';
import { query, range, sourceOf } from '../reports/given.ts';
import { answer, button, line, mrkdwn, RESULT } from './given.ts';

const NOTHING = {
  ...RESULT,
  headline: RESULT.headline.map((metric, index) => ({ ...metric, value: index === 0 ? null : 0 })),
  table: { ...RESULT.table, rows: RESULT.table.rows.map((row) => ({ ...row, values: [0] })) },
};

const blocksOf = (...args: Parameters<typeof answer>) => reportMessage(answer(...args)).blocks;

const BEFORE = range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'the week before' });
const BASELINE = {
  range: BEFORE,
  headline: [
    { key: 'chatting', label: 'Chatting time per chat', value: 800, unit: 'seconds' },
    { key: 'chats', label: 'Chats', value: 1000, unit: 'chats' },
  ],
  table: {
    ...RESULT.table,
    rows: [
      { key: '2026-11-02', label: 'Mon 2 Nov', values: [990] },
      { key: '2026-11-03', label: 'Tue 3 Nov', values: [10] },
    ],
  },
} as const;

describe('the answer with a baseline', () => {
  const asked = query({ baseline: BEFORE });

  test('has both numbers of everything, and says what it is compared with', () => {
    const sentence = '1,412 chats last week. Against the week before: chats 1,412, 412 more than 1,000 (+41%).';
    const result = { ...RESULT, baseline: BASELINE };
    const shown = reportMessage(answer({ query: asked, sentence, result, picture: { state: 'shown', picture: { slackFile: 'F1' } } }));
    expect(shown).toEqual({
      text: sentence,
      blocks: [
        line('*Chatting time* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day · vs the week before (Mon 2 – Sun 8 Nov 2026)'),
        { type: 'section', text: mrkdwn(`*${sentence}*`) },
        {
          type: 'section',
          fields: [
            // How many chats a mean is of is not known here, so nothing is made of the two.
            mrkdwn('Chatting time per chat\n*14m 35s* · the week before: 13m 20s'),
            mrkdwn('Chats\n*1,412* · +41% on the week before: 1,000'),
          ],
        },
        { type: 'image', alt_text: sentence, slack_file: { id: 'F1' } },
        fixedWidth(['Day         Chats  before', 'Mon 9 Nov   1,400     990', 'Tue 10 Nov     12      10']),
        line('LiveChat Reports API v3.6 · as of 14:05'),
      ],
    });
  });

  test('of nothing shows what there was, and asks nobody how names are spelled', () => {
    const filters = { agents: ['anna@shop.example'] };
    const blocks = blocksOf({ query: { ...asked, filters }, result: { ...NOTHING, baseline: BASELINE } });
    expect([blocks[2], blocks.at(-1)]).toEqual([
      {
        type: 'section',
        fields: [
          mrkdwn('Chatting time per chat\n*no data* · the week before: 13m 20s'),
          mrkdwn('Chats\n*0* · −1,000 on the week before: 1,000'),
        ],
      },
      line('LiveChat Reports API v3.6 · as of 14:05'),
    ]);
  });

  test('of a part of a day so far compares the same hours', () => {
    const today = range('2026-11-18T00:00', '2026-11-18T14:05', { label: 'today', partial: true });
    const yesterday = range('2026-11-17T00:00', '2026-11-17T14:05', { label: 'yesterday' });
    const blocks = blocksOf({
      query: query({ range: today, baseline: yesterday, distribution: 'hour' }),
      result: { ...RESULT, partial: true, baseline: { ...BASELINE, range: yesterday } },
    });
    expect([blocks[0], blocks[2]]).toEqual([
      line('*Chatting time* · today (Wed 18 Nov 2026, until 14:05, Europe/Warsaw) · by hour · vs yesterday (Tue 17 Nov 2026, 00:00–14:05)'),
      {
        type: 'section',
        fields: [
          mrkdwn('Chatting time per chat\n*14m 35s* · the same hours of yesterday: 13m 20s'),
          mrkdwn('Chats\n*1,412* · +41% on the same hours of yesterday: 1,000'),
        ],
      },
    ]);
  });
});

const finding = (sentence: string, score: number): Finding => ({ kind: 'unusual', score, sentence, numbers: [], about: sentence });
const FINDINGS = [
  finding('Wed 11 Nov stands out: 729 chats (Wed 4 Nov: 357).', 83),
  finding('“vip” is new: 12 uses (the week before: none).', 70),
  finding('“a_” and *b* look like one tag.', 20),
];

describe('the answer that nobody asked to compare', () => {
  const before = { ...BASELINE, headline: [{ key: 'chats', label: 'Chats', value: 1000, unit: 'chats' }] } as const;
  const picture = { state: 'shown', picture: { slackFile: 'F1' } } as const;
  const one = '1,412 chats last week.';

  test('has its changes behind its numbers, the best finding beside its sentence, two in small print, and a press that explains', () => {
    const how = { label: 'How?', words: 'explain 1' };
    const suggestions = [{ label: 'This week', words: 'question 1' }];
    expect(reportMessage(answer({ query: query(), sentence: one, before, findings: FINDINGS, how, suggestions, picture }))).toEqual({
      text: '1,412 chats last week. Wed 11 Nov stands out: 729 chats (Wed 4 Nov: 357).',
      blocks: [
        line('*Chatting time* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day'),
        { type: 'section', text: mrkdwn('*1,412 chats last week. Wed 11 Nov stands out: 729 chats (Wed 4 Nov: 357).*') },
        { type: 'section', fields: [mrkdwn('Chatting time per chat\n*14m 35s*'), mrkdwn('Chats\n*1,412* · +41% on the week before')] },
        line('“vip” is new: 12 uses (the week before: none). “aˍ” and ∗b∗ look like one tag.'),
        { type: 'image', alt_text: '1,412 chats last week. Wed 11 Nov stands out: 729 chats (Wed 4 Nov: 357).', slack_file: { id: 'F1' } },
        fixedWidth(['Day         Chats', 'Mon 9 Nov   1,400', 'Tue 10 Nov     12']),
        line('LiveChat Reports API v3.6 · as of 14:05'),
        { type: 'actions', elements: [button('This week', 'question 1', 0), button('How?', 'explain 1', 1)] },
      ],
    });
  });

  test.each([
    ['two sentences', { sentence: `${one} Two.`, findings: FINDINGS }, `*${one} Two.*\n${FINDINGS[0]?.sentence}`],
    ['little to tell', { sentence: one, findings: FINDINGS.slice(2) }, `*${one}*`],
    ['a comparison', { sentence: one, findings: FINDINGS, result: { ...RESULT, baseline: BASELINE } }, `*${one}*`],
  ])('has two sentences in bold at most: of %s', (_, rest, text) => {
    expect(blocksOf({ query: query({ filters: {} }), ...rest })[1]).toEqual({ type: 'section', text: mrkdwn(text) });
  });

  test('of nothing says what there was, and asks nobody how names are spelled', () => {
    const blocks = blocksOf({ query: query({ filters: { agents: ['anna@shop.example'] } }), result: NOTHING, before });
    expect([blocks[2], blocks.at(-1)]).toEqual([
      { type: 'section', fields: [mrkdwn('Chatting time per chat\n*no data*'), mrkdwn('Chats\n*0* · −1,000 on the week before')] },
      line('LiveChat Reports API v3.6 · as of 14:05'),
    ]);
  });
});

describe('the answer', () => {
  test('says what its range is narrowed to', () => {
    const only = { days: [1, 2, 3, 4, 5], hours: { from: 9, to: 17 } };
    const week = { ...query().range, label: 'business hours last week', only };
    expect(blocksOf({ query: query({ range: week }) })[0]).toEqual(
      line('*Chatting time* · business hours last week (Mon 9 – Sun 15 Nov 2026, Mon–Fri, 09:00–17:00, Europe/Warsaw) · by day'),
    );
  });

  test('says the finding, what it is made of, where it comes from and where to go on', () => {
    const message = reportMessage(
      answer({
        picture: { state: 'shown', picture: { slackFile: 'F1' } },
        suggestions: [
          { label: 'This week', words: 'duration this week' },
          { label: 'Tags usage', words: 'tags last week' },
        ],
      }),
    );
    expect(message).toEqual({
      text: 'Agents spent 14m 35s per chat last week (1,412 chats). Only group 12, tags vip or order_status.',
      blocks: [
        line('*Chatting time* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day · group 12 · tags vip or order_status'),
        {
          type: 'section',
          text: mrkdwn('*Agents spent 14m 35s per chat last week (1,412 chats).*\nOnly group 12, tags vip or order_status.'),
        },
        { type: 'section', fields: [mrkdwn('Chatting time per chat\n*14m 35s*'), mrkdwn('Chats\n*1,412*')] },
        { type: 'image', alt_text: 'Agents spent 14m 35s per chat last week (1,412 chats).', slack_file: { id: 'F1' } },
        fixedWidth(['Day         Chats', 'Mon 9 Nov   1,400', 'Tue 10 Nov     12']),
        line('LiveChat Reports API v3.6 · as of 14:05'),
        {
          type: 'actions',
          elements: [button('This week', 'duration this week', 0), button('Tags usage', 'tags last week', 1)],
        },
      ],
    });
  });

  test('offers what the range may have meant beside what it was taken for', () => {
    const suggestions = [{ label: 'This week', words: 'question a' }];
    const otherwise = [{ label: 'Weeks from Sunday: Sun 8 – Sat 14 Nov', words: 'read-as weeks-sunday b' }];
    expect(blocksOf({ suggestions, otherwise }).filter(({ type }) => type === 'context' || type === 'actions')).toEqual([
      line('*Chatting time* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day · group 12 · tags vip or order_status'),
      { type: 'actions', elements: [button('Weeks from Sunday: Sun 8 – Sat 14 Nov', 'read-as weeks-sunday b', 1)] },
      line('LiveChat Reports API v3.6 · as of 14:05'),
      { type: 'actions', elements: [button('This week', 'question a', 0)] },
    ]);
  });

  test('says what became of a picture that is not there', () => {
    const states = [{ state: 'late' }, { state: 'failed', reference: 'ab12' }] as const;
    expect(states.map((picture) => blocksOf({ picture })[3])).toEqual([
      line('The chart was not ready in time. The numbers are complete.'),
      line('The chart could not be drawn (ref ab12). The numbers are complete.'),
    ]);
    expect(blocksOf({ picture: { state: 'shown', picture: { imageUrl: 'https://charts.example/1.png' } } })[3]).toMatchObject({
      image_url: 'https://charts.example/1.png',
    });
  });

  test('of nothing is the sentence alone', () => {
    const filters = { tagged: false, withoutTags: ['spam'] };
    expect(blocksOf({ result: NOTHING, query: query({ filters }) }).slice(2)).toEqual([line('LiveChat Reports API v3.6 · as of 14:05')]);
  });

  test('of nothing asks whether the names are right', () => {
    const hints = [{ agents: ['anna@shop.example'] }, { groups: [7], tags: ['vip', '<refund>'], clients: ['c1'], tagged: true }].map(
      (filters) => blocksOf({ result: NOTHING, query: query({ filters }) })[2],
    );
    expect(hints).toEqual(
      [
        'Nothing was found for agent anna@shop.example: is it spelled as in LiveChat?',
        'Nothing was found for group 7, tags vip or &lt;refund&gt;, client c1: are they spelled as in LiveChat?',
      ].map((hint) => line(`${hint}\nLiveChat Reports API v3.6 · as of 14:05`)),
    );
  });

  test('keeps 0 and no data apart', () => {
    expect(blocksOf({ result: { ...RESULT, headline: NOTHING.headline } })[2]).toEqual({
      type: 'section',
      fields: [mrkdwn('Chatting time per chat\n*no data*'), mrkdwn('Chats\n*0*')],
    });
  });

  test('shows the row that it names, and says under the table what it leaves out', () => {
    const rows = Array.from({ length: 24 }, (_, hour) => ({ key: `${hour}`, label: `${hour}:00`, values: [hour + 1] }));
    const table = { ...RESULT.table, rowLabel: 'Hour of day', rows };
    const [shown, small] = blocksOf({ result: { ...RESULT, table, namedRow: '3' } }).slice(3);
    expect([JSON.stringify(shown).includes('3:00'), small]).toEqual([
      true,
      line('Total: Chats 300\nThe 10 busiest of 24 hours, and 3:00\nLiveChat Reports API v3.6 · as of 14:05'),
    ]);
  });

  test('without a chart says that there are too many bars, and which split has one', () => {
    const note = (distribution: Distribution, length: number, picture: ShownPicture = { state: 'none' }) => {
      const rows = Array.from({ length }, (_, index) => ({ key: `${index}`, label: `${index}`, values: [1] }));
      const table = { ...RESULT.table, rowLabel: distribution === 'hour' ? 'Hour' : 'Day', rows };
      return blocksOf({ query: query({ distribution }), result: { ...RESULT, table }, picture })[3];
    };
    expect([note('hour', 168), note('day', 100), note('day', 1096)]).toEqual([
      line('168 hours are too many bars for a chart. Split by day instead to get one.'),
      line('100 days are too many bars for a chart. Split by week instead to get one.'),
      line('1,096 days are too many bars for a chart. Split by month instead to get one.'),
    ]);
    expect(note('hour', 62)).toMatchObject({ type: 'section' });
    // Who wants no charts is not told how to get one.
    expect(note('hour', 168, { state: 'unwanted' })).toMatchObject({ type: 'section' });
  });

  test('says in small print what to know before trusting it', () => {
    const today = range('2026-11-18T00:00', '2026-11-18T14:05', { label: 'today', partial: true });
    const blocks = blocksOf({
      query: { ...answer().query, range: today, filters: { tagged: false, agents: ['anna@shop.example'] } },
      result: { ...RESULT, partial: true, caveats: ['The numbers do <not> add up.'] },
      notes: ['“chatts” was read as chats.'],
      source: { ...sourceOf('3.5'), legacyUntil: '2027-06-30' },
    });
    expect([blocks[0], blocks.at(-1)]).toEqual([
      line('*Chatting time* · today (Wed 18 Nov 2026, until 14:05, Europe/Warsaw) · by day · agent anna@shop.example · untagged'),
      line(
        [
          'LiveChat Reports API v3.5 · as of 14:05 · so far',
          'Version 3.5 of the Reports API is supported until Wed 30 Jun 2027.',
          'The numbers do &lt;not&gt; add up.',
          '“chatts” was read as chats.',
        ].join('\n'),
      ),
    ]);
  });

  test('of a version that is about to end says when', () => {
    expect(blocksOf({ source: { ...sourceOf('3.2'), deprecatedUntil: '2027-02-01' } }).at(-1)).toEqual(
      line(
        'LiveChat Reports API v3.2 · as of 14:05\n' +
          'Version 3.2 of the Reports API stops answering after Mon 1 Feb 2027. Whoever runs this bot should choose a newer one.',
      ),
    );
  });
});

test('agents and groups are shown by their names, in text and blocks', () => {
  const directory = { agents: [{ id: 'anna@shop.example', name: 'Anna <Nowak>' }], groups: [{ id: 1, name: 'Billing' }], tags: [] };
  const asked = query({ filters: { agents: ['anna@shop.example'], groups: [1] } });
  const { text, blocks } = reportMessage(answer({ query: asked, sentence: 'A finding.', directory }));
  expect([text, blocks[0]]).toEqual([
    'A finding. Only Anna &lt;Nowak&gt;, group Billing.',
    line('*Chatting time* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day · Anna &lt;Nowak&gt; · group Billing'),
  ]);
});

describe('as a chart', () => {
  const typesOf = (rest: Parameters<typeof answer>[0]) => reportMessage(answer({ show: 'chart', ...rest })).blocks.map(({ type }) => type);

  test('there is no table, unless there is no picture', () => {
    expect([typesOf({ picture: { state: 'shown', picture: { slackFile: 'F1' } } }), typesOf({ picture: { state: 'late' } })]).toEqual([
      ['context', 'section', 'section', 'image', 'context'],
      ['context', 'section', 'section', 'context', 'section', 'context'],
    ]);
  });

  test('where the workspace wants none, it is said', () => {
    expect(JSON.stringify(reportMessage(answer({ show: 'chart', picture: { state: 'unwanted' } })).blocks)).toContain(
      'In this workspace answers have no charts.',
    );
  });
});

describe('in a workspace that wants Slack’s own charts and tables', () => {
  const chart = {
    type: 'data_visualization',
    title: 'Chats by day',
    chart: { type: 'pie', segments: [{ label: 'Mon', value: 5 }] },
  } as const;
  const shown = { state: 'shown', picture: { slackFile: 'F1' } } as const;
  const native = { state: 'native', chart, drawn: async () => shown } as const;
  const sentence = '1,412 chats last week.';
  const given = (rest: Parameters<typeof answer>[0]) => answer({ query: query(), sentence, isNative: true, ...rest });

  test('an answer has them, and is without them what it would be elsewhere', async () => {
    const { text, blocks, plainer } = reportMessage(given({ picture: native }));
    expect([{ text, blocks: blocks.slice(3) }, await plainer?.()]).toEqual([
      {
        text: sentence,
        blocks: [
          chart,
          {
            type: 'data_table',
            caption: 'Chatting time by day, last week',
            rows: [
              [
                { type: 'raw_text', text: 'Day' },
                { type: 'raw_text', text: 'Chats' },
              ],
              [
                { type: 'raw_text', text: 'Mon 9 Nov' },
                { type: 'raw_number', value: 1400, text: '1,400' },
              ],
              [
                { type: 'raw_text', text: 'Tue 10 Nov' },
                { type: 'raw_number', value: 12, text: '12' },
              ],
            ],
            page_size: 10,
            row_header_column_index: 0,
          },
          line('LiveChat Reports API v3.6 · as of 14:05'),
        ],
      },
      reportMessage(answer({ query: query(), sentence, picture: shown })),
    ]);
  });

  test('the table stands beside a picture that only a picture can be, alone where it is asked for, and not where the chart is', () => {
    const typesOf = (rest: Parameters<typeof answer>[0]) =>
      reportMessage(given(rest))
        .blocks.slice(3, -1)
        .map(({ type }) => type);
    expect([
      typesOf({ picture: shown }),
      typesOf({ picture: { state: 'unwanted' }, show: 'table' }),
      typesOf({ picture: native, show: 'chart' }),
    ]).toEqual([['image', 'data_table'], ['data_table'], ['data_visualization']]);
  });

  test('an answer that needs neither has no plainer one', () => {
    const one = { ...RESULT, table: { ...RESULT.table, rows: RESULT.table.rows.slice(1) } };
    expect(reportMessage(given({ result: one, picture: shown })).plainer).toBeUndefined();
  });

  test('a table that does not fit stays in lines', () => {
    const rows = Array.from({ length: 201 }, (_, day) => ({ key: `${day}`, label: `Day ${day}`, values: [1] }));
    const { blocks } = reportMessage(given({ result: { ...RESULT, table: { ...RESULT.table, rows } }, picture: shown }));
    expect(blocks.slice(3).map(({ type }) => type)).toEqual(['image', 'section', 'context']);
  });
});
