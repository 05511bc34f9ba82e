import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { count } from '../support/counter.ts';
import { type Bot, CHATS, eventually, startBot } from './bot.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** Asks as a person does, and returns all that they see when the answer is there. */
async function ask(text: string): Promise<{ texts: string[]; seenBy: unknown[]; blocks: readonly Record<string, unknown>[] }> {
  const asked = bot.slack.command({ text });
  await asked.ack;
  await bot.slack.until(() => asked.messages().length > 0, { withinMs: 20_000, what: `an answer to “${text}”` });
  const messages = asked.messages();
  const seenBy = messages.map(({ ephemeralTo }) => ephemeralTo);
  return { texts: messages.map((message) => message.text), seenBy, blocks: (messages.at(-1)?.blocks ?? []) as Record<string, unknown>[] };
}

describe('/livechat', () => {
  test('tags last week is answered to the asker alone, with sentence, numbers, picture, table and ways on', async () => {
    const { texts, seenBy, blocks } = await ask('tags last week');
    const { total } = count(CHATS.between(Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 18)), {
      start: Date.parse('2026-11-09T00:00:00+01:00'),
      end: Date.parse('2026-11-16T00:00:00+01:00'),
      zone: 'Europe/Warsaw',
      distribution: 'day',
    });
    const uses = [...total.tags.values()].reduce((sum, each) => sum + each, 0);
    const [most = ['', 0]] = [...total.tags].sort((one, other) => other[1] - one[1]);
    const thousands = (value: number) => value.toLocaleString('en-US');
    expect([texts.length, seenBy]).toEqual([1, ['U1']]);
    for (const said of [most[0], thousands(most[1]), thousands(uses), thousands(total.count)]) expect(texts[0]).toContain(said);
    expect(blocks.map(({ type }) => type)).toEqual([
      ...['context', 'actions', 'section', 'section'],
      ...['context', 'image', 'section', 'actions', 'context', 'actions', 'actions'],
    ]);
    expect(texts[0]).toContain('Wed 11 Nov stands out');
    expect(bot.slack.refused()).toEqual([]);
  });

  test('the picture is a PNG that Slack holds, and its alt text is the finding', async () => {
    const { texts, blocks } = await ask('duration last week');
    const picture = blocks.find(({ type }) => type === 'image') as { slack_file: { id: string }; alt_text: string };
    const file = bot.slack.files().find(({ id }) => id === picture.slack_file.id);
    expect(picture.alt_text).toBe(texts[0]);
    expect(Buffer.from(file?.bytes ?? []).subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  });

  test('nothing at all is a useful answer, and so is help', async () => {
    const [nothing, help] = [await ask(''), await ask('help')];
    expect(nothing.texts[0]).toContain('today so far');
    expect(help.texts[0]).toContain('/livechat tags last week');
  });

  test('an unknown word is quoted, and its buttons lead to an answer beside it', async () => {
    const asked = bot.slack.command({ text: 'flibber last week' });
    await bot.slack.until(() => asked.messages().length === 1);
    const [unclear] = asked.messages();
    if (!unclear) throw new Error('no answer');
    expect(unclear.text).toContain('“flibber”');
    const pressed = bot.slack.action({ on: unclear, actionId: 'ask:0' });
    await bot.slack.until(() => pressed.messages().length === 1, { withinMs: 20_000 });
    expect([asked.messages(), pressed.messages().map(({ text }) => text)]).toEqual([
      [unclear],
      [expect.stringMatching(/^Agents spent .* last week/)],
    ]);
  });

  test('a date that cannot be is refused in words', async () => {
    expect((await ask('tags 30 feb')).texts[0]).toMatch(/30 feb/i);
  });

  test('another reading of a date is a press away, and remembered for the person', async () => {
    const asked = bot.slack.command({ text: 'tags 3/11', user: 'U2' });
    await bot.slack.until(() => asked.messages().length === 1, { withinMs: 20_000 });
    const [first] = asked.messages();
    if (!first) throw new Error('no answer');
    const row = first.blocks.find(({ type }) => type === 'actions') as unknown as { elements: { value: string; action_id: string }[] };
    const [button] = row.elements;
    expect(button?.value).toMatch(/^read-as day-first \S+$/);
    const pressed = bot.slack.action({ on: first, actionId: button?.action_id ?? '', user: 'U2' });
    await bot.slack.until(() => pressed.messages().length === 1, { withinMs: 20_000 });
    const again = bot.slack.command({ text: 'tags 3/11', user: 'U2' });
    await bot.slack.until(() => again.messages().length === 1, { withinMs: 20_000 });
    const seen = [first, pressed.messages()[0], again.messages()[0]].map((message) => JSON.stringify(message?.blocks));
    expect(seen).toEqual([
      expect.stringContaining('I read 3/11 as 11 March.'),
      expect.stringContaining("I'll read dates day first from now on"),
      expect.stringContaining('I read 3/11 as 3 November.'),
    ]);
  });

  test('words are read in the asker’s own zone', async () => {
    const asked = bot.slack.command({ text: 'tags yesterday', user: 'U2' });
    await bot.slack.until(() => asked.messages().length > 0, { withinMs: 20_000 });
    expect(JSON.stringify(asked.messages())).toContain('Tue 17 Nov 2026, America/New_York');
  });
});

describe('what rules have found', () => {
  test('is explained to whoever presses', async () => {
    const asked = bot.slack.command({ text: 'tags last week' });
    await bot.slack.until(() => asked.messages().length === 1, { withinMs: 20_000 });
    const [answer] = asked.messages();
    if (!answer) throw new Error('no answer');
    const buttons = answer.blocks.flatMap((block) => (block as { elements?: { value?: string; action_id?: string }[] }).elements ?? []);
    const how = buttons.find(({ value }) => value?.startsWith('explain '));
    const pressed = bot.slack.action({ on: answer, actionId: how?.action_id ?? '' });
    await bot.slack.until(() => pressed.messages().length === 1, { withinMs: 20_000 });
    expect(pressed.messages().map(({ text, ephemeralTo }) => [text, ephemeralTo])).toEqual([
      [expect.stringMatching(/^Wed 11 Nov stands out: .* A day or an hour stands out when/), 'U1'],
    ]);
    expect(bot.slack.refused()).toEqual([]);
  });
});

describe('agents and groups by their names', () => {
  test('count what their ids count, and are shown', async () => {
    const [byName, byId] = [await ask('tags last week for group Billing'), await ask('tags last week group:1')];
    expect(byName.texts).toEqual(byId.texts);
    expect(byName.texts[0]).toMatch(/Only group Billing\.$/);
    expect((await ask('duration yesterday for anna')).texts[0]).toMatch(/^Agents spent .* Only Anna Nowak\.$/);
  });

  test('are asked about where two may be meant; each button answers', async () => {
    const asked = bot.slack.command({ text: 'duration last week for tom' });
    await bot.slack.until(() => asked.messages().length === 1);
    const [unclear] = asked.messages();
    if (!unclear) throw new Error('no answer');
    expect(unclear.text).toBe('Whom or what do you mean by “tom”: the agent Tom Okafor or the agent Tom Lindqvist?');
    const pressed = bot.slack.action({ on: unclear, actionId: 'ask:0' });
    await bot.slack.until(() => pressed.messages().length === 1, { withinMs: 20_000 });
    expect(pressed.messages()[0]?.text).toMatch(/Only Tom Okafor\.$/);
  });

  test('go by their ids where the token lacks the scope, which is said', async () => {
    const nameless = await startBot();
    nameless.sandbox.switches.change({ missingScopes: ['agents--all:ro', 'groups--all:ro'] });
    try {
      const asking = async (text: string) => {
        const asked = nameless.slack.command({ text });
        await nameless.slack.until(() => asked.messages().length === 1, { withinMs: 20_000 });
        return asked.messages()[0]?.text;
      };
      expect([await asking('tags last week for anna'), await asking('tags last week group:1')]).toEqual([
        expect.stringContaining('lacks the scope agents--all:ro. Agents go by their e-mail addresses'),
        expect.stringMatching(/Only group 1\.$/),
      ]);
    } finally {
      await nameless.stop();
    }
  });
});

describe('in another form', () => {
  test('as table there is no picture, as chart no table', async () => {
    const [table, chart] = [await ask('duration yesterday as table'), await ask('duration yesterday as chart')];
    const typesOf = ({ blocks }: typeof table) => blocks.map(({ type }) => type);
    expect([typesOf(table), typesOf(chart)]).toEqual([
      ['context', 'section', 'section', 'context', 'section', 'actions', 'context', 'actions', 'actions'],
      ['context', 'section', 'section', 'context', 'image', 'context', 'actions', 'actions'],
    ]);
  });

  test('as csv the whole table is a file in the direct messages', async () => {
    const { texts, blocks } = await ask('tags last week as csv');
    const message = bot.slack.messages('DU1').findLast(({ files }) => files.length > 0);
    const file = bot.slack.files().find(({ id }) => message?.files.includes(id));
    const [head = '', ...lines] = (file?.bytes ?? Buffer.from('')).toString().split('\r\n');
    expect([texts[0]?.includes(' The CSV is in our direct messages.'), blocks.some(({ type }) => type === 'image')]).toEqual([true, false]);
    expect([file?.name, head.startsWith('\uFEFFDay,'), head.split(',').length > 4, lines.map((line) => line.split(',')[0])]).toEqual([
      'tags-last-week-2026-11-09.csv',
      true,
      true,
      ['09', '10', '11', '12', '13', '14', '15'].map((day) => `2026-11-${day}`).concat(''),
    ]);
    expect(bot.slack.refused()).toEqual([]);
  });
});

describe('in a channel', () => {
  test('everybody sees the answer, and only who asked hears that it was posted', async () => {
    const { texts, seenBy } = await ask('tags last week in <#C1|support>');
    const posted = bot.slack.messages('C1').findLast(({ ephemeralTo }) => ephemeralTo === null);
    expect([texts, seenBy]).toEqual([['Posted in #support.'], ['U1']]);
    expect([posted?.text.startsWith('The most used tag '), JSON.stringify(posted?.blocks).includes('Asked by @anna')]).toEqual([
      true,
      true,
    ]);
  });

  test('a channel that was not picked from the list is asked for', async () => {
    expect((await ask('tags last week in #support')).texts).toEqual([
      "I cannot tell which channel “#support” is. Type # and the first letters, then pick the channel from Slack's list while you type.",
    ]);
  });
});

const README_COMMANDS = [...readFileSync('README.md', 'utf8').matchAll(/^\| `\/livechat ([^`]+)` \|/gm)].map((match) => match[1] ?? '');

/** What the verbs of the README say; anything else is a question, and is answered with numbers. */
const SAID_BY_VERB: ReadonlyMap<string, RegExp> = new Map([
  ['schedule', /^I will (?:post|send) .* Next: \w{3} \d+ Nov /],
  ['schedules', /^\d schedules?: /],
  ['save', /^Saved /],
]);
const NUMBERS = /^(Agents spent \d+m \d\ds per chat|The most used tag .*: \d)/;

test.each(README_COMMANDS)('the README’s /livechat %s does over the chats of the demo what it says', async (words) => {
  // Slack writes a channel that was picked from its list as its id.
  const { texts } = await ask(words.replace('#support', '<#C1|support>'));
  expect(texts).toEqual([expect.stringMatching(SAID_BY_VERB.get(words.split(' ')[0] ?? '') ?? NUMBERS)]);
});

test('what is delivered again over Socket Mode has no second effect', async () => {
  const asked = bot.slack.command({ text: 'help' });
  await bot.slack.until(() => asked.messages().length === 1);
  const again = bot.slack.redeliver(asked);
  const next = bot.slack.command({ text: 'help dates' });
  await bot.slack.until(() => next.messages().length === 1);
  expect([(await again.ack).acked, asked.messages().length, again.messages().length]).toEqual([true, 1, 0]);
});

test('with a QuickChart server and pictures by address, the answer carries that server’s address', async () => {
  const settings = { CHART_DELIVERY: 'url', QUICKCHART_URL: 'https://quickchart.io', QUICKCHART_KEY: 'q-secret' };
  const charting = await startBot({ settings });
  try {
    const asked = charting.slack.command({ text: 'duration last week' });
    await charting.slack.until(() => asked.messages().length > 0, { withinMs: 20_000 });
    const picture = asked.messages()[0]?.blocks.find(({ type }) => type === 'image');
    const address = new URL(String(picture?.image_url));
    expect([address.origin, address.pathname, address.searchParams.get('v')]).toEqual(['https://quickchart.io', '/chart', '4']);
    expect(JSON.parse(address.searchParams.get('c') ?? '')).toMatchObject({ type: 'line' });
    expect(address.href).not.toContain('q-secret');
  } finally {
    await charting.stop();
  }
});

describe('the Home tab', () => {
  test('is not published for somebody who looks at another tab', async () => {
    await bot.slack.openHome('U2', 'messages').ack;
    await ask('help');
    expect(bot.slack.home('U2')).toBeNull();
  });

  test('shows whoever is new around, then how things stand, and its buttons open an answer', async () => {
    bot.slack.openHome('U1');
    await bot.slack.until(() => JSON.stringify(bot.slack.home('U1')?.content ?? '').includes('in three steps'));
    const calls = bot.sandbox.journal.entries().length;
    await eventually(async () => {
      bot.slack.openHome('U1');
      return JSON.stringify(bot.slack.home('U1')?.content ?? '').includes('Refresh');
    });
    await bot.slack.until(() => JSON.stringify(bot.slack.home('U1')?.content ?? '').includes('Connected to LiveChat'));
    const home = bot.slack.home('U1');
    if (!home) throw new Error('no Home');
    // However often it was opened: one round, a call for each report.
    expect(bot.sandbox.journal.entries().length - calls).toBe(2);
    bot.slack.action({ on: home, actionId: 'ask:0', value: 'tags last week' });
    await bot.slack.until(() => JSON.stringify(bot.slack.modal('U1')?.content ?? '').includes('"image"'), { withinMs: 20_000 });
    expect(bot.slack.refused()).toEqual([]);
  });
});
