import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { TOKENS } from '../../src/sandbox/company.ts';
import type { Channel } from '../slack-double/workspace.ts';
import { type Bot, type BotOptions, eventually, NOW, posts, pressed, say, startBot } from './bot.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Of the schedules here: every day at 10:02, so two minutes after NOW. */
const SLOT = NOW + 2 * MINUTE;
const LATER = SLOT + MINUTE;
const DAILY = 'schedule tags every day at 10:02 in';
const REPORT = /^The most used tag yesterday/;

const WITHOUT_HISTORY = 'commands chat:write files:write files:read users:read channels:read groups:read im:read im:write'.split(' ');

// The scheduler looks every second, and most of these wait for it several times.
jest.setTimeout(30_000);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start({ at = NOW, ...options }: BotOptions & { readonly at?: number } = {}) {
  const clock = createMovableClock(() => at);
  const bot = await startBot({ clock: clock.now, ...options });
  opened.push(bot.stop);
  return { ...bot, clock };
}

async function file(): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'livechat-reports-test-'));
  opened.push(() => rm(folder, { recursive: true, force: true }));
  return { DATABASE_URL: `file:${join(folder, 'memory.db')}` };
}

/** Sets up a daily schedule of Anna's; its id. */
async function setUp(bot: Bot, channel = 'C1'): Promise<string> {
  return pressed(await say(bot, `${DAILY} <#${channel}|x>`), 'pause ').replace('pause ', '');
}

async function told(bot: Bot, person = 'U1') {
  await eventually(() => posts(bot, `D${person}`).length > 0);
  const [message] = bot.slack.messages(`D${person}`);
  if (!message) throw new Error('Nobody was told.');
  return message;
}

const shown = async (bot: Bot, text: string) => JSON.stringify((await say(bot, text)).blocks);

/** What Home says of schedules; the first time it shows the bot around instead. */
async function home(bot: Bot): Promise<string> {
  const seen = () => JSON.stringify(bot.slack.home('U1')?.content ?? '');
  bot.slack.openHome();
  await bot.slack.until(() => seen() !== '""');
  bot.slack.openHome();
  await bot.slack.until(() => seen().includes('*Schedules*'));
  return seen();
}

const CHANNEL: Channel = { id: 'C1', name: 'support', members: ['U1', 'U2', 'UBOT'] };
const BOARD: Channel = { id: 'C4', name: 'plans', isPrivate: true, members: ['U1', 'UBOT'] };

const PLACES = [
  {
    name: 'removed from the channel',
    channel: CHANNEL,
    broken: { members: ['U1', 'U2'] },
    because: 'I was removed from the channel',
    fix: 'Invite me there again with /invite.',
    event: { type: 'member_joined_channel', user: 'UBOT', channel: 'C1' },
  },
  {
    name: 'the channel archived',
    channel: CHANNEL,
    broken: { isArchived: true },
    because: 'the channel is archived',
    fix: 'Unarchive it.',
    event: { type: 'channel_unarchive', user: 'U1', channel: 'C1' },
  },
  {
    name: 'a private channel lost',
    channel: BOARD,
    broken: { members: ['U1'] },
    because: 'I cannot see the channel: it was deleted, or it is private and I am not in it',
    fix: 'Invite me there.',
    event: { type: 'member_joined_channel', user: 'UBOT', channel: 'C4' },
  },
];

describe.each(PLACES)('$name', ({ channel, broken, because, fix, event }) => {
  async function failed() {
    const bot = await start();
    bot.slack.setChannel(channel);
    const id = await setUp(bot, channel.id);
    bot.slack.setChannel({ ...channel, ...broken });
    bot.clock.setTo(LATER);
    return { bot, id, message: await told(bot) };
  }

  test('is told to the owner with the way out, and pauses the schedule', async () => {
    const { bot, id, message } = await failed();
    const [history, tab] = [await shown(bot, `history ${id}`), await home(bot)];
    expect([message.text, pressed(message, 'send'), history, tab]).toEqual([
      expect.stringContaining(`because ${because}. ${fix}`),
      `send ${id} ${SLOT}`,
      expect.stringContaining(`not posted, because ${because}`),
      expect.stringContaining(`paused, because ${because}`),
    ]);
    expect(message.text).toContain('I have paused it until then.');
  });

  test('and mended: the button posts the slot, and the schedule runs again', async () => {
    const { bot, id, message } = await failed();
    bot.slack.setChannel(channel);
    await say(bot, pressed(message, 'send'));
    await eventually(() => posts(bot, channel.id).length === 1);
    bot.clock.setTo(LATER + DAY);
    await eventually(() => posts(bot, channel.id).length === 2);
    expect([posts(bot, channel.id), await shown(bot, `history ${id}`)]).toEqual([
      [expect.stringMatching(REPORT), expect.stringMatching(REPORT)],
      expect.stringMatching(/10:02 – posted.*10:02 – posted/),
    ]);
  });

  test('and mended: Slack says so, and the schedule runs again by itself', async () => {
    const { bot, id } = await failed();
    bot.slack.setChannel(channel);
    bot.slack.event(event);
    await eventually(async () => !(await shown(bot, 'schedules')).includes('paused'));
    bot.clock.setTo(LATER + DAY);
    await eventually(() => posts(bot, channel.id).length === 1);
    expect(await shown(bot, `history ${id}`)).toMatch(/10:02 – posted.*10:02 – not posted/);
  });
});

describe('Slack', () => {
  test('that takes the token back is asked for nothing but whether it takes it again, until it does', async () => {
    const settings = await file();
    const bot = await start({ settings });
    const id = await setUp(bot);
    bot.slack.revokeToken();
    bot.clock.setTo(LATER);
    await eventually(() => bot.slack.calls('chat.postMessage').length > 0);
    const before = bot.slack.calls().length;
    bot.clock.setTo(LATER + 2 * HOUR);
    // Nothing is to be seen of a scheduler that does nothing: it looks every second.
    await pass(2_500);
    const further = new Set(
      bot.slack
        .calls()
        .slice(before)
        .map(({ method }) => method),
    );
    await bot.app.stop();

    const next = await start({ settings, at: LATER + 3 * HOUR });
    await eventually(() => posts(next).length === 1);
    const blocks = JSON.stringify(next.slack.messages('C1').map((post) => post.blocks));
    expect([[...further], blocks, await shown(next, `history ${id}`)]).toEqual([
      ['auth.test'],
      expect.stringMatching(/This is 3 h late, because Slack does not accept my token/),
      expect.stringContaining('10:02 – posted'),
    ]);
  });

  test('that does not take pictures gets the numbers', async () => {
    const bot = await start();
    bot.slack.fail('files.getUploadURLExternal', 'error-500', { times: 20 });
    await setUp(bot);
    bot.clock.setTo(LATER);
    await eventually(() => posts(bot).length === 1);
    const [post] = bot.slack.messages('C1');
    const kinds = post?.blocks.map(({ type }) => type);
    expect([post?.text, kinds?.includes('image'), posts(bot, 'DU1')]).toEqual([expect.stringMatching(REPORT), false, []]);
  });

  test('whose people deleted a picture gets the numbers, and the next time a picture again', async () => {
    const bot = await start();
    const id = await setUp(bot);
    const picture = (at: number) => /"slack_file":\{"id":"(\w+)"/.exec(JSON.stringify(bot.slack.messages('C1')[at]?.blocks))?.[1];
    const sent = async (at: number) => {
      bot.clock.setTo(LATER + at * MINUTE);
      if (at > 0) await say(bot, `send ${id}`);
      await eventually(async () => posts(bot).length === at + 1 && !(await shown(bot, `history ${id}`)).includes('on its way'));
      return picture(at);
    };
    const first = await sent(0);
    bot.slack.deleteFile(first ?? '');
    const [second, third] = [await sent(1), await sent(2)];
    expect([first, second, third, posts(bot)]).toEqual([
      expect.any(String),
      undefined,
      bot.slack.files().at(-1)?.id,
      Array(3).fill(expect.stringMatching(REPORT)),
    ]);
  });

  test('where the owner has left: whoever installed the bot is told instead', async () => {
    const ben = { id: 'U2', name: 'ben', tz: 'Europe/Warsaw', locale: 'en-US', isAdmin: true };
    const anna = { id: 'U1', name: 'anna', tz: 'Europe/Warsaw', locale: 'en-US' };
    const bot = await start({ slack: { users: [anna, ben] } });
    await say(bot, 'help', { user: 'U2' });
    await setUp(bot);
    bot.slack.setUser({ ...anna, isDeleted: true });
    bot.slack.setChannel({ ...CHANNEL, members: ['U2'] });
    bot.clock.setTo(LATER);
    expect((await told(bot, 'U2')).text).toContain('I tell you because I cannot reach anna, who set it up.');
  });
});

describe('LiveChat', () => {
  test.each([
    { token: 'sandbox:gone', because: 'LiveChat refused my access token', verb: 'resume', days: 1 },
    { token: TOKENS.unscoped.token, because: 'my LiveChat access token may not read reports', verb: 'send', days: 0 },
  ])('that says no ($verb): $because', async ({ token, because, verb, days }) => {
    const settings = await file();
    const bot = await start({ settings: { ...settings, LIVECHAT_TOKEN: token } });
    const id = await setUp(bot);
    bot.clock.setTo(LATER);
    const message = await told(bot);
    const history = await shown(bot, `history ${id}`);
    await bot.app.stop();

    const mended = await start({ settings, at: LATER });
    const before = await shown(mended, 'schedules');
    await say(mended, pressed(message, verb));
    mended.clock.setTo(LATER + days * DAY + MINUTE);
    await eventually(() => posts(mended).length === 1);
    expect([message.text, history, before, posts(mended), (await shown(mended, 'schedules')).includes('paused')]).toEqual([
      expect.stringMatching(
        new RegExp(`because ${because}\\. Ask whoever runs this bot .* I have paused it until then\\. \\(ref \\w{6}\\)`),
      ),
      expect.stringContaining(`not posted, because ${because}`),
      expect.stringContaining(`paused, because ${because}`),
      [expect.stringMatching(REPORT)],
      false,
    ]);
  });

  test('that does not answer for a while is asked again, and the post says that it is late', async () => {
    const bot = await start();
    bot.sandbox.switches.change({ fault: { kind: 'error-503', times: 1_000 } });
    const id = await setUp(bot);
    bot.clock.setTo(LATER);
    await eventually(() => bot.logged.some((line) => line.includes('asking LiveChat for a schedule')));
    const waiting = await shown(bot, `history ${id}`);
    bot.sandbox.switches.reset();
    bot.clock.setTo(SLOT + 25 * MINUTE);
    await eventually(() => posts(bot).length === 1);
    expect([waiting, JSON.stringify(bot.slack.messages('C1')[0]?.blocks), posts(bot, 'DU1')]).toEqual([
      expect.stringContaining('10:02 – on its way, because LiveChat did not answer'),
      expect.stringContaining('This is 25 min late, because LiveChat did not answer.'),
      [],
    ]);
  });
});

describe('a post of which Slack says nothing', () => {
  async function inDoubt(fault: 'applied-then-500' | 'error-500', options: BotOptions = {}) {
    const bot = await start(options);
    const id = await setUp(bot);
    bot.slack.fail('chat.postMessage', fault, { channel: 'C1' });
    bot.clock.setTo(LATER);
    await eventually(() => bot.logged.some((line) => line.includes('posting for a schedule')));
    bot.clock.setTo(LATER + 2 * MINUTE);
    return { bot, id };
  }
  const asked = /^I do not know whether .* arrived in #support on Wed 18 Nov at 10:02: Slack did not tell me\./;

  test('is asked about where I may not look, and “It arrived” settles it', async () => {
    const { bot, id } = await inDoubt('applied-then-500', { slack: { scopes: WITHOUT_HISTORY } });
    const message = await told(bot);
    const before = await shown(bot, `history ${id}`);
    const noted = await say(bot, pressed(message, 'arrived'));
    expect([message.text, before, noted.text, await shown(bot, `history ${id}`), posts(bot).length]).toEqual([
      expect.stringMatching(asked),
      expect.stringContaining('10:02 – perhaps posted, because Slack did not tell me whether it arrived'),
      expect.stringMatching(/^I noted that the post of Wed 18 Nov 10:02 arrived\./),
      expect.stringContaining('10:02 – posted'),
      1,
    ]);
  });

  test('is asked about where I may not look, and “Send again” posts it', async () => {
    const { bot, id } = await inDoubt('error-500', { slack: { scopes: WITHOUT_HISTORY } });
    const message = await told(bot);
    await say(bot, pressed(message, 'send'));
    await eventually(() => posts(bot).length === 1);
    await eventually(async () => (await shown(bot, `history ${id}`)).includes('10:02 – posted'));
    expect([message.text, posts(bot)]).toEqual([expect.stringMatching(asked), [expect.stringMatching(REPORT)]]);
  });

  test('is found where I may look, and nobody is asked', async () => {
    const { bot, id } = await inDoubt('applied-then-500');
    await eventually(async () => (await shown(bot, `history ${id}`)).includes('10:02 – posted'));
    expect([posts(bot), posts(bot, 'DU1')]).toEqual([[expect.stringMatching(REPORT)], []]);
  });

  test('is posted again when it was not found at once, nor by two looks later on', async () => {
    const { bot, id } = await inDoubt('error-500');
    const looks = () => bot.slack.calls('conversations.history').length;
    // Time passes while it looks: what is written down after a look counts from then.
    const passing = setInterval(() => bot.clock.setTo(bot.clock.now() + MINUTE / 2 + 1_000), 1_000);
    opened.push(async () => clearInterval(passing));
    await eventually(() => posts(bot).length === 1);
    clearInterval(passing);
    await eventually(async () => (await shown(bot, `history ${id}`)).includes('10:02 – posted'));
    expect([looks(), posts(bot), posts(bot, 'DU1')]).toEqual([3, [expect.stringMatching(REPORT)], []]);
  });
});

describe('down over three slots', () => {
  async function backAt(at: number) {
    const settings = await file();
    const before = await start({ settings });
    await setUp(before);
    await before.app.stop();
    const bot = await start({ settings, at });
    return { bot, message: await told(bot) };
  }

  test('the newest is posted late, and the older ones are told', async () => {
    const { bot, message } = await backAt(SLOT + 2 * DAY + 3 * HOUR);
    await eventually(() => posts(bot).length === 1);
    expect([posts(bot), JSON.stringify(bot.slack.messages('C1')[0]?.blocks), posts(bot, 'DU1')]).toEqual([
      [expect.stringMatching(REPORT)],
      expect.stringContaining('This is 3 h late, because I was not running then.'),
      [expect.stringMatching(/2 times, last on Thu 19 Nov at 10:02, because I was not running then\. You can still have it\./)],
    ]);
    expect(pressed(message, 'send')).toMatch(new RegExp(` ${SLOT + DAY}$`));
  });

  test('nothing is posted when it has become too late even for the newest, and all are told', async () => {
    const { bot, message } = await backAt(SLOT + 2 * DAY + 7 * HOUR);
    await say(bot, pressed(message, 'send'));
    await eventually(() => posts(bot).length === 1);
    expect([message.text, posts(bot, 'DU1').length]).toEqual([
      expect.stringMatching(/3 times, last on Fri 20 Nov at 10:02, because I was not running then\./),
      1,
    ]);
  });
});
