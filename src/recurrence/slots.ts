import { type Instant, Temporal, type Zone, zoned } from '../model/time.ts';
import type { WallTime } from './recurrence.ts';

/** Days and times by the clock of a zone. */
export interface Pattern {
  readonly isOn: (date: Temporal.PlainDate) => boolean;
  /** From a day that it is not on: how many days to go, on or back, before it may be on again. */
  readonly away: (date: Temporal.PlainDate, step: 1 | -1) => number;
  /** Ascending. */
  readonly times: readonly WallTime[];
}

export interface Coming {
  readonly zone: Zone;
  /** Exclusive. */
  readonly after: Instant;
  /** Inclusive; null: for ever. */
  readonly until: Instant | null;
  readonly count: number;
}

export interface Gone {
  readonly zone: Zone;
  /** Exclusive. */
  readonly after: Instant;
  /** Inclusive. */
  readonly through: Instant;
  readonly limit: number;
}

/** Longer than there is nothing on: every 52nd week, and a year until it begins. */
const LONGEST_PAUSE_DAYS = 800;

/** When the clock shows the time: the first of two moments, or where it skips the time the moment of the change. */
function instantOf(date: Temporal.PlainDate, { time, zone }: { readonly time: Temporal.PlainTime; readonly zone: Zone }): Instant {
  const wall = date.toPlainDateTime(time);
  const shown = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (shown.toPlainDateTime().equals(wall)) return shown.epochMilliseconds;
  return (shown.getTimeZoneTransition('next') ?? shown).epochMilliseconds;
}

/** The slots of a day, ascending. Those that a change of the clock moves may coincide, with those of another day too. */
function slotsOn(
  date: Temporal.PlainDate,
  { times, zone }: { readonly times: readonly WallTime[]; readonly zone: Zone },
): readonly Instant[] {
  return times.map((time) => instantOf(date, { time: Temporal.PlainTime.from(time), zone }));
}

/** The next slots, ascending, each once. */
export function nextOf({ isOn, away, times }: Pattern, { zone, after, until, count }: Coming): readonly Instant[] {
  const slots: Instant[] = [];
  let date = zoned(after, zone).toPlainDate();
  for (let pause = 0, days = 1; pause <= LONGEST_PAUSE_DAYS; pause += days, date = date.add({ days })) {
    const isToday = isOn(date);
    days = isToday ? 1 : away(date, 1);
    if (!isToday) continue;
    pause = 0;
    for (const slot of slotsOn(date, { times, zone })) {
      if (slots.length >= count || (until !== null && slot > until)) return slots;
      if (slot > (slots.at(-1) ?? after)) slots.push(slot);
    }
  }
  return slots;
}

/** The newest slots of a time that is over, ascending, each once. */
export function newestOf({ isOn, away, times }: Pattern, { zone, after, through, limit }: Gone): readonly Instant[] {
  const newest: Instant[] = [];
  const first = zoned(after, zone).toPlainDate();
  // The day after as well: where the clock goes back over midnight, its first slots may be over already.
  let date = zoned(through, zone).toPlainDate().add({ days: 1 });
  for (let days = 1; newest.length < limit && Temporal.PlainDate.compare(date, first) >= 0; date = date.subtract({ days })) {
    const isThen = isOn(date);
    days = isThen ? 1 : away(date, -1);
    if (!isThen) continue;
    for (const slot of slotsOn(date, { times, zone }).toReversed()) {
      const isNew = slot > after && slot <= through && slot !== newest.at(-1);
      if (isNew && newest.length < limit) newest.push(slot);
    }
  }
  return newest.reverse();
}
