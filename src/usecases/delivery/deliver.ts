import type { Instant } from '../../model/time.ts';
import type { Message } from '../../presentation/message.ts';
import type { Clock, Delivery, FaultLog, Messenger, Messengers, Outcome, Pictures, Posted, Schedule, Store } from '../ports.ts';
import type { Compose, Composed } from './compose.ts';
import { type Failure, failureOf } from './failure.ts';
import type { Pace, Wait } from './pace.ts';
import { seen } from './recover.ts';
import { createSettle } from './settle.ts';

export interface DeliverDeps {
  readonly store: Store;
  readonly compose: Compose;
  readonly messengers: Messengers;
  readonly pictures: Pick<Pictures, 'forget'>;
  readonly faults: FaultLog;
  readonly pace: Pace;
  readonly wait: Wait;
  /** This process's own, for how long things take. */
  readonly clock: Clock;
}

/** Brings one claimed delivery to Slack, or says why not. Rejects only when the books cannot be written: its claim lapses then. */
export type Deliver = (delivery: Delivery, signal: AbortSignal) => Promise<void>;

/** A claim lasts a minute; what is not made by then is made by another. */
export const LEASE_MS = 60_000;
const BUILD_MS = 40_000;
/** A place that is busy for longer is come back to. */
const MOST_WAIT_MS = 3_000;
/** What this process cannot post, another comes for. */
const ELSEWHERE_MS = 15_000;
/**
 * After the intent is written, the post must leave at once: whoever finds the intent without an outcome later trusts that the post left soon
 * after it, if at all.
 */
const DEADLINE_MS = 1_000;
/** The same for a second attempt, after Slack has refused the first: its refusal may have taken as long as our time-out. */
const SECOND_DEADLINE_MS = 10_000;

export function createDeliver(deps: DeliverDeps): Deliver {
  const { store, messengers, pictures, faults, pace, wait, clock } = deps;
  const { deliveries, schedules } = store;
  const { succeed, fail, putBack } = createSettle(store);

  return async (delivery, signal) => {
    const schedule = await schedules.find(delivery.workspace, delivery.schedule);
    const now = await store.now();
    const idle = reasonToStop(delivery, schedule, now);
    if (idle !== null || schedule === null) return void (await deliveries.settle(delivery, idle ?? skipped('deleted'), now));
    const messenger = messengers(delivery.workspace);
    // Another process has the token.
    if (!messenger) return putBack(delivery, ELSEWHERE_MS);
    // Before anything is made: what has to wait for long is made by then.
    const waitMs = pace.reserve(placeKey(schedule), MOST_WAIT_MS);
    if (waitMs > MOST_WAIT_MS) return putBack(delivery, waitMs);

    const turnAt = clock() + waitMs;
    const composed = await build(deps, { delivery, schedule, now, signal });
    if ('failure' in composed) return fail(delivery, composed.failure);
    if (composed.isEmpty && schedule.whenEmpty === 'skip') return succeed(delivery, skipped('empty'), schedule);
    const leftMs = turnAt - clock();
    if (leftMs > 0) await wait(leftMs, signal);
    await post(delivery, { messenger, schedule, message: composed.message });
  };

  async function post(delivery: Delivery, outgoing: Outgoing): Promise<void> {
    const { messenger, schedule, message } = outgoing;
    const intendedAt = clock();
    const postingAt = await store.now();
    const { place } = schedule;
    if (!(await deliveries.intend(delivery, place, postingAt))) return;
    // Nothing has been sent, and only the holder of the claim can say so.
    if (clock() - intendedAt > DEADLINE_MS) return putBack(delivery, 0);
    let isLate = false;
    const posted = await messenger.post(place, message, delivery, () => {
      isLate = clock() - intendedAt > SECOND_DEADLINE_MS;
      return !isLate;
    });
    if (isLate) return putBack(delivery, 0);
    await record({ ...delivery, place, postingAt }, posted, outgoing);
  }

  async function record(delivery: Delivery, posted: Posted, { messenger, schedule }: Outgoing): Promise<void> {
    switch (posted.state) {
      case 'posted':
        await succeed(delivery, posted, schedule);
        // Or every post of the same chart would go without its picture.
        for (const file of posted.refusedFiles ?? []) await pictures.forget(delivery.workspace, file);
        return;
      case 'refused':
        return fail(delivery, { reason: posted.code, retryAfterMs: posted.retryAfterMs });
      case 'unknown':
        faults.record(posted.error, 'posting for a schedule');
        return lookAtOnce(delivery, messenger, schedule);
    }
  }

  /** It may be there already; and where nobody can look, a person has to, now. Otherwise it stays on its way, and is looked for. */
  async function lookAtOnce(delivery: Delivery, messenger: Messenger, schedule: Schedule): Promise<void> {
    const outcome = await seen(messenger, delivery).catch((error: unknown) => {
      faults.record(error, 'looking for a post');
      return null;
    });
    if (outcome?.state === 'posted') return succeed(delivery, outcome, schedule);
    if (outcome !== null) await deliveries.settle(delivery, outcome, await store.now());
  }
}

interface Outgoing {
  readonly messenger: Messenger;
  readonly schedule: Schedule;
  readonly message: Message;
}

interface Building {
  readonly delivery: Delivery;
  readonly schedule: Schedule;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

/** Repeatable, with no effect outside. */
async function build({ compose, faults }: DeliverDeps, building: Building): Promise<Composed | { readonly failure: Failure }> {
  const { delivery, schedule, now, signal } = building;
  const lateFor = delivery.reason ?? (delivery.isAsked ? null : 'asleep');
  const late = AbortSignal.timeout(BUILD_MS);
  // The signal lives as long as the process: what hangs on it must be let go of.
  const stopping = new AbortController();
  const stop = () => stopping.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await compose(schedule, delivery.dueAt, {
      signal: AbortSignal.any([late, stopping.signal]),
      kind: 'post',
      lateMs: now - delivery.dueAt,
      lateFor,
    });
  } catch (error) {
    // We are stopping: whoever runs next goes on with it.
    if (signal.aborted) return { failure: { reason: 'asleep', retryAfterMs: 0 } };
    if (late.aborted) return { failure: { reason: 'livechat_unavailable', retryAfterMs: null } };
    return { failure: failureOf(error, faults) };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function reasonToStop(delivery: Delivery, schedule: Schedule | null, now: Instant): Outcome | null {
  if (schedule === null || schedule.state === 'deleted') return skipped('deleted');
  // What a person paused stays quiet, unless somebody asked for this very slot.
  const isQuiet = schedule.state === 'paused' && schedule.pausedFor === null && !delivery.isAsked;
  if (isQuiet) return skipped('paused');
  return now > delivery.notAfter ? { state: 'missed', reason: delivery.reason ?? 'too_late' } : null;
}

const skipped = (reason: string): Outcome => ({ state: 'skipped', reason });

const placeKey = ({ workspace, place }: Schedule): string => `${workspace}:${'channel' in place ? place.channel : place.person}`;
