import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import type { Message } from '../slack-double/slack.ts';
import { type Bot, NOW, say, startBot } from './bot.ts';
import { closeAll, type Opened, temporaryFolder } from './process-support.ts';

const opened: Opened = [];
afterEach(() => closeAll(opened));

const PATIENT = { withinMs: 20_000 };
const WEEK = 7 * 24 * 60 * 60_000;

async function start() {
  const clock = createMovableClock(() => NOW);
  const file = join(await temporaryFolder(opened), 'memory.db');
  const bot = await startBot({ clock: clock.now, settings: { DATABASE_URL: `file:${file}` } });
  opened.push(bot.stop);
  return { ...bot, clock };
}

interface Element {
  readonly type: string;
  readonly text: { readonly text: string };
  readonly action_id: string;
  readonly value?: string;
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

const elementsOf = ({ blocks }: Message) => blocks.flatMap((block) => (block.type === 'actions' ? (block.elements as Element[]) : []));
const labelsOf = ({ blocks }: Message): string[] =>
  ((blocks.findLast(({ type }) => type === 'actions')?.elements ?? []) as Element[]).map(({ type, text }) =>
    type === 'overflow' ? '…' : text.text,
  );

function labelled(message: Message, label: string) {
  for (const { action_id: actionId, text, options = [] } of elementsOf(message)) {
    if (text?.text === label) return { on: message, actionId };
    const option = options.find((each) => each.text.text === label);
    if (option) return { on: message, actionId, value: option.value };
  }
  throw new Error(`There is no ${label}`);
}

const press = ({ slack }: Pick<Bot, 'slack'>, message: Message, label: string) => slack.action(labelled(message, label));

/** What comes of a press, where it is one message to whoever pressed. */
async function pressed(bot: Pick<Bot, 'slack'>, message: Message, label: string): Promise<Message> {
  const exchange = press(bot, message, label);
  await bot.slack.until(() => exchange.messages().length === 1, { ...PATIENT, what: `an answer to ${label}` });
  const [answer] = exchange.messages();
  if (!answer) throw new Error('no answer');
  return answer;
}

async function openedForm(bot: Pick<Bot, 'slack'>, message: Message, label: string) {
  press(bot, message, label);
  await bot.slack.until(() => bot.slack.modal('U1') !== null, { ...PATIENT, what: `the form of ${label}` });
  return bot.slack.modal('U1');
}

/** Submits the form that is open; `count` messages are then seen by Anna. */
async function submitted({ slack }: Pick<Bot, 'slack'>, values: Readonly<Record<string, string>>) {
  const before = slack.ephemerals('U1').length;
  const { body, refused } = await slack.submitView(values).ack;
  if (body === null) await slack.until(() => slack.ephemerals('U1').length > before, { ...PATIENT, what: 'the answer to a form' });
  return { body, refused, answer: slack.ephemerals('U1').at(-1) };
}

const understoodOf = (message: Message | undefined): string => JSON.stringify(message?.blocks[0]);
const healthy = ({ slack, logged }: Pick<Bot, 'slack' | 'logged'>) => [
  slack.refused(),
  logged.filter((line) => line.includes('"level":50')),
];

test('an answer ends with what can be done with it, in each place with what makes sense there', async () => {
  const bot = await start();
  const alone = await say(bot, 'tags last week');
  bot.slack.write({ text: '<@UBOT> tags last week' });
  await bot.slack.until(() => bot.slack.messages('C1').length === 1, PATIENT);
  bot.slack.write({ text: 'tags last week', channel: 'direct' });
  await bot.slack.until(() => bot.slack.messages('DU1').length === 1, PATIENT);
  const [open, direct] = [bot.slack.messages('C1')[0], bot.slack.messages('DU1')[0]];
  expect([labelsOf(alone), open && labelsOf(open), direct && labelsOf(direct)]).toEqual([
    ['Change…', 'Compare', 'CSV', 'Post to channel', 'Repeat this…', '…'],
    ['Change…', 'Compare', 'CSV', 'Repeat this…', '…'],
    ['Change…', 'Compare', 'CSV', 'Post to channel…', 'Repeat this…', '…'],
  ]);
  const ids = elementsOf(alone).map(({ action_id }) => action_id);
  expect([new Set(ids).size, healthy(bot)]).toEqual([ids.length, [[], []]]);
}, 60_000);

describe('each button works, also after a restart', () => {
  test('Compare, then Same time last year, and then there is nothing left to compare with', async () => {
    const bot = await start();
    const answer = await say(bot, 'duration last week');
    await bot.restart();
    const before = await pressed(bot, answer, 'Compare');
    const lastYear = await pressed(bot, before, 'Same time last year');
    expect([understoodOf(before), understoodOf(lastYear), labelsOf(lastYear)]).toEqual([
      expect.stringMatching(/last week.*vs the week before/),
      expect.stringMatching(/last week.*vs same period last year/),
      ['Change…', 'CSV', 'Post to channel', 'Repeat this…', '…'],
    ]);
    expect(healthy(bot)).toEqual([[], []]);
  }, 60_000);

  test('CSV sends the file and says where it is, without the answer', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    await bot.restart();
    const { text } = await pressed(bot, answer, 'CSV');
    expect([text, bot.slack.messages('DU1').filter(({ files }) => files.length > 0).length, healthy(bot)]).toEqual([
      'The CSV is in our direct messages.',
      1,
      [[], []],
    ]);
  }, 60_000);

  test('Post to channel posts it for all there, with who asked', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    await bot.restart();
    const { text } = await pressed(bot, answer, 'Post to channel');
    const [post] = bot.slack.messages('C1');
    expect([text, post?.text.startsWith('The most used tag last week'), JSON.stringify(post?.blocks).includes('Asked by @anna')]).toEqual([
      'Posted in #support.',
      true,
      true,
    ]);
  }, 60_000);

  test('Post to channel… of direct messages asks which one, and says there that it was posted', async () => {
    const bot = await start();
    bot.slack.write({ text: 'tags last week', channel: 'direct' });
    await bot.slack.until(() => bot.slack.messages('DU1').length === 1, PATIENT);
    const [answer] = bot.slack.messages('DU1');
    if (!answer) throw new Error('no answer');
    await bot.restart();
    await openedForm(bot, answer, 'Post to channel…');
    const { answer: told } = await submitted(bot, { where: 'C1' });
    expect([told?.channel, told?.text, bot.slack.messages('C1').length, bot.slack.modal('U1'), healthy(bot)]).toEqual([
      'DU1',
      'Posted in #support.',
      1,
      null,
      [[], []],
    ]);
  }, 60_000);

  test('Repeat this… opens the form of schedules with the question in it', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week by weekday for group billing');
    await bot.restart();
    const form = await openedForm(bot, answer, 'Repeat this…');
    expect([JSON.stringify(form?.content).includes('"initial_value":"tags last week by weekday group:'), healthy(bot)]).toEqual([
      true,
      [[], []],
    ]);
  }, 60_000);

  test('a chart of another kind is in the menu', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    const menu = elementsOf(answer).find(({ type }) => type === 'overflow');
    const [first, ...others] = (menu?.options ?? []).map(({ text }) => text.text);
    await bot.restart();
    const again = await pressed(bot, answer, first ?? '');
    expect([first?.startsWith('As '), others.slice(-2), again.blocks.some(({ type }) => type === 'image')]).toEqual([
      true,
      ['Open in LiveChat', 'Delete this answer'],
      true,
    ]);
  }, 60_000);

  test('Show all opens the whole table', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    await bot.restart();
    press(bot, answer, 'Show all');
    await bot.slack.until(() => bot.slack.calls('views.update').length === 1, PATIENT);
    const shown = JSON.stringify(bot.slack.modal('U1')?.content);
    const days = ['Mon 9 Nov', 'Sun 15 Nov'].map((day) => shown.includes(day.replaceAll(' ', '\u00a0')));
    expect([days, shown.includes('stove\u00a0recall'), healthy(bot)]).toEqual([[true, true], true, [[], []]]);
  }, 60_000);

  test('Delete this answer takes away what one person sees, and what everybody sees for whoever asked', async () => {
    const bot = await start();
    const alone = await say(bot, 'tags last week');
    await bot.restart();
    press(bot, alone, 'Delete this answer');
    await bot.slack.until(() => bot.slack.ephemerals('U1').length === 0, PATIENT);
    bot.slack.write({ text: '<@UBOT> tags last week' });
    await bot.slack.until(() => bot.slack.messages('C1').length === 1, PATIENT);
    const [open] = bot.slack.messages('C1');
    if (!open) throw new Error('no answer');
    bot.slack.action({ ...labelled(open, 'Delete this answer'), user: 'U2' });
    await bot.slack.until(() => bot.slack.ephemerals('U2').length === 1, PATIENT);
    const refused = bot.slack.ephemerals('U2')[0]?.text;
    press(bot, open, 'Delete this answer');
    await bot.slack.until(() => bot.slack.messages('C1').length === 0, PATIENT);
    expect([refused, healthy(bot)]).toEqual([
      'Only whoever asked for this answer can delete it. Ask them, or an administrator of this workspace.',
      [[], []],
    ]);
  }, 60_000);
});

describe('Change…', () => {
  test('holds the question in words; new words are answered where it was pressed', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    await bot.restart();
    const form = await openedForm(bot, answer, 'Change…');
    const { body, answer: changed } = await submitted(bot, { words: 'duration yesterday by hour' });
    expect([JSON.stringify(form?.content).includes('"initial_value":"tags last week"'), body, bot.slack.modal('U1')]).toEqual([
      true,
      null,
      null,
    ]);
    expect([changed?.channel, understoodOf(changed), healthy(bot)]).toEqual([
      'C1',
      expect.stringMatching(/Chatting time.*yesterday.*by hour/),
      [[], []],
    ]);
  }, 60_000);

  test('lists count before the words', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    await openedForm(bot, answer, 'Change…');
    const { answer: changed } = await submitted(bot, { range: 'last month', split: 'weekday', compare: 'the time before', shown: 'table' });
    expect([understoodOf(changed), changed?.blocks.some(({ type }) => type === 'image')]).toEqual([
      expect.stringMatching(/Tags usage.*last month.*by weekday.*vs the month before/),
      false,
    ]);
  }, 60_000);

  test('words that are not understood are said so at the field, and can be put right', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    await openedForm(bot, answer, 'Change…');
    const wrong = await submitted(bot, { words: 'flibber last week' });
    const { answer: changed } = await submitted(bot, { words: 'tags yesterday' });
    expect([wrong.body, wrong.refused, understoodOf(changed)]).toEqual([
      {
        response_action: 'errors',
        errors: { words: expect.stringMatching(/^I don't know what “flibber” means\. For example: \S+ last week$/) },
      },
      null,
      expect.stringMatching(/Tags usage.*yesterday/),
    ]);
  }, 60_000);
});

describe('a week later', () => {
  test('an answer whose address is dead is brought another way', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    bot.clock.setTo(NOW + WEEK);
    bot.slack.fail('response_url', { error: 'expired_url' });
    press(bot, answer, 'Compare');
    await bot.slack.until(() => bot.slack.ephemerals('U1').length === 2, PATIENT);
    expect(understoodOf(bot.slack.ephemerals('U1').at(-1))).toMatch(/last week.*Mon 9 – Sun 15 Nov.*vs the week before/);
  }, 60_000);

  test('what can be done with it is about the time that it shows; Change… is about the day', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    bot.clock.setTo(NOW + WEEK);
    await pressed(bot, answer, 'CSV');
    await pressed(bot, answer, 'Post to channel');
    await openedForm(bot, answer, 'Change…');
    const { answer: changed } = await submitted(bot, {});
    press(bot, answer, 'Show all');
    await bot.slack.until(() => bot.slack.calls('views.update').length === 1, PATIENT);
    const whole = JSON.stringify(bot.slack.modal('U1')?.content);
    const files = bot.slack.calls('files.getUploadURLExternal');
    expect([JSON.stringify(files).includes('2026-11-09'), whole.includes('Mon\u00a09\u00a0Nov')]).toEqual([true, true]);
    expect([understoodOf(bot.slack.messages('C1')[0]), understoodOf(changed), healthy(bot)]).toEqual([
      expect.stringMatching(/last week.*Mon 9 – Sun 15 Nov/),
      expect.stringMatching(/last week.*Mon 16 – Sun 22 Nov/),
      [[], []],
    ]);
  }, 60_000);

  test('so is that of a form which was left open', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    await openedForm(bot, answer, 'Change…');
    bot.clock.setTo(NOW + 60 * 60_000);
    const { answer: changed } = await submitted(bot, { words: 'duration yesterday' });
    expect([changed?.channel, understoodOf(changed)]).toEqual(['C1', expect.stringMatching(/Chatting time.*yesterday/)]);
  }, 60_000);

  test('a private answer that Slack no longer deletes is said to go away by itself', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    bot.slack.fail('response_url', { error: 'expired_url' }, { times: 2 });
    press(bot, answer, 'Delete this answer');
    await bot.slack.until(() => bot.slack.ephemerals('U1').length === 2, PATIENT);
    expect(bot.slack.ephemerals('U1').at(-1)?.text).toBe(
      'Slack does not let me delete this answer any more. Only you see it, and it goes away when you reload Slack.',
    );
  }, 60_000);

  test('a question that is kept no more is said to be forgotten', async () => {
    const bot = await start();
    const answer = await say(bot, 'tags last week');
    bot.clock.setTo(NOW + 14 * WEEK);
    await bot.app.stop();
    const forgetful = await start();
    const texts: string[] = [];
    for (const label of ['Compare', 'CSV']) {
      const { value = '' } = elementsOf(answer).find(({ text }) => text?.text === label) ?? {};
      texts.push((await say(forgetful, value)).text);
    }
    expect(texts).toEqual(Array(2).fill('That button is from more than 90 days ago, and I have forgotten what it asked. Ask in words.'));
  }, 60_000);
});

test('pressed twice at once there is one answer', async () => {
  const bot = await start();
  const answer = await say(bot, 'tags last week');
  const first = press(bot, answer, 'Compare');
  await press(bot, answer, 'Compare').ack;
  await bot.slack.until(() => first.messages().length === 1, PATIENT);
  await bot.app.stop();
  expect(bot.slack.ephemerals('U1').length).toBe(2);
}, 60_000);

test('pressed again after a while it posts nothing twice, and says so', async () => {
  const bot = await start();
  const answer = await say(bot, 'tags last week');
  const first = await pressed(bot, answer, 'Post to channel');
  bot.clock.setTo(NOW + 20_000);
  const again = await pressed(bot, answer, 'Post to channel');
  expect([first.text, again.text, bot.slack.messages('C1').length]).toEqual(['Posted in #support.', 'Posted in #support already.', 1]);
}, 60_000);

test('the post of a schedule can be changed, compared and had as a file, by everybody', async () => {
  const bot = await start();
  await say(bot, 'schedule tags every monday at 9:00 in <#C1|support>');
  bot.clock.setTo(Date.UTC(2026, 10, 23, 8, 0, 1));
  await bot.slack.until(() => bot.slack.messages('C1').length === 1, PATIENT);
  const [post] = bot.slack.messages('C1');
  if (!post) throw new Error('no post');
  const { text } = await pressed(bot, post, 'CSV');
  expect([labelsOf(post), text, healthy(bot)]).toEqual([
    ['Change…', 'Compare', 'CSV', '…'],
    'The CSV is in our direct messages.',
    [[], []],
  ]);
}, 60_000);
