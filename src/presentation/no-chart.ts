import { MAX_BARS } from '../charts/bar.ts';
import type { Distribution } from '../model/query.ts';
import type { Table } from '../model/result.ts';
import { rowNouns } from '../reports/words/names.ts';
import { count } from '../reports/words/numbers.ts';

/** How long the buckets of each split are, in days; those that go round are always few. */
const DAYS: ReadonlyMap<Distribution, number> = new Map([
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
]);

/** Why a table has no chart, in one sentence, and with which split it has one; nothing where there is no more to say than the table does. */
export function noChart({ columns, rows, rowLabel }: Table, distribution: Distribution): string[] {
  // Means are drawn as a line, which any number of rows fit on.
  const isOfBars = columns.every(({ combine }) => combine.by === 'sum');
  const days = DAYS.get(distribution);
  if (!isOfBars || days === undefined || rows.length <= MAX_BARS) return [];
  const [split = 'year'] = [...DAYS].find(([, other]) => other > days && (rows.length * days) / other <= MAX_BARS) ?? [];
  return [`${count(rows.length)} ${rowNouns({ rowLabel })} are too many bars for a chart. Split by ${split} instead to get one.`];
}
