import type { DateRange, Instant } from './time.ts';

/** What a number counts. `seconds` are shown as `14m 35s`. A chat may carry several tags, so `uses` of tags are not chats. */
export type Unit = 'chats' | 'uses' | 'seconds';

/**
 * How a column's rows may be made into one number: added up; as a mean weighted by another column
 * (never a plain mean of means); or not at all.
 */
export type Combine = { readonly by: 'sum' } | { readonly by: 'weighted mean'; readonly weight: string } | { readonly by: 'none' };

/** `null` is "no data", never 0. */
export type Value = number | null;

export interface Metric {
  readonly key: string;
  readonly label: string;
  readonly value: Value;
  readonly unit: Unit;
  /** How far it usually is from the value, where that is what is usual; in the value's unit. */
  readonly spread?: number;
  /** The column of the table that it is the total of, or stands in: in another range its counterpart is found there. */
  readonly from?: {
    readonly column: string;
    /** The key of its row; absent: it is of all rows. */
    readonly row?: string;
  };
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly combine: Combine;
}

export interface Row {
  /** The bucket in its canonical spelling (`2026-11-09`, `2026-11-09 14:00`, `14:00`, `2026-11`), or a name. */
  readonly key: string;
  /** The same for people: `Mon 9 Nov`. */
  readonly label: string;
  /** One per column, in their order. */
  readonly values: readonly Value[];
}

export interface Table {
  /** What the rows are: `Day`, `Hour of day`. */
  readonly rowLabel: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What the columns come to where that is not made of the rows: the usual of a day is not the sum of its usual hours. */
  readonly totals?: readonly Value[];
}

/** The same report, distribution and filters over another range, which numbers are compared with. */
export interface Baseline {
  readonly range: DateRange;
  readonly headline: readonly Metric[];
  readonly table: Table;
}

/** The one neutral value between the API and people: blocks, charts and alt text read only this. */
export interface ReportResult {
  readonly headline: readonly Metric[];
  readonly table: Table;
  readonly asOf: Instant;
  /** The range reaches to `asOf`: the numbers are "so far". */
  readonly partial: boolean;
  /** What a reader should know before trusting the numbers; usually empty. */
  readonly caveats: readonly string[];
  /** Absent: nothing is compared, or there is nothing to compare with. */
  readonly baseline?: Baseline;
}
