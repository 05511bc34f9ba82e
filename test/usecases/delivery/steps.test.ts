import { describe, expect, test } from '@jest/globals';
import { createPace } from '../../../src/usecases/delivery/pace.ts';
import { workThrough } from '../../../src/usecases/delivery/pool.ts';
import { DAY, DUE, MINUTE, schedule, world } from './given.ts';

describe('the pace of posts', () => {
  test('one place takes one a second, others are free', () => {
    const clock = { now: 0 };
    const pace = createPace(() => clock.now);
    const waits = ['a', 'a', 'b', 'a', 'a'].map((place) => pace.reserve(place, 2_000));
    clock.now = 10_000;
    expect([...waits, pace.reserve('a', 0)]).toEqual([0, 1_000, 0, 2_000, 3_000, 0]);
  });
});

describe('a pool', () => {
  test('works through all there is, no more at a time than it may', async () => {
    const left = Array.from({ length: 50 }, (_, index) => index);
    let [running, most] = [0, 0];
    const done = await workThrough({
      take: async (limit) => left.splice(0, limit),
      async work() {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      },
      size: 8,
      wait: () => new Promise(setImmediate),
      isClosing: () => false,
    });
    expect([done, left, most, running]).toEqual([50, [], 8, 0]);
  });

  test('ends what runs before it says what failed', async () => {
    const left = [1, 2];
    const ended: number[] = [];
    const working = workThrough({
      take: async (limit) => left.splice(0, limit),
      async work(item) {
        if (item === 1) throw new Error('broken');
        await new Promise(setImmediate);
        ended.push(item);
      },
      size: 2,
      wait: () => new Promise(setImmediate),
      isClosing: () => false,
    });
    await expect(working).rejects.toThrow('broken');
    expect(ended).toEqual([2]);
  });
});

describe('planning', () => {
  test('is done fifty at a time, so that nobody waits for it', async () => {
    const here = await world({ schedules: Array.from({ length: 60 }, (_, index) => schedule({ id: `s${index}` })) });
    expect([await here.run('plan'), await here.run('plan'), await here.run('plan')]).toEqual([50, 10, 0]);
  });
});

describe('before the slot', () => {
  test.each([
    ['a finished range is made once', 'last week', 1],
    ['one that is not over is not', 'this week', 0],
  ])('%s', async (_, range, times) => {
    const made: number[] = [];
    const here = await world({
      schedules: [schedule({ question: { report: 'tags', range, distribution: null, filters: {} } })],
      compose: async (_schedule, dueAt) => {
        made.push(dueAt);
        throw new Error('nobody minds');
      },
    });
    here.clock.now = DUE - 11 * MINUTE;
    await here.run('ahead');
    await here.run('ahead');
    expect([made, here.journal]).toEqual([Array(times).fill(DUE), []]);
  });
});

describe('housekeeping', () => {
  test('forgets old questions and deletes private pictures', async () => {
    const here = await world();
    await here.store.questions.keep('T1', [schedule().question], DUE);
    await here.store.pictureFiles.keep('T1', { hash: 'h', file: 'F1', deleteAt: DUE });
    here.clock.now += DAY;
    expect([await here.run('housekeep'), await here.run('housekeep'), here.journal]).toEqual([2, 0, [['delete', 'F1']]]);
  });
});
