import { UserError } from '../model/errors.ts';
import type { WallTime } from './recurrence.ts';

const HALF = '(?: ?[ap]\\.?m\\b\\.?| in the (?:morning|afternoon|evening))';
const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const HOUR = `(?:${HOURS.join('|')})`;
const MINUTES: ReadonlyMap<string, number> = new Map([
  ['five', 5],
  ['ten', 10],
  ['quarter', 15],
  ['fifteen', 15],
  ['twenty', 20],
  ['twenty-five', 25],
  ['half', 30],
  ['thirty', 30],
  ['forty-five', 45],
]);
const MINUTE = '(?:five|ten|fifteen|twenty(?:[- ]five)?|thirty|forty[- ]five)';
/** `half past nine`, `a quarter to 10`. `9 to 17` is a stretch. */
const PART = `(?:half|(?:a )?quarter|\\d{1,2}(?= past| minutes)|${MINUTE})(?: minutes)? (?:past|to) `;
/** Plain without another word. */
const CLEAR = `${PART}(?:${HOUR}|\\d{1,2})${HALF}?|\\d{1,2}:\\d{2}${HALF}?|(?:${HOUR}(?: ${MINUTE})?|\\d{1,2})${HALF}|(?:${HOUR}|\\d{1,2}) o['’]?clock${HALF}?|noon|midday|midnight`;
/** Only after `at`; what follows must not make another thing of the number: `9-17`, `9 weeks`. */
const BARE = `(?:\\d{1,2}(?:[.h]\\d{2})?|${HOUR}(?: ${MINUTE})?)(?! ?(?:[hd]\\b|hours?|days?|w(?:ee)?ks?|months?|years?|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\\w*\\b)`;
const END = '(?![\\p{L}\\p{N}_]|[-–:./]\\p{N})';
const AND = '(?:, ?(?:and )?| and | & )(?:at )?';
const AFTER_AT = `(?:${CLEAR}|${BARE})${END}`;
const ALONE = `(?:${CLEAR})${END}`;
const TIMES = new RegExp(`(?<![^\\s(])(?:(?:at |@ ?)${AFTER_AT}(?:${AND}${AFTER_AT}){0,23}|${ALONE}(?:${AND}${ALONE}){0,23})`, 'giu');
const ONE = new RegExp(
  `noon|midday|midnight|(?:(?<part>half|(?:a )?quarter|\\d{1,2}|${MINUTE})(?: minutes)? (?<side>past|to) )?(?<hour>\\d{1,2}|${HOUR})(?:[:.h](?<minute>\\d{2})| (?<spoken>${MINUTE})(?! minutes| past| to))?(?: o['’]?clock)?(?<half>${HALF})?`,
  'giu',
);

const hourOf = (word: string): number => HOURS.indexOf(word.toLowerCase()) + 1 || Number(word);
const minutesOf = (words: string): number => MINUTES.get(words.toLowerCase().replace(/^a /, '').replace(' ', '-')) ?? Number(words);

const MINUTES_OF_DAY = 24 * 60;

function impossible(words: string): UserError {
  return new UserError(`“${words}” is not a time of day.`, 'Write a time as 9:00, 17:30 or 9am.');
}

function timeOf({ 0: words, groups = {} }: RegExpExecArray): WallTime {
  if (/^(?:noon|midday)$/i.test(words)) return '12:00';
  if (/^midnight$/i.test(words)) return '00:00';
  const [hour, minute] = [hourOf(groups.hour ?? ''), minutesOf(groups.part ?? groups.minute ?? groups.spoken ?? '0')];
  // `9 in the morning`, `6 in the evening`.
  const half = /(?<half>[ap])\.?m|(?<morning>morning)|(?<later>afternoon|evening)/i.exec(groups.half ?? '')?.groups;
  if (minute > 59 || hour > 23 || (half?.half !== undefined && (hour < 1 || hour > 12))) throw impossible(words);
  const isAm = half?.half?.toLowerCase() === 'a' || half?.morning !== undefined;
  const isPm = half !== undefined && !isAm;
  const counted = isAm && hour === 12 ? 0 : isPm && hour < 12 ? hour + 12 : hour;
  const ofDay = (counted * 60 + (groups.side?.toLowerCase() === 'to' ? -minute : minute) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

export interface FoundTimes {
  /** Ascending, each once. */
  readonly times: readonly WallTime[];
  readonly spans: readonly { readonly index: number; readonly length: number }[];
}

/** All times of day in the text. A UserError for one that no clock shows. */
export function findTimes(text: string): FoundTimes {
  const found = [...text.matchAll(TIMES)];
  const times = found.flatMap(([words]) => Array.from(words.matchAll(ONE), timeOf));
  return { times: [...new Set(times)].sort(), spans: found.map(({ 0: { length }, index }) => ({ index, length })) };
}
