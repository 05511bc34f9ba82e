import { describe, expect, test } from '@jest/globals';
import { helpMessage } from '../../src/presentation/help-message.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { button, line, mrkdwn, plain } from './given.ts';

const help = (topic: string | null) =>
  helpMessage({ reports: REPORTS, topic, dateExamples: ['last week', 'yesterday', 'q3', 'since monday'], command: '/livechat' });

const OVERVIEW = [
  { type: 'header', text: plain('Ask in plain words') },
  {
    type: 'section',
    text: mrkdwn(
      '*Tags usage* – How often each tag was used. A chat may carry several tags.\n`/livechat tags last week`\n' +
        '*Chatting time* – How long agents spent chatting, on average per chat, and how many chats there were.\n`/livechat duration last week`',
    ),
  },
  { type: 'section', text: mrkdwn('*Dates* – `last week` · `yesterday` · `q3` · `since monday`') },
  line('Add `by hour`, `by day`, `by weekday` to split. More: `/livechat help tags`'),
  {
    type: 'actions',
    elements: [
      button('Tags usage', 'tags last week', 0),
      button('Chatting time', 'duration last week', 1),
      button('Dates', 'help dates', 2),
    ],
  },
];

describe('help', () => {
  test('shows what can be asked, each as something to press', () => {
    expect(help(null)).toEqual({ text: 'Ask for Tags usage or Chatting time in plain words: /livechat tags last week', blocks: OVERVIEW });
  });

  test('on what there is not quotes it and shows the rest', () => {
    expect(help('<!here>').blocks).toEqual([{ type: 'section', text: plain('There is no help on “<!here>”, but on these:') }, ...OVERVIEW]);
  });

  test('on a report says how it can be split and narrowed', () => {
    expect(help('tags')).toEqual({
      text: 'Tags usage: How often each tag was used. A chat may carry several tags.',
      blocks: [
        { type: 'header', text: plain('Tags usage') },
        { type: 'section', text: plain('How often each tag was used. A chat may carry several tags.') },
        {
          type: 'section',
          text: mrkdwn(
            '*Split by* hour, hour of day, day, week, weekday, month, year\n' +
              '*Narrow* by agent, by group, by tag, to chats without a tag, to tagged or untagged chats, by client id\n' +
              '*Also called* tag, tags usage, chat tags, top tags, topics',
          ),
        },
        line('Type `/livechat tags last week` or press:'),
        {
          type: 'actions',
          elements: [
            button('tags last week', 'tags last week', 0),
            button('tags this month by week', 'tags this month by week', 1),
            button('tags yesterday untagged', 'tags yesterday untagged', 2),
            button('All help', 'help', 3),
          ],
        },
      ],
    });
  });

  test('on dates shows every kind of them', () => {
    expect(help('dates').blocks).toEqual([
      { type: 'header', text: plain('Dates') },
      { type: 'section', text: mrkdwn('Write them behind the report:\n`last week` · `yesterday` · `q3` · `since monday`') },
      line('They are read in your own time zone, and every answer says which days it means.'),
      {
        type: 'actions',
        elements: [button('last week', 'tags last week', 0), button('yesterday', 'tags yesterday', 1), button('q3', 'tags q3', 2)],
      },
    ]);
  });
});
