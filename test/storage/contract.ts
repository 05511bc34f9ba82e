import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Storage } from '../../src/storage/index.ts';
import { DELIVERY_STATES, type Delivery, type Outcome, type Slot, type Store } from '../../src/usecases/store.ts';
import { BILLING, LEASE, MINUTE, NOW, open, recorded, schedule, TAGS, weekly } from './given.ts';

/** What every storage does, whatever it is kept in. `fresh` gives the address of an empty one. */
export function storageContract(fresh: () => Promise<string>): void {
  let storage: Storage;
  beforeAll(async () => {
    storage = await open(await fresh());
  });
  afterAll(() => storage.close());

  /** A workspace of its own for each test: they share one storage. */
  let count = 0;
  const workspace = (): string => `T-${++count}`;

  describe('the storage', () => {
    test('it is up, and tells the time it was given', async () => {
      expect({ up: await storage.isUp(), now: await storage.now() }).toEqual({ up: true, now: NOW });
    });
  });

  describe('preferences', () => {
    test('nobody has chosen anything at first', async () => {
      const team = workspace();
      expect([await storage.preferences.ofPerson(team, 'U1'), await storage.preferences.ofWorkspace(team)]).toEqual([
        { zone: null, weekStart: null, favourites: null, isWelcomed: false },
        { zone: null, weekStart: null, chartStyle: 'light', schedulers: 'everyone', installer: null, refusedSince: null },
      ]);
    });

    test('what a person changes stays, the rest is as it was', async () => {
      const team = workspace();
      await storage.preferences.changePerson(team, 'U1', { zone: 'Asia/Tokyo' });
      await storage.preferences.changePerson(team, 'U1', { favourites: [BILLING, TAGS], isWelcomed: true });
      await storage.preferences.changePerson(team, 'U2', { favourites: [] });
      await storage.preferences.changePerson(team, 'U1', {});
      expect([await storage.preferences.ofPerson(team, 'U1'), await storage.preferences.ofPerson(team, 'U2')]).toEqual([
        { zone: 'Asia/Tokyo', weekStart: null, favourites: [BILLING, TAGS], isWelcomed: true },
        { zone: null, weekStart: null, favourites: [], isWelcomed: false },
      ]);
      await storage.preferences.changePerson(team, 'U1', { zone: null, isWelcomed: false, weekStart: 'sunday' });
      expect(await storage.preferences.ofPerson(team, 'U1')).toEqual({
        zone: null,
        weekStart: 'sunday',
        favourites: [BILLING, TAGS],
        isWelcomed: false,
      });
    });

    test('what a workspace changes stays, the rest is as it was', async () => {
      const team = workspace();
      await storage.preferences.changeWorkspace(team, { chartStyle: 'dark', refusedSince: NOW });
      await storage.preferences.changeWorkspace(team, { schedulers: 'admins', installer: 'U9', zone: 'UTC', weekStart: 'saturday' });
      await storage.preferences.changeWorkspace(team, { refusedSince: null });
      expect(await storage.preferences.ofWorkspace(team)).toEqual({
        zone: 'UTC',
        weekStart: 'saturday',
        chartStyle: 'dark',
        schedulers: 'admins',
        installer: 'U9',
        refusedSince: null,
      });
    });
  });

  describe('saved reports', () => {
    test('a name is found again without regard to case, and takes the place of its like', async () => {
      const key = { workspace: workspace(), person: 'U1' };
      const saved = [
        await storage.savedReports.save({ ...key, name: 'Straße ΟΔΟΣ', question: TAGS }),
        await storage.savedReports.save({ ...key, name: 'STRASSE οδοσ', question: BILLING }),
        await storage.savedReports.save({ ...key, name: 'billing', question: TAGS }),
        await storage.savedReports.save({ ...key, person: 'U2', name: 'Billing', question: BILLING }),
      ];
      expect({
        saved,
        found: await storage.savedReports.find(key.workspace, 'U1', 'straße οδος'),
        list: await storage.savedReports.list(key.workspace, 'U1'),
        unknown: await storage.savedReports.find(key.workspace, 'U1', 'tags'),
      }).toEqual({
        saved: [false, true, false, false],
        found: { ...key, name: 'STRASSE οδοσ', question: BILLING },
        list: [
          { ...key, name: 'billing', question: TAGS },
          { ...key, name: 'STRASSE οδοσ', question: BILLING },
        ],
        unknown: null,
      });
    });

    test('a report is renamed, unless the name is taken, and deleted once', async () => {
      const key = { workspace: workspace(), person: 'U1' };
      const { savedReports } = storage;
      await savedReports.save({ ...key, name: 'one', question: TAGS });
      await savedReports.save({ ...key, name: 'two', question: BILLING });
      expect({
        renamed: [
          await savedReports.rename({ ...key, name: 'one' }, 'TWO'),
          await savedReports.rename({ ...key, name: 'none' }, 'four'),
          await savedReports.rename({ ...key, name: 'ONE' }, 'One'),
          await savedReports.rename({ ...key, name: 'two' }, 'three'),
        ],
        deleted: [await savedReports.delete(key.workspace, 'U1', 'ONE'), await savedReports.delete(key.workspace, 'U1', 'one')],
        left: await savedReports.list(key.workspace, 'U1'),
      }).toEqual({
        renamed: ['taken', 'unknown', 'done', 'done'],
        deleted: [true, false],
        left: [{ ...key, name: 'three', question: BILLING }],
      });
    });
  });

  describe('questions', () => {
    test('a question has one id, however often and in whatever order of its parts it is asked', async () => {
      const team = workspace();
      const turned = { filters: {}, distribution: null, range: 'last week', report: 'tags' };
      const [first, second, third] = await storage.questions.keep(team, [TAGS, BILLING, turned], NOW);
      const [again] = await storage.questions.keep(team, [TAGS], NOW);
      expect({ third, again, length: first?.length, found: await storage.questions.find(team, second ?? '') }).toEqual({
        third: first,
        again: first,
        length: 16,
        found: BILLING,
      });
      expect(await storage.questions.keep(team, [], NOW)).toEqual([]);
    });

    test('a question is kept until the latest time that anybody asked for', async () => {
      const team = workspace();
      const [id = ''] = await storage.questions.keep(team, [TAGS], NOW - 10);
      await storage.questions.keep(team, [TAGS], NOW - 20);
      await storage.questions.forget(NOW - 10);
      const kept = await storage.questions.find(team, id);
      const forgotten = await storage.questions.forget(NOW - 9);
      expect({ kept, forgotten, left: await storage.questions.find(team, id) }).toEqual({ kept: TAGS, forgotten: 1, left: null });
    });
  });

  describe('schedules', () => {
    test('a schedule comes back as it was written', async () => {
      const team = workspace();
      const all = [
        schedule({ workspace: team, id: 'A' }),
        schedule({
          workspace: team,
          id: 'B',
          place: { person: 'U5' },
          recurrence: { days: { kind: 'nth-day', nth: -1, day: 'working day' }, times: ['08:00'] },
          until: NOW + 5,
          skipAt: NOW + 4,
          nextAt: NOW + 1,
          whenEmpty: 'skip',
        }),
        schedule({ workspace: team, id: 'C', state: 'paused', pausedFor: 'archived', nextAt: null, failures: 3 }),
      ];
      for (const each of all) await storage.schedules.add(each);
      expect(await Promise.all(['A', 'B', 'C'].map((id) => storage.schedules.find(team, id)))).toEqual(all);
    });

    test('an id is never used again', async () => {
      const team = workspace();
      await storage.schedules.add(schedule({ workspace: team, state: 'deleted', nextAt: null }));
      await expect(storage.schedules.add(schedule({ workspace: team }))).rejects.toThrow(/unique/i);
    });

    test('lists show what is neither ended nor deleted, next ones first and paused ones last', async () => {
      const team = workspace();
      const add = (id: string, changes: Parameters<typeof schedule>[0]) =>
        storage.schedules.add(schedule({ workspace: team, id, nextAt: null, ...changes }));
      await add('A', { state: 'paused' });
      await add('B', { nextAt: NOW + 2 });
      await add('C', { nextAt: NOW + 1, owner: 'U2' });
      await add('D', { nextAt: NOW + 3, place: { person: 'U1' } });
      await add('E', { state: 'ended' });
      await add('F', { state: 'deleted' });
      const ids = async (of: Parameters<Store['schedules']['list']>[1]) =>
        (await storage.schedules.list(team, of)).map(({ id }) => id).join('');
      expect([await ids({}), await ids({ owner: 'U1' }), await ids({ channel: 'C1' }), await ids({ owner: 'U1', channel: 'C1' })]).toEqual([
        'CBDA',
        'BDA',
        'CBA',
        'BA',
      ]);
    });

    test('who changes an older version is refused', async () => {
      const given = schedule({ workspace: workspace() });
      await storage.schedules.add(given);
      const changed = await storage.schedules.change({ ...given, owner: 'U2', place: { person: 'U2' } });
      const late = await storage.schedules.change({ ...given, owner: 'U3' });
      expect({ changed, late, now: await storage.schedules.find(given.workspace, given.id) }).toEqual({
        changed: true,
        late: false,
        now: { ...given, owner: 'U2', place: { person: 'U2' }, version: 2 },
      });
      await storage.schedules.change({ ...given, version: 2, state: 'deleted', nextAt: null });
    });

    test('what is due is planned once, moved on and keeps its version', async () => {
      await emptied(storage);
      const team = workspace();
      const due = schedule({ workspace: team, id: 'A', nextAt: NOW - 1, skipAt: NOW - 1 });
      const later = schedule({ workspace: team, id: 'B', nextAt: NOW + 1, skipAt: NOW + 1 });
      const last = schedule({ workspace: team, id: 'C', nextAt: NOW });
      for (const each of [due, later, last]) await storage.schedules.add(each);
      const planned = await storage.schedules.plan(NOW, 10, (each) =>
        each.id === 'A'
          ? {
              deliveries: [
                { dueAt: NOW - 2, state: 'missed', reason: 'late' },
                { dueAt: NOW - 1, state: 'skipped', reason: 'asked' },
              ],
              nextAt: NOW + MINUTE,
              state: 'active',
            }
          : { ...weekly(each), nextAt: null, state: 'ended' },
      );
      const again = await storage.schedules.plan(NOW, 10, weekly);
      expect({
        counts: [planned, again],
        schedules: await Promise.all(['A', 'B', 'C'].map((id) => storage.schedules.find(team, id))),
        deliveries: [await storage.deliveries.history(team, 'A', 9), await storage.deliveries.history(team, 'C', 9)],
      }).toEqual({
        counts: [2, 0],
        schedules: [{ ...due, nextAt: NOW + MINUTE, skipAt: null }, later, { ...last, nextAt: null, state: 'ended' }],
        deliveries: [
          [
            delivery({ workspace: team, schedule: 'A', dueAt: NOW - 1, state: 'skipped', reason: 'asked' }),
            delivery({ workspace: team, schedule: 'A', dueAt: NOW - 2, state: 'missed', reason: 'late' }),
          ],
          [delivery({ workspace: team, schedule: 'C', dueAt: NOW, notAfter: NOW + 60 * MINUTE })],
        ],
      });
    });

    test('a slot that is planned a second time is not delivered a second time', async () => {
      await emptied(storage);
      const given = schedule({ workspace: workspace() });
      await storage.schedules.add(given);
      await storage.schedules.plan(NOW, 10, weekly);
      const stale = await storage.schedules.change({ ...given, failures: 1 });
      const [claimed] = await storage.deliveries.claim(NOW, 10, LEASE);
      const planned = await storage.schedules.plan(NOW, 10, weekly);
      expect({ stale, planned, history: await storage.deliveries.history(given.workspace, given.id, 9) }).toEqual({
        stale: true,
        planned: 1,
        history: [claimed],
      });
    });

    test('no more than the limit is planned, the oldest first', async () => {
      await emptied(storage);
      const team = workspace();
      for (const [at, id] of ['A', 'B', 'C'].entries()) await storage.schedules.add(schedule({ workspace: team, id, nextAt: NOW - at }));
      const planned: string[] = [];
      const note = (each: Parameters<typeof weekly>[0]) => {
        planned.push(each.id);
        return weekly(each);
      };
      expect([await storage.schedules.plan(NOW, 2, note), await storage.schedules.plan(NOW, 2, note), planned]).toEqual([
        2,
        1,
        ['C', 'B', 'A'],
      ]);
    });

    test('a schedule that cannot be planned stands still and is written down, the others are planned', async () => {
      await emptied(storage);
      const team = workspace();
      for (const id of ['A', 'B']) await storage.schedules.add(schedule({ workspace: team, id }));
      recorded.length = 0;
      const planned = await storage.schedules.plan(NOW, 10, (each) => {
        if (each.id === 'A') throw new Error('no such zone');
        return weekly(each);
      });
      expect({
        planned,
        recorded,
        states: (await storage.schedules.list(team, {})).map(({ id, state, pausedFor }) => [id, state, pausedFor]),
      }).toEqual({
        planned: 2,
        recorded: ['reading what was stored: no such zone'],
        states: [
          ['B', 'active', null],
          ['A', 'paused', 'unreadable'],
        ],
      });
    });

    test('what is coming up is given out once for its slot', async () => {
      await emptied(storage);
      const team = workspace();
      for (const [id, at] of [
        ['A', 0],
        ['B', 2],
        ['C', 1],
        ['D', 3],
      ] as const) {
        await storage.schedules.add(schedule({ workspace: team, id, nextAt: NOW + at }));
      }
      const ids = async (limit: number) => (await storage.schedules.takeUpcoming(NOW, NOW + 2, limit)).map(({ id }) => id).join('');
      const taken = [await ids(1), await ids(9), await ids(9)];
      const moved = await storage.schedules.find(team, 'C');
      if (moved) await storage.schedules.change({ ...moved, nextAt: NOW + 2 });
      expect([...taken, await ids(9)]).toEqual(['C', 'B', '', 'C']);
    });
  });

  test('nothing is made ahead, and no file deleted, for a workspace whose token is refused or that another process serves', async () => {
    await emptied(storage);
    const team = workspace();
    const { schedules, pictureFiles, preferences } = storage;
    await schedules.add(schedule({ workspace: team, nextAt: NOW + 1 }));
    await pictureFiles.keep(team, { hash: 'h', file: 'F1', deleteAt: NOW });
    const counts = async (served: readonly string[] | null) => [
      (await schedules.takeUpcoming(NOW, NOW + 2, 9, served)).length,
      (await pictureFiles.takeExpired(NOW, 9, LEASE, served)).length,
    ];
    await preferences.changeWorkspace(team, { refusedSince: NOW });
    const refused = await counts(null);
    await preferences.changeWorkspace(team, { refusedSince: null });
    expect([refused, await counts([]), await counts(['T-other']), await counts([team])]).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
    await pictureFiles.forget(team, 'F1');
  });

  describe('deliveries', () => {
    /** One that is due now, in a workspace of its own, and nothing else. */
    const dueOne = async (): Promise<Slot> => {
      await emptied(storage);
      const slot = { workspace: workspace(), schedule: 'K7Q2', dueAt: NOW };
      await storage.deliveries.add(slot, NOW + 60 * MINUTE);
      return slot;
    };
    const claimed = async (now = NOW): Promise<Delivery> => {
      const [one] = await storage.deliveries.claim(now, 1, LEASE);
      if (!one) throw new Error('There is nothing to claim.');
      return one;
    };
    const posting = async (): Promise<Delivery> => {
      await dueOne();
      const one = await claimed();
      await storage.deliveries.intend(one, TO, NOW);
      return one;
    };

    test('a slot is claimed by one, who may post it and writes down where it is', async () => {
      const slot = await dueOne();
      const one = await claimed();
      const nobody = await storage.deliveries.claim(NOW, 1, LEASE);
      const steps = [
        await storage.deliveries.intend(one, TO, NOW + 1),
        await storage.deliveries.intend(one, TO, NOW + 1),
        await storage.deliveries.settle(one, { state: 'posted', channel: 'C1', ts: '1.2' }, NOW + 2),
        await storage.deliveries.settle(one, { state: 'failed', reason: 'late' }, NOW + 3),
      ];
      expect({ one, nobody, steps, end: await storage.deliveries.find(slot) }).toEqual({
        one: delivery({ ...slot, state: 'claimed', isAsked: true, fence: 1, notAfter: NOW + 60 * MINUTE, notBefore: NOW + LEASE }),
        nobody: [],
        steps: [true, false, true, false],
        end: delivery({
          ...slot,
          isAsked: true,
          state: 'posted',
          fence: 1,
          notAfter: NOW + 60 * MINUTE,
          postingAt: NOW + 1,
          place: TO,
          notBefore: NOW + 1,
          channel: 'C1',
          ts: '1.2',
          updatedAt: NOW + 2,
        }),
      });
    });

    test('asking for a slot that is there already changes nothing', async () => {
      const slot = await dueOne();
      const one = await claimed();
      await storage.deliveries.add(slot, NOW);
      expect(await storage.deliveries.find(slot)).toEqual(one);
    });

    test('a claim that has lapsed is somebody else’s: its holder may neither post nor write', async () => {
      await dueOne();
      const first = await claimed();
      const early = await storage.deliveries.claim(NOW + LEASE - 1, 1, LEASE);
      const second = await claimed(NOW + LEASE);
      expect({
        early,
        fences: [first.fence, second.fence],
        first: [
          await storage.deliveries.intend(first, TO, NOW + LEASE),
          await storage.deliveries.settle(first, { state: 'skipped', reason: 'empty' }, NOW + LEASE),
        ],
        second: await storage.deliveries.intend(second, TO, NOW + LEASE),
      }).toEqual({ early: [], fences: [1, 2], first: [false, false], second: true });
    });

    test('what is tried again is due again, later', async () => {
      const slot = await dueOne();
      const outcome: Outcome = { state: 'retry', notBefore: NOW + 5, reason: 'limited', reference: 'r1' };
      await storage.deliveries.settle(await claimed(), outcome, NOW);
      const early = await storage.deliveries.claim(NOW + 4, 1, LEASE);
      const again = await storage.deliveries.claim(NOW + 5, 1, LEASE);
      expect({ early, again }).toEqual({
        early: [],
        again: [
          delivery({
            ...slot,
            state: 'claimed',
            fence: 2,
            attempts: 1,
            isAsked: true,
            notAfter: NOW + 60 * MINUTE,
            notBefore: NOW + 5 + LEASE,
            reason: 'limited',
            reference: 'r1',
            updatedAt: NOW + 5,
          }),
        ],
      });
    });

    test('what only waited for its turn was not tried in vain', async () => {
      const slot = await dueOne();
      for (const counts of [true, false, true]) {
        await storage.deliveries.settle(await claimed(), { state: 'retry', notBefore: NOW, reason: 'held_up', counts }, NOW);
      }
      expect((await storage.deliveries.find(slot))?.attempts).toBe(2);
    });

    test('a planned one was asked for by nobody, until somebody does', async () => {
      await emptied(storage);
      const given = schedule({ workspace: workspace() });
      const slot = { workspace: given.workspace, schedule: given.id, dueAt: NOW };
      await storage.schedules.add(given);
      await storage.schedules.plan(NOW, 1, weekly);
      const planned = await storage.deliveries.find(slot);
      await storage.deliveries.settle(await claimed(), { state: 'failed', reason: 'because' }, NOW);
      await storage.deliveries.askAgain(slot, NOW, NOW + 60 * MINUTE);
      expect([planned?.isAsked, (await storage.deliveries.find(slot))?.isAsked]).toEqual([false, true]);
    });

    test('a process takes what is of the workspaces that it has a token for only', async () => {
      const slot = await dueOne();
      const { deliveries } = storage;
      const [own, others] = [[slot.workspace], ['T-other']];
      const taken: unknown[] = [];
      const count = async (take: (served: readonly string[]) => Promise<readonly Delivery[]>) => {
        const counts = [(await take([])).length, (await take(others)).length];
        const [one] = await take([...others, ...own]);
        taken.push([...counts, one?.workspace === slot.workspace]);
        return one;
      };
      const one = await count((served) => deliveries.claim(NOW, 9, LEASE, served));
      if (one) await deliveries.intend(one, TO, NOW);
      const stuck = await count((served) => deliveries.takeStuck(NOW + 1, NOW + 1, 9, LEASE, served));
      if (stuck) await deliveries.settle(stuck, { state: 'uncertain', reason: 'because' }, NOW);
      await count((served) => deliveries.takeUntold(NOW, 9, LEASE, served));
      expect(taken).toEqual(Array(3).fill([0, 0, true]));
    });

    test('what went on its way is never claimed, only looked for', async () => {
      await posting();
      const { deliveries } = storage;
      const claims = await deliveries.claim(NOW + 99 * LEASE, 9, LEASE);
      const fresh = await deliveries.takeStuck(NOW + 1, NOW, 9, LEASE);
      const [stuck] = await deliveries.takeStuck(NOW + 1, NOW + 1, 9, LEASE);
      const leased = await deliveries.takeStuck(NOW + LEASE, NOW + 1, 9, LEASE);
      const [again] = await deliveries.takeStuck(NOW + LEASE + 1, NOW + 1, 9, LEASE);
      expect({ claims, fresh, leased, looks: [stuck?.looks, again?.looks], fences: [stuck?.fence, again?.fence] }).toEqual({
        claims: [],
        fresh: [],
        leased: [],
        looks: [0, 0],
        fences: [2, 3],
      });
    });

    test('who posted may write it down until somebody looks for it; what was looked for waits, and is posted anew', async () => {
      const one = await posting();
      const { deliveries } = storage;
      const [stuck] = await deliveries.takeStuck(NOW + 1, NOW + 1, 9, LEASE);
      if (!stuck) throw new Error('It is not stuck.');
      const late = await deliveries.settle(one, { state: 'posted', channel: 'C1', ts: '1' }, NOW + 2);
      const waits = await deliveries.settle(stuck, { state: 'look again', notBefore: NOW + 30, looks: 1 }, NOW + 2);
      const early = await deliveries.takeStuck(NOW + 29, NOW + 29, 9, LEASE);
      const [second] = await deliveries.takeStuck(NOW + 30, NOW + 30, 9, LEASE);
      const anew = second && (await deliveries.settle(second, { state: 'retry', notBefore: NOW + 30, reason: 'absent' }, NOW + 31));
      const third = await claimed(NOW + 31);
      await deliveries.intend(third, TO, NOW + 32);
      const { looks, postingAt, fence } = (await deliveries.find(third)) ?? {};
      expect({ late, waits, early, looked: second?.looks, anew, looks, postingAt, fence }).toEqual({
        late: false,
        waits: true,
        early: [],
        looked: 1,
        anew: true,
        looks: 0,
        postingAt: NOW + 32,
        fence: 4,
      });
    });

    test('only what is on its way can be looked for again', async () => {
      await dueOne();
      expect(await storage.deliveries.settle(await claimed(), { state: 'look again', notBefore: NOW, looks: 1 }, NOW)).toBe(false);
    });

    test('a workspace whose token is refused waits', async () => {
      const slot = await dueOne();
      await storage.preferences.changeWorkspace(slot.workspace, { refusedSince: NOW });
      const refused = [await storage.deliveries.claim(NOW, 9, LEASE), await storage.deliveries.nextAt()];
      await storage.preferences.changeWorkspace(slot.workspace, { refusedSince: null });
      expect({ refused, working: (await storage.deliveries.claim(NOW, 9, LEASE)).length }).toEqual({ refused: [[], null], working: 1 });
    });

    test('what is too late is given out all the same, so that it ends as missed', async () => {
      await dueOne();
      expect((await claimed(NOW + 61 * MINUTE)).notAfter).toBe(NOW + 60 * MINUTE);
    });

    test('ends that somebody must hear of are given out until they were told', async () => {
      const told: Record<string, unknown> = {};
      for (const state of ['missed', 'skipped', 'failed', 'uncertain'] as const) {
        const slot = await dueOne();
        await storage.deliveries.settle(await claimed(), { state, reason: 'because', reference: 'r2' }, NOW + 1);
        const first = await storage.deliveries.takeUntold(NOW + 1, 9, LEASE);
        const leased = await storage.deliveries.takeUntold(NOW + LEASE, 9, LEASE);
        const lapsed = await storage.deliveries.takeUntold(NOW + LEASE + 1, 9, LEASE);
        await storage.deliveries.told([slot, { ...slot, dueAt: 1 }], NOW + 2);
        const after = await storage.deliveries.takeUntold(NOW + 99 * LEASE, 9, LEASE);
        told[state] = [first.map(({ reason, reference }) => [reason, reference]), leased.length, lapsed.length, after.length];
      }
      const heard = [[['because', 'r2']], 0, 1, 0];
      expect(told).toEqual({ missed: heard, skipped: [[], 0, 0, 0], failed: heard, uncertain: heard });
    });

    test('a person answers for an uncertain one only, and asks anew for any end but a post', async () => {
      const answers: Record<string, unknown> = {};
      for (const state of DELIVERY_STATES) {
        const make = async (): Promise<Slot> => {
          const slot = await dueOne();
          if (state === 'due') return slot;
          const one = await claimed();
          if (state === 'claimed') return slot;
          if (state === 'posting') await storage.deliveries.intend(one, TO, NOW);
          else {
            const outcome: Outcome = state === 'posted' ? { state, channel: 'C1', ts: '1' } : { state, reason: 'because' };
            await storage.deliveries.settle(one, outcome, NOW);
          }
          return slot;
        };
        answers[state] = [
          await storage.deliveries.confirm(await make(), NOW + 1),
          await storage.deliveries.askAgain(await make(), NOW + 1, NOW + 2),
        ];
      }
      expect(answers).toEqual({
        due: [false, false],
        claimed: [false, false],
        posting: [false, false],
        posted: [false, false],
        missed: [false, true],
        skipped: [false, true],
        failed: [false, true],
        uncertain: [true, true],
      });
    });

    test('what is asked for anew starts anew, and what was asked or confirmed needs no telling', async () => {
      const slot = await dueOne();
      const one = await claimed();
      await storage.deliveries.settle(one, { state: 'uncertain', reason: 'because', reference: 'r' }, NOW);
      await storage.deliveries.askAgain(slot, NOW + 1, NOW + 9);
      const asked = await storage.deliveries.find(slot);
      const untold = await storage.deliveries.takeUntold(NOW + 9, 9, LEASE);
      const late = await storage.deliveries.settle(one, { state: 'failed', reason: 'late' }, NOW + 2);
      expect({ asked, untold, late }).toEqual({
        asked: delivery({ ...slot, state: 'due', isAsked: true, fence: 1, notBefore: NOW + 1, notAfter: NOW + 9, updatedAt: NOW + 1 }),
        untold: [],
        late: false,
      });
    });

    test('history begins with the newest and ends at the limit', async () => {
      const slot = await dueOne();
      for (const at of [1, 3, 2]) await storage.deliveries.add({ ...slot, dueAt: NOW + at }, NOW);
      const history = await storage.deliveries.history(slot.workspace, slot.schedule, 3);
      expect(history.map(({ dueAt }) => dueAt - NOW)).toEqual([3, 2, 1]);
    });

    test('the next thing to do is the earliest of all kinds', async () => {
      const slot = await dueOne();
      const { deliveries } = storage;
      const moments: unknown[] = [await deliveries.nextAt()];
      const one = await claimed();
      moments.push(await deliveries.nextAt());
      await deliveries.intend(one, TO, NOW + 1);
      moments.push([await deliveries.nextAt(), await deliveries.nextAt(70)]);
      const [stuck] = await deliveries.takeStuck(NOW + 100, NOW + 100, 1, LEASE);
      if (stuck) await deliveries.settle(stuck, { state: 'look again', notBefore: NOW + 100 + LEASE, looks: 1 }, NOW + 100);
      moments.push([await deliveries.nextAt(), await deliveries.nextAt(70)]);
      if (stuck) await deliveries.settle(stuck, { state: 'failed', reason: 'x' }, NOW + 101);
      moments.push(await deliveries.nextAt());
      await deliveries.told([slot], NOW);
      moments.push(await deliveries.nextAt());
      const next = schedule({ workspace: slot.workspace, nextAt: NOW + 9 });
      await storage.schedules.add(next);
      moments.push(await deliveries.nextAt());
      await storage.schedules.change({ ...next, state: 'paused', nextAt: null });
      moments.push(await deliveries.nextAt());
      expect(moments).toEqual([NOW, NOW + LEASE, [null, NOW + 71], [NOW + 100 + LEASE, NOW + 100 + LEASE], NOW + 101, null, NOW + 9, null]);
    });
  });

  describe('keys that were seen', () => {
    test('are first once, by workspace, until their time is over', async () => {
      const [team, other] = [workspace(), workspace()];
      const { seenKeys } = storage;
      const kept = { now: NOW, until: NOW + 10 };
      const seen = [
        await seenKeys.has(team, 'Ev1', NOW),
        await seenKeys.first(team, 'Ev1', kept),
        await seenKeys.first(team, 'Ev1', kept),
        await seenKeys.first(other, 'Ev1', kept),
        await seenKeys.has(team, 'Ev1', NOW + 9),
        await seenKeys.has(team, 'Ev1', NOW + 10),
        await seenKeys.first(team, 'Ev1', { now: NOW + 10, until: NOW + 20 }),
        await seenKeys.forget(NOW + 10),
        await seenKeys.has(team, 'Ev1', NOW + 10),
        await seenKeys.forget(NOW + 20),
      ];
      expect(seen).toEqual([false, true, false, true, true, false, true, 1, true, 1]);
    });

    test('are first for one of many that ask at once', async () => {
      const team = workspace();
      const asked = await Promise.all(Array.from({ length: 8 }, () => storage.seenKeys.first(team, 'Ev1', { now: NOW, until: NOW + 1 })));
      await storage.seenKeys.forget(NOW + 1);
      expect(asked.filter((isFirst) => isFirst)).toEqual([true]);
    });
  });

  describe('picture files', () => {
    test('one whose time is over is not used, also before it is deleted', async () => {
      const team = workspace();
      const { pictureFiles } = storage;
      await pictureFiles.keep(team, { hash: 'h', file: 'F1', deleteAt: NOW });
      const found = [await pictureFiles.find(team, 'h', NOW - 1), await pictureFiles.find(team, 'h', NOW)];
      await pictureFiles.takeExpired(NOW, 9, LEASE);
      expect(found).toEqual(['F1', null]);
    });

    test('a private picture goes when its time is over, unless it was kept for longer', async () => {
      const team = workspace();
      const { pictureFiles } = storage;
      const keep = (hash: string, file: string, deleteAt: number | null) => pictureFiles.keep(team, { hash, file, deleteAt });
      await keep('h1', 'F1', NOW);
      await keep('h2', 'F2', NOW);
      await keep('h2', 'F2', NOW + 9);
      await keep('h2', 'F2', NOW);
      await keep('h3', 'F3', NOW);
      await keep('h3', 'F3', null);
      await keep('h3', 'F3', NOW);
      const expired = [...(await pictureFiles.takeExpired(NOW, 9, LEASE)), ...(await pictureFiles.takeExpired(NOW, 9, LEASE))];
      expect({ expired, left: await Promise.all(['h1', 'h2', 'h3'].map((hash) => pictureFiles.find(team, hash, NOW))) }).toEqual({
        expired: [{ workspace: team, file: 'F1' }],
        left: [null, 'F2', 'F3'],
      });
      await pictureFiles.takeExpired(NOW + 9, 9, LEASE);
    });

    test('a file that could not be deleted is given out again, until it is forgotten, and is never used meanwhile', async () => {
      const team = workspace();
      const { pictureFiles } = storage;
      await pictureFiles.keep(team, { hash: 'h', file: 'F1', deleteAt: NOW });
      const files = async (at: number) => (await pictureFiles.takeExpired(at, 9, LEASE, [team])).map(({ file }) => file);
      const taken = [await files(NOW), await files(NOW + LEASE - 1), await pictureFiles.find(team, 'h', NOW), await files(NOW + LEASE)];
      await pictureFiles.forget(team, 'F1');
      expect([...taken, await files(NOW + 9 * LEASE)]).toEqual([['F1'], [], null, ['F1'], []]);
    });

    test('two files of one picture are both deleted, and the one that stays longest is used', async () => {
      const team = workspace();
      const { pictureFiles } = storage;
      const used: unknown[] = [];
      for (const [file, deleteAt] of [
        ['F1', NOW],
        ['F2', NOW + 1],
        ['F3', null],
      ] as const) {
        await pictureFiles.keep(team, { hash: 'h', file, deleteAt });
        used.push(await pictureFiles.find(team, 'h', NOW - 1));
      }
      const files = async () => (await pictureFiles.takeExpired(NOW + 1, 1, LEASE)).map(({ file }) => file);
      expect({ used, expired: [await files(), await files(), await files()] }).toEqual({
        used: ['F1', 'F2', 'F3'],
        expired: [['F1'], ['F2'], []],
      });
    });
  });

  test('whatever is asked with the ids of another workspace finds nothing and changes nothing', async () => {
    await emptied(storage);
    const own = workspace();
    const seen = await filled(storage, own);
    const stranger = fc.constantFrom(...STRANGE);
    await fc.assert(
      fc.asyncProperty(fc.array(stranger, { minLength: 1, maxLength: 12 }), async (operations) => {
        const other = workspace();
        for (const operate of operations) expect(EMPTY).toContainEqual(await operate(storage, other, seen));
        expect(await everythingOf(storage, own, seen.id)).toEqual(seen.everything);
      }),
      { numRuns: 40 },
    );
  });
}

interface Seen {
  readonly id: string;
  readonly delivery: Delivery;
  readonly everything: unknown;
}

const SAVED = { person: 'U1', name: 'mine', question: TAGS };

async function filled(storage: Storage, workspace: string): Promise<Seen> {
  const given = schedule({ workspace });
  const slot = { workspace, schedule: given.id, dueAt: NOW };
  await storage.schedules.add({ ...given, nextAt: NOW + LEASE });
  await storage.deliveries.add(slot, NOW);
  const [claimed] = await storage.deliveries.claim(NOW, 1, LEASE);
  if (!claimed) throw new Error('There is nothing to claim.');
  await storage.deliveries.settle(claimed, { state: 'uncertain', reason: 'because' }, NOW);
  await storage.savedReports.save({ workspace, ...SAVED });
  await storage.preferences.changePerson(workspace, 'U1', { isWelcomed: true });
  await storage.preferences.changeWorkspace(workspace, { installer: 'U1' });
  await storage.pictureFiles.keep(workspace, { hash: 'h', file: 'F1', deleteAt: null });
  const [id = ''] = await storage.questions.keep(workspace, [TAGS], NOW + 99 * LEASE);
  return { id, delivery: claimed, everything: await everythingOf(storage, workspace, id) };
}

const everythingOf = async (storage: Storage, workspace: string, id: string) => [
  await storage.schedules.list(workspace, {}),
  await storage.deliveries.history(workspace, 'K7Q2', 9),
  await storage.savedReports.list(workspace, 'U1'),
  await storage.preferences.ofPerson(workspace, 'U1'),
  await storage.preferences.ofWorkspace(workspace),
  await storage.pictureFiles.find(workspace, 'h', NOW),
  await storage.questions.find(workspace, id),
];

/** Where things are sent. */
const TO = { channel: 'C1' };

/** What nothing looks like. */
const EMPTY = [null, false, [], undefined, 'unknown'];

const STRANGE: readonly ((storage: Storage, workspace: string, seen: Seen) => Promise<unknown>)[] = [
  ({ schedules }, workspace) => schedules.find(workspace, 'K7Q2'),
  ({ schedules }, workspace) => schedules.list(workspace, { owner: 'U1' }),
  ({ schedules }, workspace) => schedules.change(schedule({ workspace, state: 'deleted', nextAt: null })),
  ({ deliveries }, workspace, { delivery }) => deliveries.find({ ...delivery, workspace }),
  ({ deliveries }, workspace) => deliveries.history(workspace, 'K7Q2', 9),
  ({ deliveries }, workspace, { delivery }) => deliveries.confirm({ ...delivery, workspace }, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.askAgain({ ...delivery, workspace }, NOW, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.intend({ ...delivery, workspace }, TO, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.settle({ ...delivery, workspace }, { state: 'failed', reason: 'x' }, NOW),
  ({ deliveries }, workspace, { delivery }) => deliveries.told([{ ...delivery, workspace }], NOW),
  ({ savedReports }, workspace) => savedReports.find(workspace, 'U1', 'mine'),
  ({ savedReports }, workspace) => savedReports.list(workspace, 'U1'),
  ({ savedReports }, workspace) => savedReports.rename({ workspace, ...SAVED }, 'yours'),
  ({ savedReports }, workspace) => savedReports.delete(workspace, 'U1', 'mine'),
  ({ preferences }, workspace) => preferences.changePerson(workspace, 'U1', { isWelcomed: false, zone: 'UTC' }),
  ({ preferences }, workspace) => preferences.changeWorkspace(workspace, { installer: 'U2' }),
  ({ pictureFiles }, workspace) => pictureFiles.find(workspace, 'h', NOW),
  ({ questions }, workspace, { id }) => questions.find(workspace, id),
];

/** Takes from their turn what other tests left behind: these look at all workspaces at once. */
async function emptied({ schedules, deliveries }: Storage): Promise<void> {
  const LATER = NOW + 365 * 24 * 60 * MINUTE;
  await schedules.plan(LATER, 1_000, () => ({ deliveries: [], nextAt: null, state: 'ended' }));
  for (const left of await deliveries.claim(LATER, 1_000, LEASE)) await deliveries.settle(left, { state: 'skipped', reason: 'left' }, NOW);
  for (const left of await deliveries.takeStuck(LATER, LATER, 1_000, LEASE)) {
    await deliveries.settle(left, { state: 'skipped', reason: 'left' }, NOW);
  }
  await deliveries.told(await deliveries.takeUntold(LATER, 1_000, LEASE), NOW);
}

/** As it begins. */
const delivery = (changes: Partial<Delivery> & Slot): Delivery => ({
  state: 'due',
  notAfter: changes.dueAt,
  isAsked: false,
  fence: 0,
  attempts: 0,
  notBefore: changes.dueAt,
  postingAt: null,
  place: null,
  looks: 0,
  channel: null,
  ts: null,
  reason: null,
  reference: null,
  updatedAt: NOW,
  ...changes,
});
