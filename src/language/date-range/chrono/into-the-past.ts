import type { ParsingComponents, Refiner } from 'chrono-node/en';
import { Temporal } from '../../../model/time.ts';
import { existingDate } from './existing-date.ts';

/** How far back a date is looked for: 29 February may be eight years away, and no month without a 31st has another before it. */
const REACH = { year: 8, month: 2 } as const;

interface Sought {
  readonly date: ParsingComponents;
  readonly today: Temporal.PlainDate;
  /** What the words leave out. */
  readonly unit: 'year' | 'month';
}

/** The latest day up to `today` that the known parts allow; null when there is none, as with 30 February. */
function latest({ date, today, unit }: Sought): Temporal.PlainDate | null {
  for (let back = 0; back <= REACH[unit]; back++) {
    const { year, month } = today.toPlainYearMonth().subtract({ [`${unit}s`]: back });
    const found = existingDate({ year, month: unit === 'year' ? date.get('month') : month, day: date.get('day') });
    if (found && Temporal.PlainDate.compare(found, today) <= 0) return found;
  }
  return null;
}

/** A report looks back: a date without a year, or without a month, is the most recent one that has begun. Chrono takes the nearest. */
export const intoThePast: Refiner = {
  refine(context, results) {
    const today = Temporal.Instant.fromEpochMilliseconds(context.reference.instant.getTime()).toZonedDateTimeISO('UTC').toPlainDate();
    for (const { start, end } of results) {
      if (start.isCertain('year')) continue;
      const found = latest({ date: start, today, unit: start.isCertain('month') ? 'year' : 'month' });
      for (const date of [start, end]) {
        date?.imply('year', found?.year ?? today.year);
        date?.imply('month', found?.month ?? today.month);
      }
    }
    return results;
  },
};
