import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../src/usecases/store.ts';
import { delivery, emptied, LEASE, MINUTE, NOW, recorded, schedule, weekly } from '../given.ts';
import type { Here } from './here.ts';

export function schedulesContract(here: Here): void {
  describe('schedules', () => {
    test('a schedule comes back as it was written', async () => {
      const team = here.workspace();
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
      for (const each of all) await here.storage.schedules.add(each);
      expect(await Promise.all(['A', 'B', 'C'].map((id) => here.storage.schedules.find(team, id)))).toEqual(all);
    });

    test('an id is never used again', async () => {
      const team = here.workspace();
      await here.storage.schedules.add(schedule({ workspace: team, state: 'deleted', nextAt: null }));
      await expect(here.storage.schedules.add(schedule({ workspace: team }))).rejects.toThrow(/unique/i);
    });

    test('lists show what is neither ended nor deleted, next ones first and paused ones last', async () => {
      const team = here.workspace();
      const add = (id: string, changes: Parameters<typeof schedule>[0]) =>
        here.storage.schedules.add(schedule({ workspace: team, id, nextAt: null, ...changes }));
      await add('A', { state: 'paused' });
      await add('B', { nextAt: NOW + 2 });
      await add('C', { nextAt: NOW + 1, owner: 'U2' });
      await add('D', { nextAt: NOW + 3, place: { person: 'U1' } });
      await add('E', { state: 'ended' });
      await add('F', { state: 'deleted' });
      const ids = async (of: Parameters<Store['schedules']['list']>[1]) =>
        (await here.storage.schedules.list(team, of)).map(({ id }) => id).join('');
      expect([await ids({}), await ids({ owner: 'U1' }), await ids({ channel: 'C1' }), await ids({ owner: 'U1', channel: 'C1' })]).toEqual([
        'CBDA',
        'BDA',
        'CBA',
        'BA',
      ]);
    });

    test('who changes an older version is refused', async () => {
      const given = schedule({ workspace: here.workspace(), nextAt: NOW + 1 });
      await here.storage.schedules.add(given);
      const changed = await here.storage.schedules.change({ ...given, owner: 'U2', place: { person: 'U2' } });
      const late = await here.storage.schedules.change({ ...given, owner: 'U3' });
      expect({ changed, late, now: await here.storage.schedules.find(given.workspace, given.id) }).toEqual({
        changed: true,
        late: false,
        now: { ...given, owner: 'U2', place: { person: 'U2' }, version: 2 },
      });
      await here.storage.schedules.change({ ...given, version: 2, state: 'deleted', nextAt: null });
    });

    test('a slot that is due is neither moved nor taken away before it is planned', async () => {
      const given = schedule({ workspace: here.workspace() });
      const { add, change, find } = here.storage.schedules;
      await add(given);
      const losing = [{ nextAt: NOW + 1 }, { nextAt: NOW - 1 }, { state: 'paused', nextAt: null }] as const;
      const answers: boolean[] = [];
      for (const each of [...losing, { failures: 1 }]) answers.push(await change({ ...given, ...each }));
      expect([answers, await find(given.workspace, given.id)]).toEqual([
        [false, false, false, true],
        { ...given, failures: 1, version: 2 },
      ]);
    });

    test('a slot that is not due yet, or none, stands in nobody’s way', async () => {
      const given = schedule({ workspace: here.workspace(), nextAt: NOW + 1 });
      const { add, change, find } = here.storage.schedules;
      await add(given);
      const changes = [{ nextAt: NOW + 9 }, { state: 'paused', nextAt: null }, { state: 'active', nextAt: NOW + 5 }] as const;
      const answers: boolean[] = [];
      for (const [at, each] of changes.entries()) answers.push(await change({ ...given, ...each, version: 1 + at }));
      const left = await find(given.workspace, given.id);
      expect([answers, left]).toEqual([[true, true, true], { ...given, nextAt: NOW + 5, version: 4 }]);
    });

    test('what is due is planned once, moved on and keeps its version', async () => {
      await emptied(here.storage);
      const team = here.workspace();
      const due = schedule({ workspace: team, id: 'A', nextAt: NOW - 1, skipAt: NOW - 1 });
      const later = schedule({ workspace: team, id: 'B', nextAt: NOW + 1, skipAt: NOW + 1 });
      const last = schedule({ workspace: team, id: 'C', nextAt: NOW });
      for (const each of [due, later, last]) await here.storage.schedules.add(each);
      const planned = await here.storage.schedules.plan(NOW, 10, (each) =>
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
      const again = await here.storage.schedules.plan(NOW, 10, weekly);
      expect({
        counts: [planned, again],
        schedules: await Promise.all(['A', 'B', 'C'].map((id) => here.storage.schedules.find(team, id))),
        deliveries: [await here.storage.deliveries.history(team, 'A', 9), await here.storage.deliveries.history(team, 'C', 9)],
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
      await emptied(here.storage);
      const given = schedule({ workspace: here.workspace() });
      await here.storage.schedules.add(given);
      await here.storage.schedules.plan(NOW, 10, weekly);
      const stale = await here.storage.schedules.change({ ...given, failures: 1 });
      const [claimed] = await here.storage.deliveries.claim(NOW, 10, LEASE);
      const planned = await here.storage.schedules.plan(NOW, 10, weekly);
      expect({ stale, planned, history: await here.storage.deliveries.history(given.workspace, given.id, 9) }).toEqual({
        stale: true,
        planned: 1,
        history: [claimed],
      });
    });

    test('no more than the limit is planned, the oldest first', async () => {
      await emptied(here.storage);
      const team = here.workspace();
      for (const [at, id] of ['A', 'B', 'C'].entries())
        await here.storage.schedules.add(schedule({ workspace: team, id, nextAt: NOW - at }));
      const planned: string[] = [];
      const note = (each: Parameters<typeof weekly>[0]) => {
        planned.push(each.id);
        return weekly(each);
      };
      expect([await here.storage.schedules.plan(NOW, 2, note), await here.storage.schedules.plan(NOW, 2, note), planned]).toEqual([
        2,
        1,
        ['C', 'B', 'A'],
      ]);
    });

    test('a schedule that cannot be planned stands still and is written down, the others are planned', async () => {
      await emptied(here.storage);
      const team = here.workspace();
      for (const id of ['A', 'B']) await here.storage.schedules.add(schedule({ workspace: team, id }));
      recorded.length = 0;
      const planned = await here.storage.schedules.plan(NOW, 10, (each) => {
        if (each.id === 'A') throw new Error('no such zone');
        return weekly(each);
      });
      expect({
        planned,
        recorded,
        states: (await here.storage.schedules.list(team, {})).map(({ id, state, pausedFor }) => [id, state, pausedFor]),
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
      await emptied(here.storage);
      const team = here.workspace();
      for (const [id, at] of [
        ['A', 0],
        ['B', 2],
        ['C', 1],
        ['D', 3],
      ] as const) {
        await here.storage.schedules.add(schedule({ workspace: team, id, nextAt: NOW + at }));
      }
      const ids = async (limit: number) => (await here.storage.schedules.takeUpcoming(NOW, NOW + 2, limit)).map(({ id }) => id).join('');
      const taken = [await ids(1), await ids(9), await ids(9)];
      const moved = await here.storage.schedules.find(team, 'C');
      if (moved) await here.storage.schedules.change({ ...moved, nextAt: NOW + 2 });
      expect([...taken, await ids(9)]).toEqual(['C', 'B', '', 'C']);
    });
  });

  test('nothing is made ahead, and no file deleted, for a workspace whose token is refused or that another process serves', async () => {
    await emptied(here.storage);
    const team = here.workspace();
    const { schedules, pictureFiles, preferences } = here.storage;
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
}
