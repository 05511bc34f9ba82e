import type { Baseline, Column, Metric, Table, Value } from '../model/result.ts';
import { type Aligned, align } from '../reports/buckets/align.ts';
import { totalIn } from '../reports/buckets/combine.ts';

/** A percentage of fewer things would swing with each of them. */
const ENOUGH = 20;
/** A larger one says less than the two numbers. */
const MOST_PERCENT = 999;

/** How much a number is more than another one. */
export interface Change {
  /** In the numbers' unit; negative: it is less. */
  readonly difference: number;
  /** Whole percent; null: of too little, or so much that it would say less than the two numbers. */
  readonly percent: number | null;
}

interface Measured {
  readonly value: number;
  readonly before: number;
  /** How many things the smaller of the two is made of. */
  readonly volume: number;
}

export function change({ value, before, volume }: Measured): Change {
  const difference = value - before;
  const percent = Math.round((100 * difference) / before) + 0;
  return { difference, percent: volume >= ENOUGH && Math.abs(percent) <= MOST_PERCENT ? percent : null };
}

/** What a metric of a headline was in the baseline. */
export interface Compared {
  readonly metric: Metric;
  /** The one that it is of, if it is of one. */
  readonly column: Column | null;
  readonly before: Value;
  /** null: one of the two is no data. */
  readonly change: Change | null;
}

type Numbers = Pick<Baseline, 'headline' | 'table'>;

/** Each metric of a headline beside what it was: the same total, the row that stands beside its row, or the metric of the same name. */
export function compared({ headline, table }: Numbers, baseline: Numbers): Compared[] {
  const tables = align(table, baseline.table);
  return headline.map((metric) => {
    const column = table.columns.find(({ key }) => key === metric.from?.column) ?? null;
    const { before, volume } = column ? inTables(tables, column, metric.from?.row) : inHeadline(metric, baseline.headline);
    const { value } = metric;
    return { metric, column, before, change: value === null || before === null ? null : change({ value, before, volume }) };
  });
}

interface Counterpart {
  readonly before: Value;
  readonly volume: number;
}

function inHeadline({ key, label, value, unit }: Metric, headline: readonly Metric[]): Counterpart {
  const before = headline.find((metric) => metric.key === key && metric.label === label)?.value ?? null;
  // How many things a mean is made of only its column knows.
  return { before, volume: unit === 'seconds' ? 0 : Math.min(value ?? 0, before ?? 0) };
}

function inTables({ table, baseline }: Aligned, column: Column, row?: string): Counterpart {
  const at = table.rows.findIndex(({ key }) => key === row);
  const only = (one: Table): Table => (row === undefined ? one : { ...one, rows: one.rows.slice(at, at + 1) });
  const { combine } = column;
  const counted = combine.by === 'weighted mean' ? table.columns.find(({ key }) => key === combine.weight) : column;
  const volumes = [table, baseline].map((one) => (counted && totalIn(only(one), counted)) ?? 0);
  return { before: totalIn(only(baseline), column), volume: Math.min(...volumes) };
}
