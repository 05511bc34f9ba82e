import { describe, expect, test } from '@jest/globals';
import { ANNA, BEN, BOSS, bench, MONDAY, refused, WEEKLY } from './bench.ts';

const BUTTONS = (id: string) => [
  `Send a test to me: test ${id}`,
  `Edit: form ${id}`,
  `Skip next: skip ${id}`,
  `Pause: pause ${id}`,
  `Delete: delete ${id} (asks first)`,
];
const SEEN_BY_ALL = 'Everybody in the channel will see it. Each post says who set it up.';

describe('a schedule that is set up in words', () => {
  test('is told in one sentence with the next three dates and what each is about', async () => {
    const { say, only } = await bench();
    const told = await say('schedule tags every monday at 9:00');
    const { id, ...schedule } = await only();
    const { id: _, ...expected } = WEEKLY;
    expect(schedule).toEqual(expected);
    expect(id).toMatch(/^[a-hjkmnp-z2-9]{4}$/);
    expect(told).toEqual({
      text: 'I will post Tags usage · last week to the channel every Monday at 09:00 (Europe/Warsaw). Next: Mon 23 Nov 09:00, Mon 30 Nov 09:00, Mon 7 Dec 09:00.',
      lines: [
        'I will post *Tags usage · last week* to <#C1> every Monday at 09:00 (Europe/Warsaw).',
        [
          'Next:',
          'Mon 23 Nov 09:00 – covers Mon 16 – Sun 22 Nov',
          'Mon 30 Nov 09:00 – covers Mon 23 – Sun 29 Nov',
          'Mon 7 Dec 09:00 – covers Mon 30 Nov – Sun 6 Dec',
        ].join('\n'),
        `Its id is \`${id}\`\n${SEEN_BY_ALL}`,
      ],
      buttons: BUTTONS(id),
    });
  });

  test('goes to direct messages where it was typed there, or when that is said', async () => {
    const { say, all } = await bench();
    const told = await say('schedule tags every monday at 9:00', { ...ANNA, channel: null });
    await say('schedule duration every monday at 9:00 to me');
    await say('schedule duration every monday at 9:00 in <#C2|support>');
    expect(told.lines[0]).toBe('I will send *Tags usage · last week* to you every Monday at 09:00 (Europe/Warsaw).');
    expect((await all()).map(({ place }) => place)).toEqual(
      expect.arrayContaining([{ person: 'U1' }, { person: 'U1' }, { channel: 'C2' }]),
    );
  });

  test('keeps the zone, the end and what happens when there is nothing to report', async () => {
    const { say, only } = await bench();
    const told = await say('schedule tags every day at 8:00 Europe/Lisbon until 20 nov unless empty to me');
    const { zone, until, whenEmpty, nextAt } = await only();
    expect({ zone, until, whenEmpty, nextAt }).toEqual({
      zone: 'Europe/Lisbon',
      until: Date.UTC(2026, 10, 21) - 1,
      whenEmpty: 'skip',
      nextAt: Date.UTC(2026, 10, 19, 8),
    });
    expect(told.lines.slice(0, 2)).toEqual([
      'I will send *Tags usage · yesterday* to you every day at 08:00 (Europe/Lisbon), until Fri 20 Nov 2026.',
      'Next:\nThu 19 Nov 08:00 – covers Wed 18 Nov\nFri 20 Nov 08:00 – covers Thu 19 Nov',
    ]);
  });

  test('a change of the clocks is mentioned when it is near', async () => {
    const { say, world } = await bench();
    world.now = Date.UTC(2027, 2, 15, 9);
    const told = await say('schedule tags every monday at 9:00 to me');
    expect(told.lines.at(-1)).toMatch(/\nThe clocks change in Europe\/Warsaw on Sun 28 Mar\. I keep to the time that they show there\.$/);
  });

  test('said twice, it is there once', async () => {
    const { say, all } = await bench();
    await say('schedule tags every monday at 9:00');
    const told = await say('schedule tags every monday at 9:00');
    expect([told.lines[0], (await all()).length]).toEqual(['You have this schedule already.', 1]);
  });

  test('an id that is taken is not given again', async () => {
    const taken = await bench();
    await taken.say('schedule tags every monday at 9:00');
    taken.world.seed = 7;
    await taken.say('schedule duration every monday at 9:00');
    expect(new Set((await taken.all()).map(({ id }) => id)).size).toBe(2);
  });
});

test('words that may mean two things are told as they were read, and the other is a press away', async () => {
  const { say, only } = await bench();
  const told = await say('schedule tags every second thursday at 10:00');
  const { id, question } = await only();
  expect([question.range, told.lines.at(-1), told.buttons]).toEqual([
    'last 2 weeks',
    `Its id is \`${id}\`\nI read “every second thursday” as every 2 weeks on Thursday from 2026-11-19.\n${SEEN_BY_ALL}`,
    [
      `On the second Thursday of every month at 10:00 instead: edit ${id} last month on the second Thursday of every month at 10:00`,
      ...BUTTONS(id),
    ],
  ]);
  await say(`edit ${id} last month on the second Thursday of every month at 10:00`);
  expect(await only()).toMatchObject({
    question: { report: 'tags', range: 'last month' },
    recurrence: { days: { kind: 'nth-day', nth: 2, day: 4 }, times: ['10:00'] },
  });
  expect((await say(`edit ${id} every third friday`)).buttons[0]).toBe(
    `Every 3 weeks on Friday from 2026-11-20 at 10:00 instead: edit ${id} every 3 weeks on Friday from 2026-11-20 at 10:00`,
  );
});

describe('what is missing is asked for', () => {
  test('nothing said: the list, and how it is done', async () => {
    const { say } = await bench();
    expect(await say('schedule')).toEqual({
      text: 'There are no schedules here yet. Set one up: /livechat schedule tags every monday at 9:00',
      lines: ['There are no schedules here yet.', 'Set one up in words: `/livechat schedule tags every monday at 9:00`'],
      buttons: ['New schedule: form '],
    });
  });

  test('no time', async () => {
    const { say } = await bench();
    expect((await say('schedule tags last week')).buttons).toEqual([
      'Every monday at 9:00: schedule tags last week every monday at 9:00',
      'Every weekday at 9:00: schedule tags last week every weekday at 9:00',
      'On the 1st at 9:00: schedule tags last week on the 1st at 9:00',
      'Fill in…: form tags last week',
    ]);
    expect((await say('schedule tags at 8:00')).buttons[0]).toBe('Every monday: schedule tags at 8:00 every monday');
  });

  test('no report', async () => {
    const { say } = await bench();
    expect(await say('schedule every monday at 9:00')).toEqual({
      text: 'Which report should I post then?',
      lines: ['Which report should I post then?'],
      buttons: [
        'Tags usage: schedule tags every monday at 9:00',
        'Chatting time: schedule duration every monday at 9:00',
        'Fill in…: form every monday at 9:00',
      ],
    });
  });

  test('every offer can be pressed', async () => {
    const { say, all } = await bench();
    for (const words of ['schedule tags', 'schedule every monday at 9:00', 'schedule tags at 8:00']) {
      const { buttons } = await say(words);
      for (const pressed of buttons
        .filter((button) => !button.includes(': form '))
        .map((button) => button.replace(/^[^:]*(?::\d\d)?: /, ''))) {
        await say(pressed);
      }
    }
    expect((await all()).length).toBeGreaterThan(5);
  });
});

describe('refused are', () => {
  test('guests', async () => {
    const { refusal } = await bench();
    const guest = { ...ANNA, isGuest: true };
    const expected = {
      message: 'Schedules are for members of this workspace, not for guests.',
      hint: 'Ask a member to set one up for this channel.',
      offers: [],
    };
    expect([await refusal('schedule tags every monday', guest), await refusal('schedules', guest)]).toEqual([expected, expected]);
  });

  test('whoever Slack does not tell about, for now', async () => {
    const { refusal, form } = await bench();
    const somebody = { ...ANNA, isGuest: null };
    const expected = { message: 'I could not look up who you are.', hint: 'Try again in a moment.', offers: [] };
    expect([
      await refusal('schedule tags every monday', somebody),
      await refusal('schedules', somebody),
      await refused(() => form.open('', somebody)),
    ]).toEqual(Array(3).fill(expected));
  });

  test('everybody but administrators, where the workspace wants it so', async () => {
    const { refusal, store, say, all } = await bench();
    await store.preferences.changeWorkspace('T1', { schedulers: 'admins' });
    expect(await refusal('schedule tags every monday')).toEqual({
      message: 'In this workspace only administrators set up schedules.',
      hint: 'Ask one of them to set it up for you, or to open schedules to everybody in my settings.',
      offers: [],
    });
    await say('schedule tags every monday', BOSS);
    expect(await all()).toHaveLength(1);
  });

  test.each([
    [
      'a channel without the bot',
      'schedule tags every monday in <#CAWAY>',
      {
        message: 'I am not in #away, so I cannot post there.',
        hint: 'Type /invite @LiveChat Reports there, then try again.',
        offers: ['schedule tags every monday in <#CAWAY>'],
      },
    ],
    [
      'a channel that cannot be seen',
      'schedule tags every monday in <#CNONE>',
      {
        message: 'I cannot see that channel.',
        hint: 'Type /invite @LiveChat Reports there, then try again.',
        offers: ['schedule tags every monday in <#CNONE>'],
      },
    ],
    [
      'an archived one',
      'schedule tags every monday in <#COLD>',
      { message: '#old is archived, so nothing can be posted there.', hint: 'Unarchive it, or choose another channel.', offers: [] },
    ],
    [
      'a private one, whose name stays its own',
      'schedule tags every monday in <#COLDSECRET>',
      {
        message: 'That channel is archived, so nothing can be posted there.',
        hint: 'Unarchive it, or choose another channel.',
        offers: [],
      },
    ],
    [
      'more posts a day than anybody reads',
      `schedule tags every day at ${Array.from({ length: 25 }, (_, index) => `${index % 24}:${index > 23 ? '30' : '00'}`).join(', ')}`,
      { message: 'That is more than 24 posts a day.', hint: 'Name fewer times: every day at 9:00 and 17:30.', offers: [] },
    ],
  ])('%s', async (_, words, expected) => {
    const { refusal, all } = await bench();
    expect(await refusal(words)).toEqual(expected);
    expect(await all()).toEqual([]);
  });

  test('the channel where it was typed, with direct messages as the other way', async () => {
    const { refusal } = await bench();
    const { offers } = Object.assign({ offers: [] }, await refusal('schedule tags every monday', { ...ANNA, channel: 'CAWAY' }));
    expect(offers).toEqual(['schedule tags every monday', 'schedule tags every monday to me']);
  });

  test('posts to somebody who did not ask for them', async () => {
    const { refusal } = await bench();
    expect(await refusal('schedule tags every monday to <@U2>')).toMatchObject({
      message: 'I send scheduled reports to channels, and to people who want them for themselves.',
    });
  });

  test('more than 200 in one workspace', async () => {
    const { refusal, given } = await bench();
    for (let index = 0; index < 200; index++) await given({ id: `x${index + 200}`, owner: `U${index}`, nextAt: MONDAY });
    expect(await refusal('schedule tags every friday')).toMatchObject({ message: 'This workspace has 200 schedules, and I keep no more.' });
  });
});

test.each([
  ['Anna Nowak', { agents: [{ id: 'anna@example.com', name: 'Anna Nowak' }], groups: [], tags: [] }],
  ['agent anna@example.com', undefined],
])('whose numbers everybody in a channel will see is said: %s', async (who, directory) => {
  const { say } = await bench();
  const asker = { ...ANNA, ...(directory && { directory }) };
  const words = 'duration last week agent:anna@example.com every monday';
  expect([
    (await say(`schedule ${words} in <#C2>`, asker)).lines.at(-1),
    (await say(`schedule ${words} to me`, asker)).lines.at(-1),
  ]).toEqual([expect.stringContaining(`Everybody in #support will see the numbers of ${who}.`), expect.not.stringContaining('Everybody')]);
});

test('people of other companies who will read it are named', async () => {
  const { say } = await bench();
  expect((await say('schedule tags every monday in <#CBOTH>')).lines.at(-1)).toContain(
    'People of other companies are in #partners and will read it too.',
  );
});

test('guesses for what is not understood begin with the verb', async () => {
  const { refusal } = await bench();
  expect(await refusal('schedule foo every monday', BEN)).toMatchObject({
    message: "I don't know what “foo” means.",
    offers: ['schedule tags every monday', 'schedule duration every monday', 'schedule tags last week every monday'],
  });
});
