import type { Files } from '../files.ts';
import { type JsonObject, textAt } from '../json.ts';
import { Refusal, refusalWith } from '../refusal.ts';
import type { Triggers } from '../triggers.ts';
import type { Views } from '../views.ts';
import { APP, type Channel, type Workspace } from '../workspace.ts';

export interface Context {
  readonly workspace: Workspace;
  readonly files: Files;
  readonly views: Views;
  readonly triggers: Triggers;
  /** What the bot was granted. */
  readonly scopes: ReadonlySet<string>;
  /** Refuses a message that comes too soon after the one before in its channel. */
  pace(channel: string): void;
  /** Where files are sent to. */
  uploadUrl(file: string): string;
  /** A new WebSocket address, good for one connection. */
  socketUrl(): string;
}

export interface Method {
  /** Any one of them will do; a method without asks for none. */
  readonly scopes?: readonly string[];
  readonly token?: 'app';
  run(args: JsonObject, context: Context): JsonObject;
}

/** A family of methods by their full names. */
export type Methods = Readonly<Record<string, Method>>;

export function required(args: JsonObject, name: string): string {
  const value = textAt(args, name);
  if (value === '') throw refusalWith('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
  return value;
}

/** Forms know only texts: `true` comes as a word from there. */
export const flag = (args: JsonObject, name: string): boolean => args[name] === true || args[name] === 'true' || args[name] === '1';

/** A channel that the bot can see: of a private one that it is not in, Slack does not even say that it exists. */
export function visibleChannel(args: JsonObject, { workspace }: Context, name = 'channel'): Channel {
  const channel = workspace.channels.get(required(args, name));
  if (!channel || (channel.isPrivate && !channel.members.includes(APP.bot))) throw new Refusal('channel_not_found');
  return channel;
}

/** A channel that the bot may write to. A person stands for the direct conversation. */
export function writableChannel(args: JsonObject, context: Context, name = 'channel'): Channel {
  const id = required(args, name);
  const user = context.workspace.users.get(id);
  if (user?.isDeleted) throw new Refusal('channel_not_found');
  const channel = user ? context.workspace.openDm(id) : visibleChannel(args, context, name);
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!channel.members.includes(APP.bot) && !context.scopes.has('chat:write.public')) throw new Refusal('not_in_channel');
  return channel;
}
