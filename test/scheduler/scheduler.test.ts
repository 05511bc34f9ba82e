import { describe, expect, test } from '@jest/globals';
import { createScheduler } from '../../src/scheduler/index.ts';
import type { Turn } from '../../src/usecases/delivery/index.ts';

function given(turns: Readonly<Record<string, Turn>>, grace?: () => AbortSignal) {
  const logged: unknown[] = [];
  const waits: number[] = [];
  const scheduler = createScheduler({
    turns,
    faults: {
      record(error, doing) {
        logged.push([doing, error instanceof Error ? error.message : error]);
        return 'ref';
      },
    },
    wait: async (ms) => {
      waits.push(ms);
      await new Promise(setImmediate);
    },
    ...(grace && { grace }),
  });
  return { scheduler, logged, waits };
}

const later = async (steps = 20) => {
  for (let step = 0; step < steps; step += 1) await new Promise(setImmediate);
};

describe('the scheduler', () => {
  test('goes on with the other kinds of work when one fails', async () => {
    const { scheduler, logged } = given({
      plan: async () => {
        throw new Error('no database');
      },
      deliver: async () => 3,
    });
    expect([await scheduler.turn(), logged]).toEqual([3, [['the scheduler: plan', 'no database']]]);
  });

  test('looks every second when there is nothing to do, and less often while it fails', async () => {
    const turns = [0, 1, 0];
    const { scheduler, waits } = given({
      plan: async () => {
        const done = turns.shift();
        if (done === undefined) throw new Error('no database');
        return done;
      },
    });
    scheduler.start();
    await later();
    await scheduler.stop();
    expect(waits.slice(0, 6)).toEqual([1_000, 1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).toBe(60_000);
  });

  test('never overlaps itself', async () => {
    let [running, most] = [0, 0];
    const { scheduler } = given({
      deliver: async () => {
        running += 1;
        most = Math.max(most, running);
        await later(3);
        running -= 1;
        return 1;
      },
    });
    scheduler.start();
    await Promise.all([scheduler.turn(), scheduler.turn()]);
    await scheduler.stop();
    expect(most).toBe(1);
  });

  test('stops when what runs has ended, and begins nothing new', async () => {
    const journal: string[] = [];
    const { scheduler } = given({
      deliver: async ({ closing }) => {
        journal.push('begun');
        await later(10);
        journal.push(closing.aborted ? 'ended while stopping' : 'ended');
        return 1;
      },
    });
    scheduler.start();
    await later(2);
    await scheduler.stop();
    await later();
    expect([journal, await scheduler.turn()]).toEqual([['begun', 'ended while stopping'], 0]);
  });

  test('breaks off what runs when the grace is over', async () => {
    const over = new AbortController();
    const { scheduler, logged } = given(
      { deliver: ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))) },
      () => over.signal,
    );
    scheduler.start();
    await later(2);
    const stopped = scheduler.stop();
    over.abort();
    await stopped;
    expect(logged).toEqual([['the scheduler: deliver', 'The process is stopping.']]);
  });
});
