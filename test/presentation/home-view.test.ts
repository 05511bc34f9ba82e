import { describe, expect, test } from '@jest/globals';
import { homeView } from '../../src/presentation/home-view.ts';
import { instant, sourceOf } from '../reports/given.ts';
import { button, line, mrkdwn, plain } from './given.ts';

const checkedAt = instant('2026-11-18T14:05');
const given = {
  zone: 'Europe/Warsaw',
  favourites: ['tags last week', 'duration last week', 'tags today', 'tags yesterday'].map((words) => ({ label: words, words })),
  command: '/livechat',
  examples: ['tags last week', 'duration yesterday by hour'],
};

describe('the home view', () => {
  test('says what the bot does, what to press, how to ask and whether it works', () => {
    expect(homeView({ ...given, connection: { state: 'connected', source: sourceOf('3.6'), checkedAt } })).toEqual({
      type: 'home',
      blocks: [
        { type: 'header', text: plain('LiveChat Reports') },
        { type: 'section', text: plain('Ask about your chats in plain words. The answer is one sentence, a chart and the numbers.') },
        {
          type: 'actions',
          elements: [
            button('tags last week', 'tags last week', 0),
            button('duration last week', 'duration last week', 1),
            button('tags today', 'tags today', 2),
            button('Help', 'help', 3),
          ],
        },
        { type: 'divider' },
        {
          type: 'section',
          text: mrkdwn(
            '*Ask in any channel* – only you see the answer.\n`/livechat tags last week`\n`/livechat duration yesterday by hour`',
          ),
        },
        line('Connected to LiveChat Reports API v3.6 · checked at 14:05'),
      ],
    });
  });

  test('says first what is broken, and what to do about it', () => {
    const connection = { state: 'broken', message: 'LiveChat refused the token.', hint: 'Make a new one.', checkedAt } as const;
    const { blocks } = homeView({ ...given, connection });
    expect([blocks.slice(2, 4), blocks.at(-1)]).toEqual([
      [{ type: 'section', text: plain('⚠️ LiveChat refused the token.') }, line('Make a new one.')],
      line('Not connected to LiveChat · checked at 14:05'),
    ]);
  });

  test('is there before anything is known', () => {
    expect(homeView({ ...given, connection: { state: 'unknown' } }).blocks.at(-1)).toEqual(line('Checking the connection to LiveChat …'));
  });
});
