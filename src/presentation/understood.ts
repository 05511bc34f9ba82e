import { DISTRIBUTION_WORDS, type ReportQuery } from '../model/query.ts';
import { rangeInWords } from '../reports/words/dates.ts';
import { filtersInWords } from '../reports/words/query.ts';
import { mrkdwnText } from './safe-text.ts';

/** `*Tags usage* · last week (Mon 9 – Sun 15 Nov 2026, Europe/Warsaw) · by day · group 12`, as mrkdwn. */
export function understood(title: string, { range, distribution, filters }: ReportQuery): string {
  const dates = `${range.label} (${rangeInWords(range)}, ${range.zone})`;
  return [`*${mrkdwnText(title)}*`, ...[dates, `by ${DISTRIBUTION_WORDS[distribution]}`, ...filtersInWords(filters)].map(mrkdwnText)].join(
    ' · ',
  );
}
