import type { Clock } from '../../src/model/time.ts';
import type { JsonObject } from './json.ts';
import type { Signal } from './signal.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly tz: string;
  readonly locale: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  /** Has left the workspace. */
  readonly isDeleted?: boolean;
  /** A guest. */
  readonly isRestricted?: boolean;
  /** Somebody of another workspace, met in a shared channel. */
  readonly teamId?: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  readonly isShared?: boolean;
  /** The other person, where it is a direct message. */
  readonly dmWith?: string;
  readonly members: readonly string[];
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** The only person who sees it, or null when the channel does. */
  readonly ephemeralTo: string | null;
  readonly threadTs: string | null;
  readonly metadata: unknown;
  readonly files: readonly string[];
}

export type Draft = Pick<Message, 'channel'> & Partial<Omit<Message, 'ts' | 'channel'>>;

export const TEAM = { id: 'T1', domain: 'acme', name: 'Acme' };
export const APP = { id: 'A1', bot: 'UBOT', botId: 'B1', name: 'livechat' };

/** The bot is in #support and not in #random; of #board it does not know. */
export const USERS: readonly User[] = [
  { id: 'U1', name: 'anna', tz: 'Europe/Warsaw', locale: 'en-US' },
  { id: 'U2', name: 'ben', tz: 'America/New_York', locale: 'en-US' },
];
export const CHANNELS: readonly Channel[] = [
  { id: 'C1', name: 'support', members: ['U1', 'U2', APP.bot] },
  { id: 'C2', name: 'random', members: ['U1', 'U2'] },
  { id: 'C3', name: 'board', isPrivate: true, members: ['U1'] },
];

export interface WorkspaceOptions {
  readonly clock: Clock;
  readonly signal: Signal;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
}

export type Workspace = ReturnType<typeof createWorkspace>;

/** Who is there, where they meet, and what was said. */
export function createWorkspace({ clock, signal, ...seed }: WorkspaceOptions) {
  const users = new Map(seed.users.map((user) => [user.id, user]));
  const channels = new Map(seed.channels.map((channel) => [channel.id, channel]));
  let messages: readonly Message[] = [];
  let serial = 0;

  const change = (next: readonly Message[]): void => {
    messages = next;
    signal.notify();
  };
  /** `B7`: what was made is told apart by its number, the same in every run. */
  const nextId = (prefix: string): string => `${prefix}${++serial}`;
  const nextTs = (): string => `${Math.floor(clock() / 1000)}.${String(++serial).padStart(6, '0')}`;

  return {
    users,
    channels,
    nextId,
    nextTs,
    messages: (): readonly Message[] => messages,
    find: (channel: string, ts: string): Message | undefined => messages.find((each) => each.channel === channel && each.ts === ts),

    post: (draft: Draft): Message => {
      const message = { text: '', blocks: [], ephemeralTo: null, threadTs: null, metadata: null, files: [], ...draft, ts: nextTs() };
      change([...messages, message]);
      return message;
    },
    replace: (old: Message, news: Partial<Pick<Message, 'text' | 'blocks' | 'metadata' | 'files'>>): Message => {
      const message = { ...old, ...news };
      change(messages.map((each) => (each.ts === old.ts ? message : each)));
      return message;
    },
    remove: (old: Message): void => change(messages.filter((each) => each.ts !== old.ts)),

    /** The direct conversation of the bot with a person; the same one every time. */
    openDm: (user: string): Channel => {
      const id = `D${user}`;
      const channel = channels.get(id) ?? { id, name: 'directmessage', dmWith: user, members: [user, APP.bot] };
      channels.set(id, channel);
      return channel;
    },
  };
}
