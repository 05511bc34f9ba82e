import { combine, fieldsOf } from '../model/combine.ts';
import type { Table } from '../model/result.ts';
import type { ChartKind, DrawOptions } from './chart.ts';
import { shortLabel } from './labels.ts';
import { drawnColumns, isSummed, measureOf } from './plot.ts';
import { colour, numberFormat, OTHER, PAPER, page } from './theme.ts';

/** More slices cannot be told apart by their size. */
const MAX_SLICES = 6;

/** In letters of usual width: a share stands behind it. */
const NAME_ROOM = 16;

export const pie: ChartKind = {
  name: 'pie',
  aliases: ['pie chart', 'doughnut', 'donut', 'shares'],
  called: 'a pie chart',
  takes: 'needs several parts of a whole',
  compares: 'nothing',
  onRequest: true,
  /** Shares are of what may be added up, over all rows together. */
  suits: (table, options) => slicesOf(table, options).length > 1,
  draw(table, drawing) {
    const { title, slices, whole } = sharesOf(table, drawing);
    const options = page(title, { legend: { display: true }, shape: 'bar' });
    return {
      kind: 'pie',
      config: {
        type: 'pie',
        data: {
          labels: slices.map(({ label, value }) => `${shortLabel(label, NAME_ROOM)}  ${share(value / whole)}`),
          datasets: [
            {
              data: slices.map(({ value }) => value),
              backgroundColor: slices.map((_, index) => (index === MAX_SLICES ? OTHER : colour(index))),
              borderColor: PAPER,
              borderWidth: 2,
            },
          ],
        },
        // QuickChart's servers write numbers into slices of their own accord.
        options: { ...options, plugins: { ...options.plugins, datalabels: { display: false } } },
      },
    };
  },
};

interface Slice {
  readonly label: string;
  /** More than 0. */
  readonly value: number;
}

/** What of a table is drawn as shares: `Uses: shares of 412`. */
export interface Shares {
  readonly title: string;
  readonly slices: readonly Slice[];
  readonly whole: number;
}

export function sharesOf(table: Table, options?: DrawOptions): Shares {
  const slices = slicesOf(table, options);
  const whole = slices.reduce((sum, { value }) => sum + value, 0);
  const total = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, ...numberFormat(whole) }).format(whole);
  return { title: `${measureOf(drawnColumns(table, options?.columns), options?.valueLabel)}: shares of ${total}`, slices, whole };
}

/** The largest in the table's order, and all others as one. */
function slicesOf(table: Table, { columns: keys }: DrawOptions = {}): readonly Slice[] {
  const columns = drawnColumns(table, keys);
  if (!columns.every(isSummed)) return [];
  const rows = fieldsOf(table);
  const all = columns.map((column) => ({ label: column.label, value: combine(column, rows) ?? 0 })).filter(({ value }) => value > 0);
  if (all.length <= MAX_SLICES) return all;
  const large = new Set([...all].sort((one, other) => other.value - one.value).slice(0, MAX_SLICES));
  const rest = all.filter((slice) => !large.has(slice));
  return [
    ...all.filter((slice) => large.has(slice)),
    { label: `Other (${rest.length})`, value: rest.reduce((sum, { value }) => sum + value, 0) },
  ];
}

/** `34%`, `<1%` */
function share(part: number): string {
  return part < 0.005 ? '<1%' : `${Math.round(part * 100)}%`;
}
