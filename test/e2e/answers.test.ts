import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { count } from '../support/counter.ts';
import { type Bot, CHATS, startBot } from './bot.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** Asks as a person does, and returns all that they see when the answer is there. */
async function ask(text: string): Promise<{ texts: string[]; blocks: readonly Record<string, unknown>[] }> {
  const asked = bot.slack.command({ text });
  await asked.ack;
  await bot.slack.until(() => asked.messages().length > 0, { withinMs: 20_000, what: `an answer to “${text}”` });
  const messages = asked.messages();
  return { texts: messages.map((message) => message.text), blocks: (messages.at(-1)?.blocks ?? []) as Record<string, unknown>[] };
}

describe('/livechat', () => {
  test('tags last week is answered to the asker alone, with sentence, numbers, picture, table and ways on', async () => {
    const { texts, blocks } = await ask('tags last week');
    const { total } = count(CHATS.between(Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 18)), {
      start: Date.parse('2026-11-09T00:00:00+01:00'),
      end: Date.parse('2026-11-16T00:00:00+01:00'),
      zone: 'Europe/Warsaw',
      distribution: 'day',
    });
    const uses = [...total.tags.values()].reduce((sum, each) => sum + each, 0);
    const [most = ['', 0]] = [...total.tags].sort((one, other) => other[1] - one[1]);
    const thousands = (value: number) => value.toLocaleString('en-US');
    expect(texts).toHaveLength(1);
    for (const said of [most[0], thousands(most[1]), thousands(uses), thousands(total.count)]) expect(texts[0]).toContain(said);
    expect(blocks.map(({ type }) => type)).toEqual(['context', 'section', 'section', 'image', 'section', 'context', 'actions']);
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

  test('words are read in the asker’s own zone', async () => {
    const asked = bot.slack.command({ text: 'tags yesterday', user: 'U2' });
    await bot.slack.until(() => asked.messages().length > 0, { withinMs: 20_000 });
    expect(JSON.stringify(asked.messages())).toContain('Tue 17 Nov 2026, America/New_York');
  });
});

describe('the Home tab', () => {
  test('shows how things stand, and its buttons open an answer', async () => {
    bot.slack.openHome('U1');
    await bot.slack.until(() => JSON.stringify(bot.slack.home('U1')?.content ?? '').includes('Connected to LiveChat'));
    const home = bot.slack.home('U1');
    if (!home) throw new Error('no Home');
    bot.slack.action({ on: home, actionId: 'ask:0' });
    await bot.slack.until(() => JSON.stringify(bot.slack.modal('U1')?.content ?? '').includes('"image"'), { withinMs: 20_000 });
    expect(bot.slack.refused()).toEqual([]);
  });
});
