import type { Instant } from '../../model/time.ts';
import { reasonInWords } from '../../presentation/deliveries/reasons.ts';
import type { Delivery, Outcome, Schedule, Store } from '../ports.ts';
import { afterFailure, afterSuccess } from './after.ts';
import { type Failure, passes, pauseAfter } from './failure.ts';

/** Writes down what a claim came to, and what follows from it for its schedule. What is somebody else's by now stays as it is. */
export interface Settle {
  succeed(delivery: Delivery, outcome: Outcome, schedule: Schedule): Promise<void>;
  fail(delivery: Delivery, failure: Failure): Promise<void>;
  /** Nothing was tried: it waits so many milliseconds for its turn. */
  putBack(delivery: Delivery, waitMs: number): Promise<void>;
}

export function createSettle(store: Store): Settle {
  const { deliveries } = store;
  return { succeed, fail, putBack };

  async function succeed(delivery: Delivery, outcome: Outcome, schedule: Schedule): Promise<void> {
    const isOurs = await deliveries.settle(delivery, outcome, await store.now());
    if (isOurs && (schedule.failures > 0 || schedule.state === 'paused')) await afterSuccess(store, delivery);
  }

  async function fail(delivery: Delivery, failure: Failure): Promise<void> {
    const now = await store.now();
    if (reasonInWords(failure.reason).kind === 'workspace') {
      // Before anything else, so that nobody calls for this workspace again. Its deliveries wait for a token that works.
      await store.preferences.changeWorkspace(delivery.workspace, { refusedSince: now });
      return void (await deliveries.settle(delivery, retryAt(now, failure), now));
    }
    const again = now + pauseAfter(delivery.attempts, failure);
    if (passes(failure) && again <= delivery.notAfter) return void (await deliveries.settle(delivery, retryAt(again, failure), now));
    const { reason, reference } = failure;
    const isOurs = await deliveries.settle(delivery, { state: 'failed', reason, ...(reference && { reference }) }, now);
    if (isOurs) await afterFailure(store, delivery, reason);
  }

  async function putBack(delivery: Delivery, waitMs: number): Promise<void> {
    const now = await store.now();
    const reason = delivery.reason ?? 'held_up';
    await deliveries.settle(delivery, { state: 'retry', notBefore: now + waitMs, reason, counts: false }, now);
  }
}

/** Who says how long to wait is not asked less often for that. */
const retryAt = (notBefore: Instant, { reason, reference, retryAfterMs }: Failure): Outcome => ({
  state: 'retry',
  notBefore,
  reason,
  counts: retryAfterMs === null,
  ...(reference && { reference }),
});
