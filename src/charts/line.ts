import type { Value } from '../model/result.ts';
import type { ChartKind } from './chart.ts';
import { drawnColumns, hasData, isTime, type Plot, plot, type Series } from './plot.ts';
import { axisLabels, colour, frame, lighter, PAPER } from './theme.ts';

/** Up to so many rows every value gets its point; beyond, points would hide the line. */
const MAX_POINTS = 31;
const POINT = 4;

/** Several lines with more values than these cross each other so often that nobody can follow one. */
const MAX_CROSSING = 62;

/** So many values lie too close together for a broad line. */
const FINE_FROM = 100;

/** Apart from colour, lines differ by these, in their order. */
const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'circle', 'rect', 'triangle', 'rectRot'] as const;

export const line: ChartKind = {
  name: 'line',
  aliases: ['lines', 'trend'],
  called: 'a line chart',
  takes: 'needs several moments in time, and few enough to follow',
  compares: 'one series',
  suits(table, options) {
    const isReadable = table.rows.length <= MAX_CROSSING || drawnColumns(table, options?.columns).length === 1;
    return isReadable && hasData(table, options) && isTime(table) && table.rows.length > 1;
  },
  draw(table, options) {
    const drawn = plot(table, options);
    return {
      kind: 'line',
      config: {
        type: 'line',
        data: {
          labels: axisLabels(drawn),
          datasets: [
            ...drawn.series.map((series, index) => ({
              ...lineOf(series, colour(index)),
              pointStyle: SHAPES[index] ?? 'circle',
              pointRadius: pointRadius(series.values),
              pointBackgroundColor: pointColours(drawn, index),
            })),
            ...(drawn.baseline
              ? [{ ...lineOf(drawn.baseline, lighter(colour(0))), borderDash: [8, 6], pointRadius: lonelyPoints(drawn.baseline.values) }]
              : []),
          ],
        },
        options: frame(drawn, { legend: 'line' }),
      },
    };
  },
};

function lineOf({ label, values }: Series, shade: string) {
  return {
    label,
    data: [...values],
    spanGaps: false,
    borderColor: shade,
    borderJoinStyle: 'round' as const,
    borderWidth: values.length > FINE_FROM ? 2 : 3,
    backgroundColor: shade,
  };
}

function pointRadius(values: readonly Value[]): number | number[] {
  return values.length <= MAX_POINTS ? POINT : lonelyPoints(values);
}

/** Only a value between two gaps has a point: without one it would not be seen. */
function lonelyPoints(values: readonly Value[]): number | number[] {
  if (!values.includes(null)) return 0;
  return values.map((_, row) => ((values[row - 1] ?? null) === null && (values[row + 1] ?? null) === null ? POINT : 0));
}

/** The last point is hollow while its bucket is still filling. */
function pointColours({ partial, labels }: Plot, index: number): string | string[] {
  const solid = colour(index);
  return partial ? labels.map((_, row) => (row === labels.length - 1 ? PAPER : solid)) : solid;
}
