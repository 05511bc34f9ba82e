import type { ChartOptions } from 'chart.js';
import type { Chart } from './chart.ts';
import { twoLines } from './labels.ts';
import type { Plot } from './plot.ts';

/**
 * One per series. After Okabe and Ito, darkened until each has a contrast of 3:1 on white and any two stay apart for people
 * who see no red, no green or no blue. The last is grey: it is what "Other" gets.
 */
export const COLOURS = ['#0A5FAD', '#D27E00', '#009D64', '#8F427B', '#6494D4', '#AE3F00', '#36303F', '#8F949C'] as const;

/** What is no series' own: all the others together, the sum of all. */
export const OTHER = COLOURS[7];

/** From few to many, each darker than the one before: of one hue, so that nobody needs to see colours. */
export const SHADES = ['#DCE8F5', '#B3CEEB', '#82AEDC', '#4E8CCB', '#1F66AE', '#0B3E78'] as const;

const INK = '#1D1C1D';
const QUIET_INK = '#4A4D52';
export const GRID = '#E4E6E9';

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

const FONT = { size: TEXT_SIZE };

/** All of the picture but the data. */
export function frame(plot: Plot, { stacked = false, sideways = false, legend }: Frame) {
  const rows = {
    stacked,
    ...rowsAxis(plot.labels),
    // Left to itself, Chart.js would skip what ticks stand at and show their blanks.
    ...(plot.ticks && { ticks: { ...NAMES, autoSkip: false } }),
  };
  const values = {
    stacked,
    beginAtZero: true,
    grid: { color: GRID, drawTicks: false },
    border: { display: false },
    ticks: { color: QUIET_INK, font: FONT, maxTicksLimit: 6, padding: 10, precision: 0, format: numberFormat(plot.peak) },
  };
  return {
    ...page(plot.title, {
      legend: {
        display: plot.series.length > 1 || plot.baseline !== undefined,
        reverse: stacked,
        // Two columns of names, one at each side, would leave each other too little room.
        position: sideways ? 'top' : 'right',
      },
      shape: legend,
    }),
    indexAxis: sideways ? 'y' : 'x',
    scales: sideways ? { x: values, y: rows } : { x: rows, y: values },
  } satisfies ChartOptions<'bar' | 'line'>;
}

const NAMES = { color: QUIET_INK, font: FONT, maxRotation: 0 };

/** The axis that has names along it. */
export function rowsAxis(labels: readonly string[]) {
  return {
    grid: { display: false },
    border: { color: GRID },
    offset: true,
    ticks: { ...NAMES, autoSkipPadding: labels.length <= WEEK ? 3 : 12 },
  };
}

interface Page {
  readonly legend: { readonly display: boolean; readonly reverse?: boolean; readonly position?: 'top' | 'right' };
  readonly shape: Frame['legend'];
}

/** The picture without its axes. */
export function page(title: string, { legend: { display, reverse = false, position = 'right' }, shape }: Page) {
  return {
    locale: 'en-US',
    animation: false,
    responsive: false,
    layout: { padding: { top: 16, right: display && position === 'right' ? 0 : 12, bottom: 12, left: 16 } },
    plugins: {
      title: {
        display: true,
        text: title,
        align: 'start',
        color: INK,
        font: { ...FONT, weight: 600 },
        padding: { top: 0, bottom: 16 },
      },
      legend: {
        display,
        reverse,
        position,
        align: 'start',
        maxWidth: 280,
        labels: {
          color: INK,
          font: FONT,
          padding: 10,
          boxWidth: 14,
          boxHeight: 11,
          usePointStyle: true,
          ...(shape === 'bar' ? { pointStyle: 'rectRounded' } : {}),
        },
      },
    },
  } satisfies ChartOptions;
}

/** Numbers as an axis has them, where the largest is so far from zero. */
export function numberFormat(peak: number): Intl.NumberFormatOptions {
  return peak < LONG_NUMBER ? {} : { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 };
}

/** The page that charts are drawn for, and so what is hollow in them. */
export const PAPER = '#FFFFFF';

/** Slack's own dark grey. */
export const DARK_PAPER = '#1A1D21';

/** The same eight by night: as far apart, with a contrast of 3:1 on dark paper. */
export const DARK_COLOURS = ['#3F8CE8', '#E69F00', '#1FBF83', '#E58BC8', '#A9CBF5', '#D55E00', '#F2E9C9', '#787D85'] as const;

/** By night few is what is near the dark paper. */
export const DARK_SHADES = ['#22354A', '#2B5178', '#3672AC', '#5096DB', '#86BCF2', '#CFE5FF'] as const;

const BY_NIGHT: ReadonlyMap<string, string> = new Map<string, string>([
  ...COLOURS.map((day, index) => [day, DARK_COLOURS[index] ?? day] as const),
  ...SHADES.map((day, index) => [day, DARK_SHADES[index] ?? day] as const),
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
