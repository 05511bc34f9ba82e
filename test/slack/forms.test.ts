import { afterEach, describe, expect, test } from '@jest/globals';
import type { KnownBlock, Message, ModalView } from '../../src/presentation/message.ts';
import { reportModal } from '../../src/presentation/report-modal.ts';
import type { Screens } from '../../src/slack/index.ts';
import type { Submitted } from '../../src/usecases/doors.ts';
import type { FilledIn, Forms } from '../../src/usecases/forms.ts';
import type { Visitor } from '../../src/usecases/ports.ts';
import { type Edge, type EdgeOptions, homeOf, said, startEdge } from './edge.ts';

let bot: Edge;
afterEach(() => bot.stop());

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const FORM: ModalView = {
  type: 'modal',
  callback_id: 'form:schedule',
  private_metadata: 'kept',
  title: plain('Schedule'),
  submit: plain('Save'),
  blocks: [{ type: 'input', block_id: 'when', label: plain('When'), element: { type: 'plain_text_input', action_id: 'words' } }],
};
/** The same with the place that it was opened from. */
const OPENED = {
  ...FORM,
  private_metadata: expect.stringMatching(/^\{"kept":"kept","responseUrl":"http:.*","channel":"C1","thread":null\}$/),
};
const opener = (value?: string): KnownBlock => ({
  type: 'actions',
  elements: [{ type: 'button', text: plain('Open'), action_id: 'open:schedule:0', ...(value !== undefined && { value }) }],
});

/** What the forms were asked, and what they answered. */
interface Asked {
  readonly opened: { readonly name: string; readonly value: string; readonly visitor: Visitor }[];
  readonly submitted: { readonly name: string; readonly filledIn: FilledIn; readonly visitor: Visitor }[];
}

interface Given extends EdgeOptions {
  readonly open?: { readonly view: ModalView } | { readonly message: Message };
  readonly submit?: () => Promise<Submitted>;
}

async function start({ open = { view: FORM }, submit = async () => ({ message: said('Saved') }), ...options }: Given = {}): Promise<Asked> {
  const asked: Asked = { opened: [], submitted: [] };
  const forms: Forms = {
    async open(name, value, visitor) {
      asked.opened.push({ name, value, visitor });
      return open;
    },
    async submit(name, filledIn, visitor) {
      asked.submitted.push({ name, filledIn, visitor });
      return submit();
    },
  };
  let shown = 0;
  const screens: Partial<Screens> = {
    forms,
    // Every time Home is another, so that it is seen to be shown again.
    home: async function* ({ name }) {
      shown += 1;
      yield homeOf(`Home ${shown} of ${name}`);
    },
    answer: async () => ({ text: 'Here', blocks: [opener('tags last week')] }),
    ...options.screens,
  };
  bot = await startEdge({ ...options, screens });
  return asked;
}

/** Asks for something with a button that opens a form, and presses it. */
async function press(channel = 'C1') {
  const question = bot.slack.command({ text: 'tags', channel });
  await bot.slack.until(() => question.messages().length === 1);
  const [answer] = question.messages();
  if (!answer) throw new Error('no answer');
  return bot.slack.action({ on: answer, actionId: 'open:schedule:0' });
}

async function fillIn(): Promise<void> {
  await press();
  await bot.slack.until(() => bot.slack.modal('U1') !== null);
}

const U1 = { workspace: 'T1', person: 'U1', name: 'anna', zone: 'Europe/Warsaw', locale: 'en-US', isAdmin: false, isGuest: false };
const homeText = () => JSON.stringify(bot.slack.home('U1')?.content ?? null);
const homeIs = (number: number) => bot.slack.until(() => homeText() === JSON.stringify(homeOf(`Home ${number} of anna`)));

describe('a button that opens a form', () => {
  test('gives it its words and where they are', async () => {
    const asked = await start();
    await fillIn();
    expect([asked.opened, bot.slack.modal('U1')?.content, bot.slack.refused()]).toEqual([
      [{ name: 'schedule', value: 'tags last week', visitor: { ...U1, channel: 'C1' } }],
      OPENED,
      [],
    ]);
  });

  test('in a direct message is in no channel', async () => {
    const asked = await start();
    bot.slack.setChannel({ id: 'DU1', name: 'directmessage', dmWith: 'U1', members: ['U1', 'UBOT'] });
    await press('DU1');
    await bot.slack.until(() => bot.slack.modal('U1') !== null);
    expect(asked.opened.map(({ visitor }) => visitor.channel)).toEqual([null]);
  });

  test('that cannot be opened says so where it was pressed, for whoever pressed it', async () => {
    await start({ open: { message: said('Only administrators may.') } });
    const pressed = await press();
    await bot.slack.until(() => pressed.messages().length === 1);
    expect([pressed.messages().map(({ text, ephemeralTo }) => ({ text, ephemeralTo })), bot.slack.modal('U1')]).toEqual([
      [{ text: 'Only administrators may.', ephemeralTo: 'U1' }],
      null,
    ]);
  });

  test('in Home has a modal for what it says', async () => {
    const message = said('Only administrators may.');
    const asked = await start({
      open: { message },
      screens: {
        home: async function* () {
          yield { ...homeOf('Home'), blocks: [opener()] };
        },
      },
    });
    bot.slack.openHome();
    await bot.slack.until(() => bot.slack.home('U1') !== null);
    const home = bot.slack.home('U1');
    if (!home) throw new Error('no Home');
    bot.slack.action({ on: home, actionId: 'open:schedule:0' });
    await bot.slack.until(() => bot.slack.modal('U1') !== null);
    expect([asked.opened.map(({ value, visitor }) => [value, visitor.channel]), bot.slack.modal('U1')?.content]).toEqual([
      [['', null]],
      reportModal(message),
    ]);
  });

  test('that took too long asks for another press', async () => {
    await start();
    bot.slack.fail('views.open', { error: 'expired_trigger_id' });
    const pressed = await press();
    await bot.slack.until(() => pressed.messages().length === 1);
    expect([pressed.messages().map(({ text }) => text), bot.faults]).toEqual([['That took too long. Press again.'], []]);
  });

  test('in Home that took too long is written down, and Home is shown as it is by now', async () => {
    let shown = 0;
    await start({
      screens: {
        home: async function* () {
          shown += 1;
          yield { ...homeOf('Home'), blocks: [opener(), ...homeOf(`shown ${shown}`).blocks] };
        },
      },
    });
    bot.slack.openHome();
    await bot.slack.until(() => bot.slack.home('U1') !== null);
    const on = bot.slack.home('U1');
    if (!on) throw new Error('no Home');
    bot.slack.fail('views.open', { error: 'expired_trigger_id' });
    bot.slack.action({ on, actionId: 'open:schedule:0' });
    await bot.slack.until(() => homeText().includes('shown 2'));
    await bot.edge.stop();
    expect([bot.slack.modal('U1'), bot.faults]).toEqual([null, ['opening a form: An API error occurred: expired_trigger_id']]);
  });

  test('pressed twice at once opens one', async () => {
    const asked = await start();
    const question = bot.slack.command({ text: 'tags' });
    await bot.slack.until(() => question.messages().length === 1);
    const [on] = question.messages();
    if (!on) throw new Error('no answer');
    for (const _ of [1, 2]) await bot.slack.action({ on, actionId: 'open:schedule:0' }).ack;
    await bot.edge.stop();
    expect([asked.opened.length, bot.slack.calls('views.open').length]).toEqual([1, 1]);
  });

  test('that Slack does not open is written down', async () => {
    await start();
    bot.slack.fail('views.open', { error: 'internal_error' });
    await press();
    await bot.slack.until(() => bot.slack.calls('views.open').length === 1);
    await bot.edge.stop();
    expect(bot.faults).toEqual(['opening a form: An API error occurred: internal_error']);
  });
});

describe('a form that was filled in', () => {
  test('is taken with its values and what it kept; it says what was done, and Home shows it', async () => {
    const asked = await start();
    await fillIn();
    const ack = await bot.slack.submitView({ words: 'mondays' }).ack;
    const shown = bot.slack.modal('U1')?.content;
    await homeIs(1);
    expect([asked.submitted, ack.acked, ack.refused, shown, bot.slack.refused()]).toEqual([
      [{ name: 'schedule', filledIn: { values: new Map([['words', 'mondays']]), kept: 'kept' }, visitor: { ...U1, channel: null } }],
      true,
      null,
      reportModal(said('Saved')),
      [],
    ]);
  });

  test('and is wrong says so beside its inputs, and can be submitted again', async () => {
    const answers: Submitted[] = [{ errors: { when: 'Which day?' } }, { message: said('Saved') }];
    const asked = await start({ submit: async () => answers.shift() ?? { message: said('too often') } });
    await fillIn();
    const wrong = await bot.slack.submitView({ words: 'someday' }).ack;
    const stays = [bot.slack.modal('U1')?.content, homeText()];
    const right = await bot.slack.submitView({ words: 'mondays' }).ack;
    await homeIs(1);
    expect([wrong.body, wrong.refused, stays, right.refused, asked.submitted.map(({ filledIn }) => filledIn.values.get('words'))]).toEqual([
      { response_action: 'errors', errors: { when: 'Which day?' } },
      null,
      [OPENED, 'null'],
      null,
      ['someday', 'mondays'],
    ]);
    expect(bot.slack.modal('U1')?.content).toEqual(reportModal(said('Saved')));
  });

  test('and is delivered twice is taken once', async () => {
    const asked = await start();
    await fillIn();
    const submission = bot.slack.submitView({ words: 'mondays' });
    await submission.ack;
    await bot.slack.redeliver(submission).ack;
    await homeIs(1);
    expect(asked.submitted.length).toBe(1);
  });

  test.each<[string, Submitted, string]>([
    ['what was done', { message: said('Saved') }, 'Saved'],
    ['what is wrong', { errors: { when: 'Which day?', where: 'Which channel?' } }, 'Which day? Which channel?'],
  ])('and takes its time shows that it is at work, then %s', async (_what, submitted, words) => {
    let finish: (submitted: Submitted) => void = () => {};
    const submit = () =>
      new Promise<Submitted>((resolve) => {
        finish = resolve;
      });
    await start({ submit, deadlines: { submission: 20 } });
    await fillIn();
    await bot.slack.submitView({ words: 'mondays' }).ack;
    const meanwhile = bot.slack.modal('U1')?.content;
    finish(submitted);
    await homeIs(1);
    expect([meanwhile, JSON.stringify(bot.slack.modal('U1')?.content).includes(words), bot.slack.refused()]).toEqual([
      reportModal(said('Wait')),
      true,
      [],
    ]);
  });

  test.each([
    ['a channel', 'C1', 'C1'],
    ['direct messages', 'DU1', null],
  ])('and asks something closes, and is answered in the %s that it was opened from', async (_where, channel, seen) => {
    const visitors: Visitor[] = [];
    const answer = async (words: string, visitor: Visitor) => {
      visitors.push(visitor);
      return words === 'tags' ? { text: 'Here', blocks: [opener('tags last week')] } : said(`about ${words}`);
    };
    await start({ submit: async () => ({ words: 'tags yesterday' }), screens: { answer } });
    bot.slack.setChannel({ id: 'DU1', name: 'directmessage', dmWith: 'U1', members: ['U1', 'UBOT'] });
    const pressed = await press(channel);
    await bot.slack.until(() => bot.slack.modal('U1') !== null);
    const { body } = await bot.slack.submitView({ words: 'tags yesterday' }).ack;
    await bot.slack.until(() => pressed.messages().length === 1);
    expect([body, bot.slack.modal('U1'), pressed.messages().map(({ text, ephemeralTo }) => [text, ephemeralTo])]).toEqual([
      null,
      null,
      [['about tags yesterday', 'U1']],
    ]);
    expect([visitors.at(-1)?.channel, bot.slack.refused()]).toEqual([seen, []]);
  });

  test('and asks something in Home has its answer in its place', async () => {
    await start({
      submit: async () => ({ words: 'tags yesterday' }),
      screens: {
        answer: async (words) => said(`about ${words}`),
        home: async function* () {
          yield { ...homeOf('Home'), blocks: [opener()] };
        },
      },
    });
    bot.slack.openHome();
    await bot.slack.until(() => bot.slack.home('U1') !== null);
    const home = bot.slack.home('U1');
    if (!home) throw new Error('no Home');
    bot.slack.action({ on: home, actionId: 'open:schedule:0' });
    await bot.slack.until(() => bot.slack.modal('U1') !== null);
    const { body } = await bot.slack.submitView({ words: 'tags yesterday' }).ack;
    const answered = JSON.stringify(reportModal(said('about tags yesterday')));
    await bot.slack.until(() => JSON.stringify(bot.slack.modal('U1')?.content) === answered);
    expect([body, bot.slack.refused()]).toEqual([{ response_action: 'update', view: reportModal(said('Wait')) }, []]);
  });

  test('of another kind is only closed', async () => {
    const asked = await start({ open: { view: { ...FORM, callback_id: 'other' } } });
    await fillIn();
    const { acked, body } = await bot.slack.submitView({ words: 'mondays' }).ack;
    expect([acked, body, bot.slack.modal('U1'), asked.submitted]).toEqual([true, null, null, []]);
  });
});

test('what each kind of element holds is told by its action id', async () => {
  const option = (value: string) => ({ text: plain(value), value });
  const options = [option('a'), option('b')];
  const input = (name: string, element: Extract<KnownBlock, { type: 'input' }>['element']): KnownBlock => ({
    type: 'input',
    optional: true,
    block_id: `block-of-${name}`,
    label: plain(name),
    element: { ...element, action_id: name },
  });
  const blocks = [
    input('text', { type: 'plain_text_input' }),
    input('nothing', { type: 'plain_text_input' }),
    input('one', { type: 'static_select', options }),
    input('radio', { type: 'radio_buttons', options }),
    input('many', { type: 'multi_static_select', options }),
    input('boxes', { type: 'checkboxes', options }),
    input('unchecked', { type: 'checkboxes', options }),
    input('conversation', { type: 'conversations_select' }),
    input('channel', { type: 'channels_select' }),
    input('user', { type: 'users_select' }),
    input('people', { type: 'multi_users_select' }),
    input('date', { type: 'datepicker' }),
    input('time', { type: 'timepicker' }),
    input('unset', { type: 'datepicker' }),
  ];
  const asked = await start({ open: { view: { ...FORM, blocks } } });
  await fillIn();
  const given = {
    text: 'tags',
    one: 'a',
    radio: 'b',
    many: ['a', 'b'],
    boxes: ['b'],
    conversation: 'C1',
    channel: 'C2',
    user: 'U2',
    people: ['U1', 'U2'],
    date: '2026-11-16',
    time: '09:00',
  };
  await bot.slack.submitView(given).ack;
  expect(Object.fromEntries(asked.submitted[0]?.filledIn.values ?? [])).toEqual({ ...given, nothing: null, unchecked: [], unset: null });
});
