import type { Chart } from '../charts/chart.ts';
import type { Context } from '../language/question.ts';
import type { Named } from '../model/directory.ts';
import type { Instant, Zone } from '../model/time.ts';
import type { Message, Picture } from '../presentation/message.ts';
import type { Place, Slot } from './store.ts';

export type { Clock } from '../model/time.ts';
export type { Picture } from '../presentation/message.ts';
export type { ReportsApi } from '../reports/report.ts';
export type * from './store.ts';

/** Somebody at one of Slack's doors, as Slack knows them. */
export interface Visitor {
  /** Slack's ids. */
  readonly workspace: string;
  readonly person: string;
  /** Where they are; null in Home and in direct messages of the bot. */
  readonly channel: string | null;
  readonly name: string;
  /** null: Slack does not tell. */
  readonly zone: Zone | null;
  /** As Slack writes it: `en-US`. */
  readonly locale: string;
  readonly isAdmin: boolean;
  /** A guest of the workspace, or somebody of another one; null: Slack does not tell. */
  readonly isGuest: boolean | null;
}

/** What somebody is to a workspace. `guest`: also somebody of another one; `gone`: their account was closed. */
export type PersonKind = 'member' | 'guest' | 'bot' | 'gone';

/** Who asks: a visitor with what they and their workspace chose. */
export interface Asker extends Omit<Visitor, 'zone'>, Omit<Context, 'now'> {}

/** LiveChat's lists of names, whole. `forbidden`: the token lacks the scope. Each rejects with a ServiceError. */
export interface Lookups {
  /** By e-mail address; who is suspended is one of them. */
  agents(): Promise<readonly Named<string>[] | 'forbidden'>;
  groups(): Promise<readonly Named<number>[] | 'forbidden'>;
  tags(): Promise<readonly string[] | 'forbidden'>;
}

/** Draws a chart and puts it where Slack finds it. Rejects when it cannot, or when the signal fires. */
export interface Pictures {
  publish(chart: Chart, audience: Audience, signal: AbortSignal): Promise<Picture>;
  /** Slack does not show that file any more: its chart is drawn anew when it is asked for. */
  forget(workspace: string, file: string): Promise<void>;
}

/** Who is to see a picture: one that a channel sees stays, a private one is deleted after an hour. */
export interface Audience {
  readonly workspace: string;
  readonly isPublic: boolean;
}

/** Where a failure that the person is only told about by reference is written down in full. */
export interface FaultLog {
  /** Writes it down and returns the reference. */
  record(error: unknown, doing: string): string;
}

/**
 * What became of a post. `posted`: perhaps without pictures whose files Slack refused, since people may delete them. `refused`: Slack
 * decided, and nothing was posted. `unknown`: it may have been.
 */
export type Posted =
  | { readonly state: 'posted'; readonly channel: string; readonly ts: string; readonly refusedFiles?: readonly string[] }
  | { readonly state: 'refused'; readonly code: string; readonly retryAfterMs: number | null }
  | { readonly state: 'unknown'; readonly error: unknown };

/** A channel, as far as the bot may know. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  /** People of other workspaces are in it. */
  readonly isShared: boolean;
  /** The bot is in it. */
  readonly isMember: boolean;
}

/** A file to be kept by Slack; the name with its ending. */
export interface FileContent {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Slack, for what the bot does of itself. One for each workspace. */
export interface Messenger {
  /**
   * One attempt, never repeated; of blocks that Slack refuses those are left out and the rest is sent, while it is still ours to send. The
   * slot is its invisible mark.
   */
  post(place: Place, message: Message, mark?: Slot, isStillOurs?: () => boolean): Promise<Posted>;
  /** Whether the post of a slot is there. `cannot look`: the bot may not read there. */
  look(
    place: Place,
    mark: Slot,
    since: Instant,
  ): Promise<{ readonly state: 'found'; readonly channel: string; readonly ts: string } | { readonly state: 'absent' | 'cannot look' }>;
  /** null: there is none, or it is private and the bot is not in it. */
  channel(id: string): Promise<Channel | null>;
  /** What people call somebody; their id where Slack does not tell. */
  nameOf(person: string): Promise<string>;
  /** Whether a person is in a channel. */
  isIn(person: string, channel: string): Promise<boolean>;
  /** null: Slack does not tell. */
  kindOf(person: string, workspace: string): Promise<PersonKind | null>;
  /** Sends a file to a person's direct messages, under the message. Rejects unless both are there. */
  sendFile(person: string, file: FileContent, message: Message, signal: AbortSignal): Promise<void>;
  deleteFile(file: string): Promise<void>;
  /** Whether Slack takes our token. Rejects when it does not say. */
  works(): Promise<boolean>;
}

/** null: the bot is not in that workspace (any more). */
export type Messengers = (workspace: string) => Messenger | null;
