import { describe, expect, test } from '@jest/globals';
import { buttons, codeBlock, message, mrkdwn as ours, plain } from '../../src/presentation/blocks.ts';
import { button, mrkdwn } from './given.ts';

describe('blocks', () => {
  test('texts are cut between characters and never empty', () => {
    expect([plain('👩'.repeat(20), 10).text, plain('abcdef', 6).text, plain('abcdefg', 6).text, plain(' \n ').text]).toEqual([
      '👩👩👩👩…',
      'abcdef',
      'abcde…',
      '–',
    ]);
  });

  test('no cut leaves half an entity', () => {
    expect([ours('ab&amp;cd', 9).text, ours('ab&amp;cd', 8).text, ours('ab&amp;cd', 5).text]).toEqual(['ab&amp;cd', 'ab&amp;…', 'ab…']);
  });

  test('the words of a button are never cut, because they would ask something else', () => {
    const long = 'tags for '.padEnd(2001, 'x');
    expect(
      buttons([
        { label: 'Too long', words: long },
        { label: 'Tags', words: 'tags' },
      ]),
    ).toEqual([{ type: 'actions', elements: [button('Tags', 'tags', 0)] }]);
    expect(buttons([{ label: 'Too long', words: long }])).toEqual([]);
  });

  test('a code block ends as it began, however many lines there are', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `line ${index} \`&\``);
    const { text = '' } = codeBlock(lines).text ?? {};
    expect([text.startsWith('```\nline 0 ˋ&amp;ˋ\nline 1'), text.endsWith('\n```'), text.length <= 3000]).toEqual([true, true, true]);
    expect(codeBlock(['a  b'])).toEqual({ type: 'section', text: mrkdwn('```\na  b\n```') });
  });

  test('the text of a message is no longer than Slack wants it', () => {
    expect(message('&'.repeat(4000), []).text).toBe(`${'&amp;'.repeat(799)}…`);
  });
});
