import type { Instant } from '../../model/time.ts';
import type { Delivery, FaultLog, Messenger, Messengers, Outcome, Store } from '../ports.ts';
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
/** After its time was over, looks that fail go on for so long. */
const GIVE_UP_MS = 60 * 60_000;

export function createRecover({ store, messengers, faults }: RecoverDeps): Recover {
  const { deliveries } = store;

  return async (delivery) => {
    const outcome = await find(delivery);
    if (outcome === null) return;
    const isOurs = await deliveries.settle(delivery, outcome, await store.now());
    if (isOurs && outcome.state === 'posted') await afterSuccess(store, delivery);
  };

  /** null: nobody knows yet; it is looked for again when this claim has lapsed. */
  async function find(delivery: Delivery): Promise<Outcome | null> {
    const messenger = messengers(delivery.workspace);
    // Another process has the token.
    if (!messenger) return null;
    const { refusedSince } = await store.preferences.ofWorkspace(delivery.workspace);
    if (refusedSince !== null) return whenItWorks(delivery, await store.now());
    try {
      return (await seen(messenger, delivery)) ?? absent(delivery.looks + 1, await store.now());
    } catch (error) {
      faults.record(error, 'looking for a post');
      return notSeen(messenger, delivery);
    }
  }

  /** The look failed: because our token is refused, or for a reason that may pass; for ever is too long. */
  async function notSeen(messenger: Messenger, delivery: Delivery): Promise<Outcome | null> {
    const works = await messenger.works().catch(() => true);
    const now = await store.now();
    if (works) return now > delivery.notAfter + GIVE_UP_MS ? UNCERTAIN : null;
    await store.preferences.changeWorkspace(delivery.workspace, { refusedSince: now });
    return whenItWorks(delivery, now);
  }
}

const whenItWorks = ({ looks }: Delivery, now: Instant): Outcome => ({ state: 'look again', notBefore: now + REFUSED_MS, looks });

/** Never twice: a person decides. */
const UNCERTAIN: Outcome = { state: 'uncertain', reason: 'unknown_outcome' };

/** What is seen in the place that it was sent to; null: it is not there. Rejects when the look fails. */
export async function seen(messenger: Messenger, { place, ...delivery }: Delivery): Promise<Outcome | null> {
  if (place === null) return UNCERTAIN;
  const looked = await messenger.look(place, delivery, (delivery.postingAt ?? delivery.dueAt) - EARLIER_MS);
  switch (looked.state) {
    case 'found':
      return { state: 'posted', channel: looked.channel, ts: looked.ts };
    case 'cannot look':
      return UNCERTAIN;
    case 'absent':
      return null;
  }
}

/** Not there, and half a minute later still not: it never was, and is posted by the same steps as the first time. */
function absent(looks: number, now: Instant): Outcome {
  return looks < 2
    ? { state: 'look again', notBefore: now + LOOK_AGAIN_MS, looks }
    : { state: 'retry', notBefore: now, reason: 'unreachable' };
}
