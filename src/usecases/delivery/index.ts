import type { Language } from '../../language/question.ts';
import type { Clock, Delivery, FaultLog, Messengers, Pictures, Served, Store } from '../ports.ts';
import { AHEAD_MS, createAhead } from './ahead.ts';
import type { Compose } from './compose.ts';
import { createDeliver, LEASE_MS } from './deliver.ts';
import { createHousekeep } from './housekeep.ts';
import { createPace, type Wait } from './pace.ts';
import { planOf } from './plan.ts';
import { workThrough } from './pool.ts';
import { createRecover, STUCK_AFTER_MS } from './recover.ts';
import { createTell } from './tell.ts';

export { type Compose, createComposer } from './compose.ts';
export type { Wait } from './pace.ts';
export { notAfter, slotAfter } from './plan.ts';

export interface DeliveryDeps {
  readonly store: Store;
  readonly language: Language;
  readonly compose: Compose;
  readonly messengers: Messengers;
  readonly pictures: Pick<Pictures, 'forget'>;
  /** The workspaces that this process has a token for: the work of others is left to theirs. */
  readonly served: () => Served;
  readonly faults: FaultLog;
  readonly wait: Wait;
  /** This process's own: only how long things take is measured by it, what is due the store decides. */
  readonly clock: Clock;
}

/** When a turn is to end: after `closing` nothing new is begun, at `signal` what runs is broken off. */
export interface Shift {
  readonly closing: AbortSignal;
  readonly signal: AbortSignal;
}

/** Does what there is to do of one kind; how much that was. Safe in any number of processes at once. */
export type Turn = (shift: Shift) => Promise<number>;

const IN_FLIGHT = 8;
/** Drawn ahead beside the others' posts. */
const AHEAD_IN_FLIGHT = 2;
/** Whoever plans does nothing else meanwhile: an answer to a person waits for it. */
const PLANNED = 50;

/** All that brings schedules to their places, by kind. */
export function createDeliveryTurns(
  deps: DeliveryDeps,
): Readonly<Record<'plan' | 'deliver' | 'recover' | 'tell' | 'ahead' | 'housekeep', Turn>> {
  const { store, clock, wait, served } = deps;
  const { schedules, deliveries } = store;
  const deliver = createDeliver({ ...deps, pace: createPace(clock) });
  const recover = createRecover(deps);
  const makeAhead = createAhead(deps);

  const pooled = <T>(
    size: number,
    take: (limit: number) => Promise<readonly T[]>,
    work: (item: T, signal: AbortSignal) => Promise<void>,
  ): Turn => {
    return ({ closing, signal }) => workThrough({ take, work: (item) => work(item, signal), size, wait, isClosing: () => closing.aborted });
  };

  return {
    plan: async () => {
      const now = await store.now();
      return schedules.plan(now, PLANNED, planOf(now));
    },
    deliver: pooled(IN_FLIGHT, async (limit) => deliveries.claim(await store.now(), limit, LEASE_MS, served()), deliver),
    recover: pooled<Delivery>(
      IN_FLIGHT,
      async (limit) => {
        const now = await store.now();
        return deliveries.takeStuck(now, now - STUCK_AFTER_MS, limit, LEASE_MS, served());
      },
      recover,
    ),
    tell: createTell(deps),
    ahead: pooled(
      AHEAD_IN_FLIGHT,
      async (limit) => {
        const now = await store.now();
        return schedules.takeUpcoming(now, now + AHEAD_MS, limit, served());
      },
      makeAhead,
    ),
    housekeep: createHousekeep(deps),
  };
}
