import type { RequestListener } from 'node:http';
import bolt, { type Receiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { SlackConnection } from '../config.ts';
import type { Log } from '../log.ts';
import { ServiceError } from '../model/errors.ts';
import type { Clock } from '../model/time.ts';
import type { Message, ModalView } from '../presentation/message.ts';
import type { FaultLog, Messenger, SeenKeyStore } from '../usecases/ports.ts';
import { boltLogger } from './bolt-logger.ts';
import { installBoundary } from './boundary.ts';
import { type Clients, createClients } from './clients.ts';
import { createDeleteAnswer } from './delete-answer.ts';
import { createFiles, type Files } from './files.ts';
import { guardHttp } from './http-listener.ts';
import { createJobs } from './jobs.ts';
import { installListeners, type Product } from './listeners.ts';
import { createMessenger } from './messenger.ts';
import { createOnce, createSharedOnce } from './once.ts';
import { createPeople } from './people.ts';
import { createReply } from './reply.ts';
import { createRespond, createTakeBack } from './respond.ts';
import { createViews, type HomeViews } from './views.ts';

export type { Files } from './files.ts';

/** Slack delivers again for up to an hour, and for a day where delayed events are on. */
const DELIVERED_MS = 24 * 60 * 60 * 1000;
/** A request may be five minutes early or late; its signature is remembered for longer than both. */
const SIGNATURE_MS = 11 * 60 * 1000;

/** Who presses again so soon did not mean to be answered twice. */
const TWICE_MS = 3_000;

/** How long things may take, in milliseconds. */
export interface Deadlines {
  /** A person looks at nothing. */
  readonly patience: number;
  /** A form waits to be taken: Slack gives up after three seconds. */
  readonly submission: number;
  /** One piece of work in all. */
  readonly work: number;
  /** At the end of the process: for work to finish, and for what is left to say so. */
  readonly grace: number;
  readonly farewell: number;
}

export const DEADLINES: Deadlines = { patience: 1_000, submission: 2_500, work: 25_000, grace: 2_500, farewell: 1_000 };

export interface SlackOptions {
  readonly connection: SlackConnection & { readonly apiUrl: string };
  readonly log: Log;
  readonly faults: FaultLog;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  /** Where all processes see what was delivered to any of them; null: this is the only one. */
  readonly seenKeys: Pick<SeenKeyStore, 'first'> | null;
}

/** What the edge shows to people. It is given after the edge is made, because pictures go through the edge's own files. */
export interface Screens extends Product {
  readonly modal: (message: Message) => ModalView;
  readonly home: HomeViews;
}

export interface Slack {
  readonly files: Files;
  /** For the one workspace that the token belongs to. */
  readonly messenger: Messenger;
  /** Slack's id of it; empty until the start. */
  workspace(): string;
  /** For `POST /slack/events`; null in Socket Mode, where Slack is connected to instead. */
  readonly listener: RequestListener | null;
  start(screens: Screens): Promise<void>;
  /** Takes no more work and ends what runs. */
  stop(): Promise<void>;
}

export function createSlack({ connection, log, faults, clock, deadlines, seenKeys }: SlackOptions): Slack {
  const logger = boltLogger(log);
  const clients = createClients({ token: connection.botToken, apiUrl: connection.apiUrl, logger });
  const jobs = createJobs({ faults, limitMs: deadlines.work, graceMs: deadlines.grace, farewellMs: deadlines.farewell });
  const { receiver, listener } = createReceiver(connection, logger, clock);
  const files = createFiles(clients);
  const people = createPeople({ clients, log, clock });
  let workspace = '';
  let isOpen = false;
  const deliveredAnywhere =
    seenKeys &&
    createSharedOnce({ remember: (key) => seenKeys.first(workspace, key, { now: clock(), until: clock() + DELIVERED_MS }), log });
  const responseHosts = ['hooks.slack.com', new URL(connection.apiUrl).host];

  return {
    files,
    messenger: createMessenger({ clients, people, files }),
    workspace: () => workspace,
    // Until Bolt is there, Slack is told to come again.
    listener: listener && ((request, response) => (isOpen ? listener(request, response) : response.writeHead(503).end())),
    async start({ modal, home, ...product }) {
      const identity = await identify(clients);
      workspace = identity.teamId;
      const authorize = async () => ({ ...identity, botToken: connection.botToken });
      const app = new bolt.App({ receiver, authorize, convoStore: false, logger, clientOptions: { slackApiUrl: connection.apiUrl } });
      installBoundary(app, { delivered: createOnce({ clock, ttlMs: DELIVERED_MS }), deliveredAnywhere, faults, log });
      installListeners(app, {
        product,
        workspace: identity.teamId,
        jobs,
        people,
        modal,
        views: createViews({ clients, modal, home, working: product.working }),
        reply: createReply({ clients, log, working: product.working, patienceMs: deadlines.patience }),
        respond: createRespond({ clients, log, hosts: responseHosts }),
        deleteAnswer: createDeleteAnswer({ clients, takeBack: createTakeBack({ log, hosts: responseHosts }) }),
        presses: createOnce({ clock, ttlMs: TWICE_MS }),
        patienceMs: deadlines.patience,
        submissionMs: deadlines.submission,
      });
      isOpen = true;
      // In HTTP mode the one web server of the process hands requests to the receiver.
      if (connection.mode === 'socket') await receiver.start().catch(refused('SLACK_APP_TOKEN', 'Basic Information'));
    },
    async stop() {
      if (connection.mode === 'socket' && isOpen) await receiver.stop();
      await jobs.drain();
    },
  };
}

function createReceiver(
  connection: SlackOptions['connection'],
  logger: ReturnType<typeof boltLogger>,
  clock: Clock,
): { readonly receiver: Receiver; readonly listener: RequestListener | null } {
  if (connection.mode === 'socket') {
    const installerOptions = { clientOptions: { slackApiUrl: connection.apiUrl } };
    return { receiver: new bolt.SocketModeReceiver({ appToken: connection.appToken, installerOptions, logger }), listener: null };
  }
  const { signingSecret } = connection;
  const receiver = new bolt.HTTPReceiver({ signingSecret, endpoints: '/slack/events', logger });
  const seen = createOnce({ clock, ttlMs: SIGNATURE_MS });
  return { receiver, listener: guardHttp(receiver.requestListener, { signingSecret, clock, seen }) };
}

async function identify({ quick }: Clients): Promise<{ botId: string; botUserId: string; teamId: string }> {
  const { bot_id, user_id, team_id } = await quick.auth.test().catch(refused('SLACK_BOT_TOKEN', 'OAuth & Permissions'));
  return { botId: bot_id ?? '', botUserId: user_id ?? '', teamId: team_id ?? '' };
}

/** What whoever starts the bot can do about it: a token that Slack refuses is another matter than a Slack that cannot be reached. */
function refused(setting: string, page: string) {
  return (cause: unknown): never => {
    const said = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof WebAPIPlatformError) {
      throw new ServiceError(`Slack did not accept ${setting} (${cause.data.error}).`, `Copy it again from “${page}” of the Slack app.`, {
        cause,
      });
    }
    throw new ServiceError(`Slack could not be reached (${said}).`, 'Check the network of this machine, and SLACK_API_URL.', { cause });
  };
}
