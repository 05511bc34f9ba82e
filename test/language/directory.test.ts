import { describe, expect, test } from '@jest/globals';
import { createScheduleLanguage } from '../../src/language/schedule-words.ts';
import type { Filters } from '../../src/model/query.ts';
import { CONTEXT } from './context.ts';
import { ANNA, BEN, DIRECTORY, LUKASZ, language, MAY, read, SATO, TOM, TOM_L, WITH_NAMES } from './directory-given.ts';

describe('names are found', () => {
  test.each<readonly [string, Filters & { readonly notes?: readonly string[] }]>([
    ['tags last week for group Billing', { groups: [1] }],
    ['tags last week for group billing team', { groups: [1] }],
    ['tags last week for the Billing team', { groups: [1] }],
    ['tags in Billing last week', { groups: [1] }],
    ['tags group Sport shoes by day', { groups: [9] }],
    ['tags in shoes last week', { groups: [9] }],
    ['tags in delivery and returns last week', { groups: [2] }],
    ['tags team vertrieb koln, last week', { groups: [7] }],
    ['tags group:Billing,Sport shoes', { groups: [1, 9] }],
    ['tags groups Billing and General', { groups: [1, 0] }],
    ['tags group:12', { groups: [12] }],
    ['duration yesterday for anna', { agents: [ANNA.id] }],
    ['duration yesterday for Anna Nowak', { agents: [ANNA.id] }],
    ['duration by Anna last week', { agents: [ANNA.id] }],
    ['duration last week agent:nowak', { agents: [ANNA.id] }],
    ['duration for lukasz wojcik', { agents: [LUKASZ.id] }],
    ["duration for Ben O'Brien today", { agents: [BEN.id] }],
    ['duration for obrien', { agents: [BEN.id] }],
    ['duration for @anna', { agents: [ANNA.id] }],
    ['duration for Anna, Ben and Tom Okafor last week', { agents: [ANNA.id, BEN.id, TOM.id] }],
    ['duration for tom lindqvist', { agents: [TOM_L.id] }],
    ['duration for 佐藤 美咲 yesterday', { agents: [SATO.id] }],
    ['duration for "May Parker"', { agents: [MAY.id] }],
    ['duration agent May Parker in may', { agents: [MAY.id] }],
    ['duration for who@else.example', { agents: ['who@else.example'] }],
    ['duration for Ana Novak last week', { agents: [ANNA.id], notes: ['I read “Ana Novak” as the agent Anna Nowak.'] }],
    ['duration for refund', { tags: ['refund'] }],
    ['duration for stove recall last week', { tags: ['stove recall'] }],
    ['duration last week tag stove recall', { tags: ['stove recall'] }],
    ['duration #vip', { tags: ['vip'] }],
    ['duration tag:Stove\u00a0Recall', { tags: ['stove recall'], notes: ['I read “Stove Recall” as the tag stove recall.'] }],
    ['duration -tag:VIP', { withoutTags: ['vip'], notes: ['I read “VIP” as the tag vip.'] }],
    ['duration tagged vip last week', { tags: ['vip'] }],
    ['duration only tagged with stove recall', { tags: ['stove recall'] }],
    ['duration tagged last week', { tagged: true }],
    ['tags for delivery team', { groups: [2] }],
    ['tags for the delivery team last week', { groups: [2] }],
    ['tags for anna group Billing', { agents: [ANNA.id], groups: [1] }],
    ['tags for anna team 4', { agents: [ANNA.id], groups: [4] }],
    ['how many chats do we get in general', {}],
    ['In general, tags last week', {}],
    ['tags in General last week', { groups: [0] }],
    ['tags in general team', { groups: [0] }],
    ['tags in group general', { groups: [0] }],
    // What is not in the list any more may still stand in what is counted, and of two spellings none is the right one.
    ['duration tag:gone', { tags: ['gone'] }],
    ['duration tag:spam', { tags: ['spam'] }],
  ])('%s', (words, filters) => {
    expect(read(words)).toEqual(filters);
  });
});

test.each(['tags for the last week', 'tags in november', 'tags for may', 'duration by hour yesterday', 'tags for yestrday'])(
  '“%s” names nobody',
  (words) => {
    expect(read(words)).not.toMatchObject({ agents: expect.anything() });
    expect(language.understand(words, WITH_NAMES)).toEqual(language.understand(words, CONTEXT));
  },
);

describe('a tag that LiveChat does not have, but nearly', () => {
  test.each([
    ['duration tag refnd', ['duration today tag:refund', 'duration today tag:refnd']],
    ['duration last week without tag refnd', ['duration last week -tag:refund', 'duration last week -tag:refnd']],
    ['duration tags vip and refnd', ['duration today tag:vip,refund', 'duration today tag:vip,refnd']],
  ])('is asked back, with the tag as it was typed beside it: %s', (words, instead) => {
    const message = "I don't know a tag “refnd”.";
    const hint = 'These are the nearest in LiveChat. For “refnd” itself, write “tag:refnd”.';
    expect(read(words)).toEqual({ message, hint, words: instead });
  });

  test('is taken as it is behind a colon, in quotes, and where nothing is near or known', () => {
    expect([
      read('duration tag:refnd'),
      read('duration tag "refnd"'),
      read('duration tag zzzz'),
      read('duration tag refnd', { ...DIRECTORY, tags: 'unavailable' }),
      read('duration tag refnd', null),
    ]).toEqual([{ tags: ['refnd'] }, { tags: ['refnd'] }, { tags: ['zzzz'] }, { tags: ['refnd'] }, { tags: ['refnd'] }]);
  });
});

describe('who may be meant is asked, never guessed', () => {
  const asked = (message: string, ...words: readonly (readonly [label: string, words: string])[]) => ({
    kind: 'unclear',
    message,
    suggestions: words.map(([label, typed]) => ({ label, words: typed })),
  });

  test('of two agents with one first name', () => {
    expect(read('duration last week for tom')).toEqual(
      asked(
        'Whom or what do you mean by “tom”: the agent Tom Okafor or the agent Tom Lindqvist?',
        ['duration last week agent:"Tom Okafor"', 'duration last week agent:tom@shop.example'],
        ['duration last week agent:"Tom Lindqvist"', 'duration last week agent:lind@shop.example'],
      ),
    );
  });

  test('of a group and a tag; which of them says the word before', () => {
    expect([read('duration for Support'), read('duration in support'), read('duration tag support')]).toEqual([
      asked(
        'Whom or what do you mean by “Support”: the group Support or the tag Support?',
        ['duration today group:Support', 'duration today group:11'],
        ['duration today tag:Support', 'duration today tag:Support'],
      ),
      { groups: [11] },
      { tags: ['Support'], notes: ['I read “support” as the tag Support.'] },
    ]);
  });

  test('where their names are the same, they are told apart by their ids', () => {
    const twins = [
      { id: 'a@shop.example', name: 'Kim' },
      { id: 'b@shop.example', name: 'Kim' },
    ];
    expect(read('duration for kim', { ...DIRECTORY, agents: twins })).toMatchObject({
      suggestions: [{ label: 'duration today agent:a@shop.example' }, { label: 'duration today agent:b@shop.example' }],
    });
  });

  test('where their names are the same, the question says so by e-mail addresses', () => {
    const twins = [
      { id: 'a@shop.example', name: 'John Smith' },
      { id: 'b@shop.example', name: 'John Smith' },
    ];
    expect(read('duration for john smith', { ...DIRECTORY, agents: twins })).toEqual(
      asked(
        'Whom or what do you mean by “john smith”: the agent a@shop.example or the agent b@shop.example?',
        ['duration today agent:a@shop.example', 'duration today agent:a@shop.example'],
        ['duration today agent:b@shop.example', 'duration today agent:b@shop.example'],
      ),
    );
  });

  test('but words that nothing is made of are quoted first', () => {
    expect(read('duration last week for tom vs nobody')).toEqual(
      asked(
        "I don't know what “vs nobody” means.",
        ['duration last week', 'duration last week'],
        ['tags last week', 'tags last week'],
        ['chats last week', 'chats last week'],
      ),
    );
  });

  test.each([
    ['Billing duration last week', 'Billing', 'duration last week group:Billing', 'duration last week group:1'],
    ['duration vip last week', 'vip', 'duration last week tag:vip', 'duration last week tag:vip'],
  ])('“%s” has a name in it that is offered', (words, name, label, meant) => {
    expect(read(words)).toEqual(
      asked(
        `I don't know what “${name}” means.`,
        [label, meant],
        ['duration last week', 'duration last week'],
        ['tags last week', 'tags last week'],
      ),
    );
  });

  test('and what is suggested can be asked as it is', () => {
    const found = language.understand('duration last week for tom', WITH_NAMES);
    const words = found.kind === 'unclear' ? found.suggestions.map((each) => each.words) : [];
    expect(words.map((each) => read(each))).toEqual([{ agents: [TOM.id] }, { agents: [TOM_L.id] }]);
  });
});

test.each([
  [
    'duration last week for lukasz vs may parker',
    'agents',
    ['duration last week agent:lw@shop.example', 'duration last week agent:may@shop.example'],
  ],
  [
    'duration for tom vs anna tag:vip',
    'agents',
    [
      'duration today agent:tom@shop.example tag:vip',
      'duration today agent:lind@shop.example tag:vip',
      'duration today agent:anna@shop.example tag:vip',
    ],
  ],
  ['duration for lukasz vs "May Parker"', 'agents', ['duration today agent:lw@shop.example', 'duration today agent:may@shop.example']],
  ['duration for a@b.co vs c@d.co', 'agents', ['duration today agent:a@b.co', 'duration today agent:c@d.co']],
  ['duration for group Billing compared to General', 'groups', ['duration today group:1', 'duration today group:0']],
])('“%s” is a comparison of %s, which is refused', (words, what, instead) => {
  expect(read(words)).toEqual({ message: `I can compare times, not ${what} yet.`, hint: 'Ask for each of them alone.', words: instead });
});

test('beside a name, times are compared', () => {
  expect(language.understand('duration last week for anna vs the week before', WITH_NAMES)).toMatchObject({
    question: { report: 'duration', range: 'last week', compare: 'the week before', distribution: null, filters: { agents: [ANNA.id] } },
  });
});

describe('a name that nobody has', () => {
  test.each([
    [
      'duration for nobody',
      {
        message: "I don't know an agent, a group or a tag “nobody”.",
        hint: 'Write it as it stands in LiveChat, in quotes where it has blanks.',
        words: ['duration today'],
      },
    ],
    [
      'duration group "Koln sales"',
      {
        message: "I don't know a group “Koln sales”.",
        hint: 'These are the nearest names in LiveChat.',
        words: ['duration today group:7'],
      },
    ],
    [
      'duration group Bling last week',
      { message: "I don't know a group “Bling”.", hint: 'These are the nearest names in LiveChat.', words: ['duration last week group:1'] },
    ],
    [
      'duration for Xqzzy',
      {
        message: "I don't know an agent, a group or a tag “Xqzzy”.",
        hint: 'Write it as it stands in LiveChat, in quotes where it has blanks.',
        words: ['duration today'],
      },
    ],
    [
      'duration for <@U012AB|anna> last week',
      {
        message: 'A mention does not tell me who that is in LiveChat.',
        hint: 'Write the agent’s name or e-mail address instead: “for Anna Nowak”, “agent:anna@example.com”.',
        words: ['duration last week'],
      },
    ],
  ])('%s', (words, refusal) => {
    expect(read(words)).toEqual(refusal);
  });

  test('is no fault of theirs where the bot may not look names up, or could not yet', () => {
    const agents = 'Agents go by their e-mail addresses: “agent:anna@example.com”.';
    const groups = 'Groups go by their numbers: “group:12”. The group General is “group:0”.';
    expect([
      read('duration agent anna', { agents: 'forbidden', groups: 'forbidden', tags: 'forbidden' }),
      read('duration for anna', { ...DIRECTORY, agents: 'forbidden' }),
      read('duration group x', { ...DIRECTORY, groups: 'unavailable' }),
      read('duration group x', null),
    ]).toEqual(
      [
        [
          "I don't know an agent “anna”.",
          `I may not look names up: the access token of this bot lacks the scope agents--all:ro. ${agents}`,
        ],
        [
          "I don't know an agent, a group or a tag “anna”.",
          `I may not look names up: the access token of this bot lacks the scope agents--all:ro. ${agents}`,
        ],
        ["I don't know a group “x”.", `LiveChat has not told me the names yet; try again in a minute. ${groups}`],
        ["I don't know a group “x”.", groups],
      ].map(([message, hint]) => ({ message, hint, words: ['duration today'] })),
    );
  });
});

test.each([
  ['tags last week', false, false],
  ['tags for anna@example.com group:12', false, false],
  ['tags for the last week', false, false],
  ['tags for anna', true, false],
  ['tags for Nobody Atall', true, true],
  ['tags group "Sport shoes"', true, false],
  ['schedule tags for anna every monday at 9:00 in #support', true, false],
  ['schedule tags every monday at 9:00 in <#C1|support>', false, false],
  ['tag:vip', true, false],
])('“%s” lacks names: %s without a directory, %s with one', (words, without, withOne) => {
  expect([language.lacksNames(words, CONTEXT), language.lacksNames(words, WITH_NAMES)]).toEqual([without, withOne]);
});

test('a schedule is for whom it names, beside where and when it is posted', () => {
  const { question, place } = createScheduleLanguage(language).readSchedule(
    'tags last week for anna and Billing every monday at 9:00 in <#C1|support>',
    WITH_NAMES,
  );
  expect([question?.filters, place]).toEqual([{ agents: [ANNA.id], groups: [1] }, { channel: 'C1' }]);
});
