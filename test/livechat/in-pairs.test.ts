import { expect, test } from '@jest/globals';
import { inPairs } from '../../src/livechat/in-pairs.ts';

const nobody = new AbortController().signal;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('items are worked through two at a time, and their order is kept', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number) => {
    running += 1;
    most = Math.max(most, running);
    for (let turns = item % 3; turns >= 0; turns -= 1) await turn();
    running -= 1;
    return item * 10;
  };
  expect({ results: await inPairs([1, 2, 3, 4, 5, 6, 7], work, nobody), most }).toEqual({ results: [10, 20, 30, 40, 50, 60, 70], most: 2 });
});

test('none and one are worked through as well', async () => {
  const work = async (item: number) => item;
  expect([await inPairs([], work, nobody), await inPairs([1], work, nobody)]).toEqual([[], [1]]);
});

test('the first failure stops what is under way, and nothing else begins', async () => {
  const begun: number[] = [];
  const stopped: number[] = [];
  const failure = new Error('no numbers');
  const work = async (item: number, signal: AbortSignal) => {
    begun.push(item);
    if (item === 1) throw failure;
    await turn();
    if (signal.aborted) stopped.push(item);
    signal.throwIfAborted();
  };
  await expect(inPairs([1, 2, 3, 4], work, nobody)).rejects.toBe(failure);
  await turn();
  expect({ begun, stopped }).toEqual({ begun: [1, 2], stopped: [2] });
});

test('the signal reaches the work', async () => {
  const reason = new Error('gone');
  const work = async (_: number, signal: AbortSignal) => signal.throwIfAborted();
  await expect(inPairs([1, 2], work, AbortSignal.abort(reason))).rejects.toBe(reason);
});
