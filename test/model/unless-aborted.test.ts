import { expect, test } from '@jest/globals';
import { unlessAborted } from '../../src/model/unless-aborted.ts';

const gone = new Error('gone');

test('waiting ends with the promise or with the signal, whatever comes first', async () => {
  const never = new Promise<string>(() => {});
  expect(
    await Promise.allSettled([
      unlessAborted(Promise.resolve('value'), undefined),
      unlessAborted(Promise.resolve('value'), new AbortController().signal),
      unlessAborted(Promise.reject(new Error('failed')), new AbortController().signal),
      unlessAborted(never, AbortSignal.abort(gone)),
    ]),
  ).toEqual([
    { status: 'fulfilled', value: 'value' },
    { status: 'fulfilled', value: 'value' },
    { status: 'rejected', reason: new Error('failed') },
    { status: 'rejected', reason: gone },
  ]);
});
