import { barColours, MAX_BARS } from './bar.ts';
import type { ChartKind } from './chart.ts';
import { drawnColumns, hasData, isSummed, plot, type Series } from './plot.ts';
import { axisLabels, frame, lighter, OTHER, PAPER } from './theme.ts';

export const stackedBar: ChartKind = {
  name: 'stacked-bar',
  aliases: ['stacked', 'stacked bars'],
  called: 'a stacked bar chart',
  takes: `needs several counts that add up, and has room for ${MAX_BARS} bars`,
  compares: 'sums',
  /** Only what may be added up may stand on each other. */
  suits(table, options) {
    const columns = drawnColumns(table, options?.columns);
    return columns.length > 1 && columns.every(isSummed) && hasData(table, options) && table.rows.length <= MAX_BARS;
  },
  draw(table, options) {
    const drawn = plot(table, options);
    return {
      kind: 'stacked-bar',
      config: {
        type: 'bar',
        data: {
          labels: axisLabels(drawn),
          datasets: [
            ...drawn.series.map((series, index) => barsOf(series, barColours(drawn, index))),
            // A stack of its own, beside the one of the others, and of no column's colour.
            ...(drawn.baseline ? [{ ...barsOf(drawn.baseline, lighter(OTHER)), stack: 'baseline' }] : []),
          ],
        },
        options: frame(drawn, { stacked: true, legend: 'bar' }),
      },
    };
  },
};

function barsOf({ label, values }: Series, backgroundColor: string | string[]) {
  return { label, data: [...values], backgroundColor, borderColor: PAPER, borderWidth: { top: 1 }, maxBarThickness: 72 };
}
