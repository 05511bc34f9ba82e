import { describe, expect, test } from '@jest/globals';
import { DELIVERY_STATES, type Delivery, type Outcome, type Slot } from '../../../src/usecases/store.ts';
import { delivery, emptied, LEASE, MINUTE, NOW, schedule, TO, weekly } from '../given.ts';
import type { Here } from './here.ts';

export function deliveriesContract(here: Here): void {
  describe('deliveries', () => {
    /** One that is due now, in a workspace of its own, and nothing else. */
    const dueOne = async (): Promise<Slot> => {
      await emptied(here.storage);
      const slot = { workspace: here.workspace(), schedule: 'K7Q2', dueAt: NOW };
      await here.storage.deliveries.add(slot, NOW + 60 * MINUTE);
      return slot;
    };
    const claimed = async (now = NOW): Promise<Delivery> => {
      const [one] = await here.storage.deliveries.claim(now, 1, LEASE);
      if (!one) throw new Error('There is nothing to claim.');
      return one;
    };
    const posting = async (): Promise<Delivery> => {
      await dueOne();
      const one = await claimed();
      await here.storage.deliveries.intend(one, TO, NOW);
      return one;
    };

    test('a slot is claimed by one, who may post it and writes down where it is', async () => {
      const slot = await dueOne();
      const one = await claimed();
      const nobody = await here.storage.deliveries.claim(NOW, 1, LEASE);
      const steps = [
        await here.storage.deliveries.intend(one, TO, NOW + 1),
        await here.storage.deliveries.intend(one, TO, NOW + 1),
        await here.storage.deliveries.settle(one, { state: 'posted', channel: 'C1', ts: '1.2' }, NOW + 2),
        await here.storage.deliveries.settle(one, { state: 'failed', reason: 'late' }, NOW + 3),
      ];
      const posts = [
        await here.storage.deliveries.scheduleOf(slot.workspace, { channel: 'C1', ts: '1.2' }),
        await here.storage.deliveries.scheduleOf(slot.workspace, { channel: 'C2', ts: '1.2' }),
        await here.storage.deliveries.scheduleOf(slot.workspace, { channel: 'C1', ts: '1.3' }),
      ];
      expect(posts).toEqual([slot.schedule, null, null]);
      expect({ one, nobody, steps, end: await here.storage.deliveries.find(slot) }).toEqual({
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
      await here.storage.deliveries.add(slot, NOW);
      expect(await here.storage.deliveries.find(slot)).toEqual(one);
    });

    test('a claim that has lapsed is somebody else’s: its holder may neither post nor write', async () => {
      await dueOne();
      const first = await claimed();
      const early = await here.storage.deliveries.claim(NOW + LEASE - 1, 1, LEASE);
      const second = await claimed(NOW + LEASE);
      expect({
        early,
        fences: [first.fence, second.fence],
        first: [
          await here.storage.deliveries.intend(first, TO, NOW + LEASE),
          await here.storage.deliveries.settle(first, { state: 'skipped', reason: 'empty' }, NOW + LEASE),
        ],
        second: await here.storage.deliveries.intend(second, TO, NOW + LEASE),
      }).toEqual({ early: [], fences: [1, 2], first: [false, false], second: true });
    });

    test('what is tried again is due again, later', async () => {
      const slot = await dueOne();
      const outcome: Outcome = { state: 'retry', notBefore: NOW + 5, reason: 'limited', reference: 'r1' };
      await here.storage.deliveries.settle(await claimed(), outcome, NOW);
      const early = await here.storage.deliveries.claim(NOW + 4, 1, LEASE);
      const again = await here.storage.deliveries.claim(NOW + 5, 1, LEASE);
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
        await here.storage.deliveries.settle(await claimed(), { state: 'retry', notBefore: NOW, reason: 'held_up', counts }, NOW);
      }
      expect((await here.storage.deliveries.find(slot))?.attempts).toBe(2);
    });

    test('a planned one was asked for by nobody, until somebody does', async () => {
      await emptied(here.storage);
      const given = schedule({ workspace: here.workspace() });
      const slot = { workspace: given.workspace, schedule: given.id, dueAt: NOW };
      await here.storage.schedules.add(given);
      await here.storage.schedules.plan(NOW, 1, weekly);
      const planned = await here.storage.deliveries.find(slot);
      await here.storage.deliveries.settle(await claimed(), { state: 'failed', reason: 'because' }, NOW);
      await here.storage.deliveries.askAgain(slot, NOW, NOW + 60 * MINUTE);
      expect([planned?.isAsked, (await here.storage.deliveries.find(slot))?.isAsked]).toEqual([false, true]);
    });

    test('a process takes what is of the workspaces that it has a token for only', async () => {
      const slot = await dueOne();
      const { deliveries } = here.storage;
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
      const { deliveries } = here.storage;
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
      const { deliveries } = here.storage;
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
      expect(await here.storage.deliveries.settle(await claimed(), { state: 'look again', notBefore: NOW, looks: 1 }, NOW)).toBe(false);
    });

    test('a workspace whose token is refused waits', async () => {
      const slot = await dueOne();
      await here.storage.preferences.changeWorkspace(slot.workspace, { refusedSince: NOW });
      const refused = [await here.storage.deliveries.claim(NOW, 9, LEASE), await here.storage.deliveries.nextAt()];
      await here.storage.preferences.changeWorkspace(slot.workspace, { refusedSince: null });
      expect({ refused, working: (await here.storage.deliveries.claim(NOW, 9, LEASE)).length }).toEqual({
        refused: [[], null],
        working: 1,
      });
    });

    test('what is too late is given out all the same, so that it ends as missed', async () => {
      await dueOne();
      expect((await claimed(NOW + 61 * MINUTE)).notAfter).toBe(NOW + 60 * MINUTE);
    });

    test('ends that somebody must hear of are given out until they were told', async () => {
      const told: Record<string, unknown> = {};
      for (const state of ['missed', 'skipped', 'failed', 'uncertain'] as const) {
        const slot = await dueOne();
        await here.storage.deliveries.settle(await claimed(), { state, reason: 'because', reference: 'r2' }, NOW + 1);
        const first = await here.storage.deliveries.takeUntold(NOW + 1, 9, LEASE);
        const leased = await here.storage.deliveries.takeUntold(NOW + LEASE, 9, LEASE);
        const lapsed = await here.storage.deliveries.takeUntold(NOW + LEASE + 1, 9, LEASE);
        await here.storage.deliveries.told([slot, { ...slot, dueAt: 1 }], NOW + 2);
        const after = await here.storage.deliveries.takeUntold(NOW + 99 * LEASE, 9, LEASE);
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
          if (state === 'posting') await here.storage.deliveries.intend(one, TO, NOW);
          else {
            const outcome: Outcome = state === 'posted' ? { state, channel: 'C1', ts: '1' } : { state, reason: 'because' };
            await here.storage.deliveries.settle(one, outcome, NOW);
          }
          return slot;
        };
        answers[state] = [
          await here.storage.deliveries.confirm(await make(), NOW + 1),
          await here.storage.deliveries.askAgain(await make(), NOW + 1, NOW + 2),
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
      await here.storage.deliveries.settle(one, { state: 'uncertain', reason: 'because', reference: 'r' }, NOW);
      await here.storage.deliveries.askAgain(slot, NOW + 1, NOW + 9);
      const asked = await here.storage.deliveries.find(slot);
      const untold = await here.storage.deliveries.takeUntold(NOW + 9, 9, LEASE);
      const late = await here.storage.deliveries.settle(one, { state: 'failed', reason: 'late' }, NOW + 2);
      expect({ asked, untold, late }).toEqual({
        asked: delivery({ ...slot, state: 'due', isAsked: true, fence: 1, notBefore: NOW + 1, notAfter: NOW + 9, updatedAt: NOW + 1 }),
        untold: [],
        late: false,
      });
    });

    test('history begins with the newest and ends at the limit', async () => {
      const slot = await dueOne();
      for (const at of [1, 3, 2]) await here.storage.deliveries.add({ ...slot, dueAt: NOW + at }, NOW);
      const history = await here.storage.deliveries.history(slot.workspace, slot.schedule, 3);
      expect(history.map(({ dueAt }) => dueAt - NOW)).toEqual([3, 2, 1]);
    });

    test('the next thing to do is the earliest of all kinds', async () => {
      const slot = await dueOne();
      const { deliveries } = here.storage;
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
      await here.storage.schedules.add(next);
      moments.push(await deliveries.nextAt());
      await here.storage.schedules.change({ ...next, state: 'paused', nextAt: null });
      moments.push(await deliveries.nextAt());
      expect(moments).toEqual([NOW, NOW + LEASE, [null, NOW + 71], [NOW + 100 + LEASE, NOW + 100 + LEASE], NOW + 101, null, NOW + 9, null]);
    });
  });
}
