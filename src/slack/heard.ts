import { z } from 'zod';
import type { Said } from '../usecases/conversations.ts';

/** What somebody wrote just now: not a bot, not Slack itself, and not what was edited, since it was answered as it was. */
const Written = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.literal('thread_broadcast').optional(),
  user: z.string().refine((user) => user !== 'USLACKBOT'),
  bot_id: z.undefined().optional(),
  edited: z.undefined().optional(),
  channel: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
});

export interface Heard extends Said {
  readonly person: string;
  /** Where it was written, and where the answer goes. */
  readonly spot: Spot;
}

export interface Spot {
  /** Slack's id. */
  readonly channel: string;
  readonly isDirect: boolean;
  /** The thread that messages for all go to; absent: to none. */
  readonly thread?: string;
  /** The thread is only begun by our message: Slack shows nothing there that one person is to see. */
  readonly isThreadNew: boolean;
}

export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** In direct messages all is said to the bot; in channels what mentions it; and what follows in a thread may go on from an answer. */
export function heard(event: unknown, bot: string): Heard | null {
  const written = Written.safeParse(event).data;
  if (!written || written.user === bot) return null;
  const { type, user: person, channel, text, ts, thread_ts: thread } = written;
  const mention = new RegExp(`<@${bot}(?:\\|[^>]*)?>[,:]?`, 'g');
  const words = text.replace(mention, ' ').trim();
  const isThere = thread !== undefined && thread !== ts;
  if (isDirect(channel)) {
    // Slack tells of these as messages.
    if (type === 'app_mention') return null;
    const conversation = isThere ? { channel, thread } : { channel: person, thread: '' };
    return { person, words, conversation, isToUs: true, spot: directSpot(channel, isThere ? thread : undefined) };
  }
  const spot = { channel, isDirect: false, thread: thread ?? ts, isThreadNew: !isThere };
  const conversation = { channel, thread: thread ?? ts };
  if (type === 'app_mention') return { person, words, conversation, isToUs: true, spot };
  // Of what mentions the bot Slack tells twice.
  return isThere && !mention.test(text) ? { person, words, conversation, isToUs: false, spot } : null;
}

/** The direct messages with somebody, by Slack's id of either. */
export const directSpot = (channel: string, thread?: string): Spot => ({
  channel,
  isDirect: true,
  isThreadNew: false,
  ...(thread !== undefined && { thread }),
});
