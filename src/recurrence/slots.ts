import { type Instant, Temporal, type Zone, zoned } from '../model/time.ts';
import type { WallTime } from './recurrence.ts';

/** Days and times by the clock of a zone. */
export interface Pattern {
  readonly isOn: (date: Temporal.PlainDate) => boolean;
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
export function nextOf({ isOn, times }: Pattern, { zone, after, until, count }: Coming): readonly Instant[] {
  const slots: Instant[] = [];
  let date = zoned(after, zone).toPlainDate();
  for (let pause = 0; pause <= LONGEST_PAUSE_DAYS; pause++, date = date.add({ days: 1 })) {
    if (!isOn(date)) continue;
    pause = 0;
    for (const slot of slotsOn(date, { times, zone })) {
      if (slots.length >= count || (until !== null && slot > until)) return slots;
      if (slot > (slots.at(-1) ?? after)) slots.push(slot);
    }
  }
  return slots;
}

/** The newest slots of a time that is over, ascending, each once. */
export function newestOf({ isOn, times }: Pattern, { zone, after, through, limit }: Gone): readonly Instant[] {
  const newest: Instant[] = [];
  const first = zoned(after, zone).toPlainDate();
  // The day after as well: where the clock goes back over midnight, its first slots may be over already.
  let date = zoned(through, zone).toPlainDate().add({ days: 1 });
  for (; newest.length < limit && Temporal.PlainDate.compare(date, first) >= 0; date = date.subtract({ days: 1 })) {
    if (!isOn(date)) continue;
    for (const slot of slotsOn(date, { times, zone }).toReversed()) {
      const isNew = slot > after && slot <= through && slot !== newest.at(-1);
      if (isNew && newest.length < limit) newest.push(slot);
    }
  }
  return newest.reverse();
}
