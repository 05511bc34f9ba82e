import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sign } from '../slack-double/delivery/sign.ts';
import { type Bot, startBot } from './bot.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await startBot({ mode: 'http' });
});
afterAll(() => bot.stop());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
const seconds = () => Math.floor(Date.now() / 1000);

/** Answers to it find their address gone, and come as ephemeral messages: what it brings about can be counted there. */
function command({ triggerId, user = 'U1' }: { triggerId?: string; user?: string } = {}): string {
  const form = {
    command: '/livechat',
    text: 'help',
    user_id: user,
    channel_id: 'C1',
    team_id: 'T1',
    response_url: `${bot.config.slack.apiUrl}gone`,
  };
  return String(new URLSearchParams(triggerId === undefined ? form : { ...form, trigger_id: triggerId }));
}

/** Who was answered since the last time this was asked, once a last command has been through. */
async function answered(): Promise<readonly unknown[]> {
  const before = seen;
  const last = command({ user: 'U2', triggerId: `last-${seen}` });
  await send(last, { ...FORM, ...signed(last) });
  const calls = () => bot.slack.calls('chat.postEphemeral').map(({ args }) => args.user);
  await bot.slack.until(() => calls().slice(before).includes('U2'));
  seen = calls().length;
  return calls().slice(before);
}
let seen = 0;

const signed = (body: string, { timestamp = seconds(), secret = bot.slack.credentials.signingSecret } = {}) =>
  sign(body, { secret, timestamp });

async function send(body: string, headers: Record<string, string>): Promise<number | null> {
  return (await bot.slack.post(body, headers)).status;
}

describe('over HTTP, as Slack sends it', () => {
  test('a command is acknowledged emptily and answered', async () => {
    const asked = bot.slack.command({ text: 'help' });
    expect(await asked.ack).toMatchObject({ acked: true, status: 200, body: null });
    await bot.slack.until(() => asked.messages().length === 1);
    expect(asked.messages()[0]?.text).toContain('/livechat');
  });

  test('what is delivered again is acknowledged and has no second effect', async () => {
    const asked = bot.slack.command({ text: 'help' });
    await bot.slack.until(() => asked.messages().length === 1);
    const again = await bot.slack.redeliver(asked).ack;
    const next = bot.slack.command({ text: 'help dates' });
    await bot.slack.until(() => next.messages().length === 1);
    expect([again.status, asked.messages().length]).toEqual([200, 1]);
  });

  test('an event delivered three times has one effect', async () => {
    const before = bot.slack.calls('views.publish').length;
    const opened = bot.slack.openHome('U2');
    await Promise.all([opened.ack, bot.slack.redeliver(opened, 1).ack, bot.slack.redeliver(opened, 2).ack]);
    await bot.slack.until(() => JSON.stringify(bot.slack.home('U2')?.content ?? '').includes('in three steps'));
    expect(bot.slack.calls('views.publish').length - before).toBe(1);
  });

  test('a command that nobody planned is answered as well', async () => {
    const asked = bot.slack.command({ command: '/reports', text: 'help' });
    await bot.slack.until(() => asked.messages().length === 1);
    expect((await asked.ack).acked).toBe(true);
  });

  test('a shortcut that does not exist is acknowledged', async () => {
    const body = String(
      new URLSearchParams({
        payload: JSON.stringify({ type: 'shortcut', callback_id: 'x', trigger_id: 'tr', user: { id: 'U1' }, team: { id: 'T1' } }),
      }),
    );
    expect(await send(body, { ...FORM, ...signed(body) })).toBe(200);
  });
});

describe('over HTTP, as an attacker sends it', () => {
  test.each([
    ['unsigned', () => ({ ...FORM })],
    ['signed with another secret', (body: string) => ({ ...FORM, ...signed(body, { secret: 'guessed' }) })],
    ['signed for another body', () => ({ ...FORM, ...signed('text=other') })],
    ['six minutes old', (body: string) => ({ ...FORM, ...signed(body, { timestamp: seconds() - 360 }) })],
    ['dated six minutes into the future', (body: string) => ({ ...FORM, ...signed(body, { timestamp: seconds() + 360 }) })],
    ['with a date that is no number', (body: string) => ({ ...FORM, ...signed(body), 'x-slack-request-timestamp': 'now' })],
    ['of another signature version', (body: string) => ({ ...FORM, ...signed(body), 'x-slack-signature': 'v9=abc' })],
    ['with an empty signature', (body: string) => ({ ...FORM, ...signed(body), 'x-slack-signature': '' })],
    ['as an SSL check', () => ({ ...FORM })],
  ])('a request %s is refused', async (name, headers) => {
    const body = name === 'as an SSL check' ? 'ssl_check=1' : command();
    expect(await send(body, headers(body))).toBe(401);
  });

  test('a good request sent again, to the letter, is taken and does nothing', async () => {
    const body = command();
    const headers = { ...FORM, ...signed(body) };
    const statuses = [await send(body, headers), await send(body, headers)];
    expect([statuses, await answered()]).toEqual([
      [200, 200],
      ['U1', 'U2'],
    ]);
  });

  test('a command that comes again under a new signature does nothing either', async () => {
    const body = command({ triggerId: 't-again' });
    const statuses = [
      await send(body, { ...FORM, ...signed(body) }),
      await send(body, { ...FORM, ...signed(body, { timestamp: seconds() - 1 }) }),
    ];
    expect([statuses, await answered()]).toEqual([
      [200, 200],
      ['U1', 'U2'],
    ]);
  });

  test.each(['null', '[]', '"text"', '17', '{', '', 'true'])('a signed JSON body of %j ends nothing', async (body) => {
    expect(await send(body, { ...JSON_TYPE, ...signed(body) })).toBe(400);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  });

  test('a payload that is no object ends nothing', async () => {
    const body = String(new URLSearchParams({ payload: 'null' }));
    expect(await send(body, { ...FORM, ...signed(body) })).toBe(400);
  });

  test('a body of more than a mebibyte is not read', async () => {
    const status = await send('x'.repeat(1024 * 1024 + 1), FORM);
    // Cut off while it is still being sent, the answer may not be heard.
    expect([413, null]).toContain(status);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  });

  test('a form with a charset, as some proxies write it, is read', async () => {
    const body = command();
    expect(await send(body, { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...signed(body) })).toBe(200);
  });

  test('other paths and verbs lead nowhere', async () => {
    const statuses = await Promise.all(
      [fetch(`${bot.url}/slack/events`), fetch(`${bot.url}/slack/install`), fetch(`${bot.url}/charts/x.png`)].map(
        async (asked) => (await asked).status,
      ),
    );
    expect(statuses).toEqual([405, 404, 404]);
  });
});
