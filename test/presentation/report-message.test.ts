import { describe, expect, test } from '@jest/globals';
import { fixedWidth } from '../../src/presentation/blocks.ts';
import { reportMessage } from '../../src/presentation/report-message.ts';
import { range, sourceOf } from '../reports/given.ts';
import { answer, button, line, mrkdwn, RESULT } from './given.ts';

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

  test('of nothing has no table, and keeps 0 and no data apart', () => {
    const table = { ...RESULT.table, rows: RESULT.table.rows.map((row) => ({ ...row, values: [0] })) };
    const headline = RESULT.headline.map((metric, index) => ({ ...metric, value: index === 0 ? null : 0 }));
    expect(blocksOf({ result: { ...RESULT, table, headline } }).slice(2)).toEqual([
      { type: 'section', fields: [mrkdwn('Chatting time per chat\n*no data*'), mrkdwn('Chats\n*0*')] },
      line('LiveChat Reports API v3.6 · as of 14:05'),
    ]);
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
