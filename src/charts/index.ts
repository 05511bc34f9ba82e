import type { Table } from '../model/result.ts';
import { bar } from './bar.ts';
import type { ChartKind, DrawOptions } from './chart.ts';
import { heatmap } from './heatmap.ts';
import { line } from './line.ts';
import { pie } from './pie.ts';
import { drawnColumns, isCourse, isSummed } from './plot.ts';
import { stackedBar } from './stacked-bar.ts';
import { daysByHour } from './week.ts';

/** Every way to draw a table, the usual ones first. */
export const CHARTS: readonly ChartKind[] = [line, bar, stackedBar, heatmap, pie];

/** Hours of so many days are looked at as a week. */
const WEEK = 7;

/** The kinds that suit a table, nearest first; none where a picture would say nothing. */
export function chartKinds(table: Table, options?: DrawOptions): readonly ChartKind[] {
  const byShape = daysByHour(table) >= WEEK ? [heatmap, ...inTime(table, options)] : [...inTime(table, options), heatmap];
  return [...byShape, pie].filter((kind) => kind.suits(table, options));
}

/** Counts are heights that add up; anything else is a course in time, or is compared bar by bar. */
function inTime(table: Table, options: DrawOptions | undefined): readonly ChartKind[] {
  if (drawnColumns(table, options?.columns).every(isSummed)) return [stackedBar, bar, line];
  return isCourse(table) ? [line, bar] : [bar, line];
}

/** Why another kind is drawn than the one that was asked for, in one sentence; nothing where it is that one. */
export function insteadOf(asked: string | undefined, drawn: string): readonly string[] {
  const [wanted, taken] = [asked, drawn].map((each) => CHARTS.find(({ name }) => name === each));
  if (!wanted || !taken || wanted === taken) return [];
  return [`${wanted.called.replace(/^a/, 'A')} ${wanted.takes}, so this is ${taken.called}.`];
}
