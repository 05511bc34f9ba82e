import { calendarDate } from './calendar-date.ts';
import { fiscalYear } from './fiscal-year.ts';
import { type Format, isRefusal, type Moment, type Outcome, type Reading } from './format.ts';
import { lastUnits } from './last-units.ts';
import { longestOf } from './longest.ts';
import { month } from './month.ts';
import { quarter } from './quarter.ts';
import { relativeUnit } from './relative-unit.ts';
import { unitsAgo } from './units-ago.ts';
import { weekNumber } from './week-number.ts';
import { year } from './year.ts';

/** What has parts that people ask for: months, weeks, quarters, years. A date of the calendar is one where it leaves its day out. */
export const PERIODS: readonly Format[] = [month, relativeUnit, quarter, fiscalYear, year, unitsAgo, lastUnits, weekNumber, calendarDate];

const OPENING = /^(?:in |of |during )?(?:the )?(?:year )?/iu;

const read = longestOf(PERIODS);

/** The period that begins the text, `of` and its like included. */
export function periodAt(text: string, moment: Moment): Outcome | null {
  const bare = read(text, moment);
  if (bare) return bare;
  const skipped = OPENING.exec(text)?.[0].length ?? 0;
  const found = skipped > 0 ? read(text.slice(skipped), moment) : null;
  return found && { ...found, length: found.length + skipped };
}

/**
 * A part of a period whose words leave its year (or month) out is of the most recent one in which that part has begun: in early november
 * `last friday of november` is last year's.
 */
export function mostRecentPart(
  period: Reading,
  {
    moment,
    at,
    part,
  }: { readonly moment: Moment; readonly at: (moment: Moment) => Outcome | null; readonly part: (period: Reading) => Reading },
): Reading {
  const found = part(period);
  if (!period.recurs || found.start.epochMilliseconds <= moment.now.epochMilliseconds) return found;
  const earlier = at({ ...moment, now: moment.now.subtract({ [`${period.recurs}s`]: 1 }) });
  return earlier && !isRefusal(earlier) ? part(earlier) : found;
}
