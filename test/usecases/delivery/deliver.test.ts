import { describe, expect, test } from '@jest/globals';
import { ServiceError, UserError } from '../../../src/model/errors.ts';
import type { Compose } from '../../../src/usecases/delivery/index.ts';
import { DAY, DUE, HOUR, MESSAGE, MINUTE, posted, refused, SLOT, schedule, unknown, world } from './given.ts';

const POST = ['post', { channel: 'C1' }, 'the report', DUE];
const failing =
  (error: Error): Compose =>
  async () => {
    throw error;
  };
const serviceError = (name: string, rest = {}) => Object.assign(new ServiceError('LiveChat is tired.', 'Wait.'), { name, ...rest });
const LATER = { days: { kind: 'weekly', every: 1, days: [1], from: '2026-11-09' }, times: ['09:01'] } as const;
const stateOf = async (here: Awaited<ReturnType<typeof world>>) => {
  const [delivery, after] = [await here.delivery(), await here.schedule()];
  return {
    delivery: [delivery?.state, delivery?.reason, delivery && delivery.notBefore - here.clock.now],
    schedule: [after?.state, after?.pausedFor, after?.failures],
  };
};

describe('a slot that is due', () => {
  test('is posted once, and where is kept', async () => {
    const here = await world();
    expect([await here.deliver(), await here.deliver(), here.journal]).toEqual([1, 0, [POST]]);
    expect(await here.delivery()).toMatchObject({ state: 'posted', channel: 'C1', ts: '1.2', postingAt: DUE });
  });

  test('is written down as on its way before anything is sent', async () => {
    const here = await world();
    const seen: unknown[] = [];
    const { post } = here.messenger;
    Object.assign(here.messenger, {
      post: async (...given: Parameters<typeof post>) => {
        seen.push((await here.delivery())?.state);
        return post(...given);
      },
    });
    await here.deliver();
    expect(seen).toEqual(['posting']);
  });

  test('is put back when the process stood still after that', async () => {
    const here = await world();
    const { intend } = here.store.deliveries;
    Object.assign(here.store.deliveries, {
      intend: async (...given: Parameters<typeof intend>) => {
        const isOurs = await intend(...given);
        if (here.clock.now === DUE) here.clock.now += 1_001;
        return isOurs;
      },
    });
    await here.deliver();
    expect([here.journal, (await here.delivery())?.attempts]).toEqual([[POST], 0]);
  });

  test('is nobody’s after the claim was taken over', async () => {
    const here = await world({
      compose: async () => {
        here.clock.now += 61_000;
        await here.store.deliveries.claim(here.clock.now, 1, 60_000);
        return { message: { text: '', blocks: [] }, isEmpty: false };
      },
    });
    await here.deliver();
    expect([here.journal, (await here.delivery())?.state]).toEqual([[], 'claimed']);
  });

  test('stays on its way when nobody knows what became of it', async () => {
    const here = await world();
    here.answers.post = [unknown];
    await here.deliver();
    here.clock.now += 5 * MINUTE;
    await here.deliver();
    expect(here.journal).toEqual([POST, ['log', 'posting for a schedule', 'no answer'], ['look', DUE, DUE - 5_000]]);
    expect(await stateOf(here)).toMatchObject({ delivery: ['posting', null, expect.anything()] });
  });

  test('is left out when there is nothing to report and that was chosen', async () => {
    const compose: Compose = async () => ({ message: { text: '', blocks: [] }, isEmpty: true });
    const here = await world({ compose, schedules: [schedule({ whenEmpty: 'skip', failures: 2 })] });
    await here.deliver();
    expect([here.journal, await stateOf(here)]).toEqual([
      [],
      { delivery: ['skipped', 'empty', expect.anything()], schedule: ['active', null, 0] },
    ]);
  });

  test('is left out when the schedule was paused or deleted meanwhile, unless somebody asked for it', async () => {
    for (const [state, reason] of [
      ['paused', 'paused'],
      ['deleted', 'deleted'],
    ] as const) {
      const here = await world();
      await here.run('plan');
      const now = await here.schedule();
      if (now) await here.store.schedules.change({ ...now, state, nextAt: null });
      await here.run('deliver');
      expect([here.journal, (await here.delivery())?.state, (await here.delivery())?.reason]).toEqual([[], 'skipped', reason]);
      await here.store.deliveries.askAgain(SLOT, DUE, DUE + 10 * MINUTE);
      await here.run('deliver');
      expect(here.journal).toEqual(state === 'paused' ? [POST] : []);
    }
  });

  test('is missed when its time is over before its turn comes', async () => {
    const here = await world();
    await here.run('plan');
    here.clock.now = DUE + DAY + 1;
    await here.run('deliver');
    expect([here.journal, await stateOf(here)]).toMatchObject([[], { delivery: ['missed', 'too_late', expect.anything()] }]);
  });

  test('waits for its turn in a channel that takes one a second', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => schedule({ id }));
    let made = 0;
    const compose: Compose = async () => {
      made += 1;
      return { message: MESSAGE, isEmpty: false };
    };
    const here = await world({ schedules: many, compose });
    await here.deliver();
    const all = await Promise.all(many.map(({ id }) => here.delivery({ ...SLOT, schedule: id })));
    const waiting = all.flatMap((each) => (each?.state === 'due' ? [[each.notBefore - DUE, each.attempts]] : []));
    // Those that wait for long are not made, and it does not count as a failure.
    const later = [
      [4_000, 0],
      [4_000, 0],
    ];
    expect([here.journal.length, made, waiting]).toEqual([4, 4, later]);
  });

  test('is left to another process when this one has no token for its workspace, which is not thought to be refused', async () => {
    const here = await world({ noMessenger: 'T1' });
    await here.deliver();
    const { refusedSince } = await here.store.preferences.ofWorkspace('T1');
    expect([here.journal, await stateOf(here), (await here.delivery())?.attempts, refusedSince]).toEqual([
      [],
      { delivery: ['due', 'held_up', 15_000], schedule: ['active', null, 0] },
      0,
      null,
    ]);
  });

  test('is not posted when its schedule was edited and then paused: nobody asked for this very slot', async () => {
    const here = await world();
    await here.run('plan');
    const now = await here.schedule();
    const recurrence = { days: { kind: 'daily' }, times: ['09:00', '17:00'] } as const;
    if (now) await here.store.schedules.change({ ...now, recurrence, state: 'paused', nextAt: null });
    await here.run('deliver');
    expect([here.journal, (await here.delivery())?.reason]).toEqual([[], 'paused']);
  });

  test('is sent a second time only soon after the first, and put back when that is over', async () => {
    const here = await world();
    const { post } = here.messenger;
    const allowed: unknown[] = [];
    Object.assign(here.messenger, {
      post: async (...given: Parameters<typeof post>) => {
        await post(...given);
        const [, , , isStillOurs] = given;
        for (const ms of allowed.length === 0 ? [10_000, 1] : []) {
          here.clock.now += ms;
          allowed.push(isStillOurs?.());
        }
        return allowed.length === 2 && here.journal.length === 1 ? refused('invalid_blocks') : posted;
      },
    });
    await here.deliver();
    expect([allowed, here.journal, (await here.delivery())?.state]).toEqual([[true, false], [POST, POST], 'posted']);
  });
});

describe('what Slack refuses', () => {
  test.each([
    ['a limit is waited for', refused('ratelimited', 30_000), ['due', 'ratelimited', 30_000], ['active', null, 0]],
    [
      'a place that is closed pauses the schedule at once',
      refused('not_in_channel'),
      ['failed', 'not_in_channel', expect.anything()],
      ['paused', 'not_in_channel', 1],
    ],
    ['anything else costs the slot', refused('odd_error'), ['failed', 'odd_error', expect.anything()], ['active', null, 1]],
    ['no way to Slack is tried again', refused('unreachable'), ['due', 'unreachable', MINUTE], ['active', null, 0]],
  ] as const)('%s', async (_, answer, delivery, after) => {
    const here = await world();
    here.answers.post = [answer];
    await here.deliver();
    expect(await stateOf(here)).toEqual({ delivery, schedule: after });
  });

  test('a limit does not make the pause after a later failure longer', async () => {
    const here = await world();
    here.answers.post = [...Array(3).fill(refused('ratelimited', 1_000)), refused('unreachable')];
    for (let tries = 0; tries < 4; tries += 1) {
      await here.deliver();
      here.clock.now += 1_000;
    }
    expect([here.journal.length, (await here.delivery())?.notBefore]).toEqual([4, here.clock.now - 1_000 + MINUTE]);
  });

  test('of a token that is refused, no further call is made for its workspace, and its slots wait', async () => {
    const here = await world({ schedules: [schedule(), schedule({ id: 'other', nextAt: DUE + MINUTE, recurrence: LATER })] });
    here.answers.post = [refused('token_revoked')];
    await here.deliver();
    here.clock.now += HOUR;
    await here.deliver();
    expect([here.journal, (await here.store.preferences.ofWorkspace('T1')).refusedSince]).toEqual([[POST], DUE]);
    await here.store.preferences.changeWorkspace('T1', { refusedSince: null });
    expect([await here.deliver(), here.journal.length]).toEqual([2, 3]);
  });

  test('the third failure in a row pauses the schedule, and a post that goes through lets it run again', async () => {
    const here = await world({ schedules: [schedule({ failures: 2 })] });
    here.answers.post = [refused('odd_error')];
    await here.deliver();
    expect((await stateOf(here)).schedule).toEqual(['paused', 'odd_error', 3]);
    await here.store.deliveries.askAgain(SLOT, DUE, DUE + HOUR);
    here.answers.post = [posted];
    await here.deliver();
    expect([(await stateOf(here)).schedule, (await here.schedule())?.nextAt]).toEqual([['active', null, 0], DUE + 7 * DAY]);
  });

  test('a slot that is due but not planned yet is not lost by a pause', async () => {
    const here = await world({ schedules: [schedule({ recurrence: { days: { kind: 'daily' }, times: ['09:00', '09:01'] } })] });
    await here.run('plan');
    here.clock.now += MINUTE;
    here.answers.post = [refused('is_archived'), refused('is_archived')];
    await here.run('deliver');
    expect((await stateOf(here)).schedule).toEqual(['active', null, 1]);
    await here.deliver();
    expect([(await stateOf(here)).schedule, here.journal.length]).toEqual([['paused', 'is_archived', 2], 2]);
  });

  test('a slot that falls due while a pause is written down is not lost by it', async () => {
    const here = await world({ schedules: [schedule({ recurrence: { days: { kind: 'daily' }, times: ['09:00', '09:01'] } })] });
    const { change } = here.store.schedules;
    Object.assign(here.store.schedules, {
      change: (changed: Parameters<typeof change>[0]) => {
        here.clock.now = DUE + MINUTE;
        return change(changed);
      },
    });
    here.answers.post = [refused('is_archived'), posted];
    await here.deliver();
    const first = await stateOf(here);
    await here.deliver();
    expect([first.schedule, (await here.delivery({ ...SLOT, dueAt: DUE + MINUTE }))?.state, here.journal.length]).toEqual([
      ['active', null, 1],
      'posted',
      2,
    ]);
  });

  test('files of pictures are forgotten when the post is in the books', async () => {
    const here = await world({
      pictures: {
        async forget(...given) {
          here.journal.push([...given, (await here.delivery())?.state]);
        },
      },
    });
    here.answers.post = [{ state: 'posted', channel: 'C1', ts: '1.2', refusedFiles: ['F1', 'F2'] }];
    await here.deliver();
    expect(here.journal).toEqual([POST, ['T1', 'F1', 'posted'], ['T1', 'F2', 'posted']]);
  });
});

describe('what LiveChat does not answer', () => {
  test('is asked again after 1, 2, 4 … minutes, and the slot is lost when its window ends', async () => {
    const here = await world({
      compose: failing(serviceError('ServiceUnavailableError')),
      schedules: [schedule({ recurrence: { days: { kind: 'daily' }, times: ['09:00'] } })],
    });
    const waits: unknown[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      await here.deliver();
      const delivery = await here.delivery();
      if (delivery?.state !== 'due') break;
      waits.push((delivery.notBefore - here.clock.now) / MINUTE);
      here.clock.now = delivery.notBefore;
    }
    expect([waits, (await stateOf(here)).delivery[0], (await stateOf(here)).schedule]).toEqual([
      [1, 2, 4, 8, 15, 30, 60, 60, 60, 60, 60],
      'failed',
      ['active', null, 1],
    ]);
  });

  test.each([
    ['a refused token pauses at once', serviceError('AuthenticationError'), 'failed', 'livechat_refused', 'paused'],
    [
      'a limit is waited for as long as LiveChat says',
      serviceError('TooManyRequestsError', { retryAfter: 90_000 }),
      'due',
      'livechat_limited',
      'active',
    ],
    [
      'what it cannot answer is told in its own words',
      serviceError('GroupNotFoundError'),
      'failed',
      'unanswerable:LiveChat is tired. Wait.',
      'active',
    ],
    [
      'a question that cannot be is told in its own words',
      new UserError('There is no such day.', 'Ask for another.'),
      'failed',
      'unanswerable:There is no such day. Ask for another.',
      'active',
    ],
    ['a fault of ours has a reference', new Error('oh'), 'failed', 'fault', 'active'],
  ] as const)('%s', async (_, error, state, reason, after) => {
    const here = await world({ compose: failing(error) });
    await here.deliver();
    expect([await here.delivery(), await here.schedule()]).toMatchObject([
      { state, reason, reference: error instanceof UserError && !(error instanceof ServiceError) ? null : 'ab12cd' },
      { state: after },
    ]);
  });
});
