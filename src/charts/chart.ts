import type { ChartConfiguration } from 'chart.js';
import type { Table } from '../model/result.ts';

/** A Chart.js 4 configuration that is plain JSON: no functions, so that any renderer draws the same picture. */
export type ChartConfig = ChartConfiguration;

/** A chart ready to be drawn. */
export interface Chart {
  readonly kind: string;
  readonly config: ChartConfig;
  /** The colour of the paper; white when absent. Never transparent, since the theme of whoever looks would shine through. */
  readonly background?: string;
}

export interface DrawOptions {
  /** Keys of the columns to show. Columns of another unit than the first one's are left out: one axis measures one thing. All when absent. */
  readonly columns?: readonly string[];
  /** What is measured: `Chats`, `Chatting time`. Times get their unit added. */
  readonly valueLabel?: string;
  /** The last row is still filling: it is drawn paler. */
  readonly partial?: boolean;
  /** Drawn beside the table as one lighter series: the sum of its columns where they are several. */
  readonly baseline?: DrawnBaseline;
}

/** The same at another time. */
export interface DrawnBaseline {
  /** Row beside row: as many as the drawn table has. */
  readonly table: Table;
  /** What it is called, `the week before`, and what the table is called beside it, `last week`. */
  readonly label: string;
  readonly tableLabel: string;
}

/** One way to draw a table. */
export interface ChartKind {
  readonly name: string;
  readonly aliases: readonly string[];
  /** False when the picture would say nothing, or something else than the table. */
  suits(table: Table): boolean;
  /** Never throws, also not for a table that it does not suit. */
  draw(table: Table, options?: DrawOptions): Chart;
}
