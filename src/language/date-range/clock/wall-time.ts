import { type Granularity, Temporal } from '../../../model/time.ts';
import { type Moment, type Outcome, type Refusal, refuse, type Stretch } from '../format.ts';
import { finer } from '../units.ts';
import { dayInWords } from '../vocabulary.ts';
import { DAY, HOUR } from './clock-time.ts';
import type { Hours } from './day-part.ts';

/** The instant at which the clocks of the zone show so many seconds since the midnight that begins the date. */
export function atWall(date: Temporal.PlainDate, { seconds, zone }: { readonly seconds: number; readonly zone: string }) {
  const time = new Temporal.PlainTime().add({ seconds: seconds % DAY });
  return date
    .add({ days: Math.floor(seconds / DAY) })
    .toPlainDateTime(time)
    .toZonedDateTime(zone);
}

function granularityOf({ from, to }: Hours): Granularity {
  const fits = (unit: number): boolean => from % unit === 0 && to % unit === 0;
  if (fits(HOUR)) return 'hour';
  return fits(60) ? 'minute' : 'second';
}

function skipped(length: number, date: Temporal.PlainDate): Refusal {
  const day = dayInWords(date);
  return refuse(length, {
    message: `On ${day} the clocks skip these hours.`,
    hint: 'Ask for the whole day, or for other hours.',
    instead: [day],
  });
}

/** The same time by the clocks of another zone, where whole hours may be none. */
export function inZone<T extends Stretch>(stretch: T, zone: string): T {
  const [start, end] = [stretch.start.withTimeZone(zone), stretch.end.withTimeZone(zone)];
  const granularity = start.minute + end.minute === 0 ? stretch.granularity : finer(stretch.granularity, 'minute');
  return { ...stretch, start, end, granularity };
}

interface OfDay {
  readonly date: Temporal.PlainDate;
  readonly length: number;
}

/** Hours of a day by the clocks of the zone. */
export function hoursOfDay(hours: Hours, { date, length }: OfDay, { now }: Moment): Outcome {
  const zone = now.timeZoneId;
  const start = atWall(date, { seconds: hours.from, zone });
  const end = atWall(date, { seconds: hours.to, zone });
  // Both ends of an empty moment are the same.
  if (hours.to > hours.from && start.epochMilliseconds >= end.epochMilliseconds) return skipped(length, date);
  return { start, end, granularity: granularityOf(hours), length };
}
