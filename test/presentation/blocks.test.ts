import { describe, expect, test } from '@jest/globals';
import { buttons, fixedWidth, message, mrkdwn as ours, plain } from '../../src/presentation/blocks.ts';
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

  test('lines of a fixed width are pieces of code with hard spaces, and only whole ones', () => {
    const { text = '' } = fixedWidth(Array.from({ length: 400 }, (_, index) => `line ${index} \`&\``)).text ?? {};
    expect([
      text.split('\n').slice(0, 2),
      /^`line\u00a0\d+\u00a0ˋ&amp;ˋ`$/.test(text.split('\n').at(-1) ?? ''),
      text.length <= 3000,
    ]).toEqual([['`line\u00a00\u00a0ˋ&amp;ˋ`', '`line\u00a01\u00a0ˋ&amp;ˋ`'], true, true]);
    expect(fixedWidth(['a  b', 'c'])).toEqual({ type: 'section', text: mrkdwn('`a\u00a0\u00a0b`\n`c`') });
  });

  test('the text of a message is no longer than Slack wants it', () => {
    expect(message('&'.repeat(4000), []).text).toBe(`${'&amp;'.repeat(799)}…`);
  });
});
