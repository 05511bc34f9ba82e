import { type DateRange, type Temporal, zoned } from '../model/time.ts';

/** Beyond this share two times are of unlike lengths: 30 days beside 31 are as good as equal, 28 are not. */
const ALIKE = 0.05;
const DAY_HOURS = 24;

/** How long two times of unlike lengths are, in days, or in hours where one of them is less than a day. */
export interface Lengths {
  readonly unit: 'day' | 'hour';
  readonly now: number;
  readonly before: number;
}

/** null: they are as good as equally long. */
export function unlikeLengths(range: DateRange, baseline: DateRange): Lengths | null {
  const [now, before] = [daysIn(range), daysIn(baseline)];
  if (Math.min(now, before) <= 0 || Math.abs(now - before) <= ALIKE * Math.max(now, before)) return null;
  if (Math.min(now, before) >= 1) return { unit: 'day', now, before };
  return { unit: 'hour', now: now * DAY_HOURS, before: before * DAY_HOURS };
}

/** Of what it is narrowed to; by the clock on the wall, so that a day on which clocks change is a day. */
function daysIn({ start, end, zone, only }: DateRange): number {
  const [from, to] = [start, end].map((at) => zoned(at, zone).toPlainDateTime());
  if (!from || !to) return 0;
  const hours = only?.hours ? (only.hours.to - only.hours.from + DAY_HOURS) % DAY_HOURS || DAY_HOURS : DAY_HOURS;
  const midnight = to.with({ hour: 0, minute: 0, second: 0, millisecond: 0 });
  const whole = Math.max(0, from.until(midnight, { largestUnit: 'day' }).days);
  const days = Array.from({ length: whole }, (_, index) => from.add({ days: index }));
  const isIn = ({ dayOfWeek }: Temporal.PlainDateTime): boolean => !only?.days || only.days.includes(dayOfWeek);
  const rest = isIn(to) ? from.add({ days: whole }).until(to).total({ unit: 'day', relativeTo: from }) : 0;
  return (days.filter(isIn).length * hours) / DAY_HOURS + (only?.hours ? 0 : rest);
}
