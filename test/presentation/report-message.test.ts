import { describe, expect, test } from '@jest/globals';
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

describe('the answer', () => {
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
        { type: 'section', text: mrkdwn('*Agents spent 14m 35s per chat last week (1,412 chats).*') },
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
      line('The 10 busiest of 24 hours, and 3:00\nLiveChat Reports API v3.6 · as of 14:05'),
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
