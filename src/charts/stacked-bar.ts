import { barColours, MAX_BARS } from './bar.ts';
import type { ChartKind } from './chart.ts';
import { drawnColumns, hasData, isSummed, plot, type Series } from './plot.ts';
import { axisLabels, COLOURS, frame, lighter } from './theme.ts';

/** A sum of all columns has the colour that is no column's own. */
const OTHER = COLOURS[7];

export const stackedBar: ChartKind = {
  name: 'stacked-bar',
  aliases: ['stacked', 'stacked bars'],
  /** Only what may be added up may stand on each other. */
  suits(table) {
    const columns = drawnColumns(table);
    return columns.length > 1 && columns.every(isSummed) && hasData(table) && table.rows.length <= MAX_BARS;
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
            // A stack of its own, beside the one of the others.
            ...(drawn.baseline ? [{ ...barsOf(drawn.baseline, lighter(OTHER)), stack: 'baseline' }] : []),
          ],
        },
        options: frame(drawn, { stacked: true, legend: 'bar' }),
      },
    };
  },
};

function barsOf({ label, values }: Series, backgroundColor: string | string[]) {
  return { label, data: [...values], backgroundColor, borderColor: '#FFFFFF', borderWidth: { top: 1 }, maxBarThickness: 72 };
}
