import type { ChartOptions } from 'chart.js';
import type { Chart } from './chart.ts';
import { twoLines } from './labels.ts';
import type { Plot } from './plot.ts';

/**
 * One per series. After Okabe and Ito, darkened until each has a contrast of 3:1 on white and any two stay apart for people
 * who see no red, no green or no blue. The last is grey: it is what "Other" gets.
 */
export const COLOURS = ['#0A5FAD', '#D27E00', '#009D64', '#8F427B', '#6494D4', '#AE3F00', '#36303F', '#8F949C'] as const;

const INK = '#1D1C1D';
const QUIET_INK = '#4A4D52';
const GRID = '#E4E6E9';

/** Pixels of a picture 800 wide: shown 360 wide, as on a phone, they are 9. */
const TEXT_SIZE = 20;

/** Every day of a week has its label, if it can; of more rows, labels with some air between them read better. */
const WEEK = 7;

/** Appended to a colour: how much of it shows. */
const PALE = '59';
/** Paler than a colour, and not as pale as what is still filling: a broken line has to be seen on dark paper, too. */
const LIGHTER = '8C';

/** From this number on, an axis says `12K`: long numbers would take the chart's room. */
const LONG_NUMBER = 10_000;

export function colour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? COLOURS[0];
}

export function pale(hex: string): string {
  return `${hex}${PALE}`;
}

/** Labels along the axis of rows, on two lines where that makes them narrower. */
export function axisLabels({ labels, ticks }: Plot): (string | string[])[] {
  return (ticks ?? labels).map(twoLines);
}

/** What another time is drawn in, that numbers are compared with. */
export function lighter(hex: string): string {
  return `${hex}${LIGHTER}`;
}

interface Frame {
  readonly stacked?: boolean;
  /** The rows stand one below the other. */
  readonly sideways?: boolean;
  /** The shape of a series in the legend. */
  readonly legend: 'line' | 'bar';
}

/** All of the picture but the data. */
export function frame(plot: Plot, { stacked = false, sideways = false, legend }: Frame) {
  const hasLegend = plot.series.length > 1 || plot.baseline !== undefined;
  const font = { size: TEXT_SIZE };
  const rows = {
    stacked,
    grid: { display: false },
    border: { color: GRID },
    offset: true,
    ticks: {
      color: QUIET_INK,
      font,
      maxRotation: 0,
      // Left to itself, Chart.js would skip what ticks stand at and show their blanks.
      ...(plot.ticks ? { autoSkip: false } : { autoSkipPadding: plot.labels.length <= WEEK ? 3 : 12 }),
    },
  };
  const values = {
    stacked,
    beginAtZero: true,
    grid: { color: GRID, drawTicks: false },
    border: { display: false },
    ticks: { color: QUIET_INK, font, maxTicksLimit: 6, padding: 10, precision: 0, format: numberFormat(plot.peak) },
  };
  return {
    locale: 'en-US',
    animation: false,
    responsive: false,
    layout: { padding: { top: 16, right: hasLegend ? 0 : 12, bottom: 12, left: 16 } },
    indexAxis: sideways ? 'y' : 'x',
    scales: sideways ? { x: values, y: rows } : { x: rows, y: values },
    plugins: {
      title: {
        display: true,
        text: plot.title,
        align: 'start',
        color: INK,
        font: { ...font, weight: 600 },
        padding: { top: 0, bottom: 16 },
      },
      legend: {
        display: hasLegend,
        position: 'right',
        align: 'start',
        reverse: stacked,
        maxWidth: 280,
        labels: {
          color: INK,
          font,
          padding: 10,
          boxWidth: 14,
          boxHeight: 11,
          usePointStyle: true,
          ...(legend === 'bar' ? { pointStyle: 'rectRounded' } : {}),
        },
      },
    },
  } satisfies ChartOptions<'bar' | 'line'>;
}

function numberFormat(peak: number): Intl.NumberFormatOptions {
  return peak < LONG_NUMBER ? {} : { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 };
}

/** The page that charts are drawn for, and so what is hollow in them. */
const PAPER = '#FFFFFF';

/** Slack's own dark grey. */
export const DARK_PAPER = '#1A1D21';

/** The same eight by night: as far apart, with a contrast of 3:1 on dark paper. */
export const DARK_COLOURS = ['#3F8CE8', '#E69F00', '#1FBF83', '#E58BC8', '#A9CBF5', '#D55E00', '#F2E9C9', '#787D85'] as const;

const BY_NIGHT: ReadonlyMap<string, string> = new Map<string, string>([
  ...COLOURS.map((day, index) => [day, DARK_COLOURS[index] ?? day] as const),
  [PAPER, DARK_PAPER],
  [INK, '#F1F2F4'],
  [QUIET_INK, '#B9BDC4'],
  [GRID, '#3A3E44'],
]);

/** Where colours stand in a configuration. Names of people and tags stand elsewhere, and one may be called like a colour. */
const COLOUR_KEYS: ReadonlySet<string> = new Set(['color', 'backgroundColor', 'borderColor', 'pointBackgroundColor']);

/** The same chart on dark paper. */
export function inDark(chart: Chart): Chart {
  return { ...chart, config: recoloured(chart.config), background: DARK_PAPER };
}

function recoloured<T>(config: T): T {
  return JSON.parse(JSON.stringify(config, (key, value: unknown) => (COLOUR_KEYS.has(key) ? byNight(value) : value)));
}

function byNight(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byNight);
  if (typeof value !== 'string') return value;
  const [hex, shows] = [value.slice(0, PAPER.length), value.slice(PAPER.length)];
  return `${BY_NIGHT.get(hex) ?? hex}${shows}`;
}
