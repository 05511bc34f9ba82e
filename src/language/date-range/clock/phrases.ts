import { type Length, lengthAt } from '../duration.ts';
import { anyOf, MONTHS, meaning, phrase } from '../vocabulary.ts';
import { type ClockTime, DAY, readClockTime } from './clock-time.ts';
import { DAY_PARTS, type DayPart, type Hours } from './day-part.ts';
import type { Said } from './placed.ts';
import { hourOf, spanOf } from './span.ts';

/** Hours in words, which the day that they are of may tell more about. */
export interface SaidHours extends Said {
  /** The first that no clock shows, if any. */
  readonly impossible: string | null;
  /** null where they are no time at all: `9-9`. */
  readonly hours: (part: DayPart | null) => Hours | null;
  /** `to now`: it ends with the moment. */
  readonly kind: 'span' | 'from' | 'until' | 'after' | 'to now';
  /** How long it goes on from there, where that is said instead of an end. */
  readonly lasting?: Length;
}

export interface SaidTime extends SaidHours {
  readonly time: ClockTime;
}

export const OPENING = /^(?:from |(?<between>(?:in )?between ))?/iu;
const JOINT = /^(?: (?:to|until|till|til|through|thru|(?<and>and)) (?:at )?| ?(?:\.{2,3}|[-–—~]) ?)/iu;
/** `9-11-2026` is a date. */
const GOES_ON = /^[-/.:]\d/u;
/** `9:00 until 1 nov` is a time and a date. */
const MONTH_AFTER = phrase(` ${anyOf(MONTHS)}`);
/** Of four digits these are years. */
const YEAR = /^(?:19|20)\d\d$/u;
const HOURS_ONLY = /\dh$/iu;
const LASTING_FROM = /^,? (?:from|starting(?: at| from)?) /iu;
const LASTING_FROM_OR_AT = /^,? (?:from|starting(?: at| from)?|at) /iu;
const AT = /^(?:at |@ ?)?/iu;
const EDGE = /^(?:(?<until>(?:up )?until|till|up to|before)|(?<after>after)|(?<from>from|since)) /iu;
const TO_NOW = /^(?: (?:to|until|till|til|and)| ?[-–—]) ?(?:right )?now(?![\p{L}\p{N}])/iu;
const ONWARDS = /^ onwards?(?![\p{L}\p{N}])/iu;

const PART_ALONE = new RegExp(`^(?:(?:in|on|during|at) )?(?:the )?(?<part>${anyOf(DAY_PARTS)})(?![\\p{L}\\p{N}])`, 'iu');

const impossibleOf = (times: readonly ClockTime[]): string | null => times.find(({ isImpossible }) => isImpossible)?.words ?? null;

/** `9-17`, `from 2 to 4:30pm`, `between 7 and 9 in the evening`. */
export function readSpan(text: string): SaidHours | null {
  const opening = OPENING.exec(text);
  const first = text.slice(opening?.[0].length);
  const from = readClockTime(first);
  const joint = from && JOINT.exec(first.slice(from.words.length));
  if (!joint || YEAR.test(from.words) || (joint.groups?.and && !opening?.groups?.between)) return null;
  const second = first.slice(from.words.length + joint[0].length);
  const to = readClockTime(second);
  if (!to) return null;
  const rest = second.slice(to.words.length);
  if (GOES_ON.test(rest) || (from.isPlain && !to.isPlain && MONTH_AFTER.test(rest))) return null;
  return {
    kind: 'span',
    length: text.length - rest.length,
    isBare: !from.isPlain && !to.isPlain,
    impossible: impossibleOf([from, to]),
    hours: (part) => spanOf({ from, to }, part),
  };
}

/** What ends hours that began with a time and its day: ` and 4:00`. */
export function readEnd(text: string): { readonly to: ClockTime; readonly length: number } | null {
  const joint = JOINT.exec(text);
  const to = joint && readClockTime(text.slice(joint[0].length));
  if (!to || GOES_ON.test(text.slice(joint[0].length + to.words.length))) return null;
  return { to, length: joint[0].length + to.words.length };
}

/** `between 8am and now`. */
export function readToNow(text: string): SaidHours | null {
  const opening = OPENING.exec(text)?.[0] ?? '';
  const time = readClockTime(text.slice(opening.length));
  const joint = time && TO_NOW.exec(text.slice(opening.length + time.words.length));
  if (!joint) return null;
  return {
    kind: 'to now',
    length: opening.length + time.words.length + joint[0].length,
    isBare: !time.isPlain,
    impossible: impossibleOf([time]),
    hours: (part) => ({ from: hourOf(time, part).from, to: DAY }),
  };
}

/** `for 7 hours from 9:30am`, `2 hours from 3pm`, `9:30am for 7 hours`. */
export function readForHours(text: string): SaidHours | null {
  const opening = /^for /iu.exec(text)?.[0] ?? '';
  const lasting = lengthAt(text.slice(opening.length));
  const at = opening.length + (lasting?.length ?? 0);
  const joint = lasting && (opening ? LASTING_FROM_OR_AT : LASTING_FROM).exec(text.slice(at));
  const ahead = joint ? lasting : null;
  // `9h for 3 hours`
  const begun = joint ? text.slice(at + joint[0].length) : text.replace(AT, '');
  const time = readClockTime(begun);
  if (!time) return null;
  const rest = begun.slice(time.words.length);
  const behind = ahead ? null : /^,? for /iu.exec(rest);
  const length = ahead ?? (behind ? lengthAt(rest.slice(behind[0].length)) : null);
  if (!length || (length.granularity !== 'hour' && length.granularity !== 'minute')) return null;
  const taken = text.length - rest.length + (behind ? behind[0].length + length.length : 0);
  return {
    kind: 'span',
    length: taken,
    isBare: !time.isPlain,
    impossible: impossibleOf([time]),
    hours: (part) => hourOf(time, part),
    lasting: length,
  };
}

/** `2pm`, `at 9`, `9:30`; of numbers alone only one that stands after `at`. */
export function readTime(text: string): SaidTime | null {
  const opening = AT.exec(text)?.[0] ?? '';
  const time = readClockTime(text.slice(opening.length));
  if (!time) return null;
  const rest = text.slice(opening.length + time.words.length);
  if (!time.isPlain && (GOES_ON.test(rest) || opening === '')) return null;
  return {
    kind: 'span',
    length: text.length - rest.length,
    // Without a day `9h` are hours, as `24h`.
    isBare: !time.isPlain || HOURS_ONLY.test(time.words),
    impossible: time.isImpossible || time.seconds === DAY ? time.words : null,
    hours: (part) => hourOf(time, part),
    time,
  };
}

/** `until 5pm`, `after 15:00`, `from 9am onwards`. */
export function readEdge(text: string): SaidHours | null {
  const opening = EDGE.exec(text);
  const time = opening && readTime(text.slice(opening[0].length));
  if (!time) return null;
  const { until, after } = opening.groups ?? {};
  const end = opening[0].length + time.length;
  const onwards = until ? 0 : (ONWARDS.exec(text.slice(end))?.[0].length ?? 0);
  return {
    ...time,
    kind: until ? 'until' : after ? 'after' : 'from',
    length: end + onwards,
    hours: (part) => {
      const from = time.hours(part)?.from ?? 0;
      return until ? { from: 0, to: from } : { from, to: Math.max(DAY, from + 1) };
    },
  };
}

/** `in the morning`, `evening`: of a day that is named beside it. */
export function readPart(text: string): SaidHours | null {
  const found = PART_ALONE.exec(text);
  const part = meaning(DAY_PARTS, found?.groups?.part);
  if (!found || !part) return null;
  return { kind: 'span', length: found[0].length, isBare: true, impossible: null, hours: () => part };
}
