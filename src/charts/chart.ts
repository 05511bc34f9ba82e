import type { ChartConfiguration } from 'chart.js';
import type { Table } from '../model/result.ts';

/** A Chart.js 4 configuration that is plain JSON: no functions, so that any renderer draws the same picture. */
export type ChartConfig = ChartConfiguration;

/** A chart ready to be drawn. */
export interface Chart {
  readonly kind: string;
  readonly config: ChartConfig;
}

export interface DrawOptions {
  /** Keys of the columns to show; all when absent. */
  readonly columns?: readonly string[];
  /** What stands along the value axis: `Chats`, `Minutes`. */
  readonly valueLabel?: string;
}

/** One way to draw a table. */
export interface ChartKind {
  readonly name: string;
  readonly aliases: readonly string[];
  suits(table: Table): boolean;
  draw(table: Table, options?: DrawOptions): Chart;
}
