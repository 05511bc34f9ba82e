import { describe, expect, test } from '@jest/globals';
import { DAY, DUE, MINUTE, unknown, world } from './given.ts';

type World = Awaited<ReturnType<typeof world>>;

const found = async () => ({ state: 'found', channel: 'C1', ts: '9.9' }) as const;
const absent = async () => ({ state: 'absent' }) as const;
const cannotLook = async () => ({ state: 'cannot look' }) as const;
const broken = async () => {
  throw new Error('limited');
};

async function stuck(...looks: World['answers']['look']): Promise<World> {
  const here = await world();
  here.answers.post = [unknown];
  here.answers.look = [absent, ...looks];
  await here.deliver();
  here.journal.length = 0;
  here.clock.now += 68_001;
  return here;
}

const LOOK = ['look', DUE, DUE - 5_000];
describe('a post of which nobody knows', () => {
  test('is not looked for while Slack may still be at it', async () => {
    const here = await stuck(found);
    here.clock.now -= 10;
    expect([await here.run('recover'), here.journal]).toEqual([0, []]);
  });

  test('that is found was posted', async () => {
    const here = await stuck(found);
    await here.run('recover');
    expect([here.journal, await here.delivery()]).toMatchObject([[LOOK], { state: 'posted', channel: 'C1', ts: '9.9' }]);
  });

  test('that is not there, and not half a minute later, is posted again', async () => {
    const here = await stuck(absent, absent);
    await here.run('recover');
    expect([await here.run('recover'), await here.delivery()]).toMatchObject([0, { state: 'posting', notBefore: here.clock.now + 30_000 }]);
    here.clock.now += 30_000;
    await here.run('recover');
    await here.run('deliver');
    expect([here.journal, await here.delivery()]).toMatchObject([
      [LOOK, LOOK, ['post', { channel: 'C1' }, 'the report', DUE]],
      { state: 'posted' },
    ]);
  });

  test('and that nobody can look for is never repeated by itself: its owner is asked', async () => {
    const here = await stuck(cannotLook);
    await here.run('recover');
    expect([await here.deliver(), await here.run('tell'), here.journal.length]).toEqual([0, 1, 2]);
    expect(JSON.stringify(here.journal[1])).toContain(`"value":"arrived k7m2 ${DUE}"`);
    expect(await here.delivery()).toMatchObject({ state: 'uncertain', reason: 'unknown_outcome' });
  });

  test('is looked for where it was sent, wherever its schedule posts by now', async () => {
    const here = await stuck(absent, absent);
    const now = await here.schedule();
    if (now) await here.store.schedules.change({ ...now, place: { channel: 'C2' } });
    await here.run('recover');
    here.clock.now += 30_000;
    await here.run('recover');
    await here.run('deliver');
    expect([here.places, await here.delivery()]).toMatchObject([
      [{ channel: 'C1' }, { channel: 'C1' }, { channel: 'C1' }],
      { state: 'posted', place: { channel: 'C2' } },
    ]);
  });

  test('is there already when Slack is asked at once', async () => {
    const here = await world();
    here.answers.post = [unknown];
    here.answers.look = [found];
    await here.deliver();
    expect(await here.delivery()).toMatchObject({ state: 'posted', ts: '9.9' });
  });

  test('and that nobody can look for is told of at once', async () => {
    const here = await world();
    here.answers.post = [unknown];
    here.answers.look = [cannotLook];
    await here.deliver();
    expect([(await here.delivery())?.state, await here.run('tell')]).toEqual(['uncertain', 1]);
  });

  test('is not posted again after a look that failed and one that did not find it', async () => {
    const here = await stuck(broken, absent, absent);
    await here.run('recover');
    here.clock.now += MINUTE;
    await here.run('recover');
    expect(await here.delivery()).toMatchObject({ state: 'posting', looks: 1 });
    here.clock.now += 30_000;
    await here.run('recover');
    expect((await here.delivery())?.state).toBe('due');
  });

  test('is looked for again when the look failed', async () => {
    const here = await stuck(broken, found);
    await here.run('recover');
    expect(await here.run('recover')).toBe(0);
    here.clock.now += MINUTE;
    await here.run('recover');
    expect([here.journal, (await here.delivery())?.state]).toEqual([[LOOK, ['log', 'looking for a post', 'limited'], LOOK], 'posted']);
  });

  test('is left to another process when this one has no token for its workspace', async () => {
    const here = await stuck(found);
    const elsewhere = await world({ noMessenger: 'T1' });
    Object.assign(elsewhere.store.deliveries, here.store.deliveries);
    elsewhere.clock.now = here.clock.now;
    await elsewhere.run('recover');
    expect([(await here.delivery())?.state, elsewhere.journal]).toEqual(['posting', []]);
  });

  test('waits for a token that works when the look finds that Slack refuses it', async () => {
    const here = await stuck(broken, found);
    here.answers.works = false;
    await here.run('recover');
    const { refusedSince } = await here.store.preferences.ofWorkspace('T1');
    expect([refusedSince, await here.delivery()]).toMatchObject([
      here.clock.now,
      { state: 'posting', looks: 0, notBefore: here.clock.now + 15 * MINUTE },
    ]);
  });

  test('and that cannot be found out for an hour after its time is asked of its owner', async () => {
    const here = await stuck(...Array(3).fill(broken));
    const states: unknown[] = [];
    for (const at of [DUE + DAY, DUE + DAY + 60 * MINUTE, DUE + DAY + 62 * MINUTE]) {
      here.clock.now = at;
      await here.run('recover');
      states.push((await here.delivery())?.state);
    }
    expect([states, await here.run('tell')]).toEqual([['posting', 'posting', 'uncertain'], 1]);
  });

  test('is not looked for while Slack refuses the token', async () => {
    const here = await stuck(found);
    await here.store.preferences.changeWorkspace('T1', { refusedSince: DUE });
    await here.run('recover');
    expect([here.journal, (await here.delivery())?.state]).toEqual([[], 'posting']);
    await here.store.preferences.changeWorkspace('T1', { refusedSince: null });
    here.clock.now += DAY;
    await here.run('recover');
    expect([here.journal, (await here.delivery())?.state]).toEqual([[LOOK], 'posted']);
  });
});
