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

/** What was missed in a long absence is written down so many at a time. */
const MOST_AT_ONCE = 50;

type Rule = Pick<Schedule, 'recurrence' | 'zone'>;

/** Until when a slot may still be posted, which is longer where it was awaited later than it is; never beyond the next one. */
export function notAfter({ recurrence, zone }: Rule, dueAt: Instant, awaitedAt = dueAt): Instant {
  const [next] = nextSlots(recurrence, { zone, after: dueAt, until: dueAt + NEIGHBOURHOOD, count: 1 });
  const [previous] = slotsWithin(recurrence, { zone, after: dueAt - NEIGHBOURHOOD, through: dueAt - 1, limit: 1 });
  const apart = Math.min((next ?? dueAt + NEIGHBOURHOOD) - dueAt, dueAt - (previous ?? dueAt - NEIGHBOURHOOD));
  const { window } = WINDOWS.find((each) => apart >= each.apart) ?? { window: HOUR };
  return Math.min(awaitedAt + Math.min(window, apart), next ?? Number.POSITIVE_INFINITY);
}

/** The first slot after a moment; null when there is none any more. */
export function slotAfter({ recurrence, zone, until }: Rule & Pick<Schedule, 'until'>, moment: Instant): Instant | null {
  return nextSlots(recurrence, { zone, after: moment, until, count: 1 })[0] ?? null;
}

/** By how much the rules of a zone change: an hour, mostly. */
const MOST_MOVED = 3 * HOUR;

/**
 * Where a slot is that was awaited for a moment by rules of its zone that have changed since: what comes before that moment would be lost.
 * Whatever is nearest is taken for it; one that comes later is found in its time.
 */
function movedBack({ recurrence, zone }: Rule, awaitedAt: Instant): Instant {
  const [before] = slotsWithin(recurrence, { zone, after: awaitedAt - MOST_MOVED - 1, through: awaitedAt, limit: 1 });
  const [after] = nextSlots(recurrence, { zone, after: awaitedAt - 1, until: awaitedAt + MOST_MOVED, count: 1 });
  const isLater = after !== undefined && (before === undefined || after - awaitedAt < awaitedAt - before);
  return isLater ? awaitedAt : (before ?? awaitedAt);
}

/**
 * What becomes of the slots that are due: the newest is posted if it is not too late for it, never a backlog. When there are more than one
 * plan takes, the schedule stays due, and the next plan goes on.
 */
export function planOf(now: Instant): (schedule: Schedule) => Plan {
  return (schedule) => {
    const { recurrence, zone, until, nextAt } = schedule;
    const first = nextAt === null ? null : movedBack(schedule, nextAt);
    const through = until === null ? now : Math.min(now, until);
    const slots = first === null ? [] : nextSlots(recurrence, { zone, after: first - 1, until: through, count: MOST_AT_ONCE + 1 });
    const left = slots[MOST_AT_ONCE];
    const next = left ?? slotAfter(schedule, now);
    const newest = left === undefined ? slots.at(-1) : null;
    return {
      deliveries: slots.slice(0, MOST_AT_ONCE).map((dueAt) => {
        const awaitedAt = dueAt === first && nextAt !== null ? nextAt : dueAt;
        return planned(schedule, { dueAt, awaitedAt, isNewest: dueAt === newest }, now);
      }),
      nextAt: next,
      state: next === null ? 'ended' : schedule.state,
    };
  };
}

interface Due {
  readonly dueAt: Instant;
  /** When it was to be by the rules of before: as it was written down, and as a person asked to skip it. */
  readonly awaitedAt: Instant;
  readonly isNewest: boolean;
}

function planned(schedule: Schedule, { dueAt, awaitedAt, isNewest }: Due, now: Instant): PlannedDelivery {
  if (awaitedAt === schedule.skipAt) return { dueAt, state: 'skipped', reason: 'asked_to_skip' };
  const missed = { dueAt, state: 'missed', reason: 'asleep' } as const;
  if (!isNewest) return missed;
  const until = notAfter(schedule, dueAt, awaitedAt);
  return now <= until ? { dueAt, state: 'due', notAfter: until } : missed;
}
