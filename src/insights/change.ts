import type { Baseline, Column, Metric, Table, Value } from '../model/result.ts';
import { type Aligned, align } from '../reports/buckets/align.ts';
import { totalIn } from '../reports/buckets/combine.ts';
import { type Lengths, unlikeLengths } from './pace.ts';

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
  /** How far what it was usually is from that, where that is what is usual. */
  readonly spread?: number;
  /** Of things that were counted over times of unlike lengths: `change` is that from as much time as the number is of. */
  readonly lengths?: Lengths;
}

/** `range`: absent where both are of as much time. */
type Numbers = Pick<Baseline, 'headline' | 'table'> & Partial<Pick<Baseline, 'range'>>;

/** Each metric of a headline beside what it was: the same total, the row that stands beside its row, or the metric of the same name. */
export function compared({ headline, table, range }: Numbers, baseline: Numbers): Compared[] {
  const tables = align(table, baseline.table);
  // What is usual is that of as much time, whatever was looked back at to learn it.
  const isUsual = baseline.table.totals !== undefined;
  const unlike = range && baseline.range && !isUsual ? unlikeLengths(range, baseline.range) : null;
  return headline.map((metric) => {
    const column = table.columns.find(({ key }) => key === metric.from?.column) ?? null;
    const { before, volume } = column ? inTables(tables, column, metric.from?.row) : inHeadline(metric, baseline.headline);
    const { value } = metric;
    const spread = likeIn(baseline.headline, metric)?.spread;
    const lengths = metric.unit === 'seconds' || metric.from?.row !== undefined ? null : unlike;
    const alike = before === null || !lengths ? before : (before * lengths.now) / lengths.before;
    const found = value === null || alike === null ? null : change({ value, before: alike, volume });
    return { metric, column, before, change: found, ...(spread !== undefined && { spread }), ...(lengths && { lengths }) };
  });
}

interface Counterpart {
  readonly before: Value;
  readonly volume: number;
}

function inHeadline(metric: Metric, headline: readonly Metric[]): Counterpart {
  const { value, unit } = metric;
  const before = likeIn(headline, metric)?.value ?? null;
  // How many things a mean is made of only its column knows.
  return { before, volume: unit === 'seconds' ? 0 : Math.min(value ?? 0, before ?? 0) };
}

const likeIn = (headline: readonly Metric[], { key, label }: Metric): Metric | undefined =>
  headline.find((metric) => metric.key === key && metric.label === label);

function inTables({ table, baseline }: Aligned, column: Column, row?: string): Counterpart {
  const at = table.rows.findIndex(({ key }) => key === row);
  const only = ({ totals, ...one }: Table): Table =>
    row === undefined ? { ...one, ...(totals && { totals }) } : { ...one, rows: one.rows.slice(at, at + 1) };
  const { combine } = column;
  const counted = combine.by === 'weighted mean' ? table.columns.find(({ key }) => key === combine.weight) : column;
  const volumes = [table, baseline].map((one) => (counted && totalIn(only(one), counted)) ?? 0);
  return { before: totalIn(only(baseline), column), volume: Math.min(...volumes) };
}
