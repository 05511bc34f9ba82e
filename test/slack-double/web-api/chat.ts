import { messageContent } from '../content.ts';
import { isObject, type JsonObject, textAt } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { APP, type Message, TEAM } from '../workspace.ts';
import { type Context, type Methods, required, visibleChannel, writableChannel } from './method.ts';

const scopes = ['chat:write'];

export const chat: Methods = {
  'chat.postMessage': {
    scopes,
    run: (args, context) => {
      const channel = writableChannel(args, context).id;
      const content = messageContent(args, context.files);
      const metadata = metadataOf(args);
      context.pace(channel);
      const message = context.workspace.post({ channel, ...content, threadTs: textAt(args, 'thread_ts') || null, metadata });
      return { channel, ts: message.ts, message: onTheWire(message) };
    },
  },

  'chat.postEphemeral': {
    scopes,
    run: (args, context) => {
      const channel = writableChannel(args, context);
      const ephemeralTo = required(args, 'user');
      if (!channel.members.includes(ephemeralTo)) throw new Refusal('user_not_in_channel');
      const content = messageContent(args, context.files);
      const message = context.workspace.post({ channel: channel.id, ephemeralTo, ...content, threadTs: textAt(args, 'thread_ts') || null });
      return { message_ts: message.ts };
    },
  },

  'chat.update': {
    scopes,
    run: (args, context) => {
      const message = context.workspace.replace(known(args, context), {
        ...messageContent(args, context.files),
        ...(args.metadata === undefined ? {} : { metadata: metadataOf(args) }),
      });
      return { channel: message.channel, ts: message.ts, text: message.text, message: onTheWire(message) };
    },
  },

  'chat.delete': {
    scopes,
    run: (args, context) => {
      const message = known(args, context);
      context.workspace.remove(message);
      return { channel: message.channel, ts: message.ts };
    },
  },
};

/** A message of the bot's that everybody sees: an ephemeral one cannot be found again by its time. */
function known(args: JsonObject, context: Context): Message {
  const message = context.workspace.find(visibleChannel(args, context).id, required(args, 'ts'));
  if (!message || message.ephemeralTo !== null) throw new Refusal('message_not_found');
  return message;
}

/** What others have found: Slack does not write it down. */
const MOST_METADATA = 16_000;

function metadataOf({ metadata }: JsonObject): unknown {
  if (metadata === undefined) return null;
  if (!isObject(metadata) || textAt(metadata, 'event_type') === '' || !isObject(metadata.event_payload)) {
    throw new Refusal('invalid_metadata_format');
  }
  if (JSON.stringify(metadata).length > MOST_METADATA) throw new Refusal('metadata_too_large');
  return metadata;
}

export function onTheWire(message: Message): JsonObject {
  const { ts, text, blocks } = message;
  const thread = message.threadTs === null ? {} : { thread_ts: message.threadTs };
  return { type: 'message', user: APP.bot, bot_id: APP.botId, app_id: APP.id, team: TEAM.id, ts, text, blocks, ...thread };
}
