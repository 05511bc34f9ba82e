import { describe, expect, test } from '@jest/globals';
import { codeText, messageText, mrkdwnText } from '../../src/presentation/safe-text.ts';

describe('text from outside', () => {
  test('formats nothing in mrkdwn, and reads as it was written', () => {
    expect(['*bold*', '_it_', '~no~', '`code`', 'order_status', 'a*b', '2 * 3', '<@U1> & <!here>'].map(mrkdwnText)).toEqual([
      '∗bold∗',
      'ˍitˍ',
      '∼no∼',
      'ˋcodeˋ',
      'order_status',
      'a*b',
      '2 ∗ 3',
      '&lt;@U1&gt; &amp; &lt;!here&gt;',
    ]);
  });

  test('pings nobody from the text of a message', () => {
    expect(messageText('ask @here, @Channel or <!everyone>\nnow')).toBe('ask @\u2060here, @\u2060Channel or &lt;!everyone&gt; now');
  });

  test('ends no code block, and keeps its columns', () => {
    expect(codeText('```  a & b')).toBe('ˋˋˋ  a &amp; b');
  });
});
