import type { Clock, Instant } from '../../src/model/time.ts';
import { Refusal } from './refusal.ts';

const LIFE_MS = 3000;

export type Triggers = ReturnType<typeof createTriggers>;

/** What allows a modal: good once, and for three seconds after the person did something. */
export function createTriggers(clock: Clock, nextId: (prefix: string) => string) {
  const minted = new Map<string, { readonly user: string; readonly at: Instant; exchanged: boolean }>();
  return {
    mint: (user: string): string => {
      const id = nextId('trigger-');
      minted.set(id, { user, at: clock(), exchanged: false });
      return id;
    },
    /** The person behind it. */
    exchange: (id: string): string => {
      const trigger = minted.get(id);
      if (!trigger) throw new Refusal('invalid_trigger_id');
      if (trigger.exchanged) throw new Refusal('exchanged_trigger_id');
      if (clock() - trigger.at > LIFE_MS) throw new Refusal('expired_trigger_id');
      trigger.exchanged = true;
      return trigger.user;
    },
  };
}
