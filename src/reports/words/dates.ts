import { type DateRange, type Instant, isStartOfDay, type Only, type Temporal, zoned } from '../../model/time.ts';
import { listed } from './names.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Day = Temporal.PlainDate;
/** Anything that has wall time: a bucket's beginning, an instant in a zone. */
type Wall = { readonly hour: number; readonly minute: number };

const weekdayOf = (dayOfWeek: number): string => WEEKDAYS[dayOfWeek - 1] ?? '';
export const weekdayName = (day: Day): string => weekdayOf(day.dayOfWeek);

/** `Nov 2026` */
export const monthInWords = (day: Day): string => `${MONTHS[day.month - 1]} ${day.year}`;

/** `9 Nov` */
const dateInWords = (day: Day): string => `${day.day} ${MONTHS[day.month - 1]}`;

/** `Mon 9 Nov` */
export const dayInWords = (day: Day): string => `${weekdayName(day).slice(0, 3)} ${dateInWords(day)}`;

/** `Mon 9 Nov 2026` */
export const fullDay = (day: Day): string => `${dayInWords(day)} ${day.year}`;

/** `14:05` */
export const timeInWords = ({ hour, minute }: Wall): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** `9–15 Nov`, `30 Nov – 6 Dec`, `1 Nov` */
export function daysInWords(first: Day, last: Day): string {
  if (first.equals(last)) return dateInWords(first);
  return first.month === last.month ? `${first.day}–${dateInWords(last)}` : `${dateInWords(first)} – ${dateInWords(last)}`;
}

/** `Mon 9 – Sun 15 Nov 2026`: what is the same at both ends is said once. */
function fullDays(first: Day, last: Day): string {
  if (first.equals(last)) return fullDay(last);
  if (first.year !== last.year) return `${fullDay(first)} – ${fullDay(last)}`;
  const short = first.month === last.month ? `${weekdayName(first).slice(0, 3)} ${first.day}` : dayInWords(first);
  return `${short} – ${fullDay(last)}`;
}

/** The days that a range touches, first and last. */
export function daysOf({ start, end, zone }: DateRange): { readonly first: Day; readonly last: Day } {
  return { first: zoned(start, zone).toPlainDate(), last: zoned(Math.max(start, end - 1), zone).toPlainDate() };
}

/**
 * `Mon 9 – Sun 15 Nov 2026`; with times where the range does not consist of whole days, with what it is narrowed to: `, Mon–Fri`, and
 * with the kind of its year where that is not the calendar's: `fiscal, `.
 */
export function rangeInWords(range: DateRange): string {
  return [...(range.isFiscal ? ['fiscal'] : []), wholeInWords(range), ...(range.only ? [onlyInWords(range.only)] : [])].join(', ');
}

/** `Mon 16 – Sun 22 Nov`: the year is said where it is another one than that of a moment. */
export function rangeInThatYear(range: DateRange, at: Instant): string {
  const words = rangeInWords(range);
  const years = new Set(words.match(/\b\d{4}\b/g));
  const year = String(zoned(at, range.zone).year);
  return years.size === 1 && years.has(year) ? words.replaceAll(` ${year}`, '') : words;
}

function wholeInWords(range: DateRange): string {
  const { first, last } = daysOf(range);
  const [from, until] = [zoned(range.start, range.zone), zoned(range.end, range.zone)];
  const startsWhole = isStartOfDay(from);
  if (startsWhole && isStartOfDay(until)) return fullDays(first, last);
  // A range that ends at midnight ends on the day before it.
  const end = isStartOfDay(until) ? '24:00' : timeInWords(until);
  if (startsWhole && range.partial) return `${fullDays(first, last)}, until ${end}`;
  if (first.equals(last)) return `${fullDay(last)}, ${timeInWords(from)}–${end}`;
  return `${dayInWords(first)} ${timeInWords(from)} – ${fullDay(last)} ${end}`;
}

/** `Mon–Fri, 09:00–17:00`, `Mon and Wed`: the parts that a range is narrowed to. */
function onlyInWords({ days, hours }: Only): string {
  const names = sorted(days).map((day) => weekdayOf(day).slice(0, 3));
  return [
    ...(days ? [areInARow(days) ? `${names[0]}–${names.at(-1)}` : listed(names, 7)] : []),
    ...(hours ? [hoursOf(hours, '–')] : []),
  ].join(', ');
}

/** `on weekdays`, `on Mondays and Fridays between 09:00 and 12:00`: the same in a sentence. */
function onIn({ days, hours }: Only): string {
  const together = sorted(days).join();
  const plural =
    SETS_OF_DAYS.get(together) ??
    listed(
      sorted(days).map((day) => `${weekdayOf(day)}s`),
      7,
    );
  return [...(days ? [`on ${plural}`] : []), ...(hours ? [`between ${hoursOf(hours, ' and ')}`] : [])].join(' ');
}

const SETS_OF_DAYS: ReadonlyMap<string, string> = new Map([
  ['1,2,3,4,5', 'weekdays'],
  ['6,7', 'weekends'],
]);

const sorted = (days: readonly number[] = []): number[] => [...new Set(days)].sort();
const areInARow = (days: readonly number[]): boolean => {
  const all = sorted(days);
  return all.length > 1 && all.every((day, index) => day === (all[0] ?? 0) + index);
};
const hoursOf = ({ from, to }: NonNullable<Only['hours']>, between: string): string =>
  [from, to].map((hour) => timeInWords({ hour, minute: 0 })).join(between);

/** Words that stand in a sentence as they are: "No chats last week." */
const ADVERBIAL = /^(?:today|yesterday|(?:this|last) (?!day|hour|minute)[a-z]+|since .+)(?: so far)?$/i;
/** Words that need a preposition: "in the last 7 days". */
const STRETCH = /^(?:the )?(?<stretch>(?:last|past|previous) (?:\d+ )?[a-z]+)$/i;

/**
 * When it was, as the end of a sentence: the person's own words where they fit into one, the dates where they do not.
 * Says "so far" of a range that is not over, unless the words do.
 */
export function when(range: DateRange): string {
  const words = placed(range);
  return range.partial && !/^since | so far$/i.test(words) ? `${words} so far` : words;
}

function placed(range: DateRange): string {
  // The words for a part of a range fit into no sentence; those for all of it are not known.
  if (range.only) return `${onIn(range.only)} ${dated(range)}`;
  if (ADVERBIAL.test(range.label)) return range.label;
  const stretch = STRETCH.exec(range.label)?.groups?.stretch;
  return stretch ? `in the ${stretch}` : dated(range);
}

function dated(range: DateRange): string {
  const { first, last } = daysOf(range);
  const from = zoned(range.start, range.zone);
  if (range.partial && !isStartOfDay(from)) return `since ${timeInWords(from)} on ${fullDay(first)}`;
  const days = fullDays(first, last);
  // Of a range up to now, "so far" says how far it goes.
  const dates = range.partial ? days : wholeInWords(range);
  const name = dates === days ? periodName(first, last) : null;
  if (name) return `in ${name}`;
  return first.equals(last) ? `on ${dates}` : `from ${dates.replace(' – ', ' to ')}`;
}

/** `Nov 2026`, `2026`: the name of exactly these days, if they have one. */
function periodName(first: Day, last: Day): string | null {
  const areWholeMonths = first.year === last.year && first.day === 1 && last.day === last.daysInMonth;
  if (areWholeMonths && first.month === last.month) return monthInWords(first);
  return areWholeMonths && first.month === 1 && last.month === 12 ? `${first.year}` : null;
}
