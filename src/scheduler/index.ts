import { setMaxListeners } from 'node:events';
import type { Shift, Turn, Wait } from '../usecases/delivery/index.ts';
import type { FaultLog } from '../usecases/ports.ts';

export interface SchedulerDeps {
  /** By name, for the log. */
  readonly turns: Readonly<Record<string, Turn>>;
  readonly faults: FaultLog;
  readonly wait: Wait;
  /** How long `stop` lets work run before it is broken off. */
  readonly grace?: () => AbortSignal;
}

/** Looks every second for what is due. Several processes may: the store gives each thing to one of them. */
export interface Scheduler {
  start(): void;
  /** Begins nothing new, and resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Every kind of work once; how much was done. */
  turn(): Promise<number>;
}

const POLL_MS = 1_000;
const GRACE_MS = 15_000;
/** After a failure, and after every further one twice as long. */
const MOST_BACKOFF_MS = 60_000;

export function createScheduler({ turns, faults, wait, grace = () => AbortSignal.timeout(GRACE_MS) }: SchedulerDeps): Scheduler {
  const closing = new AbortController();
  const breaking = new AbortController();
  const shift: Shift = { closing: closing.signal, signal: breaking.signal };
  // As many listen as there is work in flight.
  setMaxListeners(0, closing.signal, breaking.signal);
  const kinds = Object.entries(turns).map(([name, turn]) => createKind(name, turn));
  let loops: Promise<unknown> | null = null;

  /** One kind of work, which never overlaps itself; whatever becomes of it, the other kinds go on. */
  function createKind(name: string, turn: Turn) {
    let running: Promise<number> | null = null;
    let failures = 0;

    function once(): Promise<number> {
      running ??= attempt().finally(() => {
        running = null;
      });
      return running;
    }

    async function attempt(): Promise<number> {
      try {
        const done = closing.signal.aborted ? 0 : await turn(shift);
        failures = 0;
        return done;
      } catch (error) {
        failures += 1;
        faults.record(error, `the scheduler: ${name}`);
        return 0;
      }
    }

    async function loop(): Promise<void> {
      while (!closing.signal.aborted) {
        const done = await once();
        if (done === 0) await wait(failures === 0 ? POLL_MS : Math.min(MOST_BACKOFF_MS, POLL_MS * 2 ** failures), closing.signal);
      }
    }

    return { once, loop };
  }

  return {
    start() {
      loops ??= Promise.all(kinds.map(({ loop }) => loop()));
    },
    async stop() {
      closing.abort();
      const late = grace();
      const breakOff = () => breaking.abort(new Error('The process is stopping.'));
      if (late.aborted) breakOff();
      late.addEventListener('abort', breakOff, { once: true });
      await loops;
      // What `turn` was asked for runs outside of the loops.
      await Promise.all(kinds.map(({ once }) => once()));
      late.removeEventListener('abort', breakOff);
    },
    async turn() {
      let done = 0;
      for (const { once } of kinds) done += await once();
      return done;
    },
  };
}
