import type { Days, Recurrence } from '../../../src/recurrence/recurrence.ts';

/*
 * Slots counted by hand, to compare the product with. It shares no code with it: dates are counted in UTC, wall clocks are read off
 * Intl.DateTimeFormat.
 */

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows, as if it were UTC. */
function wallAt(instant: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

/** The first moment that shows this; where none does, the moment at which the clock jumps over it. */
function momentOf(wall: number, zone: string): number {
  const offsets = [wall - DAY, wall + DAY].map((near) => wallAt(near, zone) - near);
  const shown = offsets.map((offset) => wall - offset).filter((instant) => wallAt(instant, zone) === wall);
  if (shown.length > 0) return Math.min(...shown);
  let [before, after] = [wall - DAY, wall + DAY];
  while (after - before > 1_000) {
    const middle = before + Math.floor((after - before) / 2_000) * 1_000;
    if (wallAt(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

const isoDay = (date: number): number => new Date(date).getUTCDay() || 7;
const monthLength = (date: number): number =>
  new Date(Date.UTC(new Date(date).getUTCFullYear(), new Date(date).getUTCMonth() + 1, 0)).getUTCDate();
const mondayOf = (date: number): number => date - (isoDay(date) - 1) * DAY;

function isOn(days: Days, date: number): boolean {
  const day = new Date(date).getUTCDate();
  const length = monthLength(date);
  switch (days.kind) {
    case 'daily':
      return true;
    case 'weekdays':
      return isoDay(date) <= 5;
    case 'weekly': {
      const weeks = Math.round((mondayOf(date) - mondayOf(Date.parse(days.from))) / (7 * DAY));
      // Where every week is one, there is nothing to count from.
      return days.days.some((each) => each === isoDay(date)) && (days.every === 1 || (weeks % days.every === 0 && weeks >= 0));
    }
    case 'monthly':
      return days.days.some((each) => (each < 0 ? length + 1 + each : Math.min(each, length)) === day);
    case 'nth-day': {
      const counts = (each: number) => (days.day === 'working day' ? isoDay(each) <= 5 : isoDay(each) === days.day);
      const inMonth = Array.from({ length }, (_, index) => date + (index + 1 - day) * DAY).filter(counts);
      return inMonth.at(days.nth < 0 ? days.nth : days.nth - 1) === date;
    }
  }
}

/** After `after`, up to and with `through`; ascending, each once. */
export function slotsByHand(
  { days, times }: Recurrence,
  { zone, after, through }: { zone: string; after: number; through: number },
): number[] {
  const found = new Set<number>();
  const first = Math.floor(after / DAY) * DAY - 2 * DAY;
  for (let date = first; date <= through + 2 * DAY; date += DAY) {
    if (!isOn(days, date)) continue;
    for (const time of times) found.add(momentOf(date + Date.parse(`1970-01-01T${time}:00Z`), zone));
  }
  return [...found].filter((slot) => slot > after && slot <= through).sort((one, other) => one - other);
}
