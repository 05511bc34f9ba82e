import { sum } from '../model/combine.ts';
import type { Column, Table, Unit, Value } from '../model/result.ts';
import type { DrawnBaseline, DrawOptions } from './chart.ts';
import { dayTicks, shortLabel } from './labels.ts';

export interface Series {
  readonly label: string;
  /** One per row, in the plot's measure. */
  readonly values: readonly Value[];
}

/** What of a table is drawn, whatever the kind of chart. */
export interface Plot {
  /** What is measured and by what: `Chatting time (minutes) by day`. */
  readonly title: string;
  readonly labels: readonly string[];
  /** What stands along the axis instead of the labels, blank for most rows; null when the labels do. */
  readonly ticks: readonly string[] | null;
  readonly series: readonly Series[];
  /** What all series are compared with; absent: nothing. */
  readonly baseline?: Series;
  /** The largest distance from zero; 0 when there is no number. */
  readonly peak: number;
  readonly partial: boolean;
}

/** Nobody tells more colours apart; the theme has as many. */
export const MAX_SERIES = 8;

/** In letters of usual width. In the legend this leaves about 60 % of the picture to what is drawn, less where the axis has long numbers. */
const SERIES_LABEL_ROOM = { usual: 19, besideLongNumbers: 16 };
const LONG_NUMBER = 1_000;
const ROW_LABEL_ROOM = 24;
const MEASURE_ROOM = 32;

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

const MEASURES: Record<Unit, string> = { chats: 'Chats', uses: 'Uses', seconds: 'Time' };

interface Scale {
  /** null: the values are drawn as they are. */
  readonly name: string | null;
  readonly divisor: number;
}

/** Longest first: the first whose `from` the longest time reaches, since nobody reads 875 seconds or 0.2 hours. */
const TIME_SCALES: readonly (Scale & { readonly from: number })[] = [
  { name: 'hours', divisor: 3600, from: 3 * 3600 },
  { name: 'minutes', divisor: 60, from: 120 },
  { name: 'seconds', divisor: 1, from: 0 },
];

export function plot(table: Table, options: DrawOptions = {}): Plot {
  const columns = drawnColumns(table, options.columns);
  const unit = columns[0]?.unit ?? 'chats';
  const all = columns.map((column) => seriesOf(table, column));
  const compared = baselineOf(columns, options.baseline);
  const shown = atMostEight(
    compared && all[0] && all.length === 1 ? [{ ...all[0], label: compared.tableLabel }] : all,
    columns.every(isSummed),
  );
  const scale = scaleFor(unit, peakOf([...shown, ...(compared ? [compared] : [])]));
  const inScale = ({ label, values }: Series): Series => ({ label, values: values.map((value) => scaledTo(scale, value)) });
  const scaled = shown.map(inScale);
  const inRoom = ({ label, values }: Series): Series => ({ label: shortLabel(label, seriesLabelRoom(scaled)), values });
  const series = scaled.map(inRoom);
  const baseline = compared && inRoom(inScale(compared));
  const measure = measureOf(columns, options.valueLabel);
  const leftOut = all.length > MAX_SERIES && !columns.every(isSummed) ? ` · ${MAX_SERIES} of ${all.length}` : '';
  return {
    title: `${measure}${scale.name ? ` (${scale.name})` : ''} by ${table.rowLabel.toLowerCase()}${leftOut}`,
    labels: rowLabels(table),
    ticks: dayTicks(table.rows),
    series,
    ...(baseline && { baseline }),
    peak: peakOf(baseline ? [...series, baseline] : series),
    partial: options.partial ?? false,
  };
}

/** The columns that are asked for, of one unit: chats and seconds on one axis would compare what cannot be compared. */
export function drawnColumns(table: Table, keys?: readonly string[]): readonly Column[] {
  const asked = keys === undefined ? table.columns : table.columns.filter(({ key }) => keys.includes(key));
  return asked.filter(({ unit }) => unit === asked[0]?.unit);
}

/** Seven weekdays stand side by side only if they are short. */
function rowLabels({ rows }: Table): readonly string[] {
  const areWeekdays = rows.every(({ key, label }) => WEEKDAY.test(key) && label.toLowerCase() === key);
  return rows.map(({ label }) => (areWeekdays ? label.slice(0, 3) : shortLabel(label, ROW_LABEL_ROOM)));
}

/** What is measured, as the title has it. */
export function measureOf(columns: readonly Column[], valueLabel?: string): string {
  const onlyColumn = columns.length === 1 ? columns[0]?.label : undefined;
  return shortLabel(valueLabel ?? onlyColumn ?? MEASURES[columns[0]?.unit ?? 'chats'], MEASURE_ROOM);
}

export function hasData(table: Table, { columns }: DrawOptions = {}): boolean {
  return drawnColumns(table, columns).some((column) => seriesOf(table, column).values.some((value) => value !== null));
}

/** Rows that follow one another in time: buckets begin with a digit. */
export function isTime(table: Table): boolean {
  return table.rows.every(({ key }) => /^\d/.test(key));
}

/** Moments that come once: hours of the day and weekdays go round, and are no course of time. */
export function isCourse(table: Table): boolean {
  return table.rows.every(({ key }) => /^\d{4}/.test(key));
}

export function isSummed({ combine }: Column): boolean {
  return combine.by === 'sum';
}

function seriesOf(table: Table, column: Column): Series {
  const at = table.columns.indexOf(column);
  return { label: column.label, values: table.rows.map(({ values }) => values[at] ?? null) };
}

/** Eight tags beside those of another time would be read by nobody: several columns are compared by their sum, if they have one. */
function baselineOf(columns: readonly Column[], baseline: DrawnBaseline | undefined): (Series & DrawnBaseline) | undefined {
  if (!baseline || !(columns.length === 1 || columns.every(isSummed))) return undefined;
  const { table } = baseline;
  const parts = columns.length === 1 ? table.columns.filter(({ key }) => key === columns[0]?.key) : drawnColumns(table);
  const series = parts.map((column) => seriesOf(table, column).values);
  return { ...baseline, values: table.rows.map((_, row) => sum(series.map((values) => values[row] ?? null))) };
}

/** The largest in the table's order, and all others as one; where they cannot be added up, the first ones. */
function atMostEight(series: readonly Series[], summed: boolean): readonly Series[] {
  if (series.length <= MAX_SERIES) return series;
  if (!summed) return series.slice(0, MAX_SERIES);
  const bySize = [...series].sort((one, other) => (sum(other.values) ?? 0) - (sum(one.values) ?? 0));
  const large = new Set(bySize.slice(0, MAX_SERIES - 1));
  const rest = series.filter((one) => !large.has(one));
  const values = (rest[0]?.values ?? []).map((_, row) => sum(rest.map((one) => one.values[row] ?? null)));
  return [...series.filter((one) => large.has(one)), { label: `Other (${rest.length})`, values }];
}

/** Whether the series will stand on each other or side by side is not known here, so their sums decide. */
function seriesLabelRoom(series: readonly Series[]): number {
  const sums = (series[0]?.values ?? []).map((_, row) => sum(series.map(({ values }) => values[row] ?? null)) ?? 0);
  return sums.some((total) => total >= LONG_NUMBER) ? SERIES_LABEL_ROOM.besideLongNumbers : SERIES_LABEL_ROOM.usual;
}

function scaleFor(unit: Unit, peak: number): Scale {
  const time = unit === 'seconds' ? TIME_SCALES.find(({ from }) => peak >= from) : undefined;
  return time ?? { name: null, divisor: 1 };
}

/** Two decimals are more than a picture shows, and keep its address short. The zero added turns -0, which JSON does not know, into 0. */
function scaledTo({ divisor }: Scale, value: Value): Value {
  return value === null ? null : Math.round((value / divisor) * 100) / 100 + 0;
}

function peakOf(series: readonly Series[]): number {
  return series.reduce((peak, { values }) => values.reduce<number>((highest, value) => Math.max(highest, Math.abs(value ?? 0)), peak), 0);
}
