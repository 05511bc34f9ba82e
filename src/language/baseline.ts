import { Temporal } from '../model/time.ts';
import { BEFORE, SAME } from './comparison.ts';
import { isRefusal, type Moment, type Objection, type Reading, type Stretch } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { isClockUnit, moved } from './date-range/units.ts';
import { meaning, phrase, UNITS } from './date-range/vocabulary.ts';

const LAST_YEAR = phrase('(?:the )?(?:last|previous|prior) year');

type Unit = Stretch['granularity'];

interface Shift {
  readonly unit: Unit;
  readonly by: number;
}

/** By the calendar and the clock of the zone; weeks stay weeks also where years are counted, so that weekdays meet. */
function shifted(stretch: Stretch, { unit, by }: Shift): Stretch {
  const step = unit === 'year' && stretch.granularity === 'week' ? ({ unit: 'week', by: 52 * by } as const) : { unit, by };
  const at = (moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
    isClockUnit(step.unit)
      ? moment.add({ [`${step.unit}s`]: step.by })
      : moved(moment.toPlainDate(), step).toZonedDateTime({ timeZone: moment.timeZoneId, plainTime: moment.toPlainTime() });
  return { ...stretch, start: at(stretch.start), end: at(stretch.end) };
}

const WEEK = 7;

/** As long, and directly before; days so far before that weekdays meet. */
function previous(stretch: Stretch): Stretch {
  const { start, end, granularity } = stretch;
  if (isClockUnit(granularity)) return { ...stretch, start: start.subtract(start.until(end)), end: start };
  const days = start.toPlainDate().until(end.toPlainDate()).days;
  if (granularity === 'day' || granularity === 'week') return shifted(stretch, { unit: 'day', by: -WEEK * Math.ceil(days / WEEK) });
  const { months } = start.until(end.subtract({ seconds: 1 }), { largestUnit: 'month' });
  return shifted(stretch, { unit: 'month', by: -(months + 1) });
}

/** The unit before; of what is shorter than the unit, the same of the unit before: `yesterday vs the week before`. */
function unitBefore(stretch: Stretch, unit: Unit): Stretch {
  const back = shifted(stretch, { unit, by: -1 });
  if (back.end.epochMilliseconds <= stretch.start.epochMilliseconds) return back;
  const { start } = stretch;
  return { ...stretch, start: shifted({ ...stretch, end: start }, { unit, by: -1 }).start, end: start, granularity: unit };
}

const isSame = (one: Stretch, other: Stretch): boolean => one.start.equals(other.start) && one.end.equals(other.end);

const distance = (one: Stretch, other: Stretch): number => Math.abs(one.start.epochMilliseconds - other.start.epochMilliseconds);

/** A date of its own. One that leaves its year or month out is the one nearest to the range: `december vs november`. */
function dated(words: string, { range, moment }: Comparing): Stretch | Objection {
  const read = (then: Moment): Reading | Objection | null => {
    const found = findDate(words, then);
    return found?.index === 0 ? (isRefusal(found) ? found.objection : found) : null;
  };
  const found = read(moment);
  if (!found) throw new Error(`A comparison is not read any more: ${words}`);
  if ('message' in found) return found;
  // `monday vs last monday`
  if (isSame(found, range)) return read({ ...moment, now: range.start.subtract({ seconds: 1 }) }) ?? found;
  if (!found.recurs) return found;
  const beside = read({ ...moment, now: range.end.subtract({ seconds: 1 }) });
  return beside && !('message' in beside) && distance(beside, range) < distance(found, range) ? beside : found;
}

interface Comparing {
  readonly range: Stretch;
  readonly moment: Moment;
}

/** What a range is compared with by the words of `findComparison`, of the same days and hours; whole, also where the range is still going on. */
export function baselineOf(words: string, { range, moment }: Comparing): Stretch | Objection {
  const same = SAME.exec(words)?.groups;
  const before = same ? undefined : BEFORE.exec(words)?.groups;
  const unit = before?.unit === 'weekend' ? 'week' : meaning(UNITS, same?.last ?? same?.before ?? same?.ago ?? before?.unit);
  const isYearBack = LAST_YEAR.test(words) && range.granularity !== 'year';
  const found = (): Stretch | Objection => {
    if (isYearBack) return shifted(range, { unit: 'year', by: -1 });
    if (same && unit) return shifted(range, { unit, by: -1 });
    if (before) return unit ? unitBefore(range, unit) : previous(range);
    return dated(words, { range, moment });
  };
  const baseline = found();
  if ('message' in baseline) return baseline;
  const { start, end, granularity, isOpen } = baseline;
  return { start, end, granularity, ...(isOpen && { isOpen }), ...(range.only && { only: range.only }) };
}

/** By the clock of the zone: at noon half of a day has passed, whatever the clocks did before. */
function sameTime({ start }: Stretch, { range, moment }: Comparing): Temporal.ZonedDateTime {
  const passed = range.start.toPlainDateTime().until(moment.now.toPlainDateTime());
  return start.toPlainDateTime().add(passed).toZonedDateTime(start.timeZoneId);
}

/** So much of a baseline as has passed of the range: a week that goes on is compared with the same hours of another. */
export function cutAlike(baseline: Stretch, { range, moment }: Comparing): Stretch {
  const isGoingOn = Temporal.ZonedDateTime.compare(range.end, moment.now) > 0;
  if (!isGoingOn || baseline.granularity !== range.granularity) return baseline;
  const end = isClockUnit(range.granularity) ? baseline.start.add(range.start.until(moment.now)) : sameTime(baseline, { range, moment });
  return Temporal.ZonedDateTime.compare(end, baseline.end) < 0 ? { ...baseline, end } : baseline;
}
