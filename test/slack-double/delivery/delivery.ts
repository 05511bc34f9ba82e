import type { JsonObject } from '../json.ts';

/** Something that happened, on its way to the app. */
export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: JsonObject;
  /** Present when Slack sends it again. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

export interface Ack {
  /** In time, and not with an error. */
  readonly acked: boolean;
  /** Real milliseconds until the answer, or until Slack gave up. */
  readonly ackMs: number;
  /** Of the HTTP answer; null over Socket Mode and when there was none. */
  readonly status: number | null;
  /** Parsed, where it is JSON; null when it is empty. */
  readonly body: unknown;
}

export type Deliver = (envelope: Envelope) => Promise<Ack>;
