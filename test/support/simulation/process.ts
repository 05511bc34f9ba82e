import { createScheduler } from '../../../src/scheduler/index.ts';
import { createDeliveryTurns, type DeliveryDeps } from '../../../src/usecases/delivery/index.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface Hazards {
  /** Shares of all calls that leave the process. */
  readonly kill: number;
  readonly stall: number;
  readonly fail: number;
}

/** A process that may end between any two steps, or stand still for a while. */
export interface SimulatedProcess {
  readonly isAlive: boolean;
  /** Something of its last turn still waits for time to pass. */
  readonly isBusy: boolean;
  /** Its last turn did something: the next one follows at once. */
  readonly isAtIt: boolean;
  beginTurn(): void;
  kill(): void;
}

/** Nothing goes on after it. */
const never = new Promise<never>(() => {});

export interface ProcessOptions {
  readonly world: Omit<DeliveryDeps, 'clock' | 'wait'>;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly hazards: Hazards;
}

/** Clocks of processes are this wrong: what is due the store's decides. */
const SKEW_MS = 5 * 60_000;

export function createProcess({ world, time, random, hazards }: ProcessOptions): SimulatedProcess {
  const skewMs = random.between(-SKEW_MS, SKEW_MS);
  const state = { isAlive: true, isBusy: false, isAtIt: false };

  async function call<T>(work: () => Promise<T>, name: string): Promise<T> {
    if (!state.isAlive) return never;
    if (random.chance(hazards.kill)) {
      // Before its effect, or after it.
      if (random.chance(0.5)) await work();
      state.isAlive = false;
      return never;
    }
    if (name !== 'compose' && random.chance(hazards.fail)) {
      if (name !== 'post' && random.chance(0.5)) await work();
      throw new Error(`no connection for ${name}`);
    }
    // A post that stands still for longer than others wait for it is beyond what can be promised.
    if (random.chance(hazards.stall)) await time.wait(random.between(1, name === 'post' ? 20 : 400) * 1_000);
    const result = await work();
    if (random.chance(hazards.stall)) await time.wait(random.between(1, 400) * 1_000);
    return state.isAlive ? result : never;
  }

  const watched = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value === 'object' && value !== null) return watched(value);
        return typeof value === 'function'
          ? (...given: unknown[]) => call(async () => Reflect.apply(value, target, given), String(name))
          : value;
      },
    });

  const wait: DeliveryDeps['wait'] = async (ms, signal) => {
    await time.wait(ms, signal);
    if (!state.isAlive) await never;
  };
  const { messengers, compose, faults } = world;
  const turns = createDeliveryTurns({
    ...world,
    store: watched(world.store),
    compose: (...given) => call(() => compose(...given), 'compose'),
    messengers: (workspace) => {
      const messenger = messengers(workspace);
      return messenger && watched(messenger);
    },
    clock: () => time.now() + skewMs,
    wait,
  });
  const scheduler = createScheduler({ turns, faults, wait });

  return {
    get isAlive() {
      return state.isAlive;
    },
    get isBusy() {
      return state.isBusy;
    },
    get isAtIt() {
      return state.isAlive && !state.isBusy && state.isAtIt;
    },
    beginTurn() {
      state.isBusy = true;
      void scheduler.turn().then((done) => {
        state.isBusy = false;
        state.isAtIt = done > 0;
      });
    },
    kill() {
      state.isAlive = false;
    },
  };
}
