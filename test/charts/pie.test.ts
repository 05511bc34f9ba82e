import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pie } from '../../src/charts/pie.ts';
import type { Value } from '../../src/model/result.ts';
import { daily, summed } from './tables.ts';

test('a pie has the shares of all rows together, their numbers in the legend', () => {
  const font = { size: 20 };
  expect(
    pie.draw(
      daily(summed('uses', 'billing', 'sizing: boots + jackets', 'unused'), [
        [2, 1, 0],
        [1, null, 0],
      ]),
    ),
  ).toStrictEqual({
    kind: 'pie',
    config: {
      type: 'pie',
      data: {
        labels: ['billing  75%', 'sizing: boots + ja…  25%'],
        datasets: [{ data: [3, 1], backgroundColor: ['#0A5FAD', '#D27E00'], borderColor: '#FFFFFF', borderWidth: 2 }],
      },
      options: {
        locale: 'en-US',
        animation: false,
        responsive: false,
        layout: { padding: { top: 16, right: 0, bottom: 12, left: 16 } },
        plugins: {
          title: {
            display: true,
            text: 'Uses: shares of 4',
            align: 'start',
            color: '#1D1C1D',
            font: { size: 20, weight: 600 },
            padding: { top: 0, bottom: 16 },
          },
          legend: {
            display: true,
            reverse: false,
            position: 'right',
            align: 'start',
            maxWidth: 280,
            labels: { color: '#1D1C1D', font, padding: 10, boxWidth: 14, boxHeight: 11, usePointStyle: true, pointStyle: 'rectRounded' },
          },
          datalabels: { display: false },
        },
      },
    },
  });
});

describe('the slices', () => {
  const slices = (...values: readonly Value[]) => {
    const { labels, datasets } = pie.draw(daily(summed('uses', ...values.map((_, index) => `t${index}`)), [values])).config.data;
    return { labels, data: datasets[0]?.data, last: [datasets[0]?.backgroundColor].flat().at(-1) };
  };

  test('are six at most, and all others as one, grey', () => {
    expect(slices(1, 9, 8, 7, 6, 5, 4, 2)).toEqual({
      labels: ['t1  21%', 't2  19%', 't3  17%', 't4  14%', 't5  12%', 't6  10%', 'Other (2)  7%'],
      data: [9, 8, 7, 6, 5, 4, 3],
      last: '#8F949C',
    });
  });

  test('are what they are where there are six', () => {
    expect(slices(1, 1, 1, 1, 1, 1).data).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('that are small are not nothing, and nothing is no slice', () => {
    expect(slices(1000, 1, 0, null)).toEqual({ labels: ['t0  100%', 't1  <1%'], data: [1000, 1], last: '#D27E00' });
  });

  test('add up to what the table does, whatever it has', () => {
    const value = fc.option(fc.integer({ min: -5, max: 1e9 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), (values) => {
        const { config } = pie.draw(daily(summed('uses', ...values.map((_, index) => `t${index}`)), [values]));
        expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
        const drawn = slices(...values).data ?? [];
        const sum = (numbers: readonly unknown[]) => numbers.reduce<number>((total, one) => total + Math.max(0, Number(one ?? 0)), 0);
        expect([drawn.length <= 7, sum(drawn)]).toEqual([true, sum(values)]);
      }),
    );
  });
});
