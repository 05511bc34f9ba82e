import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type App, createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { rfc3339, zoned } from './model/time.ts';
import { createChats } from './sandbox/chats.ts';
import { createMovableClock } from './sandbox/clock.ts';
import { TOKENS } from './sandbox/company.ts';
import { freePort } from './sandbox/free-port.ts';
import { findLocalSlack, type LocalSlack, startLocalSlack } from './sandbox/local-slack.ts';
import { createReportsServer } from './sandbox/reports-api/server.ts';

const NO_LOCAL_SLACK = `The demo shows itself in a local Slack whose program comes for Linux x64 only, and it is not on this machine.
Its other builds can be had with "npx local-slack" (not tried with this bot). Without it:
  npm run sandbox    a local Reports API for any client
  npm test           everything that the bot does, against a double of Slack
`;

interface Addresses {
  readonly slack: LocalSlack;
  readonly sandbox: string;
  readonly logFile: string;
}

function banner({ slack, sandbox, logFile }: Addresses): string {
  return `
  LiveChat Reports, with the chats of an invented shop

  Slack:   ${slack.url}   open it, choose #support and type
               /livechat tags last week
           then /livechat schedule tags every monday at 9:00 in #support, /livechat help, or open the app's Home
  API:     ${sandbox}   the sandbox's Reports API
  Log:     ${logFile}

  To see a Monday come, move the clock that the API and the bot go by:
    curl -X POST ${sandbox}/_sandbox/clock -H 'content-type: application/json' -d '{"now":"${nextMonday()}"}'
  r and Enter starts the bot anew: what it has promised, it remembers.

  The local Slack and the bot listen on all interfaces of this machine, and the page shows everybody's private answers.
  Ctrl-C ends everything.

`;
}

const ZONE = 'Europe/Warsaw';

/** Ten seconds past nine on the coming Monday, where the demo's people are. */
function nextMonday(): string {
  const now = zoned(Date.now(), ZONE);
  return rfc3339(now.add({ days: 8 - now.dayOfWeek }).withPlainTime('09:00:10').epochMilliseconds, ZONE);
}

/** What was started, in order; it is ended the other way round, also when the demo is stopped while it starts. */
const started: (() => Promise<unknown>)[] = [];

async function demo(program: string): Promise<void> {
  const clock = createMovableClock(Date.now);
  const chats = createChats({ seed: 'northwind', anchor: clock.now() });
  const sandbox = createReportsServer({ chats, clock, tokens: Object.values(TOKENS) });
  const appPort = await freePort(3000);
  const slackPort = await freePort(3001, [appPort]);
  started.push(sandbox.stop);
  const api = await sandbox.start(await freePort(3002, [appPort, slackPort]));
  const slack = await startLocalSlack({ program, port: slackPort, onStart: (stop) => started.push(stop) });

  // Of this person's own: nobody can clear away what another one left.
  const own = join(tmpdir(), `livechat-reports-demo-${userInfo().username}-${appPort}`);
  const memory = `${own}.db`;
  await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(`${memory}${suffix}`, { force: true })));
  const config = loadConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    LIVECHAT_API_URL: api,
    LIVECHAT_TOKEN: TOKENS.reader.token,
    DATABASE_URL: `file:${memory}`,
    // The page fetches pictures from the bot; a file given to it would not be shown.
    CHART_DELIVERY: 'url',
    PUBLIC_URL: `http://localhost:${appPort}`,
    PORT: String(appPort),
    DEFAULT_TIMEZONE: ZONE,
  });
  const logFile = `${own}.log`;
  const lines = createWriteStream(logFile);
  const log = createLog({ level: 'info', secrets: config.secrets, write: (line) => lines.write(line), clock: Date.now });
  await startBot(() => createApp(config, { log, clock: clock.now }));
  process.stdout.write(banner({ slack, sandbox: api, logFile }));
}

/** Starts the bot, and starts it anew whenever somebody asks for it. */
async function startBot(create: () => App): Promise<void> {
  let app = create();
  started.push(() => app.stop());
  await app.start();
  createInterface(process.stdin).on('line', async (line) => {
    if (line.trim() !== 'r') return;
    await app.stop();
    app = create();
    await app.start();
    process.stdout.write('  The bot was started anew.\n');
  });
}

async function end(code: number): Promise<never> {
  for (const stop of started.splice(0).reverse()) await stop().catch(() => {});
  process.exit(code);
}

const program = findLocalSlack();
if (program === null) {
  process.stderr.write(NO_LOCAL_SLACK);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(0));
await demo(program).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return end(1);
});
