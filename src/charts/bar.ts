import type { ChartKind } from './chart.ts';
import { drawnColumns, hasData, isTime, MAX_SERIES, type Plot, plot, type Series } from './plot.ts';
import { axisLabels, colour, frame, lighter, pale } from './theme.ts';

/** A bar needs some pixels to be one. */
export const MAX_BARS = 62;

/** Code points that fit side by side below the bars, also beside a legend. */
const LABELS_SIDE_BY_SIDE = 40;

/** Rows that stand one below the other without losing labels. */
const ROWS_BELOW_EACH_OTHER = 14;

export const bar: ChartKind = {
  name: 'bar',
  aliases: ['bars', 'column', 'columns'],
  called: 'a bar chart',
  takes: `has room for ${MAX_BARS} bars`,
  compares: 'one series',
  suits: (table, options) =>
    hasData(table, options) && table.rows.length * Math.min(drawnColumns(table, options?.columns).length, MAX_SERIES) <= MAX_BARS,
  draw(table, options) {
    const drawn = plot(table, options);
    const sideways = !isTime(table) && needsRoom(drawn);
    return {
      kind: 'bar',
      config: {
        type: 'bar',
        data: {
          labels: sideways ? [...drawn.labels] : axisLabels(drawn),
          datasets: [
            ...drawn.series.map((series, index) => barsOf(series, barColours(drawn, index))),
            ...(drawn.baseline ? [barsOf(drawn.baseline, lighter(colour(0)))] : []),
          ],
        },
        options: frame(drawn, { sideways, legend: 'bar' }),
      },
    };
  },
};

function barsOf({ label, values }: Series, backgroundColor: string | string[]) {
  return { label, data: [...values], backgroundColor, borderRadius: 4, maxBarThickness: 72 };
}

/** One colour, or one per bar when the last is still filling. */
export function barColours({ partial, labels }: Plot, index: number): string | string[] {
  const solid = colour(index);
  return partial ? labels.map((_, row) => (row === labels.length - 1 ? pale(solid) : solid)) : solid;
}

/** Names are read, so none of them is left out; moments go from left to right. The longest one decides how many fit. */
function needsRoom({ labels }: Plot): boolean {
  const longest = labels.reduce((length, label) => Math.max(length, label.length), 0);
  return labels.length <= ROWS_BELOW_EACH_OTHER && labels.length * longest > LABELS_SIDE_BY_SIDE;
}
