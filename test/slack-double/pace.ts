import type { Clock, Instant } from '../../src/model/time.ts';
import { RateLimit } from './refusal.ts';

/** One message in a channel, then none for a while. */
export function createPace(clock: Clock, perChannelMs: number) {
  const lastAt = new Map<string, Instant>();
  return (channel: string): void => {
    const now = clock();
    if (now - (lastAt.get(channel) ?? Number.NEGATIVE_INFINITY) < perChannelMs) throw new RateLimit(Math.ceil(perChannelMs / 1000));
    lastAt.set(channel, now);
  };
}
