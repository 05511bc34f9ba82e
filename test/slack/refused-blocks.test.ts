import { describe, expect, test } from '@jest/globals';
import type { KnownBlock, Message } from '../../src/presentation/message.ts';
import { filesLeftOut, withoutRefused } from '../../src/slack/refused-blocks.ts';

const words: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: '412 chats' } };
const picture: KnownBlock = { type: 'image', image_url: 'https://example.com/a.png', alt_text: '412 chats' };
const message: Message = { text: '412 chats', blocks: [words, picture, words] };

describe('a message that Slack refuses', () => {
  test('loses exactly the block that a pointer names', () => {
    const pointers = ['[ERROR] downloading image failed [json-pointer:/blocks/1/image_url]'];
    expect(withoutRefused(message, pointers)).toEqual({ text: '412 chats', blocks: [words, words] });
  });

  test('loses a named block of a view', () => {
    expect(withoutRefused(message, ['[ERROR] no more than 3000 [json-pointer:/view/blocks/0/text]']).blocks).toEqual([picture, words]);
  });

  test('loses its pictures when nothing is named', () => {
    expect(withoutRefused(message, []).blocks).toEqual([words, words]);
  });

  test('names the files of the pictures that it lost, and of those only', () => {
    const [first, second] = ['F1', 'F2'].map((id): KnownBlock => ({ type: 'image', slack_file: { id }, alt_text: id }));
    const blocks = [words, first, picture, second].flatMap((block) => block ?? []);
    const whole = { ...message, blocks };
    const lost = [['[json-pointer:/blocks/3/slack_file]'], ['[json-pointer:/blocks/0/text]'], []];
    expect(lost.map((pointers) => filesLeftOut(whole, withoutRefused(whole, pointers)))).toEqual([['F2'], [], ['F1', 'F2']]);
  });

  test('is the same message when there is nothing to lose', () => {
    const plain = { text: '412 chats', blocks: [words] };
    expect(withoutRefused(plain, [])).toBe(plain);
  });
});
