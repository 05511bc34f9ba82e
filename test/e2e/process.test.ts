import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { TOKENS } from '../../src/sandbox/company.ts';
import { findLocalSlack } from '../../src/sandbox/local-slack.ts';
import { createReportsServer } from '../../src/sandbox/reports-api/server.ts';
import { createSlack, type Slack } from '../slack-double/slack.ts';
import { CHATS, eventually } from './bot.ts';
import { closeAll, environment, type Opened, startEntry, watch } from './process-support.ts';

const opened: Opened = [];
afterEach(() => closeAll(opened));
const start = (entry: string, settings?: Record<string, string>) => startEntry(opened, entry, settings);

async function startSlack(): Promise<Slack> {
  const slack = createSlack({ clock: Date.now });
  await slack.start();
  opened.push(slack.stop);
  return slack;
}

describe('npm start', () => {
  test('without settings names every missing one in one message and ends with 1', async () => {
    const { child, output } = await start('main.js');
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(output()).toBe(
      `The settings are not complete:
  - SLACK_BOT_TOKEN is missing: it is under “OAuth & Permissions” of the Slack app.
  - SLACK_APP_TOKEN is missing: make one with the scope connections:write under “Basic Information” (or, for HTTP, set SLACK_SIGNING_SECRET).
  - LIVECHAT_ACCOUNT_ID and LIVECHAT_PAT are missing: make a personal access token with the scope reports_read (or set LIVECHAT_TOKEN).

The README lists every setting; manifest.yml makes the Slack app. Or try it without any account: npm run demo`,
    );
  });

  test('with a bot token that Slack refuses says which one, and ends with 1', async () => {
    const slack = await startSlack();
    const { child, output } = await start('main.js', {
      SLACK_BOT_TOKEN: 'xoxb-somebody-elses',
      SLACK_APP_TOKEN: slack.credentials.appToken,
      SLACK_API_URL: slack.url(),
      LIVECHAT_TOKEN: 'sandbox:x',
      PORT: '0',
    });
    const [code] = await once(child, 'close');
    expect([code, output()]).toEqual([
      1,
      expect.stringMatching(/^Slack did not accept SLACK_BOT_TOKEN \(.*invalid_auth.*\)\. Copy it again/),
    ]);
    expect(output()).not.toContain('somebody-elses');
  });

  test('with an app-level token that Slack refuses says which one, and ends with 1', async () => {
    const slack = await startSlack();
    const { child, output } = await start('main.js', {
      SLACK_BOT_TOKEN: slack.credentials.botToken,
      SLACK_APP_TOKEN: 'xapp-somebody-elses',
      SLACK_API_URL: slack.url(),
      LIVECHAT_TOKEN: 'sandbox:x',
      PORT: '0',
    });
    const [code] = await once(child, 'close');
    expect([code, output()]).toEqual([1, expect.stringMatching(/^Slack did not accept SLACK_APP_TOKEN \(invalid_auth\)\. Copy it again/m)]);
  });

  test('where Slack cannot be reached, says that, and no more of the token', async () => {
    const { child, output } = await start('main.js', {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      LIVECHAT_TOKEN: 'sandbox:x',
      PORT: '0',
    });
    const [code] = await once(child, 'close');
    expect([code, output()]).toEqual([1, expect.stringMatching(/^Slack could not be reached \(.*\)\. Check the network/m)]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s answers what it has acknowledged and ends with 0 within five seconds',
    async (signal) => {
      const slack = await startSlack();
      const sandbox = createReportsServer({ chats: CHATS, clock: createMovableClock(Date.now), tokens: [TOKENS.reader] });
      opened.push(sandbox.stop);
      const bot = await start('main.js', {
        SLACK_BOT_TOKEN: slack.credentials.botToken,
        SLACK_APP_TOKEN: slack.credentials.appToken,
        SLACK_API_URL: slack.url(),
        LIVECHAT_API_URL: await sandbox.start(0),
        LIVECHAT_TOKEN: TOKENS.reader.token,
        PORT: '0',
      });
      await bot.line(/"msg":"ready"/);
      sandbox.switches.change({ latencyMs: 800 });
      const asked = ['tags last week', 'duration last week', 'tags yesterday'].map((text) => slack.command({ text }));
      // Each about its range and about the time before it.
      await eventually(() => sandbox.journal.entries().length === 6);
      // One that will not be ready in time: it is told so.
      sandbox.switches.change({ latencyMs: 60_000 });
      const late = slack.command({ text: 'duration yesterday' });
      await eventually(() => sandbox.journal.entries().length === 8);
      const ended = await bot.end(signal);
      const answers = [...asked, late].map((each) => each.messages().at(-1)?.text ?? 'no answer');
      expect(answers).toEqual([
        expect.stringMatching(/^The most used tag/),
        expect.stringMatching(/^Agents spent/),
        expect.stringMatching(/^The most used tag/),
        'I am being restarted and could not finish this answer. Ask again in a few seconds.',
      ]);
      expect([ended.code, ended.ms < 5_000]).toEqual([0, true]);
      await Promise.all([slack.stop(), sandbox.stop()]);
    },
    30_000,
  );
});

test('npm hands the signal on: nothing is left running when it is npm that is ended', async () => {
  const slack = await startSlack();
  const settings = {
    SLACK_BOT_TOKEN: slack.credentials.botToken,
    SLACK_APP_TOKEN: slack.credentials.appToken,
    SLACK_API_URL: slack.url(),
    LIVECHAT_TOKEN: 'sandbox:x',
    PORT: '0',
  };
  const npm = watch(opened, spawn('npm', ['start'], { env: environment(settings) }));
  const port = /"port":(\d+)/.exec(await npm.line(/"msg":"ready"/))?.[1];
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const before = await isUp();
  await npm.end();
  await eventually(async () => !(await isUp()), 5_000);
  expect([before, npm.output()]).toEqual([true, expect.stringContaining('"why":"SIGTERM"')]);
}, 20_000);

// The local Slack's program comes for Linux x64; on other machines the demo says so and offers the other ways.
const onLinux = findLocalSlack() === null ? test.skip : test;

describe('npm run demo', () => {
  onLinux(
    'answers in the local Slack, with a picture that its page can fetch, and ends within five seconds',
    async () => {
      const demo = await start('demo.js');
      const page = /http:\S+/.exec(await demo.line(/Slack: /))?.[0];
      const control = (path: string, body: object) =>
        fetch(`${page}/_control/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      await control('command', { channel: 'C01SUPPORT', user: 'U01MAYA', command: '/livechat', text: 'tags last week' });
      const picture = await firstPicture(`${page}/_control/messages/C01SUPPORT`);
      const shown = await fetch(picture);
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
      const ended = await demo.end();
      expect([ended.code, ended.ms < 5_000]).toEqual([0, true]);
      await expect(fetch(`${page}/_control/state`)).rejects.toThrow('fetch failed');
    },
    60_000,
  );

  test('the sandbox alone answers and ends at once', async () => {
    const sandbox = await start('sandbox/main.js', { PORT: '3402' });
    const address = /http:\S+\d/.exec(await sandbox.line(/is at http/))?.[0];
    const answer = await fetch(`${address}/v3.2/reports/chats/tags?from=2026-11-09T00:00:00Z&to=2026-11-09T23:59:59Z&distribution=day`, {
      headers: { authorization: `Bearer ${TOKENS.reader.token}` },
    });
    expect([answer.status, Object.keys(((await answer.json()) as { records: object }).records)]).toEqual([200, ['2026-11-09']]);
    expect(await sandbox.end('SIGINT')).toMatchObject({ code: 0 });
  }, 20_000);
});

async function firstPicture(messages: string): Promise<string> {
  let picture: string | undefined;
  await eventually(async () => {
    picture = /"image_url":"([^"]+)"/.exec(await (await fetch(messages)).text())?.[1];
    return picture !== undefined;
  });
  return picture ?? '';
}
