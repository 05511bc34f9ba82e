import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Message } from '../presentation/message.ts';
import type { Channel, FileContent, Messenger, Place, Posted } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';
import type { Files } from './files.ts';
import { lookFor, type Mark, markOf } from './mark.ts';
import type { People } from './people.ts';
import { filesLeftOut, lighter, refusalIn } from './refused-blocks.ts';

export interface MessengerOptions {
  readonly clients: Clients;
  readonly people: Pick<People, 'nameOf' | 'kindOf'>;
  readonly files: Pick<Files, 'delete' | 'give' | 'share'>;
}

/** What the bot does of itself, in the workspace that its token belongs to. */
export function createMessenger({ clients, people, files }: MessengerOptions): Messenger {
  return {
    async post(place, message, slot, isStillOurs = () => true) {
      let draft: Draft = { message, mark: slot ? markOf(slot) : null };
      for (;;) {
        const { posted, refusal } = await send(clients, place, draft);
        const next = refusal && (await lighterDraft(draft, refusal));
        // Slack has refused what was tried before, each time, so that another cannot be one too many.
        if (!next || !isStillOurs()) return posted;
        draft = next;
      }
    },
    look: (place, slot, since) => lookFor(clients, { place, slot, since }),
    channel: (id) => channel(clients, id),
    nameOf: people.nameOf,
    kindOf: people.kindOf,
    isIn: (person, id) => isIn(clients, person, id),
    sendFile: (person, file, message, signal) => sendFile({ clients, files }, { person, file, message, signal }),
    deleteFile: files.delete,
    works: () => works(clients),
  };
}

interface Draft {
  readonly message: Message;
  readonly mark: Mark | null;
  /** Of pictures that Slack refused, and that are left out of it. */
  readonly refusedFiles?: readonly string[];
}

interface Tried {
  readonly posted: Posted;
  /** Set when Slack decided against it, in its words. */
  readonly refusal?: WebAPIPlatformError;
}

async function send({ bulk }: Clients, place: Place, { message, mark, refusedFiles = [] }: Draft): Promise<Tried> {
  try {
    const { channel, ts } = await bulk.chat.postMessage({
      channel: 'channel' in place ? place.channel : place.person,
      text: message.text,
      blocks: [...message.blocks],
      ...(mark && { metadata: mark }),
      unfurl_links: false,
      unfurl_media: false,
    });
    if (!channel || !ts) throw new Error('Slack does not say where it posted');
    return { posted: { state: 'posted', channel, ts, ...(refusedFiles.length > 0 && { refusedFiles }) } };
  } catch (error) {
    return whatBecame(error);
  }
}

/** Slack may have posted before any of these. */
const AMBIGUOUS = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);
/** Of a body that is no JSON, Slack's client makes an error whose code is that body; of one that is no answer, one without a code. */
const isCode = (code: unknown): boolean => typeof code === 'string' && /^[a-z_]+$/.test(code);
/** Without a connection nothing was sent. Only these are sure: each is made by connecting, none by a connection that breaks. */
const NEVER_CONNECTED = new Set<unknown>(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function whatBecame(error: unknown): Tried {
  if (error instanceof WebAPIRateLimitedError) {
    return { posted: { state: 'refused', code: 'ratelimited', retryAfterMs: error.retryAfter * 1000 } };
  }
  if (error instanceof WebAPIPlatformError && isCode(error.data.error) && !AMBIGUOUS.has(error.data.error)) {
    const seconds = error.data.response_metadata?.retryAfter;
    return {
      posted: { state: 'refused', code: error.data.error, retryAfterMs: seconds === undefined ? null : seconds * 1000 },
      refusal: error,
    };
  }
  if (error instanceof WebAPIRequestError && isUnreachable(error.original.cause)) {
    return { posted: { state: 'refused', code: 'unreachable', retryAfterMs: null } };
  }
  return { posted: { state: 'unknown', error } };
}

const isUnreachable = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && NEVER_CONNECTED.has(cause.code);

async function works({ quick }: Clients): Promise<boolean> {
  try {
    await quick.auth.test();
    return true;
  } catch (error) {
    if (whatBecame(error).refusal) return false;
    throw error;
  }
}

/** What Slack may take instead of what it refused; null when nothing would help. The mark stays: without it nobody could look for the post. */
async function lighterDraft({ message, mark, refusedFiles = [] }: Draft, error: WebAPIPlatformError): Promise<Draft | null> {
  const refusal = refusalIn(error);
  const next = refusal && (await lighter(message, refusal));
  if (!next) return null;
  const isLeftOut = !message.plainer && !refusal.isTooLong;
  return { message: next, mark, refusedFiles: [...refusedFiles, ...(isLeftOut ? filesLeftOut(message, next) : [])] };
}

async function channel({ quick }: Clients, id: string): Promise<Channel | null> {
  try {
    const { channel: found } = await quick.conversations.info({ channel: id });
    return {
      id,
      name: found?.name ?? '',
      isPrivate: found?.is_private ?? false,
      isArchived: found?.is_archived ?? false,
      isShared: found?.is_ext_shared ?? false,
      isMember: found?.is_member ?? false,
    };
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found') return null;
    throw error;
  }
}

const MEMBERS_PAGE = 1_000;

async function isIn({ quick }: Clients, person: string, channel: string): Promise<boolean> {
  for (let cursor = ''; ; ) {
    const { members = [], response_metadata } = await quick.conversations.members({
      channel,
      limit: MEMBERS_PAGE,
      ...(cursor && { cursor }),
    });
    if (members.includes(person)) return true;
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return false;
  }
}

interface SendingFile {
  readonly person: string;
  readonly file: FileContent;
  readonly message: Message;
  readonly signal: AbortSignal;
}

/** Only posting tells, without a scope more, which conversation a person's direct messages are; files are not taken for a person. */
async function sendFile(
  { clients, files }: Pick<MessengerOptions, 'clients' | 'files'>,
  { person, file, message, signal }: SendingFile,
): Promise<void> {
  const id = await files.give(file, signal);
  const { posted } = await send(clients, { person }, { message, mark: null });
  if (posted.state === 'unknown') throw posted.error;
  if (posted.state === 'refused') throw new Error(`Slack refused what says that a file is there: ${posted.code}`);
  const { channel, ts } = posted;
  try {
    await files.share(id, file.name, channel);
  } catch (error) {
    // It would announce a file that is not there.
    await clients.bulk.chat.delete({ channel, ts }).catch(() => {});
    throw error;
  }
}
