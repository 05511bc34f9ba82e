import { describe, expect, test } from '@jest/globals';
import { createTell } from '../../../src/usecases/delivery/tell.ts';
import type { Schedule } from '../../../src/usecases/ports.ts';
import { DAY, DUE, HOUR, LANGUAGE, refused, schedule, world } from './given.ts';

/** A slot that was missed, and who is told of it. */
async function missed(given: Partial<Schedule> = {}, others: readonly Schedule[] = []) {
  const here = await world({ schedules: [schedule(given), ...others] });
  here.clock.now = DUE + 26 * HOUR;
  await here.run('plan');
  const people = () => here.journal.flatMap((entry) => (Array.isArray(entry) && entry[0] === 'post' ? [entry[1]] : []));
  return { ...here, people };
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
      const another = createTell({ ...here, language: LANGUAGE, messengers: () => here.messenger });
      told.push([await another(await here.store.deliveries.takeUntold(here.clock.now, 9, 1)), here.journal.length]);
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
});
