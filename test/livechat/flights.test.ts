import { describe, expect, test } from '@jest/globals';
import { createFlights } from '../../src/livechat/flights.ts';

/** Work that ends when it is told to. Each time it begins, its signal is kept. */
function work() {
  const begun: AbortSignal[] = [];
  let end: { readonly resolve: (value: string) => void; readonly reject: (error: Error) => void } | undefined;
  const result = new Promise<string>((resolve, reject) => {
    end = { resolve, reject };
  });
  const begin = (signal: AbortSignal) => {
    begun.push(signal);
    return result;
  };
  return { begin, begun, resolve: (value: string) => end?.resolve(value), reject: (error: Error) => end?.reject(error) };
}

const gone = new Error('gone');

describe('equal questions under way', () => {
  test('are one piece of work, and all get its result', async () => {
    const share = createFlights<string>();
    const { begin, begun, resolve } = work();
    const all = Promise.all([share('a', begin), share('a', begin), share('a', begin)]);
    resolve('numbers');
    expect({ all: await all, begun: begun.length }).toEqual({ all: ['numbers', 'numbers', 'numbers'], begun: 1 });
  });

  test('fail together', async () => {
    const share = createFlights<string>();
    const { begin, reject } = work();
    const all = Promise.allSettled([share('a', begin), share('a', begin)]);
    const reason = new Error('no numbers');
    reject(reason);
    expect(await all).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
  });

  test('are begun anew when the last ones are answered', async () => {
    const share = createFlights<string>();
    const first = work();
    first.resolve('old');
    const second = work();
    second.resolve('new');
    expect([await share('a', first.begin), await share('a', second.begin)]).toEqual(['old', 'new']);
  });

  test('have nothing to do with others', async () => {
    const share = createFlights<string>();
    const one = work();
    const other = work();
    other.resolve('b');
    const waiting = share('a', one.begin);
    expect(await share('b', other.begin)).toBe('b');
    one.resolve('a');
    expect(await waiting).toBe('a');
  });

  test('go on for the rest when one gives up', async () => {
    const share = createFlights<string>();
    const { begin, begun, resolve } = work();
    const impatient = new AbortController();
    const first = share('a', begin, impatient.signal);
    const second = share('a', begin);
    impatient.abort(gone);
    await expect(first).rejects.toBe(gone);
    const stopped = begun[0]?.aborted;
    resolve('numbers');
    expect({ stopped, second: await second }).toEqual({ stopped: false, second: 'numbers' });
  });

  test('stop when nobody waits any more, and a later one begins anew', async () => {
    const share = createFlights<string>();
    const { begin, begun } = work();
    const people = [new AbortController(), new AbortController()];
    const waiting = Promise.allSettled(people.map(({ signal }) => share('a', begin, signal)));
    for (const person of people) person.abort(gone);
    await waiting;
    const fresh = work();
    fresh.resolve('numbers');
    expect({ stopped: begun.map(({ aborted }) => aborted), later: await share('a', fresh.begin) }).toEqual({
      stopped: [true],
      later: 'numbers',
    });
  });

  test('are not begun for somebody who has gone', async () => {
    const { begin, begun } = work();
    await expect(createFlights<string>()('a', begin, AbortSignal.abort(gone))).rejects.toBe(gone);
    expect(begun).toEqual([]);
  });
});
