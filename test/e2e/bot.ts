import { pathToFileURL } from 'node:url';
import { type App, type AppOptions, createApp } from '../../src/app.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { Clock, Instant } from '../../src/model/time.ts';
import { createChats } from '../../src/sandbox/chats.ts';
import { createMovableClock } from '../../src/sandbox/clock.ts';
import { TOKENS } from '../../src/sandbox/company.ts';
import { createRandom } from '../../src/sandbox/random.ts';
import { createReportsServer, type ReportsServer } from '../../src/sandbox/reports-api/server.ts';
import { createSlack, type Message, type Slack, type SlackOptions } from '../slack-double/slack.ts';

/** Wednesday 18 November 2026, 10:00 in Warsaw. */
export const NOW: Instant = Date.UTC(2026, 10, 18, 9);

export const CHATS = createChats({ seed: 'northwind', anchor: NOW });

/** A busy machine must not make the bot say that an answer takes a moment; who tests that says after which. */
const UNHURRIED = { patience: 20_000 };

export interface BotOptions {
  /** What time it is for everybody; by default it stands still at NOW. */
  readonly clock?: Clock;
  /** `http` signs requests by the machine's clock, so that everything runs by it. */
  readonly mode?: 'socket' | 'http';
  readonly settings?: Readonly<Record<string, string>>;
  readonly slack?: Partial<SlackOptions>;
  readonly app?: Partial<AppOptions>;
}

export interface Bot {
  readonly slack: Slack;
  readonly sandbox: ReportsServer;
  readonly app: App;
  readonly config: Config;
  /** Where its own web server is. */
  readonly url: string;
  readonly logged: string[];
  /** Ends it and starts it again, with the same settings and whatever it has kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The whole bot as it runs, between the sandbox's Reports API and the double of Slack. */
export async function startBot({
  mode = 'socket',
  settings = {},
  slack: slackOptions,
  app: appOptions,
  ...given
}: BotOptions = {}): Promise<Bot> {
  const clock = given.clock ?? (mode === 'http' ? Date.now : () => NOW);
  const slack = createSlack({ clock, ...slackOptions });
  await slack.start();
  const sandbox = createReportsServer({ chats: CHATS, clock: createMovableClock(clock), tokens: Object.values(TOKENS) });
  const { botToken, appToken, signingSecret } = slack.credentials;
  const config = loadConfig({
    SLACK_BOT_TOKEN: botToken,
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: appToken }),
    SLACK_API_URL: slack.url(),
    LIVECHAT_API_URL: await sandbox.start(0),
    LIVECHAT_TOKEN: TOKENS.reader.token,
    DATABASE_URL: 'file::memory:',
    PORT: '0',
    ...settings,
  });
  const logged: string[] = [];
  const log = createLog({ level: 'debug', secrets: config.secrets, write: (line) => logged.push(line), clock });
  const workerUrl = pathToFileURL('dist/images/embedded/worker.js');
  const make = () =>
    createApp(config, {
      log,
      clock,
      random: createRandom('bot'),
      workerUrl,
      pictureMs: 20_000,
      deadlines: UNHURRIED,
      ...appOptions,
    });
  const app = make();
  let running = app;
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;
  if (mode === 'http') slack.deliverTo(`${url}/slack/events`);
  return {
    slack,
    sandbox,
    app,
    config,
    url,
    logged,
    async restart() {
      await running.stop();
      running = make();
      await running.start();
    },
    async stop() {
      await running.stop();
      await Promise.all([slack.stop(), sandbox.stop()]);
    },
  };
}

/** What the bot answered to something typed, by Anna in #support unless it is said otherwise. */
export async function say(
  { slack }: Pick<Bot, 'slack'>,
  text: string,
  { channel = 'C1', user = 'U1' }: { readonly channel?: string; readonly user?: string } = {},
): Promise<Message> {
  const asked = slack.command({ text, channel, user });
  await slack.until(() => asked.messages().some(({ text: line }) => !line.startsWith('Asking LiveChat')));
  const answer = asked.messages().at(-1);
  if (!answer) throw new Error('There was no answer.');
  return answer;
}

/** What everybody in a channel was told. */
export const posts = ({ slack }: Pick<Bot, 'slack'>, channel = 'C1'): readonly string[] => slack.messages(channel).map(({ text }) => text);

/** The words of the button that begins so: `send k7m2 1795420800000`. */
export const pressed = ({ blocks }: Message, verb: string): string =>
  new RegExp(`"value":"(${verb}[^"]*)"`).exec(JSON.stringify(blocks))?.[1] ?? `no ${verb}`;

/** Settles when the fact is one, of things that tell nobody when they change: they are asked until they have. */
export async function eventually(fact: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const giveUp = Date.now() + withinMs;
  while (!(await fact())) {
    if (Date.now() > giveUp) throw new Error(`Not so within ${withinMs} ms: ${fact}`);
    await new Promise((again) => setTimeout(again, 20));
  }
}
