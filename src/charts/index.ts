import { bar } from './bar.ts';
import type { ChartKind } from './chart.ts';
import { line } from './line.ts';
import { stackedBar } from './stacked-bar.ts';

/** Every way to draw a table, the usual ones first. */
export const CHARTS: readonly ChartKind[] = [line, bar, stackedBar];
