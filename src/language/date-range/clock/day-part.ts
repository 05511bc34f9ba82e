import { HOUR } from './clock-time.ts';

/** In seconds since the day's midnight, the end exclusive; past 24 hours on the next day. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

export interface DayPart extends Hours {
  /** Of the hours that a number can mean, the first from here on: at night 7 is 19:00, and 2 the second hour of the next day. */
  readonly earliest: number;
}

function hours([from, to]: readonly [number, number], earliest: number): DayPart {
  return { from: from * HOUR, to: to * HOUR, earliest: earliest * HOUR };
}

const HALF = 3;

/** A part of six hours, and the halves of it. */
function halved(name: string, [from, to]: readonly [number, number], earliest: number): readonly [string, DayPart][] {
  const early = hours([from, from + HALF], earliest);
  return [
    [name, hours([from, to], earliest)],
    [`early ${name}`, early],
    [`early in the ${name}`, early],
    [`late ${name}`, hours([from + HALF, to], earliest)],
    [`late in the ${name}`, hours([from + HALF, to], earliest)],
  ];
}

/** The same hours as of `mornings this month`. */
export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...halved('morning', [6, 12], 1),
  ...halved('afternoon', [12, 18], 8),
  ...halved('evening', [18, 24], 15),
  ['night', hours([22, 30], 18)],
  ...['lunch', 'lunchtime', 'lunch time'].map((name): [string, DayPart] => [name, hours([12, 14], 11)]),
]);

/** Halves of a day, as `tuesday am`. */
export const HALVES: ReadonlyMap<string, DayPart> = new Map([
  ['am', hours([0, 12], 1)],
  ['pm', hours([12, 24], 12)],
]);
