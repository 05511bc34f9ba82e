import type { Instant } from '../../model/time.ts';
import type { Delivery, FaultLog, Messengers, Outcome, Store } from '../ports.ts';
import { afterSuccess } from './after.ts';

export interface RecoverDeps {
  readonly store: Store;
  readonly messengers: Messengers;
  readonly faults: FaultLog;
}

/** Finds out what became of a post that left and was never heard of. */
export type Recover = (delivery: Delivery) => Promise<void>;

/** Slack may still be at it for so long: our own time-out, and a minute on top. */
export const STUCK_AFTER_MS = 68_000;
/** Clocks differ, and the intent was written before the post left. */
const EARLIER_MS = 5_000;
/** Between two looks that find nothing. */
const LOOK_AGAIN_MS = 30_000;
/** While Slack refuses our token. */
const REFUSED_MS = 15 * 60_000;

export function createRecover({ store, messengers, faults }: RecoverDeps): Recover {
  const { deliveries, schedules } = store;

  return async (delivery) => {
    const outcome = await find(delivery);
    if (outcome === null) return;
    const isOurs = await deliveries.settle(delivery, outcome, await store.now());
    if (isOurs && outcome.state === 'posted') await afterSuccess(store, delivery);
  };

  /** null: nobody knows yet; it is looked for again when this claim has lapsed. */
  async function find(delivery: Delivery): Promise<Outcome | null> {
    const schedule = await schedules.find(delivery.workspace, delivery.schedule);
    const messenger = messengers(delivery.workspace);
    if (!schedule || !messenger) return uncertain();
    const { refusedSince } = await store.preferences.ofWorkspace(delivery.workspace);
    if (refusedSince !== null) return { state: 'look again', notBefore: (await store.now()) + REFUSED_MS };
    try {
      const seen = await messenger.look(schedule.place, delivery, (delivery.postingAt ?? delivery.dueAt) - EARLIER_MS);
      switch (seen.state) {
        case 'found':
          return { state: 'posted', channel: seen.channel, ts: seen.ts };
        case 'cannot look':
          // Never twice: a person decides.
          return uncertain();
        case 'absent':
          return absent(delivery, await store.now());
      }
    } catch (error) {
      faults.record(error, 'looking for a post');
      return null;
    }
  }
}

const uncertain = (): Outcome => ({ state: 'uncertain', reason: 'unknown_outcome' });

/** Not there, and half a minute later still not: it never was, and is posted by the same steps as the first time. This look counts. */
function absent({ looks }: Delivery, now: Instant): Outcome {
  return looks <= 1 ? { state: 'look again', notBefore: now + LOOK_AGAIN_MS } : { state: 'retry', notBefore: now, reason: 'unreachable' };
}
