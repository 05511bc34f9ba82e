import { describe, expect, test } from '@jest/globals';
import { bar } from '../../src/charts/bar.ts';
import { line } from '../../src/charts/line.ts';
import { plot } from '../../src/charts/plot.ts';
import { stackedBar } from '../../src/charts/stacked-bar.ts';
import type { Column } from '../../src/model/result.ts';
import { daily, summed } from './tables.ts';

const font = { size: 20 };
const rowsAxis = {
  stacked: false,
  grid: { display: false },
  border: { color: '#E4E6E9' },
  offset: true,
  ticks: { color: '#4A4D52', font, autoSkipPadding: 3, maxRotation: 0 },
};
const valuesAxis = {
  stacked: false,
  beginAtZero: true,
  grid: { color: '#E4E6E9', drawTicks: false },
  border: { display: false },
  ticks: { color: '#4A4D52', font, maxTicksLimit: 6, padding: 10, precision: 0, format: {} },
};
const title = (text: string) => ({
  display: true,
  text,
  align: 'start',
  color: '#1D1C1D',
  font: { size: 20, weight: 600 },
  padding: { top: 0, bottom: 16 },
});
const legend = {
  display: false,
  position: 'right',
  align: 'start',
  reverse: false,
  maxWidth: 280,
  labels: { color: '#1D1C1D', font, padding: 10, boxWidth: 14, boxHeight: 11, usePointStyle: true },
};
const barLegend = { ...legend, labels: { ...legend.labels, pointStyle: 'rectRounded' } };
/** A legend brings its own room at the right. */
const layout = (right: number) => ({ padding: { top: 16, right, bottom: 12, left: 16 } });
const common = {
  locale: 'en-US',
  animation: false,
  responsive: false,
  layout: layout(12),
  indexAxis: 'x',
};

const meanTime: Column = { key: 'time', label: 'Chatting time', unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } };

test('a line is drawn with its gaps, and times in minutes', () => {
  expect(line.draw(daily([meanTime], [[875], [null], [660]]))).toStrictEqual({
    kind: 'line',
    config: {
      type: 'line',
      data: {
        labels: [
          ['Mon', '9 Nov'],
          ['Tue', '10 Nov'],
          ['Wed', '11 Nov'],
        ],
        datasets: [
          {
            label: 'Chatting time',
            data: [14.58, null, 11],
            spanGaps: false,
            borderColor: '#0A5FAD',
            borderJoinStyle: 'round',
            borderWidth: 3,
            backgroundColor: '#0A5FAD',
            pointStyle: 'circle',
            pointRadius: 4,
            pointBackgroundColor: '#0A5FAD',
          },
        ],
      },
      options: {
        ...common,
        scales: { x: rowsAxis, y: valuesAxis },
        plugins: { title: title('Chatting time (minutes) by day'), legend },
      },
    },
  });
});

test('bars stand side by side, the last one pale while its day is still filling', () => {
  const table = daily(summed('chats', 'Chats', 'Missed'), [
    [12_000, 3],
    [9_000, 0],
  ]);
  const long = { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 };
  expect(bar.draw(table, { partial: true })).toStrictEqual({
    kind: 'bar',
    config: {
      type: 'bar',
      data: {
        labels: [
          ['Mon', '9 Nov'],
          ['Tue', '10 Nov'],
        ],
        datasets: [
          { label: 'Chats', data: [12_000, 9_000], backgroundColor: ['#0A5FAD', '#0A5FAD59'], borderRadius: 4, maxBarThickness: 72 },
          { label: 'Missed', data: [3, 0], backgroundColor: ['#D27E00', '#D27E0059'], borderRadius: 4, maxBarThickness: 72 },
        ],
      },
      options: {
        ...common,
        layout: layout(0),
        scales: { x: rowsAxis, y: { ...valuesAxis, ticks: { ...valuesAxis.ticks, format: long } } },
        plugins: { title: title('Chats by day'), legend: { ...barLegend, display: true } },
      },
    },
  });
});

test('stacked bars have the legend in the order in which they are stacked', () => {
  const bars = { borderColor: '#FFFFFF', borderWidth: { top: 1 }, maxBarThickness: 72 };
  expect(stackedBar.draw(daily(summed('uses', 'billing', 'refund'), [[4, null]]), { valueLabel: 'Tags' })).toStrictEqual({
    kind: 'stacked-bar',
    config: {
      type: 'bar',
      data: {
        labels: [['Mon', '9 Nov']],
        datasets: [
          { label: 'billing', data: [4], backgroundColor: '#0A5FAD', ...bars },
          { label: 'refund', data: [null], backgroundColor: '#D27E00', ...bars },
        ],
      },
      options: {
        ...common,
        layout: layout(0),
        scales: { x: { ...rowsAxis, stacked: true }, y: { ...valuesAxis, stacked: true } },
        plugins: { title: title('Tags by day'), legend: { ...barLegend, display: true, reverse: true } },
      },
    },
  });
});

test('hours of several days are marked where their days begin', () => {
  const rows = Array.from({ length: 29 }, (_, index) => {
    const [day, hour] = index < 20 ? ['10', index + 4] : ['11', index - 20];
    const time = `${String(hour).padStart(2, '0')}:00`;
    return { key: `2026-11-${day} ${time}`, label: `${day === '10' ? 'Tue' : 'Wed'} ${day} Nov ${time}`, values: [1] };
  });
  const { data, options } = line.draw({ rowLabel: 'Hour', columns: summed('chats', 'Chats'), rows }).config;
  const marked = (data.labels ?? []).flatMap((label, index) => (label === '' ? [] : [{ index, label }]));
  const { autoSkipPadding: _, ...ticks } = rowsAxis.ticks;
  expect({ marked, axis: options?.scales?.x }).toStrictEqual({
    marked: [
      { index: 2, label: '06:00' },
      { index: 8, label: '12:00' },
      { index: 14, label: '18:00' },
      { index: 20, label: ['Wed', '11 Nov'] },
      { index: 26, label: '06:00' },
    ],
    axis: { ...rowsAxis, ticks: { ...ticks, autoSkip: false } },
  });
});

describe('a baseline', () => {
  const compared = (columns: readonly Column[], days: readonly (readonly (number | null)[])[]) => ({
    baseline: { table: daily(columns, days), label: 'the week before', tableLabel: 'last week' },
  });
  const drawn = (
    kind: typeof line,
    ...[columns, now, before]: [readonly Column[], readonly (readonly number[])[], readonly (readonly (number | null)[])[]]
  ) => {
    const { data, options } = kind.draw(daily(columns, now), compared(columns, before)).config;
    return { datasets: data.datasets, legend: options?.plugins?.legend?.display };
  };

  test('is a broken, lighter line beside the other, in the same measure', () => {
    expect(drawn(line, [meanTime], [[60], [90]], [[240], [null]])).toEqual({
      legend: true,
      datasets: [
        expect.objectContaining({ label: 'last week', data: [1, 1.5], borderColor: '#0A5FAD' }),
        {
          label: 'the week before',
          data: [4, null],
          spanGaps: false,
          borderColor: '#0A5FAD8C',
          borderDash: [8, 6],
          borderJoinStyle: 'round',
          borderWidth: 3,
          backgroundColor: '#0A5FAD8C',
          pointRadius: [4, 0],
        },
      ],
    });
  });

  test('is paler bars beside the others', () => {
    const bars = { borderRadius: 4, maxBarThickness: 72 };
    expect(drawn(bar, summed('chats', 'Chats'), [[5]], [[3]])).toEqual({
      legend: true,
      datasets: [
        { label: 'last week', data: [5], backgroundColor: '#0A5FAD', ...bars },
        { label: 'the week before', data: [3], backgroundColor: '#0A5FAD8C', ...bars },
      ],
    });
  });

  test('is one bar beside each stack, as high as all of it together', () => {
    const { datasets } = drawn(stackedBar, summed('uses', 'vip', 'bug'), [[5, 2]], [[3, null]]);
    expect(datasets.map((dataset) => [dataset.label, dataset.data, 'stack' in dataset ? dataset.stack : null])).toEqual([
      ['vip', [5], null],
      ['bug', [2], null],
      ['the week before', [3], 'baseline'],
    ]);
  });

  test('is left out where several columns have no sum', () => {
    expect(drawn(line, [meanTime, { ...meanTime, key: 'other' }], [[60, 70]], [[60, 70]]).datasets.length).toBe(2);
  });

  test('has its name and its heights on the axis', () => {
    const { title, peak, baseline } = plot(daily(summed('chats', 'Chats'), [[5]]), compared(summed('chats', 'Chats'), [[900]]));
    expect({ title, peak, baseline }).toEqual({ title: 'Chats by day', peak: 900, baseline: { label: 'the week before', values: [900] } });
  });
});

test('of some hours of each day the first is marked with the day', () => {
  const rows = [9, 10, 11].flatMap((day) =>
    [9, 10, 11].map((hour) => {
      const time = `${String(hour).padStart(2, '0')}:00`;
      return { key: `2026-11-${String(day).padStart(2, '0')} ${time}`, label: `Mon ${day} Nov ${time}`, values: [1] };
    }),
  );
  const { data } = line.draw({ rowLabel: 'Hour', columns: summed('chats', 'Chats'), rows }).config;
  expect(data.labels).toEqual([['Mon', '9 Nov'], '', '', ['Mon', '10 Nov'], '', '', ['Mon', '11 Nov'], '', '']);
});

describe('a line', () => {
  const radius = (values: readonly (number | null)[]) =>
    line
      .draw(
        daily(
          summed('chats', 'Chats'),
          values.map((value) => [value]),
        ),
      )
      .config.data.datasets.map((dataset) => ('pointRadius' in dataset ? dataset.pointRadius : undefined));

  test('of many values has no points, but for values between two gaps', () => {
    const many = Array.from({ length: 40 }, (_, index) => index);
    expect(radius(many)).toEqual([0]);
    expect(radius([null, 7, null, ...many])).toEqual([[0, 4, ...Array.from({ length: 41 }, () => 0)]]);
  });

  test('ends in a hollow point while the last bucket is still filling', () => {
    const { datasets } = line.draw(daily(summed('chats', 'Chats'), [[1], [2]]), { partial: true }).config.data;
    expect(datasets).toMatchObject([{ pointBackgroundColor: ['#0A5FAD', '#FFFFFF'] }]);
  });
});

describe('bars', () => {
  const agents = (...names: readonly string[]) => ({
    rowLabel: 'Agent',
    columns: summed('chats', 'Chats'),
    rows: names.map((name) => ({ key: name, label: name, values: [1] })),
  });

  test('lie down when long names need the room', () => {
    const { data, options } = bar.draw(agents('Anna Kowalska', 'Piotr Wiśniewski', 'Olena Shevchenko', 'Bartholomew Fairweather')).config;
    expect({ labels: data.labels, axis: options?.indexAxis, scales: options?.scales }).toStrictEqual({
      labels: ['Anna Kowalska', 'Piotr Wiśniewski', 'Olena Shevchenko', 'Bartholomew Fairweather'],
      axis: 'y',
      scales: { x: valuesAxis, y: rowsAxis },
    });
  });

  test('lie down where a single long name would push its neighbours out', () => {
    const table = agents('Ann', 'Bob', 'Cid', 'Bartholomew Fairweather');
    const baseline = { table, label: 'the week before', tableLabel: 'last week' };
    const { indexAxis, plugins, layout } = bar.draw(table, { baseline }).config.options ?? {};
    expect({ indexAxis, legend: plugins?.legend?.position, layout }).toEqual({
      indexAxis: 'y',
      legend: 'top',
      layout: { padding: { top: 16, right: 12, bottom: 12, left: 16 } },
    });
  });

  test('of weekdays have all their names, in short', () => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const rows = days.map((label) => ({ key: label.toLowerCase(), label, values: [1] }));
    const { data, options } = bar.draw({ rowLabel: 'Weekday', columns: summed('chats', 'Chats'), rows }).config;
    expect({ labels: data.labels, axis: options?.indexAxis }).toEqual({
      labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      axis: 'x',
    });
  });

  test('stand up for short names', () => {
    const { data, options } = bar.draw(agents('Anna', 'Piotr')).config;
    expect({ labels: data.labels, axis: options?.indexAxis }).toEqual({ labels: ['Anna', 'Piotr'], axis: 'x' });
  });
});
