import { isWithinDays, USUAL_WEEKS } from '../model/query.ts';
import { type DateRange, type Granularity, type Instant, startOf, type Temporal, zoned } from '../model/time.ts';
import { SAME_LAST_YEAR, USUAL_WORDS } from './comparison.ts';
import type { Objection } from './date-range/format.ts';
import { meaning, WEEKDAYS, weekdayName } from './date-range/vocabulary.ts';

/** How a question keeps that it is compared with what is usual, whichever words said so. */
export const USUAL = 'usual';

export const isUsual = (words: string): boolean => USUAL_WORDS.exec(words)?.[0].length === words.length;

/** Longer ranges have holidays and seasons within them, of which no day is like another. */
const MOST_DAYS = 14;
const TOO_LONG: ReadonlySet<Granularity> = new Set(['month', 'quarter', 'year']);
const INSTEAD = ['previous', SAME_LAST_YEAR];

/** A range as far as it can be held against what is usual. */
export interface Usually {
  readonly range: DateRange;
  /** The weeks before it, whose like days say what is usual; called what that is: `a usual Tuesday`. */
  readonly baseline: DateRange;
  readonly notes: readonly string[];
}

/** What is usual is known of full hours and of days. */
export function usually(range: DateRange): Usually | Objection {
  if (TOO_LONG.has(range.granularity) || !isWithinDays(range, MOST_DAYS)) {
    return {
      message: `Nothing is usual for a time as long as “${range.label}”.`,
      hint: `What is usual is known of days, up to ${MOST_DAYS} at a time. Compare longer times with the one before, or with last year.`,
      instead: INSTEAD,
    };
  }
  const whole = inFullHours(range);
  if (whole.end <= whole.start) {
    return {
      message: `“${range.label}” has no full hour that is over.`,
      hint: 'What is usual is counted by full hours. Compare it with the one before.',
      instead: INSTEAD,
    };
  }
  return { range: whole, baseline: weeksBefore(whole), notes: cutNotes(range, whole) };
}

const hourOf = (at: Instant, { zone }: DateRange): Instant => startOf('hour', zoned(at, zone)).epochMilliseconds;

const HOUR_MS = 60 * 60 * 1000;

function inFullHours(range: DateRange): DateRange {
  const { start } = range;
  const isFull = hourOf(start, range) === start;
  return { ...range, start: isFull ? start : hourOf(start + HOUR_MS, range), end: hourOf(range.end, range) };
}

function cutNotes(range: DateRange, { start, end, zone }: DateRange): readonly string[] {
  const time = (at: Instant): string => zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const parts = [...(start === range.start ? [] : [`from ${time(start)}`]), ...(end === range.end ? [] : [`until ${time(end)}`])];
  return parts.length === 0 ? [] : [`What is usual is counted by full hours, so this is ${parts.join(' ')}.`];
}

function weeksBefore(range: DateRange): DateRange {
  const day = zoned(range.start, range.zone).startOfDay();
  return {
    start: day.subtract({ weeks: USUAL_WEEKS }).startOfDay().epochMilliseconds,
    end: day.epochMilliseconds,
    zone: range.zone,
    label: nameOf(range),
    granularity: 'day',
    partial: false,
  };
}

const WEEK = 7;
/** More days are counted. */
const NAMED = 3;
const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const isDayStart = (at: Temporal.ZonedDateTime): boolean => at.equals(at.startOfDay());

/** `a usual Tuesday`; of hours `the same hours of a usual Tuesday`, unless they are those that are over, of which that is said anyway. */
function nameOf({ start, end, zone, partial, granularity, only }: DateRange): string {
  const [from, until] = [zoned(start, zone), zoned(end, zone)];
  const areHours = only?.hours !== undefined || !isDayStart(from) || !isDayStart(until);
  const last = zoned(end - 1, zone).toPlainDate();
  const count = from.toPlainDate().until(last).days + 1;
  const days = Array.from({ length: Math.min(count, NAMED) }, (_, index) => weekdayName(from.add({ days: index }).dayOfWeek));
  const isWeek = count === WEEK || (granularity === 'week' && count < WEEK);
  const name = isWeek ? 'a usual week' : count > NAMED ? `${count} usual days` : `a usual ${LIST.format(days)}`;
  return areHours && !partial ? `the same hours of ${name}` : name;
}

/** `yesterday vs a usual tuesday` on another day: usual is what a day's own weekday has. */
export function otherWeekday(words: string, range: DateRange): readonly string[] {
  const said = meaning(WEEKDAYS, USUAL_WORDS.exec(words)?.groups?.weekday);
  const name = nameOf(range);
  return said === undefined || name.endsWith(`a usual ${weekdayName(said)}`) ? [] : [`I read “${words}” as ${name}.`];
}
