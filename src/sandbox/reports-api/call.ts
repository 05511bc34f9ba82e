import type { Instant } from '../../model/time.ts';
import type { ChatLog } from '../chats.ts';
import type { Token } from './auth.ts';
import { type Buckets, intoBuckets, type Split } from './buckets.ts';
import type { Passes } from './filter.ts';
import type { Switches } from './switches.ts';

/** A request that has come through the door. */
export interface Call {
  readonly verb: string;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly body: string;
  readonly token: Token;
  readonly now: Instant;
  readonly chats: ChatLog;
  readonly switches: Switches;
}

/** A version of the API. */
export interface Dialect {
  readonly version: '3.2' | '3.6';
  readonly verbs: readonly string[];
  /** By resource and action, each giving the body of its answer. */
  readonly methods: ReadonlyMap<string, (call: Call) => unknown>;
  /** By method, one of which the token needs; of a method that is not named `reports_read`. */
  readonly scopes?: Readonly<Record<string, readonly string[]>>;
}

export type Selection = Omit<Split, 'patterns'> & { readonly passes: Passes };

/** The chats that were asked for, in buckets. What has not happened yet is not there; its buckets are. */
export function select({ chats, now, switches }: Call, { passes, ...split }: Selection): { total: number; buckets: Buckets } {
  const selected = chats.between(split.start, Math.min(split.end, now + 1)).filter(passes);
  return { total: selected.length, buckets: intoBuckets(selected, { ...split, patterns: switches.bucketKeys }) };
}
