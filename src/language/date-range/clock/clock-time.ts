import { anyOf, countOf, MONTHS, meaning, phrase, UNITS } from '../vocabulary.ts';

const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A time by the clock, in seconds since midnight. */
export interface ClockTime {
  readonly seconds: number;
  /** `open`: of the twelve hours before noon or of those after it, as the other end and the part of the day tell; `3`, `9:30`. */
  readonly style: '24 hours' | 'am or pm' | 'open';
  /** Cannot be anything but a time: `9:30`, `9am`, `noon`, `half past 9`, unlike `9`, `five`, `0900` and `9.30`. */
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

/** Minutes after the hour that is named: `half past 9`, `quarter to ten`. */
const BESIDE_HOUR: ReadonlyMap<string, number> = new Map([
  ['half past', 30],
  ['quarter past', 15],
  ['quarter after', 15],
  ['quarter to', -15],
]);

/** `9a-5p`, of numbers only. */
const MERIDIEM = ' ?(?<meridiem>[ap])(?:m|\\.m\\.?)|(?<=\\d)(?<short>[ap])';
export const HOUR_WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** `this quarter to two months ago` is no time. */
const BESIDE = `(?:a )?(?<beside>${anyOf(BESIDE_HOUR)}) (?!\\S+ (?:${anyOf(MONTHS)}|${anyOf(UNITS)})(?!\\p{L}))`;
const NUMERIC = `(?<hour4>\\d\\d)(?<minute4>\\d\\d)|(?:${BESIDE})?(?<hour>\\d{1,2}|${HOUR_WORDS})(?:(?<h>h)(?<minuteOfH>\\d\\d)?|(?<sign>[:.])(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.\\d+)?)?)?(?:${MERIDIEM}|(?<oclock> ?o['’]?clock))?(?: (?:in the|at) (?<part>morning|afternoon|evening|night))?`;
const PATTERN = phrase(`(?:(?<name>${[...NAMES.keys()].join('|')})|${NUMERIC})(?![:.]\\d)`);

type Groups = Readonly<Record<string, string | undefined>>;

const hourOf = ({ hour, hour4 }: Groups): number => countOf(hour ?? hour4) ?? 0;
const minuteOf = ({ minute, minuteOfH, minute4 }: Groups): number => Number(minute ?? minuteOfH ?? minute4 ?? 0);
const meridiemOf = ({ meridiem, short }: Groups): string | undefined => (meridiem ?? short)?.toLowerCase();

/** Which half of the day the words tell, if any: `9pm`, `9 in the evening`, `2 at night`. */
function halfOf(groups: Groups): 'am' | 'pm' | null {
  const hour = hourOf(groups);
  const meridiem = meridiemOf(groups);
  const part = groups.part?.toLowerCase();
  if (meridiem) return meridiem === 'p' ? 'pm' : 'am';
  if (!part || hour > 12) return null;
  if (part === 'night') return hour >= FIRST_OF_NIGHT && hour < 12 ? 'pm' : 'am';
  return part === 'morning' ? 'am' : 'pm';
}

function secondsOf(groups: Groups): number {
  const half = halfOf(groups);
  const hour = hourOf(groups);
  const hours = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  const seconds = hours * HOUR + (minuteOf(groups) + (meaning(BESIDE_HOUR, groups.beside) ?? 0)) * MINUTE + Number(groups.second ?? 0);
  return seconds < 0 ? seconds + DAY : seconds;
}

function styleOf(groups: Groups): ClockTime['style'] {
  const { hour = '', hour4, h, second } = groups;
  if (halfOf(groups)) return 'am or pm';
  return hour4 || h || second || hour.startsWith('0') || hourOf(groups) > 12 ? '24 hours' : 'open';
}

function isImpossible(groups: Groups): boolean {
  if (minuteOf(groups) > 59 || Number(groups.second ?? 0) > 59) return true;
  return meridiemOf(groups) ? hourOf(groups) > 12 : secondsOf(groups) > DAY;
}

function isPlain({ hour = '', h, meridiem, oclock, beside, part, sign }: Groups): boolean {
  if (h ?? meridiem ?? oclock ?? beside) return true;
  // `the first one in the morning`
  return (part !== undefined && /\d/.test(hour)) || sign === ':';
}

/** The time that begins the text: `9`, `9:30`, `9.30pm`, `2 p.m.`, `17h`, `0900`, `five`, `quarter to ten`, `noon`. */
export function readClockTime(text: string): ClockTime | null {
  const found = PATTERN.exec(text);
  if (!found?.groups) return null;
  const { groups } = found;
  const [words] = found;
  const named = groups.name && NAMES.get(groups.name.toLowerCase());
  if (named !== undefined && named !== '') return { seconds: named, style: 'am or pm', isPlain: true, isImpossible: false, words };
  const time = {
    seconds: secondsOf(groups),
    style: styleOf(groups),
    isPlain: isPlain(groups),
    isImpossible: isImpossible(groups),
    words,
  };
  // `30` is a number like any other.
  return time.isImpossible && !time.isPlain ? null : time;
}
