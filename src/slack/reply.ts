import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Log } from '../log.ts';
import type { Message } from '../presentation/message.ts';
import type { Reply } from '../usecases/conversations.ts';
import type { Clients } from './clients.ts';
import type { Spot } from './heard.ts';
import { sendLighter } from './refused-blocks.ts';
import { within } from './within.ts';

export interface ReplyOptions {
  readonly clients: Clients;
  readonly log: Log;
  /** Said when an answer takes its time. */
  readonly working: Message;
  readonly patienceMs: number;
}

export interface Replying {
  readonly spot: Spot;
  readonly person: string;
  /** Nobody waits for what was not said to the bot. */
  readonly isAwaited: boolean;
}

/** Brings the answer to a message to where it was written; `null` is none. */
export type ReplyTo = (to: Replying, work: Promise<Reply | null>) => Promise<void>;

export function createReply({ clients, log, working, patienceMs }: ReplyOptions): ReplyTo {
  const { chat } = clients.bulk;

  /** Returns the ts of what stays in direct messages; null for all else. */
  async function send({ spot, person }: Replying, { message: { text, blocks }, isForAll }: Reply): Promise<string | null> {
    const { channel, isDirect, thread, isThreadNew } = spot;
    const content = { channel, text, blocks: [...blocks] };
    if (isForAll || isDirect) {
      const { ts } = await chat.postMessage({ ...content, ...(thread && { thread_ts: thread }), unfurl_links: false, unfurl_media: false });
      return isDirect ? (ts ?? null) : null;
    }
    await chat.postEphemeral({ ...content, user: person, ...(thread && !isThreadNew && { thread_ts: thread }) });
    return null;
  }

  /** To the person alone where Slack takes nothing in that place. */
  async function deliver(to: Replying, reply: Reply): Promise<void> {
    const lightly = (where: Replying) => sendLighter(reply.message, (message) => send(where, { ...reply, message }));
    try {
      await lightly(to);
    } catch (error) {
      const isRefused = error instanceof WebAPIPlatformError || error instanceof WebAPIRateLimitedError;
      if (!isRefused || to.spot.isDirect) throw error;
      log.warn({ err: error }, 'the place of a message did not take its answer');
      await lightly({ ...to, spot: { channel: to.person, isDirect: true, isThreadNew: false } });
    }
  }

  return async (to, work) => {
    const isLate = to.isAwaited && (await within(work, patienceMs)) === 'late';
    // Only a courtesy, of which nothing is to stay: in channels Slack itself takes away what one person sees.
    const line = isLate ? await send(to, { message: working, isForAll: false }).catch(() => null) : null;
    const reply = await work;
    try {
      if (reply !== null) await deliver(to, reply);
    } finally {
      if (line !== null) {
        await chat
          .delete({ channel: to.spot.channel, ts: line })
          .catch((error: unknown) => log.warn({ err: error }, 'the line that announced an answer stays'));
      }
    }
  };
}
