import { type JsonObject, textAt } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from '../workspace.ts';
import { APP, type Channel } from '../workspace.ts';
import { onTheWire } from './chat.ts';
import { type Context, flag, type Methods, required, visibleChannel } from './method.ts';

const USUAL_LIMIT = 100;
const HIGHEST_LIMIT = 999;

export const history: Methods = {
  'conversations.history': {
    scopes: ['channels:history', 'groups:history', 'im:history'],
    run: (args, context) => {
      const channel = readableChannel(args, context);
      const limit = args.limit === undefined ? USUAL_LIMIT : Number(args.limit);
      if (!(limit >= 1 && limit <= HIGHEST_LIMIT)) throw new Refusal('invalid_limit');
      const there = newestFirst(
        within(
          args,
          context.workspace.messages().filter((each) => each.channel === channel.id),
        ),
      );
      const start = startOf(args, there);
      const page = there.slice(start, start + limit);
      const next = there[start + limit];
      return {
        messages: page.map((message) => ({ ...onTheWire(message), ...metadataOf(message, args) })),
        has_more: next !== undefined,
        response_metadata: { next_cursor: next ? cursorOf(next) : '' },
      };
    },
  },

  'chat.getPermalink': {
    run: (args, context) => {
      const channel = visibleChannel(args, context).id;
      const ts = required(args, 'message_ts');
      if (!context.workspace.find(channel, ts)) throw new Refusal('message_not_found');
      return { channel, permalink: `https://acme.slack.com/archives/${channel}/p${ts.replace('.', '')}` };
    },
  },
};

/** What one scope lets the bot read, another does not; and nothing lets it read where it is not. */
function readableChannel(args: JsonObject, context: Context): Channel {
  const channel = visibleChannel(args, context);
  const needed = channel.dmWith !== undefined ? 'im:history' : channel.isPrivate ? 'groups:history' : 'channels:history';
  if (!context.scopes.has(needed)) throw new Refusal('missing_scope', { needed, provided: [...context.scopes].join(',') });
  if (!channel.members.includes(APP.bot)) throw new Refusal('not_in_channel');
  return channel;
}

/** Between two times, without them unless it says `inclusive`; no answers in threads, and nothing that only one person sees. */
function within(args: JsonObject, messages: readonly Message[]): readonly Message[] {
  const oldest = time(args, 'oldest', 0);
  const latest = time(args, 'latest', Number.POSITIVE_INFINITY);
  const isInclusive = flag(args, 'inclusive');
  return messages.filter(({ ts, ephemeralTo, threadTs }) => {
    const at = Number(ts);
    const isBetween = (at > oldest && at < latest) || (isInclusive && (at === oldest || at === latest));
    return isBetween && ephemeralTo === null && threadTs === null;
  });
}

function time(args: JsonObject, name: string, otherwise: number): number {
  const given = args[name];
  if (given === undefined) return otherwise;
  if (!/^\d+(\.\d+)?$/.test(String(given))) throw new Refusal(`invalid_ts_${name}`);
  return Number(given);
}

const newestFirst = (messages: readonly Message[]): readonly Message[] =>
  messages.toSorted((one, other) => Number(other.ts) - Number(one.ts));

const cursorOf = ({ ts }: Message): string => Buffer.from(`next_ts:${ts}`).toString('base64');

/** A cursor stays good when messages come or go. */
function startOf(args: JsonObject, messages: readonly Message[]): number {
  const cursor = textAt(args, 'cursor');
  if (cursor === '') return 0;
  const ts = /^next_ts:(\d+\.\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (ts === undefined) throw new Refusal('invalid_cursor');
  const index = messages.findIndex((each) => Number(each.ts) <= Number(ts));
  return index === -1 ? messages.length : index;
}

const metadataOf = ({ metadata }: Message, args: JsonObject): JsonObject =>
  metadata !== null && flag(args, 'include_all_metadata') ? { metadata } : {};
