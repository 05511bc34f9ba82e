import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { openStorage } from '../../src/storage/index.ts';
import { MIGRATIONS } from '../../src/storage/migrations/index.ts';
import { TABLES } from '../../src/storage/schema.ts';
import { createSlack } from '../slack-double/slack.ts';
import { describeWith, startPostgres } from '../support/postgres.ts';
import { type Bot, startBot } from './bot.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'livechat-reports-test-'));
  opened.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Runs to its end, in a folder without an `.env`, with these settings and no others; what it says, without npm's own lines. */
async function run(args: readonly string[], settings: Record<string, string> = {}, program = [process.execPath, resolve('dist/main.js')]) {
  const cwd = program[0] === 'npm' ? resolve('.') : await newFolder();
  const [command = '', ...before] = program;
  const env = { PATH: process.env.PATH ?? '', HOME: tmpdir(), npm_config_update_notifier: 'false', ...settings };
  return new Promise<Ran>((ended) => {
    execFile(command, [...before, ...args], { cwd, env }, (error, stdout, stderr) => {
      ended({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}`.replace(/^(> .*|npm warn .*|)\n/gm, '').trimEnd() });
    });
  });
}

const VERBS = `  npm start -- migrate
      brings the database up to this version; starting the bot does the same
  npm start -- move <file:…> [<postgres://…>]
      copies everything from a file to a PostgreSQL server (that of DATABASE_URL), which must be empty; stop the bot first
  npm start -- probe [<your Slack member id>]
      tries what only a real Slack can tell, in your direct messages, and prints a table`;

test('an unknown verb lists those that there are', async () => {
  expect(await run(['migrat'])).toEqual({ code: 1, said: `There is no command “migrat”. There are: \n${VERBS}` });
});

describe('npm start -- migrate', () => {
  test('brings a new database up, says what it did, and does nothing the second time; through npm as well', async () => {
    const settings = { DATABASE_URL: `file:${join(await newFolder(), 'deeper/memory.db')}` };
    const first = await run(['migrate'], settings);
    const again = await run(['start', '--', 'migrate'], settings, ['npm']);
    expect([first, again]).toEqual([
      { code: 0, said: `Applied: ${Object.keys(MIGRATIONS).join(', ')}` },
      { code: 0, said: 'The database is up to date.' },
    ]);
  });

  test('names what is wrong with the address, without repeating it', async () => {
    const { code, said } = await run(['migrate'], { DATABASE_URL: 'mysql://me:very-secret@host/db' });
    expect([code, said]).toEqual([1, expect.stringContaining('DATABASE_URL is not file:… or postgres://…')]);
    expect(said).not.toContain('very-secret');
  });
});

describe('npm start -- move', () => {
  test('says how it is used', async () => {
    const told = [await run(['move']), await run(['move', 'file:./data/x.db']), await run(['move', 'file:./x.db', 'mysql://host/db'])];
    const usage =
      'Say from where and to where. npm start -- move file:./data/livechat-reports.db postgres://user@host/database, or without the second and with DATABASE_URL.';
    expect(told).toEqual([1, 2, 3].map(() => ({ code: 1, said: usage })));
  });
});

/** What the bot answers to Anna in #support. */
async function say({ slack }: Bot, text: string): Promise<string> {
  const asked = slack.command({ text, channel: 'C1' });
  await slack.until(() => asked.messages().some(({ text: line }) => !line.startsWith('Asking LiveChat')));
  return JSON.stringify(asked.messages().at(-1)?.blocks);
}

describeWith(await startPostgres(), 'npm start -- move, to PostgreSQL', (postgres) => {
  afterAll(() => postgres.stop());
  const { password } = postgres.url ? new URL(postgres.url) : { password: '' };

  test('takes schedules and saved reports along, and the bot goes on with them', async () => {
    const from = `file:${join(await newFolder(), 'memory.db')}`;
    const bot = await startBot({ settings: { DATABASE_URL: from } });
    await say(bot, 'schedule tags every monday at 9:00 in <#C1|support>');
    await say(bot, 'save tags last month as Monthly tags');
    const to = await postgres.fresh();
    const inUse = await run(['move', from, to]);
    await bot.stop();
    const moved = await run(['move', from], { DATABASE_URL: to });
    const again = await run(['move', from, to]);
    const after = await startBot({ settings: { DATABASE_URL: to } });
    const listed = [await say(after, 'schedules'), await say(after, 'saved')];
    await after.stop();
    const { code, said } = moved;
    expect({ inUse, moved: { code, said: said.replace(/ +/g, ' ').split('\n') }, again, listed }).toEqual({
      inUse: {
        code: 1,
        said: `Another process uses ${from.slice('file:'.length)}. End that one first. To run several at once, keep the data in PostgreSQL: DATABASE_URL=postgres://…`,
      },
      moved: {
        code: 0,
        said: [
          ...TABLES.map((table) => expect.stringMatching(`^${table} ${['saved_reports', 'schedules'].includes(table) ? 1 : '\\d+'}$`)),
          'Done. Set DATABASE_URL to the server and start the bot; the file is as it was.',
        ],
      },
      again: { code: 1, said: 'There is data in that PostgreSQL already. Move into an empty database: nothing was changed in either.' },
      listed: [expect.stringContaining('every Monday at 09:00'), expect.stringContaining('Monthly tags')],
    });
    expect([inUse, moved, again].filter((ran) => ran.said.includes(password))).toEqual([]);
  }, 60_000);

  test('a server that refuses the password is told without it', async () => {
    const from = `file:${join(await newFolder(), 'memory.db')}`;
    await run(['migrate'], { DATABASE_URL: from });
    const to = new URL(postgres.url);
    to.password = 'not-that-one';
    expect(await run(['move', from], { DATABASE_URL: to.href })).toEqual({
      code: 1,
      said: `PostgreSQL at ${to.host}/postgres refuses me. Correct the user and the password in DATABASE_URL.`,
    });
  });
});

describe('npm start -- probe', () => {
  async function start() {
    const slack = createSlack({ clock: Date.now });
    await slack.start();
    opened.push(slack.stop);
    const url = `file:${join(await newFolder(), 'memory.db')}`;
    const settings = {
      SLACK_BOT_TOKEN: slack.credentials.botToken,
      SLACK_APP_TOKEN: slack.credentials.appToken,
      SLACK_API_URL: slack.url(),
      LIVECHAT_TOKEN: 'sandbox:x',
      DATABASE_URL: url,
    };
    return { slack, url, settings };
  }

  test('prints a table and its sum, ends with 0 also with a “no”, and knows the administrator who used the bot first', async () => {
    const { slack, url, settings } = await start();
    const storage = await openStorage({ url, clock: Date.now, faults: { record: String } });
    await storage.preferences.changeWorkspace('T1', { installer: 'U2' });
    await storage.close();
    const { code, said } = await run(['probe'], settings);
    const lines = said.split('\n');
    expect([code, lines.slice(2, 4), lines.at(-1), slack.messages('DU2')]).toEqual([
      0,
      [
        'yes  Direct messages can be found by the person               found',
        'yes  The mark of a post can be read back                      read back',
      ],
      '9 yes, 2 no. docs/running.md says what each means for the bot.',
      [],
    ]);
    expect(slack.calls('chat.postMessage')[0]?.args.channel).toBe('U2');
  }, 30_000);

  test('that cannot begin says why in one sentence, and ends with 1', async () => {
    const { url, settings } = await start();
    const nobody = await run(['probe'], settings);
    const storage = await openStorage({ url, clock: Date.now, faults: { record: String } });
    const inUse = await run(['probe'], settings);
    await storage.close();
    const said = [
      nobody,
      inUse,
      await run(['probe', 'anna'], settings),
      await run(['probe', 'U1'], { ...settings, SLACK_BOT_TOKEN: 'xoxb-wrong' }),
      await run(['probe', 'U1'], { ...settings, SLACK_API_URL: 'http://127.0.0.1:9/api/' }),
    ];
    const id = 'Say yours: npm start -- probe U0123456789 (in Slack: your profile, “Copy member ID”).';
    expect(said).toEqual([
      { code: 1, said: `I do not know whose direct messages to try it in. ${id}` },
      { code: 1, said: `Another process uses ${url.slice('file:'.length)}. ${id}` },
      { code: 1, said: `“anna” is not a member id. ${id}` },
      { code: 1, said: 'Slack did not accept SLACK_BOT_TOKEN (invalid_auth). Copy it again from “OAuth & Permissions” of the Slack app.' },
      {
        code: 1,
        said: expect.stringMatching(/^Slack could not be reached \(.+\)\. Check the network of this machine, and SLACK_API_URL\.$/),
      },
    ]);
  }, 30_000);
});
