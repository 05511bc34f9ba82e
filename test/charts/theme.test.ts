import { describe, expect, test } from '@jest/globals';
import { CHARTS } from '../../src/charts/index.ts';
import { MAX_SERIES } from '../../src/charts/plot.ts';
import { COLOURS, DARK_COLOURS, DARK_PAPER, DARK_SHADES, inDark, SHADES } from '../../src/charts/theme.ts';

type Triple = readonly [number, number, number];

const linear = (hex: string): Triple => {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const times = (matrix: readonly Triple[], [r, g, b]: Triple): Triple => {
  const row = (at: number) => (matrix[at] ?? [0, 0, 0]).reduce((sum, factor, column) => sum + factor * ([r, g, b][column] ?? 0), 0);
  return [row(0), row(1), row(2)];
};
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** CIE L*a*b*, in which distances are about as large as they look. */
const lab = (colour: Triple): Triple => {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    [Math.max(0, colour[0]), Math.max(0, colour[1]), Math.max(0, colour[2])],
  );
  return [116 * f(y) - 16, 500 * (f(x / 0.9505) - f(y)), 200 * (f(y) - f(z / 1.089))];
};

/** What is left of colours (Machado, Oliveira and Fernandes 2009, severity 1). */
const SIGHTS: Record<string, readonly Triple[]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe.each([
  { colours: COLOURS, paper: '#FFFFFF' },
  { colours: DARK_COLOURS, paper: DARK_PAPER },
])('on $paper', ({ colours, paper }) => {
  test('there is a colour for every series', () => {
    expect(new Set(colours).size).toBe(MAX_SERIES);
  });

  test.each(colours)('%s has a contrast of 3:1', (colour) => {
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(SIGHTS))('any two colours stay apart for people who see %s', (sight) => {
    const seen = colours.map((colour) => ({ colour, at: lab(times(SIGHTS[sight] ?? [], linear(colour))) }));
    const close = seen.flatMap((one, index) =>
      seen
        .slice(index + 1)
        .filter((other) => Math.hypot(...one.at.map((value, axis) => value - (other.at[axis] ?? 0))) < 14)
        .map((other) => `${one.colour} ${other.colour}`),
    );
    expect(close).toEqual([]);
  });
});

test.each([
  { shades: SHADES, paper: '#FFFFFF' },
  { shades: DARK_SHADES, paper: DARK_PAPER },
])('each shade on $paper stands out more than the one before, also without colours', ({ shades, paper }) => {
  const steps = shades.map((shade, index) => contrast(shade, shades[index - 1] ?? paper));
  expect(steps.filter((step) => step < 1.2)).toEqual([]);
  const fromPaper = shades.map((shade) => contrast(shade, paper));
  expect(fromPaper).toEqual([...fromPaper].sort((one, other) => one - other));
});

describe('a chart in dark', () => {
  const table = {
    rowLabel: 'Day',
    columns: ['#1D1C1D', '#FFFFFF'].map((name) => ({ key: name, label: name, unit: 'chats', combine: { by: 'sum' } }) as const),
    rows: [1, 2].map((day) => ({ key: `${day}`, label: '#0A5FAD', values: [day, day] })),
  };
  const coloursIn = (config: unknown): string[] => JSON.stringify(config).match(/"#[0-9A-F]{6,8}"/g) ?? [];

  test.each(CHARTS)('of the kind $name has nothing of the day left but names', (kind) => {
    const day = kind.draw(table, { partial: true });
    const night = inDark(day);
    const left = coloursIn(night.config).filter((colour) => coloursIn(day.config).includes(colour));
    const names = new Set(table.rows.map(({ label }) => label).concat(table.columns.map(({ label }) => label)));
    expect(left.filter((colour) => !names.has(JSON.parse(colour)))).toEqual([]);
    expect([night.background, night.config.data.labels]).toEqual([DARK_PAPER, day.config.data.labels]);
    expect(night.config.data.datasets.map(({ label }) => label)).toEqual(day.config.data.datasets.map(({ label }) => label));
  });

  test('is written in inks that can be read', () => {
    const { config } = inDark(CHARTS[0]?.draw(table) ?? { kind: 'none', config: { type: 'bar', data: { datasets: [] } } });
    const inks = [...JSON.stringify(config.options).matchAll(/"color":"(#[0-9A-F]{6})"/g)].map((match) => match[1] ?? '');
    const readable = [...new Set(inks)].filter((ink) => contrast(ink, DARK_PAPER) >= 4.5);
    expect(readable).toEqual(['#F1F2F4', '#B9BDC4']);
  });
});
