import type { ChartConfiguration } from 'chart.js';
import type { Distribution } from '../model/query.ts';
import type { Table } from '../model/result.ts';
import type { WeekStart } from '../model/time.ts';

/** A Chart.js 4 configuration that is plain JSON: no functions, so that any renderer draws the same picture. */
export type ChartConfig = ChartConfiguration | ChartConfiguration<'bar', readonly Cell[]>;

/** A bar that is one cell of a grid: its column by name, its row as a stretch from one whole number to the next, and the value it stands for. */
export interface Cell {
  readonly x: string;
  readonly y: readonly [number, number];
  readonly value: number | null;
}

/** A chart ready to be drawn. */
export interface Chart {
  readonly kind: string;
  readonly config: ChartConfig;
  /** The colour of the paper; white when absent. Never transparent, since the theme of whoever looks would shine through. */
  readonly background?: string;
  /** The names of the other kinds that would suit, nearest first. */
  readonly others?: readonly string[];
  /** What was drawn, for whoever draws the same in another way. */
  readonly sheet?: Sheet;
}

/** What of a table is drawn. */
export interface Sheet {
  readonly table: Table;
  readonly options: DrawOptions;
}

export interface DrawOptions {
  /** Keys of the columns to show. Columns of another unit than the first one's are left out: one axis measures one thing. All when absent. */
  readonly columns?: readonly string[];
  /** What is measured: `Chats`, `Chatting time`. Times get their unit added. */
  readonly valueLabel?: string;
  /** The last row is still filling: it is drawn paler. */
  readonly partial?: boolean;
  /** The weekday that a week is drawn from; Monday when absent. */
  readonly weekStart?: WeekStart;
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
  /** In a sentence: `a bar chart`. */
  readonly called: string;
  /** What it takes, as that sentence goes on: `needs several parts of a whole`. */
  readonly takes: string;
  /** The distribution whose tables it draws; absent: any. */
  readonly distribution?: Distribution;
  /** What it draws of a baseline: one series beside one; also the sum of several, which says something beside a stack only; or nothing. */
  readonly compares: 'one series' | 'sums' | 'nothing';
  /** It adds all rows up, so that it is drawn only where somebody asks for it. */
  readonly onRequest?: true;
  /** False when the picture would say nothing, or something else than the table. */
  suits(table: Table, options?: DrawOptions): boolean;
  /** Never throws, also not for a table that it does not suit. */
  draw(table: Table, options?: DrawOptions): Chart;
}
