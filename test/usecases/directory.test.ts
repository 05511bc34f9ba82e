import { describe, expect, test } from '@jest/globals';
import type { Directory, Named } from '../../src/model/directory.ts';
import { createDirectoryFor, createKnownNames } from '../../src/usecases/directory.ts';

const ANNA = { id: 'anna@shop.example', name: 'Anna Nowak' };
const BILLING = { id: 1, name: 'Billing' };
const MINUTE = 60_000;

/** LiveChat's answers, given when the test says so, and a clock that moves when it says so. */
function bench(answers: { agents?: readonly Named<string>[] | 'forbidden'; tags?: readonly string[] | 'forbidden' | 'broken' } = {}) {
  let now = 0;
  let held: Promise<void> | null = null;
  const asked: string[] = [];
  const waited: number[] = [];
  const faults: string[] = [];
  const answer = async <T>(what: string, value: T): Promise<Exclude<T, 'broken'>> => {
    asked.push(what);
    await held;
    if (value === 'broken') throw new Error('broken');
    return value as Exclude<T, 'broken'>;
  };
  const given = {
    agents: [ANNA] as readonly Named<string>[] | 'forbidden',
    tags: ['vip'] as readonly string[] | 'forbidden' | 'broken',
    ...answers,
  };
  const names = createKnownNames({
    lookups: {
      agents: () => answer('agents', given.agents),
      groups: () => answer('groups', [BILLING]),
      tags: () => answer('tags', given.tags),
    },
    clock: () => now,
    wait: async (ms) => {
      waited.push(ms);
      // Longer than any answer that is not held back.
      for (let turn = 0; turn < 20; turn += 1) await null;
    },
    faults: {
      record: (error, doing) => {
        faults.push(`${doing}: ${error}`);
        return 'ref';
      },
    },
  });
  return {
    names,
    given,
    asked,
    waited,
    faults,
    pass(ms: number) {
      now += ms;
    },
    /** Nothing is answered until what it returns is called. */
    hold(): () => void {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const ALL: Directory = { agents: [ANNA], groups: [BILLING], tags: ['vip'] };
const NONE: Directory = { agents: 'unavailable', groups: 'unavailable', tags: 'unavailable' };

describe('names', () => {
  test('are unknown until somebody asks, and asked for once by all who ask', async () => {
    const { names, asked } = bench();
    expect([names.now(), asked]).toEqual([NONE, []]);
    expect(await Promise.all([names.soon(), names.soon()])).toEqual([ALL, ALL]);
    expect([asked, names.now()]).toEqual([['agents', 'groups', 'tags'], ALL]);
  });

  test('are fresh for a quarter of an hour; then they are given as they are, and asked for behind', async () => {
    const { names, asked, given, pass } = bench();
    await names.soon();
    pass(15 * MINUTE - 1);
    await names.soon();
    expect(asked.length).toBe(3);
    pass(1);
    given.tags = ['vip', 'new'];
    expect([(await names.soon()).tags, asked.length]).toEqual([['vip'], 6]);
    await settled();
    expect((await names.soon()).tags).toEqual(['vip', 'new']);
  });

  test('are waited for a second at most', async () => {
    const { names, waited, hold } = bench();
    const release = hold();
    expect([await names.soon(), waited]).toEqual([NONE, [1_000]]);
    release();
    await settled();
    expect(names.now()).toEqual(ALL);
  });

  test('are one value as long as they are the same', async () => {
    const { names } = bench();
    expect(await names.soon()).toBe(names.now());
  });
});

test('a name that is not among them asks anew, once a minute', async () => {
  const { names, asked, given, pass } = bench();
  await names.soon();
  given.agents = [ANNA, { id: 'new@shop.example', name: 'Nia New' }];
  expect([(await names.anew()).agents, asked.length]).toEqual([[ANNA], 3]);
  pass(MINUTE);
  expect([(await names.anew()).agents, asked.length]).toEqual([given.agents, 6]);
  await names.anew();
  expect(asked.length).toBe(6);
});

test('a scope that is missing is remembered for a quarter of an hour', async () => {
  const { names, asked, given, pass } = bench({ agents: 'forbidden' });
  expect((await names.soon()).agents).toBe('forbidden');
  pass(10 * MINUTE);
  await names.anew();
  expect(asked.filter((what) => what === 'agents').length).toBe(1);
  given.agents = [ANNA];
  pass(5 * MINUTE);
  await names.soon();
  await settled();
  expect(names.now().agents).toEqual([ANNA]);
});

test('what goes wrong is written down, keeps what was known, and is tried again after a minute', async () => {
  const { names, asked, faults, given, pass } = bench({ tags: 'broken' });
  expect(await names.soon()).toEqual({ ...ALL, tags: 'unavailable' });
  await names.soon();
  expect([faults, asked.length]).toEqual([['looking names up: Error: broken'], 3]);
  pass(MINUTE);
  given.tags = ['vip'];
  expect([await names.soon(), asked.length]).toEqual([ALL, 4]);
  pass(15 * MINUTE);
  given.tags = 'broken';
  await names.soon();
  await settled();
  expect(names.now()).toEqual(ALL);
});

test('tags are learnt from reports where LiveChat lists none, the latest of them', async () => {
  const { names } = bench({ tags: 'forbidden' });
  await names.soon();
  names.learn(['refund', 'spam']);
  expect(names.now().tags).toEqual(['refund', 'spam']);
  names.learn(Array.from({ length: 2_000 }, (_, index) => `tag ${index}`));
  expect([names.now().tags.length, names.now().tags.includes('spam')]).toEqual([2_000, false]);
  const listed = bench();
  listed.names.learn(['refund']);
  expect(await listed.names.soon()).toEqual(ALL);
});

test('nobody is looked up for words that hold no name that is unknown', async () => {
  const { names, asked } = bench();
  const language = {
    lacksNames: (words: string, { directory }: { readonly directory?: Directory }) =>
      words === 'stranger' || (words === 'anna' && typeof directory?.agents === 'string'),
  };
  const directoryFor = createDirectoryFor({ language, names, clock: () => 0 });
  const who = { zone: 'UTC', weekStart: 'monday', locale: 'en-US' } as const;
  expect([await directoryFor('tags', who), asked.length]).toEqual([NONE, 0]);
  expect([await directoryFor('anna', who), asked.length]).toEqual([ALL, 3]);
  expect([await directoryFor('stranger', who), asked.length]).toEqual([ALL, 3]);
});
