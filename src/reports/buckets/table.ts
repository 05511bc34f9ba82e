import { combine } from '../../model/combine.ts';
import type { Distribution } from '../../model/query.ts';
import type { Column, Row, Table } from '../../model/result.ts';
import type { AskedQuery } from '../report.ts';
import { listed, nameInWords } from '../words/names.ts';
import { createCalendar, type RowName } from './calendar.ts';
import { ifNone } from './combine.ts';
import { wallTime } from './keys.ts';
import type { Bucket, Buckets } from './records.ts';

/** What the rows of each distribution are, as the head of their column. */
const ROW_LABELS: Record<Distribution, string> = {
  hour: 'Hour',
  'day-hours': 'Hour of day',
  day: 'Day',
  week: 'Week',
  weekday: 'Weekday',
  month: 'Month',
  year: 'Year',
};

interface Counts {
  readonly buckets: Buckets;
  readonly columns: readonly Column[];
  readonly query: AskedQuery;
}

export interface BucketTable {
  readonly table: Table;
  /** Names the buckets that belong to no row of the range, if there are any. */
  readonly caveats: readonly string[];
}

/** Beyond so many, strange buckets are counted. */
const STRANGERS_NAMED = 3;

/**
 * The table of a range: every row that the range touches, whether the API has written a bucket for it or not. Buckets that belong to
 * none of them are shown as they came, after the others, rather than lost, and a caveat says so.
 */
export function bucketTable({ buckets, columns, query }: Counts): BucketTable {
  const calendar = createCalendar(query);
  const members = new Map<string, Bucket[]>(calendar.rows.map(({ key }) => [key, []]));
  const strangers: Row[] = [];
  for (const [raw, bucket] of buckets) {
    const wall = wallTime(raw, query.countedBy, query.range);
    const row = wall && members.get(calendar.rowAt(wall).key);
    if (row) row.push(bucket);
    else if (saysSomething(bucket)) strangers.push(rowOf({ key: raw, label: nameInWords(raw) }, [bucket], columns));
  }
  const rows = calendar.rows.map((name) => rowOf(name, members.get(name.key) ?? [], columns));
  const names = strangers.map(({ label }) => `“${label}”`);
  return {
    table: { rowLabel: ROW_LABELS[query.distribution], columns, rows: [...rows, ...strangers] },
    caveats:
      names.length === 0
        ? []
        : [`LiveChat also sent numbers for ${listed(names, STRANGERS_NAMED)}, which is not asked. They are counted in.`],
  };
}

function rowOf(name: RowName, buckets: readonly Bucket[], columns: readonly Column[]): Row {
  const items = buckets.map((bucket) => (key: string) => bucket.get(key) ?? null);
  return { ...name, values: columns.map((column) => combine(column, items) ?? ifNone(column)) };
}

/** Empty buckets beyond the range (the rest of today's hours) are not worth a row. */
function saysSomething(bucket: Bucket): boolean {
  return [...bucket.values()].some((value) => value !== 0);
}
