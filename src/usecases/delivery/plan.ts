import type { Instant } from '../../model/time.ts';
import { nextSlots, slotsWithin } from '../../recurrence/index.ts';
import type { Plan, PlannedDelivery, Schedule } from '../ports.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How late a slot may still be posted, by how far away the nearest other one is. A day is an hour shorter where clocks change. */
const WINDOWS = [
  { apart: 7 * DAY - 2 * HOUR, window: 24 * HOUR },
  { apart: DAY - 4 * HOUR, window: 6 * HOUR },
  { apart: 0, window: HOUR },
] as const;
/** Beyond the longest of these, neighbours make no difference. */
const NEIGHBOURHOOD = 8 * DAY;

/** Of what was missed in a long absence, so many are written down, newest first. */
const MOST_MISSED = 50;

type Rule = Pick<Schedule, 'recurrence' | 'zone'>;

/** Until when a slot may still be posted; never beyond the next one. */
export function notAfter({ recurrence, zone }: Rule, dueAt: Instant): Instant {
  const [next] = nextSlots(recurrence, { zone, after: dueAt, until: dueAt + NEIGHBOURHOOD, count: 1 });
  const [previous] = slotsWithin(recurrence, { zone, after: dueAt - NEIGHBOURHOOD, through: dueAt - 1, limit: 1 });
  const apart = Math.min((next ?? dueAt + NEIGHBOURHOOD) - dueAt, dueAt - (previous ?? dueAt - NEIGHBOURHOOD));
  const { window } = WINDOWS.find((each) => apart >= each.apart) ?? { window: HOUR };
  return dueAt + Math.min(window, apart);
}

/** The first slot after a moment; null when there is none any more. */
export function slotAfter({ recurrence, zone, until }: Rule & Pick<Schedule, 'until'>, moment: Instant): Instant | null {
  return nextSlots(recurrence, { zone, after: moment, until, count: 1 })[0] ?? null;
}

/** What becomes of the slots that are due: the newest is posted if it is not too late for it, never a backlog. */
export function planOf(now: Instant): (schedule: Schedule) => Plan {
  return (schedule) => {
    const { recurrence, zone, until, nextAt } = schedule;
    const through = until === null ? now : Math.min(now, until);
    const slots = nextAt === null ? [] : slotsWithin(recurrence, { zone, after: nextAt - 1, through, limit: MOST_MISSED });
    const next = slotAfter(schedule, now);
    return {
      deliveries: slots.map((dueAt, index) => planned(schedule, { dueAt, isNewest: index === slots.length - 1 }, now)),
      nextAt: next,
      state: next === null ? 'ended' : schedule.state,
    };
  };
}

function planned(schedule: Schedule, { dueAt, isNewest }: { dueAt: Instant; isNewest: boolean }, now: Instant): PlannedDelivery {
  if (dueAt === schedule.skipAt) return { dueAt, state: 'skipped', reason: 'asked_to_skip' };
  const until = notAfter(schedule, dueAt);
  return isNewest && now <= until ? { dueAt, state: 'due', notAfter: until } : { dueAt, state: 'missed', reason: 'asleep' };
}
