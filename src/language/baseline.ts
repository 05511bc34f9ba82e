import { isDeepStrictEqual } from 'node:util';
import { isStartOfDay, type Only, Temporal, zoned } from '../model/time.ts';
import { BEFORE, PREVIOUS, SAME, SAME_LAST_YEAR } from './comparison.ts';
import { isRefusal, type Moment, type Objection, type Reading, type Stretch } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { findNarrowing } from './date-range/narrowed.ts';
import { endingNow } from './date-range/report-range.ts';
import { isClockUnit, MOST_UNITS, moved } from './date-range/units.ts';
import { anyOf, countOf, meaning, phrase, UNITS, WEEKDAYS, weekdayName } from './date-range/vocabulary.ts';

const LAST_YEAR = phrase('(?:the )?last year');
const LAST_WEEKDAY = phrase(`(?:on )?(?:last|past) ${anyOf(WEEKDAYS)}\\.?`);

type Unit = Stretch['granularity'];

interface Shift {
  readonly unit: Unit;
  readonly by: number;
}

const startOfLastDay = ({ end }: Stretch): Temporal.ZonedDateTime => end.subtract({ seconds: 1 }).startOfDay();

const daysIn = (stretch: Stretch): number => stretch.start.toPlainDate().until(startOfLastDay(stretch).toPlainDate()).days + 1;

const WEEK = 7;
const MONTHS_IN: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** How many of its units a stretch touches: of a year to date one. */
function unitsIn(stretch: Stretch): number {
  const { start, granularity } = stretch;
  const months = MONTHS_IN[granularity];
  if (months !== undefined) return Math.ceil((start.until(startOfLastDay(stretch), { largestUnit: 'month' }).months + 1) / months);
  return granularity === 'week' ? Math.ceil(daysIn(stretch) / WEEK) : daysIn(stretch);
}

/** Hours that are less than a day, of one day or over midnight. */
const isOfHours = ({ start, end, granularity }: Stretch): boolean =>
  isClockUnit(granularity) && end.epochMilliseconds < start.add({ days: 1 }).epochMilliseconds;

/** By the calendar and the clock of the zone. */
function shiftedTime(time: Temporal.ZonedDateTime, step: Shift): Temporal.ZonedDateTime {
  if (isClockUnit(step.unit)) return time.add({ [`${step.unit}s`]: step.by });
  const day = moved(time.toPlainDate(), step);
  return day.toZonedDateTime({ timeZone: time.timeZoneId, ...(!isStartOfDay(time) && { plainTime: time.toPlainTime() }) });
}

/** Whole months stay whole; of other days the last one is moved, because the end may be in a month that has more of them. */
function shiftedEnd(stretch: Stretch, step: Shift): Temporal.ZonedDateTime {
  const { start, end } = stretch;
  const areMonths = start.day === 1 && end.day === 1;
  if (areMonths || isClockUnit(step.unit) || !isStartOfDay(end)) return shiftedTime(end, step);
  return shiftedTime(startOfLastDay(stretch), step).add({ days: 1 }).startOfDay();
}

/** The same hours of the day. */
function hoursOn(day: Temporal.PlainDate, hours: Stretch): Stretch {
  const step = { unit: 'day', by: hours.start.toPlainDate().until(day).days } as const;
  return { ...hours, start: shiftedTime(hours.start, step), end: shiftedTime(hours.end, step) };
}

/** Weeks stay weeks also where years are counted, so that weekdays meet. */
function shifted(stretch: Stretch, { unit, by }: Shift): Stretch {
  const step = unit === 'year' && stretch.granularity === 'week' ? ({ unit: 'week', by: 52 * by } as const) : { unit, by };
  if (isOfHours(stretch) && !isClockUnit(unit)) return hoursOn(moved(stretch.start.toPlainDate(), step), stretch);
  return { ...stretch, start: shiftedTime(stretch.start, step), end: shiftedEnd(stretch, step) };
}

const weeksBefore = (stretch: Stretch): Stretch => shifted(stretch, { unit: 'week', by: -Math.ceil(daysIn(stretch) / WEEK) });

/**
 * As long, and before it: the same part of as many months, quarters or years directly before; days so many weeks before that weekdays meet, and
 * so hours of a day on the same weekday a week earlier. More hours than a day has are those directly before.
 */
function previous(stretch: Stretch): Stretch {
  const { start, end, granularity } = stretch;
  const months = MONTHS_IN[granularity];
  if (months !== undefined) return shifted(stretch, { unit: 'month', by: -months * unitsIn(stretch) });
  if (!isClockUnit(granularity) || isOfHours(stretch)) return weeksBefore(stretch);
  return { ...stretch, start: start.subtract(start.until(end)), end: start };
}

const directlyBefore = (stretch: Stretch, { unit, by }: Shift): Stretch => ({
  ...stretch,
  start: shiftedTime(stretch.start, { unit, by: -by }),
  end: stretch.start,
  granularity: unit,
});

/** The unit before; of what is shorter than the unit, the same of the unit before: `yesterday vs the week before`. */
function unitBefore(stretch: Stretch, unit: Unit): Stretch {
  const back = shifted(stretch, { unit, by: -1 });
  return back.end.epochMilliseconds <= stretch.start.epochMilliseconds ? back : directlyBefore(stretch, { unit, by: 1 });
}

const isSame = (one: Stretch, other: Stretch): boolean =>
  one.start.equals(other.start) && one.end.equals(other.end) && isDeepStrictEqual(one.only, other.only);

const distance = (one: Stretch, other: Stretch): number => Math.abs(one.start.epochMilliseconds - other.start.epochMilliseconds);

/** What of the days and hours of a range a time has as well: `weekdays last month vs last saturday` is about all of that day. */
function onlyIn(found: Stretch, only: Only | undefined): Only | undefined {
  const [first, count] = [found.start.dayOfWeek, daysIn(found)];
  const isThere = !only?.days || count >= WEEK || only.days.some((day) => (day - first + WEEK) % WEEK < count);
  return isThere || !only.hours ? (isThere ? only : undefined) : { hours: only.hours };
}

/** What was found, of the days and hours of the range unless it has its own; beside hours of a day, a day is the same hours of it. */
function fitted(found: Stretch, range: Stretch): Stretch {
  const isDay = found.granularity === 'day' && daysIn(found) === 1;
  const { start, end, granularity, isOpen } = isDay && isOfHours(range) ? hoursOn(found.start.toPlainDate(), range) : found;
  const only = found.only ?? onlyIn(found, range.only);
  return { start, end, granularity, ...(isOpen && { isOpen }), ...(only && { only }) };
}

const TWICE: Objection = {
  message: 'That is the same time twice.',
  hint: 'Compare it with the one before, or with another time.',
  instead: ['the one before', SAME_LAST_YEAR],
};

const OTHER_DAYS: ReadonlyMap<string, string> = new Map([
  ['1,2,3,4,5', 'weekends'],
  ['6,7', 'weekdays'],
]);

/** `weekdays in october vs october`: the days of the range are those of its baseline too. */
function twice(words: string, { found, range }: { readonly found: Stretch; readonly range: Stretch }): Objection {
  if (!range.only || found.only) return TWICE;
  const others = OTHER_DAYS.get(range.only.days?.join() ?? '');
  const before = nameOfBefore(range);
  return {
    message: 'That is the same time twice: what narrows a range narrows both.',
    hint: 'Compare it with its other days, or with the time before.',
    instead: [
      ...(others ? [`${others} ${/^(?:this|last) /u.test(words) ? '' : 'in '}${words}`] : []),
      groupsOf(BEFORE, before) ? before : 'the one before',
      SAME_LAST_YEAR,
    ],
  };
}

/** Other days or hours of the same range: `weekdays last month vs weekends`. */
function otherParts(words: string, range: Stretch): Stretch | Objection {
  const narrowing = findNarrowing(words);
  if (!narrowing) throw new Error(`A comparison is not read any more: ${words}`);
  const other = { ...range, only: { ...range.only, ...narrowing.only } };
  return isSame(other, range) ? TWICE : other;
}

/** A date of its own. One that leaves its year or month out is the one nearest to the range: `december vs november`. */
function dated(words: string, { range, moment }: Comparing): Stretch | Objection {
  const read = (now: Temporal.ZonedDateTime): Reading | Objection | null => {
    const found = findDate(words, { ...moment, now });
    return found?.index === 0 ? (isRefusal(found) ? found.objection : found) : null;
  };
  const found = read(moment.now);
  if (!found) return otherParts(words, range);
  if ('message' in found) return found;
  if (isSame(fitted(found, range), range)) {
    // `monday vs last monday`; any other words would then name a time that they are not.
    const isWeekday = found.recurs === 'week' || groupsOf(LAST_WEEKDAY, words) !== null;
    const before = isWeekday ? read(range.start.startOfDay().subtract({ seconds: 1 })) : null;
    return before ?? twice(words, { found, range });
  }
  if (!found.recurs) return found;
  const beside = read(range.end.subtract({ seconds: 1 }));
  return beside && !('message' in beside) && distance(beside, range) < distance(found, range) ? beside : found;
}

interface Comparing {
  readonly range: Stretch;
  readonly moment: Moment;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Of a pattern that the words are as a whole; null: they are not. */
function groupsOf(pattern: RegExp, words: string): Groups | null {
  const found = pattern.exec(words);
  return found?.[0].length === words.length ? (found.groups ?? {}) : null;
}

/** What counts back from the range; null: the words do not. */
function counted(words: string, { range, moment }: Comparing): Stretch | Objection | null {
  if (groupsOf(LAST_YEAR, words) && range.granularity !== 'year') return shifted(range, { unit: 'year', by: -1 });
  const same = groupsOf(SAME, words);
  const alike = meaning(UNITS, same?.last ?? same?.before ?? same?.ago);
  if (alike) return shifted(range, { unit: alike, by: -1 });
  const before = groupsOf(BEFORE, words) ?? groupsOf(PREVIOUS, words);
  if (!before) return null;
  if (before.weekday) return dated(`last ${before.weekday}`, { range, moment: { ...moment, now: range.start } });
  const several = meaning(UNITS, before.counted);
  const count = countOf(before.count) ?? 0;
  if (several !== 'day' && several === range.granularity && count === unitsIn(range)) return previous(range);
  if (several) return count > 0 && count <= MOST_UNITS ? directlyBefore(range, { unit: several, by: count }) : null;
  const unit = before.unit === 'weekend' ? 'week' : meaning(UNITS, before.unit);
  return unit ? unitBefore(range, unit) : previous(range);
}

/** What a range is compared with by the words of `findComparison`; whole, also where the range is still going on. */
export function baselineOf(words: string, comparing: Comparing): Stretch | Objection {
  const baseline = counted(words, comparing) ?? dated(words, comparing);
  return 'message' in baseline ? baseline : fitted(baseline, comparing.range);
}

/** By the clock of the zone: at noon half of a day has passed, whatever the clocks did before; by months, so that 31 May is 31 May also after a 29 February. */
function sameTime({ start, granularity }: Stretch, { range, now }: { readonly range: Stretch; readonly now: Temporal.ZonedDateTime }) {
  if (isClockUnit(granularity)) return start.add(range.start.until(now));
  const largestUnit = granularity in MONTHS_IN ? 'month' : 'day';
  const passed = range.start.toPlainDateTime().until(now.toPlainDateTime(), { largestUnit });
  return start.toPlainDateTime().add(passed).toZonedDateTime(start.timeZoneId);
}

/** So much of a baseline as has passed of the range: a week that goes on is compared with the same hours of another. */
export function cutAlike(baseline: Stretch, { range, moment }: Comparing): Stretch {
  const isGoingOn = Temporal.ZonedDateTime.compare(range.end, moment.now) > 0;
  if (!isGoingOn || baseline.granularity !== range.granularity || unitsIn(baseline) !== unitsIn(range)) return baseline;
  const end = sameTime(baseline, { range, now: zoned(endingNow(range.start, moment), range.start.timeZoneId) });
  return Temporal.ZonedDateTime.compare(end, baseline.end) < 0 ? { ...baseline, end } : baseline;
}

const several = (number: number, unit: string): string => (number === 1 ? `the ${unit} before` : `the ${number} ${unit}s before`);

/** What the time before a range is called. */
function nameOfBefore(stretch: Stretch): string {
  const { start, granularity } = stretch;
  if (granularity in MONTHS_IN) return several(unitsIn(stretch), granularity);
  const days = daysIn(stretch);
  if (days === 1) return `the ${weekdayName(start.dayOfWeek)} before`;
  if (days <= WEEK) return several(1, 'week');
  return days % WEEK === 0 ? several(days / WEEK, 'week') : several(days, 'day');
}

/** The time before a range, as far as it has passed, with a name for it. */
export interface Before {
  readonly words: string;
  readonly stretch: Stretch;
}

/**
 * What a range is compared with where nobody said what: as long, before it, weekdays beside their like; hours are those of a week before.
 * null where that says nothing: of what has no beginning or is longer than a year.
 */
export function beforeOf({ range, moment }: Comparing): Before | null {
  const { start, end, granularity, isOpen } = range;
  if (isOpen || start.add({ years: 1 }).epochMilliseconds < end.epochMilliseconds) return null;
  const areHours = isClockUnit(granularity);
  const before = areHours ? weeksBefore(range) : previous(range);
  const name = nameOfBefore(range);
  const isOver = end.epochMilliseconds <= moment.now.epochMilliseconds;
  const stretch = { start: before.start, end: before.end, granularity, ...(range.only && { only: range.only }) };
  return { words: areHours && isOver ? `the same hours of ${name}` : name, stretch: cutAlike(stretch, { range, moment }) };
}
