import { MOST_DAYS_BY_HOUR } from '../model/query.ts';
import type { Cell, ChartKind } from './chart.ts';
import { drawnColumns, hasData, type Plot, plot } from './plot.ts';
import { GRID, numberFormat, PAPER, page, rowsAxis, SHADES } from './theme.ts';
import { daysByHour, weekMeasure, weekTable } from './week.ts';

/**
 * Weekdays below each other, hours side by side, a cell for each. Plain Chart.js has no such chart, so it is made of bars that begin and end
 * at whole numbers: a series is a shade, so that the legend is the scale.
 */
export const heatmap: ChartKind = {
  name: 'heatmap',
  aliases: ['heat map', 'heat'],
  called: 'a heatmap',
  takes: `needs the hours of 2 to ${MOST_DAYS_BY_HOUR} days`,
  distribution: 'hour',
  compares: 'nothing',
  suits(table, options) {
    const [first] = drawnColumns(table, options?.columns);
    return first !== undefined && first.combine.by !== 'none' && daysByHour(table) > 1 && hasData(table, options);
  },
  draw(table, options) {
    const week = plot(weekTable(table, options), { valueLabel: weekMeasure(table, options) });
    const weekdays = week.series.map(({ label }) => label);
    return {
      kind: 'heatmap',
      config: {
        type: 'bar',
        data: { labels: [...week.labels], datasets: shadesOf(week) },
        options: {
          ...page(week.title, { legend: { display: true, reverse: true }, shape: 'bar' }),
          datasets: { bar: CELL },
          scales: {
            x: rowsAxis(week.labels),
            y: { display: false, min: 0, max: Math.max(1, weekdays.length), reverse: true },
            // The names of the weekdays: no series belongs to this axis.
            weekdays: { ...rowsAxis(weekdays), axis: 'y', type: 'category', labels: weekdays },
          },
        },
      },
    };
  },
};

/** A bar as wide as its hour, over all others of that hour. */
const CELL = { borderWidth: 1, borderSkipped: false, grouped: false, barPercentage: 1, categoryPercentage: 1 } as const;

interface Shade {
  readonly label: string;
  readonly backgroundColor: string;
  readonly borderColor: string;
  readonly cells: readonly Cell[];
}

function shadesOf(week: Plot) {
  const cells = week.series.flatMap(({ values }, weekday) =>
    week.labels.map((x, hour): Cell => ({ x, y: [weekday, weekday + 1], value: values[hour] ?? null })),
  );
  const missing = cells.filter(({ value }) => value === null);
  const shades: Shade[] = [
    ...(missing.length === 0 ? [] : [{ label: 'no data', backgroundColor: PAPER, borderColor: GRID, cells: missing }]),
    ...scaleOf(cells.flatMap(({ value }) => value ?? [])).map(({ label, has }, index, { length }) => ({
      label,
      backgroundColor: SHADES[length === 1 ? SHADES.length - 2 : Math.round((index * (SHADES.length - 1)) / (length - 1))] ?? PAPER,
      borderColor: PAPER,
      cells: cells.filter(({ value }) => value !== null && has(value)),
    })),
  ];
  return shades.map(({ cells: data, ...shade }) => ({ ...shade, data: [...data] }));
}

interface Step {
  readonly label: string;
  has(value: number): boolean;
}

/** Values are drawn to the hundredth. */
const FINEST = 0.01;

/** Equal steps of a round width over all values, at most as many as there are shades. */
function scaleOf(values: readonly number[]): readonly Step[] {
  if (values.length === 0) return [];
  const [low, high] = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  const isWhole = values.every(Number.isInteger);
  const stepOf = (value: number, width: number) => Math.floor(value / width + 1e-9);
  const stepsOf = (width: number) => stepOf(high, width) - stepOf(low, width) + 1;
  const width = roundWidths(isWhole ? 1 : FINEST).find((one) => stepsOf(one) <= SHADES.length) ?? high - low;
  const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, ...numberFormat(Math.max(-low, high)) });
  return Array.from({ length: stepsOf(width) }, (_, index) => {
    const step = stepOf(low, width) + index;
    const [from, to] = [step * width, (step + 1) * width - (isWhole ? 1 : 0)].map((end) => format.format(end + 0));
    return { label: from === to ? `${from}` : `${from}–${to}`, has: (value: number) => stepOf(value, width) === step };
  });
}

const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5];
const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** Narrowest first, as far as numbers go; each is a multiple of the finest. */
function roundWidths(finest: number): readonly number[] {
  return POWERS.flatMap((power) => ROUND.map((one) => one * power))
    .filter(Number.isInteger)
    .map((one) => one * finest);
}
