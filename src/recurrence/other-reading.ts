import type { Temporal } from '../model/time.ts';
import type { Days } from './recurrence.ts';
import { coming } from './weekly.ts';
import { EVERY, ordinalOf, WEEKDAY, weekdayNamed } from './words.ts';

const COUNTED = new RegExp(
  `^(?:on )?${EVERY} (?<nth>second|2nd|third|3rd|fourth|4th) (?<day>${WEEKDAY})(?![\\p{L}\\p{N}]|,? (?:and|&|from|of|in the month)\\b)`,
  'iu',
);

/** `every third thursday` is that of each month to some and every three weeks to others: the days that were not read. null: no doubt. */
export function otherReading(words: string, { days, today }: { readonly days: Days; readonly today: Temporal.PlainDate }): Days | null {
  const { nth = '', day = '' } = COUNTED.exec(words)?.groups ?? {};
  const [count, weekday] = [ordinalOf(nth), weekdayNamed(day)];
  if (count !== 2 && count !== 3 && count !== 4) return null;
  if (days.kind === 'weekly' && days.days.length === 1) return { kind: 'nth-day', nth: count, day: weekday };
  const isOfMonth = /\bmonth/i.test(words);
  return days.kind === 'nth-day' && !isOfMonth ? { kind: 'weekly', every: count, days: [weekday], from: coming([weekday], today) } : null;
}
