import { describe, expect, test } from '@jest/globals';
import { createHousekeep } from '../../../src/usecases/delivery/housekeep.ts';
import type { Shift } from '../../../src/usecases/delivery/index.ts';
import { DUE, MINUTE, world } from './given.ts';

/** So many private pictures whose time is over, and a process that keeps house. */
async function given(files: number) {
  const here = await world();
  for (let count = 1; count <= files; count += 1) {
    await here.store.pictureFiles.keep('T1', { hash: `h${count}`, file: `F${count}`, deleteAt: DUE - 100 + count });
  }
  const closing = new AbortController();
  const shift: Shift = { closing: closing.signal, signal: new AbortController().signal };
  const wait = () => new Promise<void>(setImmediate);
  const housekeep = createHousekeep({ ...here, messengers: () => here.messenger, served: () => ['T1'], wait });
  return { ...here, closing, run: () => housekeep(shift) };
}

describe('a private picture', () => {
  test('that Slack does not delete is tried again later, and so are the others', async () => {
    const here = await given(1);
    const { deleteFile } = here.messenger;
    Object.assign(here.messenger, { deleteFile: () => Promise.reject(new Error('ratelimited')) });
    const done = [await here.run(), await here.run()];
    Object.assign(here.messenger, { deleteFile });
    await here.store.pictureFiles.keep('T1', { hash: 'new', file: 'F2', deleteAt: DUE });
    for (const minutes of [0, 2, 16]) {
      here.clock.now = DUE + minutes * MINUTE;
      done.push(await here.run());
    }
    expect([done, here.journal]).toEqual([
      [0, 0, 0, 1, 1],
      [
        ['log', 'deleting a picture', 'ratelimited'],
        ['delete', 'F2'],
        ['delete', 'F1'],
      ],
    ]);
  });

  test('is begun with by nobody once the process is to end', async () => {
    const here = await given(20);
    const deleted: string[] = [];
    Object.assign(here.messenger, {
      async deleteFile(file: string) {
        here.closing.abort();
        deleted.push(file);
      },
    });
    const done = await here.run();
    expect([done, deleted.length <= 8]).toEqual([deleted.length, true]);
  });
});

describe('a refused token', () => {
  test('is asked for every quarter of an hour, until it works again', async () => {
    const here = await given(0);
    const asked: number[] = [];
    Object.assign(here.messenger, {
      async works() {
        asked.push((here.clock.now - DUE) / MINUTE);
        if (asked.length === 1) throw new Error('no answer');
        return asked.length === 3;
      },
    });
    await here.store.preferences.changeWorkspace('T1', { refusedSince: DUE });
    for (let minutes = 0; minutes < 90; minutes += 5) {
      here.clock.now = DUE + minutes * MINUTE;
      await here.run();
    }
    expect([asked, (await here.store.preferences.ofWorkspace('T1')).refusedSince]).toEqual([[15, 30, 45], null]);
  });
});
