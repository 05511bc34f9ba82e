import type { Language, Question } from '../language/question.ts';
import type { Suggestion } from '../model/errors.ts';
import type { Report } from '../reports/report.ts';

/** Nearby ranges that people turn to next, most asked first. */
const RANGES = ['today', 'yesterday', 'this week', 'last week', 'last month'] as const;
const RANGE_BUTTONS = 3;

/** What to press after an answer: the same report over other ranges, and the other reports over the same one. */
export function waysOn(question: Question, reports: readonly Report[], language: Language): Suggestion[] {
  const otherRanges = RANGES.filter((range) => range !== question.range)
    .slice(0, RANGE_BUTTONS)
    .map((range) => ({ label: capitalised(range), words: language.say({ ...question, range, distribution: null }) }));
  // Filters stay behind: another report may not know them.
  const otherReports = reports
    .filter(({ name }) => name !== question.report)
    .map(({ name, title }) => ({
      label: title,
      words: language.say({ report: name, range: question.range, distribution: null, filters: {} }),
    }));
  return [...otherRanges, ...otherReports.slice(0, 1)];
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
