import type { Temporal } from '../../model/time.ts';
import type { Moment, Reading, Stretch } from './format.ts';
import { anyOf, COUNT, countOf, meaning, STEPS } from './vocabulary.ts';

/** The year of a month, a quarter or a week, with what joins it to them: ` 2025`, `, 2025`, `-2025`, ` of last year`, `'25`. For one use per pattern. */
export const OF_YEAR = `(?:,? ?(?:of |in )?[-/]?(?<year>(?:19|20)\\d\\d)|,? (?:of |in )?(?:(?<yearStep>${anyOf(STEPS)})|(?<thisYear>the)) year| (?<yearsAgo>${COUNT}) years? ago| ?['’](?<shortYear>\\d\\d))`;

/** The year before what it is the year of: `last year's `, `last year `. */
export const YEAR_OWNS = `(?:the )?(?<yearStep>${anyOf(STEPS)}) year(?:['’]?s)? (?:in )?`;

type Groups = Readonly<Record<string, string | undefined>>;

function statedYear({ year, yearStep, yearsAgo, thisYear, shortYear }: Groups, now: Temporal.ZonedDateTime): number | null {
  if (year) return Number(year);
  if (yearsAgo) return now.year - (countOf(yearsAgo) ?? 0);
  if (shortYear) return 2000 + Number(shortYear);
  const step = thisYear ? 0 : meaning(STEPS, yearStep);
  return step === undefined ? null : now.year + step;
}

/** How far back something is looked for that not every year has: a week 53 may be seven years away. */
const YEARS_BACK = 7;

/** The most recent that has begun. It may belong to next year, whose week 1 can begin in December. */
function mostRecent(now: Temporal.ZonedDateTime, inYear: (year: number) => Stretch | null): Stretch | null {
  for (let year = now.year + 1; year >= now.year - YEARS_BACK; year--) {
    const stretch = inYear(year);
    if (stretch && stretch.start.epochMilliseconds <= now.epochMilliseconds) return stretch;
  }
  return null;
}

interface Yearly {
  /** Of a match of `OF_YEAR`. */
  readonly groups: Groups;
  readonly moment: Moment;
  readonly inYear: (year: number) => Stretch | null;
}

/** That of the stated year, else the most recent; null when there is none. */
export function ofYear({ groups, moment, inYear }: Yearly): Omit<Reading, 'length'> | null {
  const year = statedYear(groups, moment.now);
  if (year !== null) return inYear(year);
  const recent = mostRecent(moment.now, inYear);
  return recent && { ...recent, recurs: 'year' };
}
