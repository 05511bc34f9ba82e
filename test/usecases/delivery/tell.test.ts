import { describe, expect, test } from '@jest/globals';
import type { Shift } from '../../../src/usecases/delivery/index.ts';
import { createTell } from '../../../src/usecases/delivery/tell.ts';
import type { Messengers, Schedule } from '../../../src/usecases/ports.ts';
import { DAY, DUE, HOUR, LANGUAGE, refused, schedule, world } from './given.ts';

/** A slot that was missed, and who is told of it. */
async function missed(given: Partial<Schedule> = {}, others: readonly Schedule[] = []) {
  const here = await world({ schedules: [schedule(given), ...others] });
  here.clock.now = DUE + 26 * HOUR;
  await here.run('plan');
  const people = () => here.journal.flatMap((entry) => (Array.isArray(entry) && entry[0] === 'post' ? [entry[1]] : []));
  return { ...here, people };
}

const shift = (closing = new AbortController()): Shift => ({ closing: closing.signal, signal: new AbortController().signal });
const wait = () => new Promise<void>(setImmediate);

/** Another process that tells. */
function another(
  here: Pick<Awaited<ReturnType<typeof world>>, 'store' | 'faults' | 'messenger'>,
  messengers: Messengers = () => here.messenger,
) {
  return createTell({ ...here, language: LANGUAGE, messengers, served: () => null, wait });
}

describe('of a slot that was not posted', () => {
  test('the owner is told once, with one thing to press', async () => {
    const here = await missed();
    expect([await here.run('tell'), await here.run('tell'), here.people()]).toEqual([1, 0, [{ person: 'U1' }]]);
    expect(JSON.stringify(here.journal)).toContain(`"value":"send k7m2 ${DUE}"`);
    here.clock.now += DAY;
    expect(await here.run('tell')).toBe(0);
  });

  test('whoever looks after the bot is told when the owner cannot be', async () => {
    const here = await missed();
    await here.store.preferences.changeWorkspace('T1', { installer: 'U9' });
    here.answers.post = [refused('user_disabled')];
    expect([await here.run('tell'), here.people()]).toEqual([1, [{ person: 'U1' }, { person: 'U9' }]]);
    expect(JSON.stringify(here.journal[1])).toContain('I tell you because I cannot reach name of U1, who set it up.');
  });

  test('the log is told when nobody else can be', async () => {
    const here = await missed();
    here.answers.post = [refused('user_not_found')];
    expect([await here.run('tell'), here.journal[1]]).toEqual([
      1,
      ['log', 'telling of a schedule', `Nobody can be told that a slot was not posted: T1 k7m2 ${new Date(DUE).toISOString()} (asleep)`],
    ]);
  });

  test('it is told again later when Slack does not take it now', async () => {
    const here = await missed();
    here.answers.post = [refused('ratelimited', 1_000)];
    expect(await here.run('tell')).toBe(0);
    here.clock.now += HOUR;
    expect([await here.run('tell'), here.people()]).toEqual([1, [{ person: 'U1' }, { person: 'U1' }]]);
  });

  test('several of one schedule are told at once, those of others by themselves', async () => {
    const daily = { days: { kind: 'daily' }, times: ['08:00', '09:00'] } as const;
    const here = await missed({ recurrence: daily }, [schedule({ id: 'other' })]);
    expect([await here.run('tell'), here.people()]).toEqual([4, [{ person: 'U1' }, { person: 'U1' }]]);
    expect(JSON.stringify(here.journal)).toContain('3 times, last on Tue 17 Nov at 09:00');
  });

  test('nobody is told when the schedule was deleted', async () => {
    const here = await missed();
    const now = await here.schedule();
    if (now) await here.store.schedules.change({ ...now, state: 'deleted', nextAt: null });
    expect([await here.run('tell'), here.people()]).toEqual([1, []]);
  });

  test('an owner hears once a day that LiveChat refuses the token, for all their schedules', async () => {
    const here = await world({ schedules: ['a', 'b', 'c'].map((id) => schedule({ id })) });
    await here.run('plan');
    for (const delivery of await here.store.deliveries.claim(DUE, 9, 60_000)) {
      await here.store.deliveries.settle(delivery, { state: 'failed', reason: 'livechat_refused' }, DUE);
    }
    expect([await here.run('tell'), here.journal.length]).toEqual([3, 1]);
  });
  test('and hears it again a day later, whichever process tells', async () => {
    const here = await world({ schedules: ['a', 'b', 'c'].map((id) => schedule({ id })) });
    await here.run('plan');
    const told: unknown[] = [];
    for (const after of [0, 23 * HOUR, DAY]) {
      here.clock.now = DUE + after;
      const [delivery] = await here.store.deliveries.claim(here.clock.now, 1, 1);
      if (delivery) await here.store.deliveries.settle(delivery, { state: 'failed', reason: 'livechat_refused' }, here.clock.now);
      told.push([await another(here)(shift()), here.journal.length]);
    }
    expect(told).toEqual([
      [1, 1],
      [1, 1],
      [1, 2],
    ]);
  });

  test('that cannot be read any more, its owner is told', async () => {
    const here = await world();
    await here.store.schedules.plan(DUE, 1, () => {
      throw new Error('no such zone');
    });
    const words =
      'I have paused the schedule k7m2, because what I remember of it cannot be read. ' +
      'Please set it up again, and tell whoever runs this bot.';
    expect([await here.run('tell'), here.journal[1], (await here.schedule())?.pausedFor]).toMatchObject([
      1,
      ['post', { person: 'U1' }, { text: words }],
      'unreadable',
    ]);
  });

  test('what cannot be told does not keep the others from being told', async () => {
    const here = await missed({}, [schedule({ id: 'other' })]);
    const { find } = here.store.schedules;
    Object.assign(here.store.schedules, {
      find: (workspace: string, id: string) => (id === 'k7m2' ? Promise.reject(new Error('unreadable')) : find(workspace, id)),
    });
    expect([await here.run('tell'), here.people()]).toEqual([1, [{ person: 'U1' }]]);
  });

  test.each(['token_revoked', 'unreachable', 'account_inactive'])('it waits when Slack answers %s', async (code) => {
    const here = await missed();
    await here.store.preferences.changeWorkspace('T1', { installer: 'U9' });
    here.answers.post = [refused(code)];
    const first = [await here.run('tell'), here.people()];
    await here.store.preferences.changeWorkspace('T1', { refusedSince: null });
    here.clock.now += HOUR;
    expect([first, await here.run('tell'), here.people().length]).toEqual([[0, [{ person: 'U1' }]], 1, 2]);
  });

  test('it waits while there is no token, and while Slack refuses it', async () => {
    const here = await missed();
    const told = [await another(here, () => null)(shift())];
    await here.store.preferences.changeWorkspace('T1', { refusedSince: here.clock.now });
    here.clock.now += HOUR;
    told.push(await here.run('tell'));
    await here.store.preferences.changeWorkspace('T1', { refusedSince: null });
    expect([...told, await here.run('tell'), here.people(), here.journal.length]).toEqual([0, 0, 1, [{ person: 'U1' }], 1]);
  });

  test.each([
    ['private', { isPrivate: true }],
    ['nameless', { name: '' }],
  ])('the name of a channel that is %s is told to nobody', async (_, rest) => {
    const here = await missed();
    const channel = await here.messenger.channel('C1');
    Object.assign(here.messenger, { channel: async () => ({ ...channel, name: 'secret', ...rest }) });
    await here.run('tell');
    expect(JSON.stringify(here.journal)).toContain('to its channel on');
    expect(JSON.stringify(here.journal)).not.toContain('secret');
  });

  test('eight at a time are told, and no more once the process is to end', async () => {
    const here = await missed(
      {},
      Array.from({ length: 20 }, (_, index) => schedule({ id: `other${index}` })),
    );
    const closing = new AbortController();
    const { post } = here.messenger;
    Object.assign(here.messenger, {
      async post(...given: Parameters<typeof post>) {
        closing.abort();
        await wait();
        return post(...given);
      },
    });
    expect([await another(here)(shift(closing)), here.people().length]).toEqual([8, 8]);
  });
});
