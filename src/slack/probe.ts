import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { ServiceError, UserError } from '../model/errors.ts';
import type { Clock } from '../model/time.ts';
import type { Clients } from './clients.ts';
import { createFiles } from './files.ts';
import { PostedMessage, TRIALS, type Trying } from './probe-trials.ts';

/** What only a real Slack can tell, and what it told. */
export interface Finding {
  readonly what: string;
  readonly outcome: 'yes' | 'no';
  /** What Slack said, or what was measured. */
  readonly detail: string;
}

export interface ProbeOptions {
  readonly clients: Clients;
  readonly apiUrl: string;
  readonly clock: Clock;
  /** Between two messages, in milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** A new UUID. */
  readonly newId: () => string;
}

/** As in the manifest. */
export const REQUIRED_SCOPES: readonly string[] = [
  ...[
    'commands',
    'app_mentions:read',
    'im:history',
    'chat:write',
    'files:write',
    'files:read',
    'users:read',
    'channels:read',
    'groups:read',
  ],
];
export const OPTIONAL_SCOPES: readonly string[] = [...['chat:write.public', 'channels:history', 'groups:history', 'im:write']];

/** The smallest picture there is: one grey point. */
const POINT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaGj4DwACRAGBkT7wfgAAAABJRU5ErkJggg==', 'base64');
const UPLOAD_MS = 30_000;
/** Slack takes one message a second in a channel. */
const PACE_MS = 1_100;
/** Every text begins so, whatever becomes of its post. */
const SIGN = 'Probe: ';
const NOT_GRANTED = 'not granted (optional)';

/**
 * Tries one after the other in somebody's direct messages, tells each as it is known, and takes away what it posted. `whose` is asked for a
 * person of the workspace. A UserError when it cannot begin.
 */
export async function* probe(options: ProbeOptions, whose: (workspace: string) => Promise<string>): AsyncGenerator<Finding, void> {
  const identity = await options.clients.bulk.auth.test().catch(refused);
  const person = await whose(identity.team_id ?? '');
  const room = await enter(options, person);
  let end: Finding;
  try {
    yield* scopes(identity.response_metadata?.scopes);
    for (const { what, run } of TRIALS) {
      yield await run(room.trying).then(
        (detail): Finding => ({ what, outcome: 'yes', detail }),
        (error: unknown): Finding => ({ what, outcome: 'no', detail: said(error) }),
      );
    }
  } finally {
    end = await room.leave(identity.bot_id ?? '');
  }
  yield end;
}

function* scopes(granted: readonly string[] | undefined): Generator<Finding> {
  const missing = REQUIRED_SCOPES.filter((scope) => !granted?.includes(scope));
  const all =
    missing.length === 0
      ? ({ outcome: 'yes', detail: 'granted' } as const)
      : ({ outcome: 'no', detail: `missing: ${missing.join(' ')}` } as const);
  const unsaid = { outcome: 'no', detail: 'Slack did not say' } as const;
  yield { what: 'The scopes that the bot needs are granted', ...(granted ? all : unsaid) };
  if (!granted) return;
  for (const scope of OPTIONAL_SCOPES) {
    yield {
      what: `The scope ${scope} is granted`,
      ...(granted.includes(scope) ? { outcome: 'yes', detail: 'granted' } : { outcome: 'no', detail: NOT_GRANTED }),
    };
  }
}

interface Room {
  readonly trying: Trying;
  leave(bot: string): Promise<Finding>;
}

/** Opens the conversation by a first message. What was posted and uploaded there is known, and goes away on leaving. */
async function enter({ clients, wait, ...given }: ProbeOptions, person: string): Promise<Room> {
  const { bulk } = clients;
  const files = createFiles(clients);
  const greeting = { channel: person, text: `${SIGN}I am trying what this Slack can do. This goes away by itself.` };
  const { channel, ts: first } = PostedMessage.parse(await bulk.chat.postMessage(greeting).catch(cannotWrite(person)));
  const posted = [first];
  const uploaded: string[] = [];
  let isLost = false;
  return {
    trying: {
      ...given,
      clients,
      person,
      channel,
      async post(text, content = {}) {
        await wait(PACE_MS);
        const posting = bulk.apiCall('chat.postMessage', { ...content, channel, text: SIGN + text });
        posting.catch((error: unknown) => {
          isLost ||= !(error instanceof WebAPIPlatformError || error instanceof WebAPIRateLimitedError);
        });
        const { ts } = PostedMessage.parse(await posting);
        posted.push(ts);
        return ts;
      },
      async upload() {
        const { slackFile } = await files.upload(POINT, 'probe', AbortSignal.timeout(UPLOAD_MS));
        uploaded.push(slackFile);
        return slackFile;
      },
    },
    async leave(bot) {
      const seen = await ownSince(clients, { channel, first, bot });
      let isClean = seen !== null || !isLost;
      const tryTo = (end: Promise<unknown>) =>
        end.catch((error: unknown) => {
          isClean &&= error instanceof WebAPIPlatformError && error.data.error === 'message_not_found';
        });
      for (const ts of new Set([...posted, ...(seen ?? [])])) await tryTo(bulk.chat.delete({ channel, ts }));
      for (const file of uploaded) await tryTo(files.delete(file));
      return { what: 'What was posted is gone again', ...(isClean ? GONE : LEFT) };
    },
  };
}

const GONE = { outcome: 'yes', detail: 'all but the one that only you see, which goes when Slack is reloaded' } as const;
const LEFT = { outcome: 'no', detail: `delete what begins with “${SIGN.trim()}” yourself` } as const;

/** Of a post whose answer was lost, only the history knows; null where it may not be read. */
async function ownSince({ bulk }: Clients, { channel, first, bot }: Record<'channel' | 'first' | 'bot', string>): Promise<string[] | null> {
  const read = await bulk.conversations.history({ channel, oldest: first, inclusive: true, limit: 200 }).catch(() => null);
  const own = read?.messages?.filter(({ bot_id, text }) => bot_id === bot && text?.startsWith(SIGN));
  return own?.flatMap(({ ts }) => ts ?? []) ?? null;
}

/** A refusal in Slack's words, with the places that it names. */
function said(error: unknown): string {
  if (error instanceof WebAPIRateLimitedError) return 'Slack wants a pause: try again in a minute';
  if (!(error instanceof WebAPIPlatformError)) return error instanceof Error ? error.message : String(error);
  const { data } = error;
  if (data.error !== 'missing_scope') return [data.error, ...(data.response_metadata?.messages ?? [])].join(' ');
  const scopes = 'needed' in data ? String(data.needed).split(',') : [];
  return scopes.some((scope) => OPTIONAL_SCOPES.includes(scope)) ? NOT_GRANTED : `not granted: ${scopes.join(' ')}`;
}

function refused(cause: unknown): never {
  if (cause instanceof WebAPIPlatformError) {
    const { error } = cause.data;
    throw new ServiceError(
      `Slack did not accept SLACK_BOT_TOKEN (${error}).`,
      'Copy it again from “OAuth & Permissions” of the Slack app.',
      { cause },
    );
  }
  throw new ServiceError(`Slack could not be reached (${said(cause)}).`, 'Check the network of this machine, and SLACK_API_URL.', {
    cause,
  });
}

const cannotWrite = (person: string) => (cause: unknown) => {
  if (!(cause instanceof WebAPIPlatformError)) return refused(cause);
  const hint =
    cause.data.error === 'messages_tab_disabled'
      ? 'Turn on the Messages tab under “App Home” of the Slack app.'
      : 'Say the member id of somebody in this workspace.';
  throw new UserError(`Slack does not let me write to ${person} (${said(cause)}).`, hint, { cause });
};
