import { Chrono, configuration, type Parser } from 'chrono-node/en';
import type { Moment } from '../format.ts';
import { dayAndMonth } from './day-and-month.ts';
import { dayOfMonth } from './day-of-month.ts';
import { intoThePast } from './into-the-past.ts';
import { numericDate, shortDate } from './numeric-date.ts';

/** Chrono hands its parsers out by the list only. These read dates of the calendar; the others (`in 5 minutes`, `at noon`) are not for reports. */
const CALENDAR_PARSERS: ReadonlySet<string> = new Set([
  'ENYearMonthDayParser',
  'ISOFormatParser',
  'SlashDateFormatParser',
  'ENMonthNameLittleEndianParser',
  'ENMonthNameMiddleEndianParser',
  'ENSlashMonthFormatParser',
  'ENYearMonthNameParser',
]);

/** Strict, so that 2026-13-01 is not read as 13 January. */
function calendarParsers(dayFirst: boolean): readonly Parser[] {
  return configuration.createConfiguration(true, dayFirst).parsers.filter((parser) => CALENDAR_PARSERS.has(parser.constructor.name));
}

const ours = (dayFirst: boolean): readonly Parser[] => [dayAndMonth, dayOfMonth, numericDate, shortDate(dayFirst)];

/** None of chrono's own refiners: they drop dates that do not exist, which we refuse in words, and swap the ends of a reversed range. */
const refiners = [intoThePast];
const monthFirst = new Chrono({ parsers: [...ours(false), ...calendarParsers(false)], refiners });
/** Of equally long results the first is taken, so the list for 3/4 as 3 April stands before the one that reads `october 15`. */
const dayFirst = new Chrono({ parsers: [...ours(true), ...calendarParsers(true), ...calendarParsers(false)], refiners });

export const isDayFirst = ({ locale, dayFirst: chosen }: Pick<Moment, 'locale' | 'dayFirst'>): boolean =>
  chosen ?? !/^en(?:[-_]US)?$/i.test(locale);

export function chronoFor(moment: Pick<Moment, 'locale' | 'dayFirst'>): Chrono {
  return isDayFirst(moment) ? dayFirst : monthFirst;
}
