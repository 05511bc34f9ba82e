import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { Instant } from '../model/time.ts';
import type { Messenger, Place, Slot } from '../usecases/ports.ts';
import type { Clients } from './clients.ts';

const EVENT_TYPE = 'lc_report_posted';

/** The metadata of a post: nobody sees it, and it says which slot the post is of. Other apps may read it, so it says no more. */
export interface Mark {
  readonly event_type: typeof EVENT_TYPE;
  /** Milliseconds since 1970. */
  readonly event_payload: { readonly schedule: string; readonly due_at: number };
}

export const markOf = ({ schedule, dueAt }: Slot): Mark => ({
  event_type: EVENT_TYPE,
  event_payload: { schedule, due_at: dueAt },
});

const Marked = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ schedule: z.string(), due_at: z.number() }),
});

export interface LookFor {
  readonly place: Place;
  readonly slot: Slot;
  readonly since: Instant;
}

/** Slack's clock writes the times of messages, and may be behind ours. */
const SLACK_IS_BEHIND_MS = 5_000;
const PAGE = 200;
const MOST_PAGES = 20;

/** Slack does not let the bot read there, now or ever. Anything else is a failure that may pass. */
const UNREADABLE = new Set([
  'missing_scope',
  'no_permission',
  'access_denied',
  'channel_not_found',
  'not_in_channel',
  'channel_is_limited_access',
  'method_not_supported_for_channel_type',
  'user_not_found',
  'user_not_visible',
  'user_disabled',
  'cannot_dm_bot',
]);

/** Reads what was posted there since, newest first, for the mark of the slot. */
export async function lookFor({ quick }: Clients, { place, slot, since }: LookFor): ReturnType<Messenger['look']> {
  try {
    const channel = 'channel' in place ? place.channel : await conversationWith(quick, place.person);
    const oldest = ((since - SLACK_IS_BEHIND_MS) / 1000).toFixed(6);
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const read = await quick.conversations.history({
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor && { cursor }),
      });
      const found = read.messages?.find(({ metadata }) => isOf(slot, metadata));
      if (found?.ts) return { state: 'found', channel, ts: found.ts };
      cursor = read.response_metadata?.next_cursor;
      if (!cursor) return { state: 'absent' };
    }
    // More was said than can be read: that it is not there cannot be told.
    return { state: 'cannot look' };
  } catch (error) {
    if (error instanceof WebAPIPlatformError && UNREADABLE.has(error.data.error)) return { state: 'cannot look' };
    throw error;
  }
}

async function conversationWith(quick: Clients['quick'], person: string): Promise<string> {
  const { channel } = await quick.conversations.open({ users: person });
  if (!channel?.id) throw new Error('Slack opened no conversation');
  return channel.id;
}

function isOf({ schedule, dueAt }: Slot, metadata: unknown): boolean {
  const { data } = Marked.safeParse(metadata);
  return data?.event_payload.schedule === schedule && data.event_payload.due_at === dueAt;
}
