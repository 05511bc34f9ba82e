import type { Clock } from '../../src/model/time.ts';
import type { Ack, Deliver, Envelope } from './delivery/delivery.ts';
import { httpDelivery, postRaw } from './delivery/http.ts';
import { createSocketMode } from './delivery/socket-mode.ts';
import { createSend } from './exchange.ts';
import { createFaults, type Fault } from './faults.ts';
import { createFiles } from './files.ts';
import { createJournal } from './journal.ts';
import { createPace } from './pace.ts';
import { createPerson } from './person.ts';
import { createResponseUrls } from './response-url.ts';
import { createSlackServer } from './server.ts';
import { createSignal } from './signal.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views.ts';
import { callMethod } from './web-api/index.ts';
import type { Context } from './web-api/method.ts';
import { CHANNELS, type Channel, createWorkspace, USERS, type User } from './workspace.ts';

export type { Answer, Exchange } from './exchange.ts';
export type { Message } from './workspace.ts';

export interface SlackOptions {
  /** For what Slack decides by time: triggers, addresses, when a message was written. */
  readonly clock: Clock;
  /** For signatures, which the app compares with the clock of its machine. */
  readonly signedAt?: Clock;
  readonly users?: readonly User[];
  readonly channels?: readonly Channel[];
  /** What the bot was granted. */
  readonly scopes?: readonly string[];
  /** How often `files.info` has to be asked before a file can be shown. */
  readonly fileReadyAfterPolls?: number;
  /** Whether an answer to a command can replace an earlier one: Slack does not promise it, so it cannot unless this is set. */
  readonly commandAnswersReplace?: boolean;
  /** By the clock: a message that comes sooner after the one before in its channel is refused. Not unless it is set. */
  readonly pacing?: { readonly perChannelMs: number };
  /** How long every call takes, in real milliseconds. */
  readonly latencyMs?: number;
  /** Real milliseconds; Slack waits three seconds. */
  readonly ackDeadlineMs?: number;
}

const SCOPES = [
  ...'commands app_mentions:read chat:write files:write files:read users:read channels:read groups:read im:read im:write'.split(' '),
  ...'channels:history groups:history im:history'.split(' '),
];
const TOKENS = { bot: 'xoxb-sandbox', app: 'xapp-sandbox' };
const SIGNING_SECRET = 'sandbox-signing-secret';

export type Slack = ReturnType<typeof createSlack>;

/** A Slack of our own that knows the rules: what it takes, Slack takes; what it refuses, it refuses in Slack's words. */
export function createSlack(options: SlackOptions) {
  const { clock, signedAt = Date.now, scopes = SCOPES, ackDeadlineMs: deadlineMs = 3000 } = options;
  const signal = createSignal();
  const workspace = createWorkspace({ clock, signal, users: options.users ?? USERS, channels: options.channels ?? CHANNELS });
  const { nextId } = workspace;
  const files = createFiles(nextId, options.fileReadyAfterPolls ?? 0);
  const views = createViews(nextId, signal);
  const triggers = createTriggers(clock, nextId);
  const responseUrls = createResponseUrls({ clock, workspace, files, commandAnswersReplace: options.commandAnswersReplace ?? false });
  const socketMode = createSocketMode({ nextId, signal, deadlineMs });
  const faults = createFaults();
  const journal = createJournal(clock);

  let isRevoked = false;
  let port = 0;
  let requestUrl: string | null = null;
  const address = (path: string, scheme = 'http') => `${scheme}://127.0.0.1:${port}/${path}`;

  const context = {
    workspace,
    files,
    views,
    triggers,
    scopes: new Set(scopes),
    pace: createPace(clock, options.pacing?.perChannelMs ?? 0),
    uploadUrl: (file: string) => address(`upload/${file}`),
    socketUrl: () => address(`socket?ticket=${socketMode.ticket()}`, 'ws'),
  };
  const server = createSlackServer({
    faults,
    journal,
    signal,
    socketMode,
    latencyMs: options.latencyMs ?? 0,
    routes: {
      api: (call) => callMethod(call, { ...TOKENS, isRevoked }, context),
      upload: ({ id, bytes }) => `OK - ${files.receive(id, bytes).length}`,
      response: ({ id, args }) => {
        responseUrls.use(id, args);
        return { ok: true };
      },
    },
  });

  const deliver: Deliver = (envelope: Envelope): Promise<Ack> =>
    requestUrl === null
      ? socketMode.deliver(envelope)
      : httpDelivery({ url: requestUrl, signingSecret: SIGNING_SECRET, deadlineMs, signedAt })(envelope);
  const send = createSend({ deliver, responseUrls, signal });
  const person = createPerson({ ...context, clock, responseUrls, send, responseUrl: (id) => address(`response/${id}`) });

  return {
    ...person,
    start: async (at = 0): Promise<void> => {
      port = await server.start(at);
    },
    stop: server.stop,
    /** For `slackApiUrl`. */
    url: (): string => address('api/'),
    credentials: { botToken: TOKENS.bot, appToken: TOKENS.app, signingSecret: SIGNING_SECRET },

    /** From now on by signed HTTP to this address, instead of Socket Mode. */
    deliverTo: (url: string): void => {
      requestUrl = url;
    },
    /** Any body with any headers to the app's request URL. */
    post: (body: string, headers: Readonly<Record<string, string>>): Promise<Ack> =>
      postRaw(requestUrl ?? '', { body, headers, deadlineMs }),
    connections: socketMode.connections,
    recycleConnections: socketMode.recycle,

    /** Makes the next calls of a method (or of `response_url`, `upload`) go wrong; only those to a channel, where one is named. */
    fail: (method: string, fault: Fault, { times = 1, channel }: { times?: number; channel?: string } = {}): void =>
      faults.add({ method, fault, ...(channel !== undefined && { channel }) }, times),
    /** The workspace takes the bot's token back; nobody is told by this. */
    revokeToken: (): void => {
      isRevoked = true;
    },
    restoreToken: (): void => {
      isRevoked = false;
    },
    /** Somebody deletes a file. */
    deleteFile: files.remove,
    /** Settles as soon as the fact is one. */
    until: signal.until,
    calls: journal.calls,
    /** Every call that did not get what it asked for: an app that keeps the rules has none. */
    refused: journal.refused,

    ...sights(context),
    setUser: (user: User): void => void workspace.users.set(user.id, user),
    setChannel: (channel: Channel): void => void workspace.channels.set(channel.id, channel),
  };
}

/** What there is to be seen. */
const sights = ({ workspace, views, files }: Context) => ({
  /** What everybody in a channel sees. */
  messages: (channel: string) => workspace.messages().filter((each) => each.channel === channel && each.ephemeralTo === null),
  /** What only this person sees, in any channel. */
  ephemerals: (user: string) => workspace.messages().filter((each) => each.ephemeralTo === user),
  home: views.home,
  modal: views.modal,
  files: files.all,
});
