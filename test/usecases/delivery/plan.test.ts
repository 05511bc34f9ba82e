import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { notAfter, planOf, slotAfter } from '../../../src/usecases/delivery/plan.ts';
import type { Plan, Schedule } from '../../../src/usecases/ports.ts';
import { instant } from '../../reports/given.ts';
import { createRandom } from '../../support/simulation/random.ts';
import { scheduleAt } from '../../support/simulation/schedules.ts';
import { slotsByHand } from '../../support/simulation/slots-by-hand.ts';
import { DAY, DUE, HOUR, MINUTE, schedule } from './given.ts';

const DAILY: Schedule['recurrence'] = { days: { kind: 'daily' }, times: ['09:00'] };
const next = DUE + 7 * DAY;

/** As one turn after the other makes them. */
function plansOf(given: Schedule, now: number): readonly Plan[] {
  const plan = planOf(now)(given);
  return plan.nextAt !== null && plan.nextAt <= now ? [plan, ...plansOf({ ...given, nextAt: plan.nextAt }, now)] : [plan];
}

describe('the slots that are due', () => {
  test('one is posted, within its window', () => {
    expect(planOf(DUE + 5)(schedule())).toEqual({
      deliveries: [{ dueAt: DUE, state: 'due', notAfter: DUE + DAY }],
      nextAt: next,
      state: 'active',
    });
  });

  test('of several the newest is posted, and the others are missed', () => {
    expect(planOf(DUE + 2 * DAY + 3 * HOUR)(schedule({ recurrence: DAILY }))).toEqual({
      deliveries: [
        { dueAt: DUE, state: 'missed', reason: 'asleep' },
        { dueAt: DUE + DAY, state: 'missed', reason: 'asleep' },
        { dueAt: DUE + 2 * DAY, state: 'due', notAfter: DUE + 2 * DAY + 6 * HOUR },
      ],
      nextAt: DUE + 3 * DAY,
      state: 'active',
    });
  });

  test('the newest is missed as well when its window has passed', () => {
    expect(planOf(DUE + DAY + 1)(schedule()).deliveries).toEqual([{ dueAt: DUE, state: 'missed', reason: 'asleep' }]);
  });

  test('one that a person left out is skipped, and no older one takes its place', () => {
    const plan = planOf(DUE + DAY)(schedule({ recurrence: DAILY, skipAt: DUE + DAY }));
    expect(plan.deliveries).toEqual([
      { dueAt: DUE, state: 'missed', reason: 'asleep' },
      { dueAt: DUE + DAY, state: 'skipped', reason: 'asked_to_skip' },
    ]);
  });

  test('the last one is posted, and the schedule ends', () => {
    expect(planOf(DUE + 5)(schedule({ until: DUE }))).toEqual({
      deliveries: [{ dueAt: DUE, state: 'due', notAfter: DUE + DAY }],
      nextAt: null,
      state: 'ended',
    });
  });

  test('after a year of absence all are written down, fifty at a time, and the newest is posted', () => {
    const plans = plansOf(schedule({ recurrence: DAILY }), DUE + 365 * DAY);
    const deliveries = plans.flatMap((plan) => plan.deliveries);
    expect([
      plans.map((plan) => plan.deliveries.length),
      new Set(deliveries.map(({ dueAt }) => dueAt)).size,
      deliveries.filter(({ state }) => state !== 'missed'),
      plans.at(-1)?.nextAt,
    ]).toEqual([
      [50, 50, 50, 50, 50, 50, 50, 16],
      366,
      [expect.objectContaining({ state: 'due', dueAt: DUE + 365 * DAY })],
      DUE + 366 * DAY,
    ]);
  });

  test('a schedule that ended meanwhile ends when all are written down', () => {
    const plans = plansOf(schedule({ recurrence: DAILY, until: DUE + 59 * DAY }), DUE + 365 * DAY);
    expect(plans.map(({ deliveries, nextAt, state }) => [deliveries.length, nextAt, state])).toEqual([
      [50, DUE + 50 * DAY, 'active'],
      [10, null, 'ended'],
    ]);
  });

  test.each([
    ['earlier is posted late, as long as if it were in time', {}, HOUR, [{ dueAt: DUE, state: 'due', notAfter: DUE + HOUR + DAY }], next],
    [
      'earlier, of several a day as well',
      { recurrence: { days: { kind: 'daily' }, times: ['09:00', '17:00'] } },
      HOUR,
      [{ dueAt: DUE, state: 'due', notAfter: DUE + 2 * HOUR }],
      DUE + 8 * HOUR,
    ],
    [
      'earlier brings back none of those before it',
      { recurrence: { days: { kind: 'daily' }, times: ['08:00', '09:00'] } },
      HOUR,
      [{ dueAt: DUE, state: 'due', notAfter: DUE + 2 * HOUR }],
      DUE + 23 * HOUR,
    ],
    [
      'earlier is skipped where a person asked for that',
      { skipAt: DUE + HOUR },
      HOUR,
      [{ dueAt: DUE, state: 'skipped', reason: 'asked_to_skip' }],
      next,
    ],
    ['later is waited for', {}, -HOUR, [], DUE],
    ['later does not bring back the one before it', { recurrence: { days: { kind: 'daily' }, times: ['06:00', '09:00'] } }, -HOUR, [], DUE],
    [
      'nowhere brings back none of those before it',
      { recurrence: { days: { kind: 'daily' }, times: ['08:00', '09:00'] } },
      0,
      [{ dueAt: DUE, state: 'due', notAfter: DUE + HOUR }],
      DUE + 23 * HOUR,
    ],
  ] as const)('one that new rules of its zone moved %s', (_, changes, awaitedMs, deliveries, nextAt) => {
    const awaitedAt = DUE + awaitedMs;
    expect(planOf(awaitedAt + 5)(schedule({ ...changes, nextAt: awaitedAt }))).toEqual({ deliveries, nextAt, state: 'active' });
  });

  test('are the same ones, each once, after new rules of a zone moved the one that was awaited', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.integer({ min: 0, max: 300 * 24 }),
        fc.constantFrom(-120, -60, -30, 30, 60, 120),
        (index, from, minutes) => {
          const start = Date.UTC(2026, 0, 10) + from * HOUR;
          const given = scheduleAt(index, createRandom(index), { start, end: start + 400 * DAY });
          const [before, slot, after] = slotsByHand(given.recurrence, { zone: given.zone, after: start, through: start + 100 * DAY });
          const moved = minutes * MINUTE;
          if (before === undefined || slot === undefined || after === undefined) return;
          // Those that are nearer to each other cannot be told apart.
          fc.pre(Math.min(slot - before, after - slot) > 2 * Math.abs(moved));
          const plans = plansOf({ ...given, nextAt: slot + moved }, Math.max(slot, slot + moved));
          expect([plans.flatMap(({ deliveries }) => deliveries.map(({ dueAt }) => dueAt)), plans.at(-1)?.nextAt]).toEqual([[slot], after]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('are those that one counts by hand, in all zones and of all kinds', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 0, max: 340 * 24 }), fc.integer({ min: 1, max: 20 * 24 }), (index, from, hours) => {
        const start = Date.UTC(2026, 0, 10) + from * HOUR;
        const given = scheduleAt(index, createRandom(index), { start, end: start + 400 * DAY });
        const by = (after: number, through: number) => slotsByHand(given.recurrence, { zone: given.zone, after, through });
        const [first] = by(start, start + 100 * DAY);
        if (first === undefined) return;
        const now = first + hours * HOUR;
        const plans = plansOf({ ...given, nextAt: first }, now);
        const deliveries = plans.flatMap((plan) => plan.deliveries);
        const nextAt = plans.at(-1)?.nextAt;
        expect(deliveries.map(({ dueAt }) => dueAt)).toEqual(by(first - 1, now));
        expect(deliveries.slice(0, -1).filter(({ state }) => state !== 'missed')).toEqual([]);
        expect(nextAt).toBe(by(now, now + 100 * DAY)[0] ?? nextAt);
      }),
      { numRuns: 60 },
    );
  });
});

describe('how late a post may be', () => {
  test.each([
    ['every week', { days: { kind: 'weekly', every: 1, days: [1], from: '2026-11-09' }, times: ['09:00'] }, DAY],
    ['every month', { days: { kind: 'monthly', days: [16] }, times: ['09:00'] }, DAY],
    ['every day', DAILY, 6 * HOUR],
    ['on weekdays, after a weekend', { days: { kind: 'weekdays' }, times: ['09:00'] }, 6 * HOUR],
    ['twice a day', { days: { kind: 'daily' }, times: ['09:00', '17:00'] }, HOUR],
    ['every half hour', { days: { kind: 'daily' }, times: ['09:00', '09:30'] }, 30 * MINUTE],
  ] as const)('%s', (_, recurrence, window) => {
    expect(notAfter(schedule({ recurrence }), DUE)).toBe(DUE + window);
  });

  test('a day that a change of the clock makes shorter is a day', () => {
    const dueAt = instant('2026-03-29T09:00');
    expect(notAfter(schedule({ recurrence: DAILY }), dueAt)).toBe(dueAt + 6 * HOUR);
  });

  test('there is no slot after the last one', () => {
    expect([slotAfter(schedule(), DUE), slotAfter(schedule({ until: DUE + DAY }), DUE)]).toEqual([next, null]);
  });
});
