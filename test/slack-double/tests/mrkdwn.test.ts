import { expect, test } from '@jest/globals';
import { mentions } from '../mrkdwn.ts';

const section = (text: object) => ({ type: 'section', text });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });

test.each<[string, Parameters<typeof mentions>[0], readonly string[]]>([
  ['words', 'Chats rose by 12 % at 9:00', []],
  [
    'control sequences',
    'a <!here> <@U1> <#C1|x> <!subteam^S1> <https://a.example|b>',
    ['<!here>', '<@U1>', '<#C1|x>', '<!subteam^S1>', '<https://a.example|b>'],
  ],
  ['a date', '<!date^1700000000^{date_short}|Mon>', []],
  ['escaped', '&lt;!here&gt; &lt;@U1&gt;', []],
  [
    'found by Slack itself',
    '@here @channel #general https://a.example evil.com a@b.io',
    ['@here', '@channel', '#general', 'https://a.example', 'evil.com', 'a@b.io'],
  ],
  ['a name that only looks like it', 'me@hereford v3.6 &#39; @anna', []],
  ['verbatim', [section({ type: 'mrkdwn', text: '@here evil.com <!here>', verbatim: true })], ['<!here>']],
  ['mrkdwn', [section({ type: 'mrkdwn', text: '@here' })], ['@here']],
  ['plain text', [section({ type: 'plain_text', text: '@here <!here> https://a.example' })], []],
  [
    'rich text',
    [rich({ type: 'text', text: '@here <!here>' }, { type: 'user', user_id: 'U1' }, { type: 'broadcast', range: 'here' })],
    ['user U1', 'broadcast here'],
  ],
  ['a table', [{ type: 'table', rows: [[{ type: 'raw_text', text: '@here' }]] }], []],
  ['Markdown', [{ type: 'markdown', text: '[x](https://a.example) @here' }], ['https://a.example', '@here']],
  ['the text of a message', { text: '@here https://a.example <!here>' }, ['<!here>', 'https://a.example']],
  ['the text of a message that links names', { text: '@here', link_names: true }, ['@here']],
  [
    'the text behind blocks, not unfurled',
    { text: 'https://a.example', unfurl_links: false, blocks: [section({ type: 'plain_text', text: 'a' })] },
    [],
  ],
])('%s', (_what, speech, pieces) => {
  expect(mentions(speech)).toEqual(pieces);
});
