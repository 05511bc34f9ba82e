import type { Column, Row, Table, Unit, Value } from '../../model/result.ts';
import { type DateRange, Temporal, zoned } from '../../model/time.ts';
import { count, counted, duration } from '../../reports/words/numbers.ts';
import { baselineInWords } from '../comparison.ts';
import type { Evidence } from './finding.ts';

/** A row of which all was counted: the range cuts it nowhere. */
export interface Point {
  readonly key: string;
  /** `Wed 11 Nov` */
  readonly label: string;
  readonly start: Temporal.PlainDateTime;
  readonly value: Value;
  /** How many things the value is made of. */
  readonly volume: number;
}

/** One number over the rows of a table. */
export interface Series {
  readonly name: string;
  readonly unit: Unit;
  readonly points: readonly Point[];
  /** Those of the baseline; none where there is no baseline. */
  readonly before: readonly Point[];
}

/** What is counted over time: chats, all uses of tags as one, and each time with the chats that it is a mean of. */
export function seriesIn({ table, query, baseline }: Evidence): Series[] {
  const rows = wholeRows(table, query, query.range);
  const rowsBefore = baseline ? wholeRows(baseline.table, query, baseline.range) : [];
  return measuresOf(table).map(({ name, unit, read }) => {
    const pointsOf = (from: Table, all: readonly Dated[]) =>
      all.map(({ row, start }) => ({ key: row.key, label: row.label, start, ...read(from, row) }));
    return { name, unit, points: pointsOf(table, rows), before: baseline ? pointsOf(baseline.table, rowsBefore) : [] };
  });
}

/** The same over all rows of the table, also where they are no course of time; nothing of the baseline. */
export function seriesOfRows({
  table,
}: Evidence): (Pick<Series, 'name' | 'unit'> & { readonly points: readonly Omit<Point, 'start'>[] })[] {
  return measuresOf(table).map(({ name, unit, read }) => ({
    name,
    unit,
    points: table.rows.map((row) => ({ key: row.key, label: row.label, ...read(table, row) })),
  }));
}

interface Measure {
  readonly name: string;
  readonly unit: Unit;
  /** Of a row of that table or of its baseline's, whose columns may be others. */
  readonly read: (table: Table, row: Row) => Pick<Point, 'value' | 'volume'>;
}

function measuresOf({ columns }: Table): Measure[] {
  const uses = columns.filter(({ unit }) => unit === 'uses');
  const [tag] = uses;
  return [
    ...(tag ? [uses.length === 1 ? countOf(tag, `uses of “${tag.label}”`) : allUses] : []),
    ...columns.filter(({ unit, combine }) => unit === 'chats' && combine.by === 'sum').map((column) => countOf(column)),
    ...columns.flatMap((column) => meanOf(column)),
  ];
}

const allUses: Measure = {
  name: 'tag uses',
  unit: 'uses',
  read({ columns }, { values }) {
    const value = values.reduce<number>((sum, each, index) => (columns[index]?.unit === 'uses' ? sum + (each ?? 0) : sum), 0);
    return { value, volume: value };
  },
};

function countOf({ key, label, unit }: Column, name = inSentence(label)): Measure {
  return {
    name,
    unit,
    read(table, row) {
      const value = valueIn(table, row, key) ?? 0;
      return { value, volume: value };
    },
  };
}

function meanOf({ key, label, unit, combine }: Column): Measure[] {
  if (combine.by !== 'weighted mean') return [];
  const { weight } = combine;
  const read = (table: Table, row: Row) => ({ value: valueIn(table, row, key), volume: valueIn(table, row, weight) ?? 0 });
  return [{ name: inSentence(label), unit, read }];
}

const valueIn = ({ columns }: Table, { values }: Row, key: string): Value => values[columns.findIndex((one) => one.key === key)] ?? null;

export const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

interface Dated {
  readonly row: Row;
  readonly start: Temporal.PlainDateTime;
}

const STEPS = { hour: { hours: 1 }, day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 }, year: { years: 1 } } as const;
const isStep = (distribution: string): distribution is keyof typeof STEPS => distribution in STEPS;

/** In their order; none where rows are no course of time. One that is still filling, or that the range cuts, is like no other. */
function wholeRows({ rows }: Table, { distribution }: Evidence['query'], range: DateRange): Dated[] {
  if (!isStep(distribution)) return [];
  const [from, until] = [range.start, range.end].map((at) => zoned(at, range.zone).toPlainDateTime());
  const dated = rows.flatMap((row) => {
    const start = startIn(row.key);
    const end = start?.add(STEPS[distribution]);
    const isWhole = start && end && from && until && isBefore(from, start) && isBefore(end, until);
    return isWhole ? [{ row, start }] : [];
  });
  return dated.sort((one, other) => Temporal.PlainDateTime.compare(one.start, other.start));
}

const isBefore = (one: Temporal.PlainDateTime, other: Temporal.PlainDateTime) => Temporal.PlainDateTime.compare(one, other) <= 0;

const KEY = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?: (?<hour>\d\d):00)?)?)?$/;

/** Keys are `2026-11-09 14:00`, `2026-11-09`, `2026-11`, `2026`; what else LiveChat sends is at no time. */
function startIn(key: string): Temporal.PlainDateTime | null {
  const { year, month = '1', day = '1', hour = '0' } = KEY.exec(key)?.groups ?? {};
  if (year === undefined) return null;
  return Temporal.PlainDateTime.from({ year: Number(year), month: Number(month), day: Number(day), hour: Number(hour) });
}

/** `412 chats`, `1 tag use`, `31 uses of “vip”`, `chatting time 14m 35s`. */
export function amountIn({ name, unit }: Pick<Series, 'name' | 'unit'>, value: number): string {
  if (unit === 'seconds') return `${name} ${duration(value)}`;
  return /s$/.test(name) ? counted(value, name.slice(0, -1)) : `${count(value)} ${name}`;
}

/** `the week before`, with what it is cut like. */
export const thenIn = ({ query }: Evidence, baseline: DateRange): string => baselineInWords(query.range, baseline);
