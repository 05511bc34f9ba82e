import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DrawOptions } from '../../src/charts/chart.ts';
import { heatmap } from '../../src/charts/heatmap.ts';
import { DARK_PAPER, DARK_SHADES, inDark, SHADES } from '../../src/charts/theme.ts';
import { weekTable } from '../../src/charts/week.ts';
import type { Column, Table, Value } from '../../src/model/result.ts';
import { daily, hourly, summed } from './tables.ts';

const chats = summed('chats', 'Chats');
const meanTime: Column = { key: 'time', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'Chats' } };
const hoursOf = (table: Table, ...hours: readonly string[]): Table => ({
  ...table,
  rows: table.rows.filter(({ key }) => hours.includes(key.slice(-5))),
});

/** What is drawn: the title, and the cells of each shade as `weekday hour value`. */
function drawn(table: Table, options?: DrawOptions) {
  const { data, options: drawing } = heatmap.draw(table, options).config;
  const weekdays = weekTable(table, options).columns.map(({ label }) => label);
  const shades = data.datasets.map((dataset) => {
    const cells = dataset.data.map((cell) => {
      if (cell === null || typeof cell !== 'object' || !('value' in cell)) throw new Error('no cell');
      return `${weekdays[cell.y[0]]} ${cell.x} ${cell.value}`;
    });
    return [dataset.label, cells] as const;
  });
  return { title: drawing?.plugins?.title?.text, shades };
}

test('a heatmap is a week of cells, whose legend is the scale', () => {
  const table = hoursOf(
    hourly(2, chats, (day, hour) => [day === 1 && hour === 10 ? null : day * 40 + hour]),
    '09:00',
    '10:00',
  );
  const font = { size: 20 };
  const axis = {
    grid: { display: false },
    border: { color: '#E4E6E9' },
    offset: true,
    ticks: { color: '#4A4D52', font, maxRotation: 0, autoSkipPadding: 3 },
  };
  const shade = (backgroundColor: string, label: string, ...data: readonly object[]) => ({
    label,
    backgroundColor,
    borderColor: '#FFFFFF',
    data,
  });
  expect(heatmap.draw(table)).toStrictEqual({
    kind: 'heatmap',
    config: {
      type: 'bar',
      data: {
        labels: ['09:00', '10:00'],
        datasets: [
          { ...shade('#FFFFFF', 'no data', { x: '10:00', y: [1, 2], value: null }), borderColor: '#E4E6E9' },
          shade('#DCE8F5', '0–9', { x: '09:00', y: [0, 1], value: 9 }),
          shade('#B3CEEB', '10–19', { x: '10:00', y: [0, 1], value: 10 }),
          shade('#4E8CCB', '20–29'),
          shade('#1F66AE', '30–39'),
          shade('#0B3E78', '40–49', { x: '09:00', y: [1, 2], value: 49 }),
        ],
      },
      options: {
        locale: 'en-US',
        animation: false,
        responsive: false,
        layout: { padding: { top: 16, right: 0, bottom: 12, left: 16 } },
        datasets: { bar: { borderWidth: 1, borderSkipped: false, grouped: false, barPercentage: 1, categoryPercentage: 1 } },
        scales: {
          x: axis,
          y: { display: false, min: 0, max: 2, reverse: true },
          weekdays: { ...axis, axis: 'y', type: 'category', labels: ['Mon', 'Tue'] },
        },
        plugins: {
          title: {
            display: true,
            text: 'Chats by weekday and hour',
            align: 'start',
            color: '#1D1C1D',
            font: { size: 20, weight: 600 },
            padding: { top: 0, bottom: 16 },
          },
          legend: {
            display: true,
            reverse: true,
            position: 'right',
            align: 'start',
            maxWidth: 280,
            labels: {
              color: '#1D1C1D',
              font,
              padding: 10,
              boxWidth: 14,
              boxHeight: 11,
              usePointStyle: true,
              pointStyle: 'rectRounded',
            },
          },
        },
      },
    },
  });
});

describe('a cell', () => {
  const cellsOf = (table: Table, options?: DrawOptions) => drawn(table, options).shades.flatMap(([, cells]) => cells);
  const nine = (days: number, columns: readonly Column[], values: (day: number) => readonly Value[]) =>
    hoursOf(hourly(days, columns, values), '09:00');
  const mondays = (cells: readonly string[]) => cells.filter((cell) => cell.startsWith('Mon'));

  test('is the average of such hours where there are several, without those that have no data', () => {
    const table = nine(15, chats, (day) => [day === 7 ? null : day]);
    const { title, shades } = drawn(table);
    expect({ title, mondays: mondays(shades.flatMap(([, cells]) => cells)) }).toEqual({
      title: 'Chats by weekday and hour, on average',
      mondays: ['Mon 09:00 7'],
    });
  });

  test('of means weighs each by its chats', () => {
    const table = nine(8, [...chats, meanTime], (day) => (day === 0 ? [1, 60] : [3, 180]));
    const { title, shades } = drawn(table, { columns: ['time'] });
    expect({ title, mondays: mondays(shades.flatMap(([, cells]) => cells)) }).toEqual({
      title: 'Chatting time (minutes) by weekday and hour, on average',
      mondays: ['Mon 09:00 2.5'],
    });
  });

  test('of tags has the uses of all of them', () => {
    const table = nine(2, summed('uses', 'billing', 'refund'), (day) => [day, null]);
    expect(drawn(table)).toEqual({
      title: 'Uses by weekday and hour',
      shades: [
        ['0', ['Mon 09:00 0']],
        ['1', ['Tue 09:00 1']],
      ],
    });
  });

  test('is not that of an hour which is still filling', () => {
    expect(
      cellsOf(
        nine(2, chats, () => [5]),
        { partial: true },
      ),
    ).toEqual(['Mon 09:00 5']);
  });

  test('stands in the week as it begins where one is at home', () => {
    const first = (options: DrawOptions) =>
      weekTable(
        nine(7, chats, () => [1]),
        options,
      ).columns[0]?.label;
    expect([first({}), first({ weekStart: 'sunday' }), first({ weekStart: 'saturday' })]).toEqual(['Mon', 'Sun', 'Sat']);
  });
});

describe('the scale', () => {
  const scaleOf = (...values: readonly Value[]) =>
    drawn(
      hoursOf(
        hourly(values.length, chats, (day) => [values[day] ?? null]),
        '09:00',
      ),
    ).shades.map(([label]) => label);

  test.each<{ values: readonly Value[]; scale: readonly string[] }>([
    { values: [3], scale: ['3'] },
    { values: [0, 5], scale: ['0', '1', '2', '3', '4', '5'] },
    { values: [0, 6], scale: ['0–1', '2–3', '4–5', '6–7'] },
    { values: [0, 74], scale: ['0–14', '15–29', '30–44', '45–59', '60–74'] },
    { values: [1_000, 1_030], scale: ['1,000–1,009', '1,010–1,019', '1,020–1,029', '1,030–1,039'] },
    { values: [0, 149_000], scale: ['0–25K', '25K–50K', '50K–75K', '75K–100K', '100K–125K', '125K–150K'] },
    { values: [0.5, 1.9], scale: ['0.5–0.75', '0.75–1', '1–1.25', '1.25–1.5', '1.5–1.75', '1.75–2'] },
    { values: [null, 1], scale: ['no data', '1'] },
  ])('of $values has the steps $scale', ({ values, scale }) => {
    expect(scaleOf(...values)).toEqual(scale);
  });
});

test('whatever the hours, every number is in the picture once, in the step that names it', () => {
  const value = fc.option(fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })), { freq: 5 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.array(value, { minLength: 1, maxLength: 60 }), (days, values) => {
      const table = hourly(days, chats, (day, hour) => [values[(day * 24 + hour) % values.length] ?? null]);
      const { config } = heatmap.draw(table);
      expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
      const { shades } = drawn(table);
      expect(shades.length).toBeLessThanOrEqual(SHADES.length + 1);
      const expected = table.rows.map(({ label, values: [one = null] }) => {
        return `${label.slice(0, 3)} ${label.slice(-5)} ${one === null ? one : Math.round(one * 100) / 100 + 0}`;
      });
      expect(shades.flatMap(([, cells]) => cells).sort()).toEqual(expected.sort());
    }),
    { numRuns: 60 },
  );
});

test('any table is drawn without a fault, also with dates that there are not', () => {
  const row = (key: string) => ({ key, label: key, values: [1] });
  const rows = ['2026-02-30 10:00', '2026-99-99 10:00', '2026-11-09 77:00', 'sum'].map(row);
  for (const table of [daily(chats, [[1]]), daily([], []), { rowLabel: 'Hour', columns: chats, rows }]) {
    const { config } = heatmap.draw(table);
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
  }
});

test('each shade has its own by night, few being near the paper', () => {
  const night = inDark(
    heatmap.draw(
      hoursOf(
        hourly(6, chats, (day) => [day]),
        '09:00',
      ),
    ),
  );
  const shades = night.config.data.datasets.map(({ backgroundColor }) => backgroundColor);
  expect([shades, night.background]).toEqual([DARK_SHADES, DARK_PAPER]);
});
