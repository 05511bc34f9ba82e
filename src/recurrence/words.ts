import { Temporal } from '../model/time.ts';
import type { Days, FoundDays, Weekday } from './recurrence.ts';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const WEEKDAYS: ReadonlyMap<string, Weekday> = new Map(NAMES.map((name, index) => [name.slice(0, 2).toLowerCase(), weekdayOf(index)]));

export const EVERY = '(?:every|each)';
/** Before a unit: `every week`, `once a week`, `once every week`. */
export const EACH = `(?:(?:once )?${EVERY}|once (?:an?|per))`;
export const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';
export const WORKING_DAY = '(?:working|business|work|week) ?days?';
export const OF_MONTH = `(?: (?:of|in) (?:the|${EVERY}) month|,? ${EVERY} month)`;
/** What joins the things of a list. */
export const AND = '(?:, ?(?:and )?| and | & )';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINALS.join('|')})`;

export function ordinalOf(word: string): number {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word.toLowerCase()) + 1;
}

export function ordinal(number: number): string {
  const tens = number % 100;
  const sign = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${sign}`;
}

/** 0 is Monday, as is 7. */
export function weekdayOf(index: number): Weekday {
  const days: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  return days[index % 7] ?? 1;
}

export function weekdayNamed(word: string): Weekday {
  return WEEKDAYS.get(word.slice(0, 2).toLowerCase()) ?? 1;
}

export function nameOf(day: Weekday): string {
  return NAMES[day - 1] ?? '';
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export function listed(words: readonly string[]): string {
  return list.format(words);
}

/** A pattern for words that may stand anywhere, but not after `by`, which splits. A part of the day may follow, which sets the usual time. */
export function anywhere(source: string): RegExp {
  return new RegExp(
    `(?<![^\\s(])(?<!\\b(?:by|per|by the) )(?:${source})(?:,? (?:in the )?(?:morning|afternoon|evening|night)s?)?(?![\\p{L}\\p{N}_]|[-:/.]\\p{N})`,
    'iu',
  );
}

/** The longest of what the patterns find, read by `read`, which may find nothing in it. */
export function longest<D extends Days>(
  text: string,
  { patterns, read }: { readonly patterns: readonly RegExp[]; readonly read: (found: RegExpExecArray) => D | null },
): FoundDays<D> | null {
  let best: FoundDays<D> | null = null;
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (!found || found[0].length <= (best?.length ?? 0)) continue;
    const days = read(found);
    if (days) best = { days, index: found.index, length: found[0].length };
  }
  return best;
}

/** `YYYY-MM-DD`; null where the calendar has no such day. */
export function dateOf(words: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(words);
  } catch {
    return null;
  }
}

const QUOTED = /"(?:[^"\\]|\\.)*"|“[^”]*”|(?<![^\s:,])'[^']*'(?![^\s,])/gu;

/** The text with what is in quotes made unreadable, everything at its place: nobody means a day by it. */
export function withoutQuotes(text: string): string {
  return text.replace(QUOTED, (quoted) => '\u0000'.repeat(quoted.length));
}
