import { UserError } from '../model/errors.ts';
import type { FaultLog } from '../usecases/ports.ts';

export interface Jobs {
  /** Runs work that goes on after Slack has its acknowledgement. The signal fires when time is up or the process ends. */
  run(doing: string, work: (signal: AbortSignal) => Promise<void>): void;
  /** Takes no work back: waits for what runs, then asks what is left to say so and end. */
  drain(): Promise<void>;
}

export interface JobsOptions {
  readonly faults: FaultLog;
  /** How long one piece of work may take. */
  readonly limitMs: number;
  /** How long `drain` waits for work to finish, and how long for it to say that it did not. */
  readonly graceMs: number;
  readonly farewellMs: number;
}

/** Bolt does not wait for what a listener does after its ack. This does, so that a restart leaves nobody without an answer. */
export function createJobs({ faults, limitMs, graceMs, farewellMs }: JobsOptions): Jobs {
  const running = new Set<Promise<void>>();
  const ending = new AbortController();

  return {
    run(doing, work) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(tookTooLong()), limitMs);
      const job = work(AbortSignal.any([late.signal, ending.signal]))
        .catch((error: unknown) => void faults.record(error, doing))
        .finally(() => {
          clearTimeout(timer);
          running.delete(job);
        });
      running.add(job);
    },

    async drain() {
      if (await endWithin(running, graceMs)) return;
      ending.abort(restarting());
      await endWithin(running, farewellMs);
    },
  };
}

/** True when all of them ended in time. */
async function endWithin(jobs: ReadonlySet<Promise<void>>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const outOfTime = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const ended = Promise.all(jobs).then(() => true);
  return Promise.race([ended, outOfTime]).finally(() => clearTimeout(timer));
}

const tookTooLong = () =>
  new UserError('LiveChat took too long to answer, so I stopped waiting.', 'Ask again in a minute, or for a shorter range.');

const restarting = () => new UserError('I am being restarted and could not finish this answer.', 'Ask again in a few seconds.');
