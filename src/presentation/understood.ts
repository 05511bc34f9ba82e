import type { Directory } from '../model/directory.ts';
import { DISTRIBUTION_WORDS, type ReportQuery } from '../model/query.ts';
import type { DateRange } from '../model/time.ts';
import { rangeInWords } from '../reports/words/dates.ts';
import { filtersInWords } from '../reports/words/query.ts';
import { mrkdwnText } from './safe-text.ts';

/**
 * `*Tags usage* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day · group Billing · vs the week before (Mon 2 – Sun 8 Nov 2026)`, as
 * mrkdwn.
 */
export function understood(title: string, { range, baseline, distribution, filters }: ReportQuery, directory?: Directory): string {
  const dates = `${range.label} (${rangeInWords(range)}, ${range.zone})`;
  const parts = [
    dates,
    `by ${DISTRIBUTION_WORDS[distribution]}`,
    ...filtersInWords(filters, directory),
    ...(baseline ? [`vs ${named(baseline)}`] : []),
  ];
  return [`*${mrkdwnText(title)}*`, ...parts.map(mrkdwnText)].join(' · ');
}

const named = (range: DateRange): string => `${range.label} (${rangeInWords(range)})`;
