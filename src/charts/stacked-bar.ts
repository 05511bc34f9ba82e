import { barColours, MAX_BARS } from './bar.ts';
import type { ChartKind } from './chart.ts';
import { drawnColumns, hasData, isSummed, plot } from './plot.ts';
import { axisLabels, frame } from './theme.ts';

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
          datasets: drawn.series.map(({ label, values }, index) => ({
            label,
            data: [...values],
            backgroundColor: barColours(drawn, index),
            borderColor: '#FFFFFF',
            borderWidth: { top: 1 },
            maxBarThickness: 72,
          })),
        },
        options: frame(drawn, { stacked: true, legend: 'bar' }),
      },
    };
  },
};
