import { MAX_BARS } from '../charts/bar.ts';
import type { Chart, Sheet } from '../charts/chart.ts';
import { sharesOf } from '../charts/pie.ts';
import { type Plot, plot, type Series } from '../charts/plot.ts';
import { cut, nameInWords } from '../reports/words/names.ts';
import type { DataVisualizationBlock, NativePlot } from './message.ts';

/** Slack's limits: lengths in characters, counted as in all blocks. */
const TITLE = 50;
const LABEL = 20;
const CATEGORIES = 20;

/** The chart as Slack draws it itself; null where it would draw another one: only a picture shows gaps, shades, stacks and many rows. */
export function nativeChart({ kind, sheet }: Chart): DataVisualizationBlock | null {
  if (!sheet) return null;
  switch (kind) {
    case 'pie':
      return shares(sheet);
    case 'line':
    case 'bar':
      return plotted(drawnOf(sheet), kind);
    case 'stacked-bar':
      return sideBySide(drawnOf(sheet));
    default:
      return null;
  }
}

const drawnOf = ({ table, options }: Sheet): Plot => plot(table, options);

function shares({ table, options }: Sheet): DataVisualizationBlock {
  const { title, slices } = sharesOf(table, options);
  const labels = distinct(slices.map(({ label }) => label));
  return titled(title, { type: 'pie', segments: slices.map(({ value }, index) => ({ label: labels[index] ?? '', value })) });
}

/** Slack stacks nothing. Beside each other these bars are read as long as they are few, and none of them is the sum of others. */
function sideBySide(drawn: Plot): DataVisualizationBlock | null {
  return drawn.baseline || drawn.series.length * drawn.labels.length > MAX_BARS ? null : plotted(drawn, 'bar');
}

function plotted({ title, labels, series, baseline }: Plot, type: NativePlot['type']): DataVisualizationBlock | null {
  const all = [...series, ...(baseline ? [baseline] : [])];
  const isWhole = all.every(({ values }) => !values.includes(null));
  if (!isWhole || all.length === 0 || labels.length === 0 || labels.length > CATEGORIES) return null;
  const categories = distinct(labels);
  const names = distinct(all.map(({ label }) => label));
  const pointsOf = ({ values }: Series) => categories.map((label, row) => ({ label, value: values[row] ?? 0 }));
  return titled(title, {
    type,
    series: all.map((one, index) => ({ name: names[index] ?? '', data: pointsOf(one) })),
    axis_config: { categories },
  });
}

function titled(title: string, chart: DataVisualizationBlock['chart']): DataVisualizationBlock {
  return { type: 'data_visualization', title: short(title, TITLE), chart };
}

/** Names that were told apart by what is cut off are counted instead. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  for (const name of names) {
    let label = short(name, LABEL);
    for (let number = 2; taken.has(label); number += 1) {
      const end = ` (${number})`;
      label = short(name, LABEL - end.length) + end;
    }
    taken.add(label);
  }
  return [...taken];
}

const short = (name: string, limit: number): string => cut(nameInWords(name), limit, ({ length }) => length);
