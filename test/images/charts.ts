import type { Chart } from '../../src/charts/chart.ts';
import { line } from '../../src/charts/line.ts';

/** A line chart of as many days as there are values. */
export function chartOf(label: string, ...values: readonly number[]): Chart {
  return line.draw({
    rowLabel: 'Day',
    columns: [{ key: 'chats', label, unit: 'chats', combine: { by: 'sum' } }],
    rows: values.map((value, index) => ({ key: `${index}`, label: `${index + 1} Nov`, values: [value] })),
  });
}

/** A chart whose address is longer than Slack takes. */
export const longChart = chartOf('Chats', ...Array.from({ length: 300 }, (_, index) => index));

/** The smallest PNG there is: one transparent pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
