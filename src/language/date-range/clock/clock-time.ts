import { phrase } from '../vocabulary.ts';

const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A time by the clock, in seconds since midnight. */
export interface ClockTime {
  readonly seconds: number;
  /** `open`: of the twelve hours before noon or of those after it, as the other end and the part of the day tell; `3`, `9:30`. */
  readonly style: '24 hours' | 'am or pm' | 'open';
  /** Cannot be anything but a time: `9:30`, `9am`, `noon`, unlike `9` and `9.30`. */
  readonly isPlain: boolean;
  /** `25:00`, `14pm`. */
  readonly isImpossible: boolean;
  readonly words: string;
}

/** `5 at night` is in the morning. */
const FIRST_OF_NIGHT = 6;

const NAMES: ReadonlyMap<string, number> = new Map([
  ['noon', DAY / 2],
  ['midday', DAY / 2],
  ['midnight', 0],
]);

const MERIDIEM = ' ?(?<meridiem>[ap])(?:m|\\.m\\.?)';
const NUMERIC = `(?<hour>\\d{1,2})(?:(?<h>h)(?<minuteOfH>\\d\\d)?|(?<sign>[:.])(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.\\d+)?)?)?(?:${MERIDIEM}|(?<oclock> ?o['’]?clock))?(?: (?:in the|at) (?<part>morning|afternoon|evening|night))?`;
const PATTERN = phrase(`(?:(?<name>${[...NAMES.keys()].join('|')})|${NUMERIC})(?![:.]\\d)`);

type Groups = Readonly<Record<string, string | undefined>>;

/** Which half of the day the words tell, if any: `9pm`, `9 in the evening`, `2 at night`. */
function halfOf({ hour, meridiem, part }: Groups): 'am' | 'pm' | null {
  if (meridiem) return meridiem.toLowerCase() === 'p' ? 'pm' : 'am';
  if (!part || Number(hour) > 12) return null;
  if (part.toLowerCase() === 'night') return Number(hour) >= FIRST_OF_NIGHT && Number(hour) < 12 ? 'pm' : 'am';
  return part.toLowerCase() === 'morning' ? 'am' : 'pm';
}

function secondsOf(groups: Groups): number {
  const { hour, minute, minuteOfH, second } = groups;
  const half = halfOf(groups);
  const hours = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  return hours * HOUR + Number(minute ?? minuteOfH ?? 0) * MINUTE + Number(second ?? 0);
}

function styleOf(groups: Groups): ClockTime['style'] {
  const { hour = '', h, second } = groups;
  if (halfOf(groups)) return 'am or pm';
  return h || second || hour.startsWith('0') || Number(hour) > 12 ? '24 hours' : 'open';
}

function isImpossible(groups: Groups): boolean {
  const { hour, minute, minuteOfH, second, meridiem } = groups;
  if (Number(minute ?? minuteOfH ?? 0) > 59 || Number(second ?? 0) > 59) return true;
  return meridiem ? Number(hour) > 12 : secondsOf(groups) > DAY;
}

/** The time that begins the text: `9`, `9:30`, `9.30pm`, `2 p.m.`, `17h`, `noon`. */
export function readClockTime(text: string): ClockTime | null {
  const found = PATTERN.exec(text);
  if (!found?.groups) return null;
  const { groups } = found;
  const [words] = found;
  const named = groups.name && NAMES.get(groups.name.toLowerCase());
  if (named !== undefined && named !== '') return { seconds: named, style: 'am or pm', isPlain: true, isImpossible: false, words };
  const isPlain = Boolean(groups.h ?? groups.meridiem ?? groups.oclock ?? groups.part) || groups.sign === ':';
  const time = { seconds: secondsOf(groups), style: styleOf(groups), isPlain, isImpossible: isImpossible(groups), words };
  // `30` is a number like any other.
  return time.isImpossible && !isPlain ? null : time;
}
