import { type ClockTime, DAY, HOUR } from './clock-time.ts';
import type { DayPart, Hours } from './day-part.ts';

const NOON = DAY / 2;

interface Ends {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/** All that a time can be, from the midnight of its day on, earliest first. Twelve is midnight as well as noon. */
function meanings({ seconds, style }: ClockTime): readonly number[] {
  if (style !== 'open') return [seconds];
  return seconds >= NOON ? [seconds - NOON, seconds, seconds + NOON] : [seconds, seconds + NOON];
}

const isOfDay = (seconds: number): boolean => seconds < DAY;
const orNextDay = (seconds: readonly number[]): readonly number[] => [...seconds, ...seconds.map((second) => second + DAY)];

/** `2am` of a night is on the next day. */
function inPart(time: ClockTime, { to, earliest }: DayPart): number {
  if (time.style !== 'open') return to > DAY && time.seconds < NOON ? time.seconds + DAY : time.seconds;
  return orNextDay(meanings(time)).find((seconds) => seconds >= earliest) ?? time.seconds;
}

/** `9-11am` begins in the morning, `3-8pm` after noon, `10-2am` the evening before: as late as can be before the end. */
function startBefore({ from, to }: Ends): number {
  const all = meanings(from).filter(isOfDay);
  return all.filter((seconds) => seconds < to.seconds).at(-1) ?? all.at(-1) ?? from.seconds;
}

function startOf({ from, to }: Ends, part: DayPart | null): number {
  if (part) return inPart(from, part);
  return from.style === 'open' && to.style === 'am or pm' ? startBefore({ from, to }) : from.seconds;
}

/** The first that an end can be after the start; `9-17` tells that a clock of 24 hours is meant, by which `19-8` ends in the morning. */
function endAfter(start: number, { from, to }: Ends): number | null {
  const all = from.style === '24 hours' ? [to.seconds] : meanings(to);
  return orNextDay(all).find((seconds) => seconds > start) ?? null;
}

/** What two times are as the ends of a span, over midnight where the second is not after the first; null where there is none. */
export function spanOf({ from, to }: Ends, part: DayPart | null): Hours | null {
  if (from.seconds === to.seconds && from.style === to.style) return null;
  const start = startOf({ from, to }, part);
  const end = endAfter(start, { from, to });
  return end === null ? null : { from: start, to: end };
}

/** The hour that begins with a time: `2pm`. */
export function hourOf(time: ClockTime, part: DayPart | null): Hours {
  const from = part ? inPart(time, part) : time.seconds;
  return { from, to: from + HOUR };
}
