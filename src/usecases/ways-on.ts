import type { Habit, OtherReading, Question } from '../language/question.ts';
import { FILTER_NAMES, type Filters } from '../model/query.ts';
import type { Instant } from '../model/time.ts';
import type { Report } from '../reports/report.ts';
import { rangeInThatYear } from '../reports/words/dates.ts';
import { toldOf } from './habits.ts';

/** Nearby ranges that people turn to next, most asked first. A split that somebody chose makes sense of the longer ones only. */
const RANGES = [
  { range: 'today', isLong: false },
  { range: 'yesterday', isLong: false },
  { range: 'this week', isLong: true },
  { range: 'last week', isLong: true },
  { range: 'last month', isLong: true },
] as const;
const RANGE_BUTTONS = 3;

/** Something that may be asked next. */
export interface WayOn {
  readonly label: string;
  readonly question: Question;
  /** Remembered of whoever asks it. */
  readonly habit?: Habit;
}

/** What to press after an answer: the same report over other ranges, and the other reports over the same one. */
export function waysOn(question: Question, reports: readonly Report[]): WayOn[] {
  const otherRanges = RANGES.filter(({ range }) => range !== question.range)
    .slice(0, RANGE_BUTTONS)
    .map(({ range, isLong }) => ({
      label: capitalised(range),
      question: { ...question, range, distribution: isLong ? question.distribution : null },
    }));
  const otherReports = reports
    .filter(({ name }) => name !== question.report)
    .map((report) => ({ label: report.title, question: aboutReport(question, report) }));
  return [...otherRanges, ...otherReports.slice(0, 1)];
}

/** What to press where the words meant something else. */
export function otherWays(readings: readonly OtherReading[], now: Instant): WayOn[] {
  return readings.map(({ question, range, habit }) => ({
    label: habit ? `Always ${toldOf(habit)}: ${rangeInThatYear(range, now)}` : `${capitalised(question.range)} instead`,
    question,
    ...(habit && { habit }),
  }));
}

/** The same of another report, as far as it can be asked. */
export const aboutReport = (question: Question, report: Report): Question => ({
  ...question,
  report: report.name,
  filters: knownTo(report, question.filters),
});

/** The filters that a report can be narrowed by. */
function knownTo({ api }: Report, filters: Filters): Filters {
  const known = FILTER_NAMES.filter((name) => filters[name] !== undefined && api.some((method) => method.filters[name] !== undefined));
  return Object.fromEntries(known.map((name) => [name, filters[name]]));
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
