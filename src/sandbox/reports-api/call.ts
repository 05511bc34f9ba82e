import type { ApiDistribution } from '../../model/query.ts';
import type { Instant, Zone } from '../../model/time.ts';
import type { ChatLog } from '../chats.ts';
import type { Token } from './auth.ts';
import { type Buckets, intoBuckets } from './buckets.ts';
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
}

export interface Selection {
  /** Inclusive. */
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
  readonly zone: Zone;
  readonly distribution: ApiDistribution;
  readonly passes: Passes;
}

/** The chats that were asked for, in buckets. What has not happened yet is not there; its buckets are. */
export function select({ chats, now, switches }: Call, { start, end, passes, ...split }: Selection): { total: number; buckets: Buckets } {
  const selected = chats.between(start, Math.min(end, now + 1)).filter(passes);
  return { total: selected.length, buckets: intoBuckets(selected, { start, end, ...split, patterns: switches.bucketKeys }) };
}
