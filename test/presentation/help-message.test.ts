import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import { FILTER_NAMES } from '../../src/model/query.ts';
import { helpMessage } from '../../src/presentation/help-message.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { FILTER_FORMS } from '../../src/reports/words/query.ts';
import { instant, range } from '../reports/given.ts';
import { button, line, mrkdwn, plain } from './given.ts';

const help = (topic: string | null) =>
  helpMessage({
    reports: REPORTS,
    commands: COMMANDS,
    topic,
    dates: DATES,
    now: instant('2026-11-18T14:05'),
    command: '/livechat',
  });

const week = range('2026-11-09T00:00', '2026-11-16T00:00');
const DATES = [
  { name: 'Days', examples: [{ words: 'yesterday', range: range('2026-11-17T00:00', '2026-11-18T00:00') }] },
  {
    name: 'This and last',
    examples: [
      { words: 'last week', range: week },
      { words: 'q3', range: { ...range('2025-10-01T00:00', '2026-01-01T00:00'), isFiscal: true } },
    ],
  },
  { name: 'Only', examples: [{ words: 'last week <on> weekdays', range: { ...week, only: { days: [1, 2, 3, 4, 5] } } }] },
  { name: 'Compared with', examples: [{ words: 'last week wow', range: week, baseline: range('2026-11-02T00:00', '2026-11-09T00:00') }] },
] as const;

const COMMANDS = [
  {
    name: 'save',
    aliases: ['keep'],
    usage: 'save <question> as <name>',
    description: 'Keeps a question.',
    examples: ['save tags as mine'],
  },
  { name: 'question', aliases: [], usage: 'question <id>', description: 'Behind a button.', examples: [] },
];

const FILTERS = '`agent:anna@example.com` · `group:2` · `tag:"stove recall"` · `-tag:spam` · `untagged` · `client:my-client-id`';

const OVERVIEW = [
  { type: 'header', text: plain('Ask in plain words') },
  {
    type: 'section',
    text: mrkdwn(
      '*Tags usage* – How often each tag was used. A chat may carry several tags.\n`/livechat tags last week`\n' +
        '*Chatting time* – How much time agents spent in a chat, on average per chat, and how many chats there were.\n`/livechat duration last week`',
    ),
  },
  {
    type: 'section',
    text: mrkdwn(`*Dates* – \`yesterday\` · \`last week\` · \`last week &lt;on&gt; weekdays\` · \`last week wow\`\n*Filters* – ${FILTERS}`),
  },
  line(
    [
      'Add `by hour`, `by day`, `by weekday` to split. More: `/livechat help tags`',
      'Add `as line`, `as bar`, `as stacked bar`, `as heatmap`, `as pie`, `as table`, `as csv` to choose how it is shown.',
      "Mention me in a channel, or write to me. In that thread go on with `and yesterday?`, `by hour`, `only tag vip`, `compare with last month`; where I don't answer, mention me.",
    ].join('\n'),
  ),
  {
    type: 'actions',
    elements: [
      button('Tags usage', 'tags last week', 0),
      button('Chatting time', 'duration last week', 1),
      button('Dates', 'help dates', 2),
      button('Filters', 'help filters', 3),
      button('Commands', 'help commands', 4),
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
              `*Narrow* ${FILTERS}\n` +
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

  test('on a report explains what its numbers are where their names do not', () => {
    const texts = help('duration').blocks.map((block) => (block.type === 'section' ? block.text?.text : ''));
    expect(texts[2]).toBe(
      'Chatting time is the time of a chat’s agents: LiveChat averages it over the chats that an agent joined. ' +
        'Chat duration, which newer versions of its Reports API add, is the length of the whole chat, with an agent or without.',
    );
  });

  test('on dates shows every kind of them with the days that they mean now, and buttons that say what they ask', () => {
    expect(help('dates')).toEqual({
      text: 'Dates can be written like yesterday, last week, last week &lt;on&gt; weekdays.',
      blocks: [
        { type: 'header', text: plain('Dates') },
        { type: 'section', text: plain('Write them behind the report. Asked now, they mean:') },
        { type: 'section', text: mrkdwn('*Days*\n`yesterday` Tue 17 Nov') },
        {
          type: 'section',
          text: mrkdwn('*This and last*\n`last week` Mon 9 – Sun 15 Nov\n`q3` fiscal, Wed 1 Oct – Wed 31 Dec 2025'),
        },
        { type: 'section', text: mrkdwn('*Only*\n`last week &lt;on&gt; weekdays` Mon 9 – Sun 15 Nov, Mon–Fri') },
        { type: 'section', text: mrkdwn('*Compared with*\n`last week wow` Mon 9 – Sun 15 Nov vs Mon 2 – Sun 8 Nov') },
        line('They are read in your own time zone, and every answer says which days it means.'),
        {
          type: 'actions',
          elements: [
            button('Tags usage, yesterday', 'tags yesterday', 0),
            button('Tags usage, last week', 'tags last week', 1),
            button('Tags usage, last week <on> weekdays', 'tags last week <on> weekdays', 2),
            button('All help', 'help', 3),
          ],
        },
      ],
    });
  });

  test('on filters shows how each is typed and what it keeps', () => {
    expect(help('filters').blocks).toEqual([
      { type: 'header', text: plain('Filters') },
      { type: 'section', text: plain('Write them behind the report. They count only:') },
      {
        type: 'section',
        text: mrkdwn(
          [
            '`agent:anna@example.com` or `for Anna Nowak` – chats of an agent, by e-mail address or name',
            '`group:2` or `group Billing` – chats of a group, by its number or name',
            '`tag:"stove recall"` – chats with a tag, in quotes where it has spaces',
            '`-tag:spam` or `without tag spam` – chats without a tag',
            '`untagged` or `tagged` – chats with no tag, or with any',
            '`client:my-client-id` – chats through an application, by its client id',
          ].join('\n'),
        ),
      },
      line('Several names of one filter mean any of them, several filters all of them: `/livechat tags last week group:2,5 -tag:spam`'),
      {
        type: 'actions',
        elements: [
          button('Tags usage, last week, tagged', 'tags last week tagged', 0),
          button('Chatting time, last week, tagged', 'duration last week tagged', 1),
          button('All help', 'help', 2),
        ],
      },
    ]);
  });

  test('shows no filter that is not understood', () => {
    const directory = { agents: [{ id: 'a@b.co', name: 'Anna Nowak' }], groups: [{ id: 1, name: 'Billing' }], tags: [] };
    const context = { now: instant('2026-11-18T14:05'), zone: 'Europe/Warsaw', weekStart: 'monday', locale: 'en-GB', directory } as const;
    const { understand } = createLanguage(REPORTS);
    const read = FILTER_NAMES.flatMap((name) =>
      FILTER_FORMS[name].typed.map((typed) => {
        const understood = understand(`tags last week ${typed}`, context);
        return [typed, understood.kind === 'question' ? Object.keys(understood.question.filters) : understood.kind];
      }),
    );
    expect(read).toEqual(FILTER_NAMES.flatMap((name) => FILTER_FORMS[name].typed.map((typed) => [typed, [name]])));
  });

  test('on commands lists those that are typed, and one of them says how', () => {
    expect([help('commands').blocks.slice(0, 3), help('keep').blocks.slice(0, 4), help('question').blocks[0]]).toEqual([
      [
        { type: 'header', text: plain('Commands') },
        { type: 'section', text: mrkdwn('`save &lt;question&gt; as &lt;name&gt;` – Keeps a question.') },
        line('Type them after `/livechat`; `/livechat help schedule` says more about one.'),
      ],
      [
        { type: 'header', text: plain('/livechat save <question> as <name>') },
        { type: 'section', text: plain('Keeps a question.') },
        { type: 'section', text: mrkdwn('`/livechat save tags as mine`') },
        line('Also `keep`'),
      ],
      { type: 'section', text: plain('There is no help on “question”, but on these:') },
    ]);
  });
});
