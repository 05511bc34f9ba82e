import { combine } from '../model/combine.ts';
import type { ReportQuery } from '../model/query.ts';
import type { Baseline, Metric, Row, Table, Unit, Value } from '../model/result.ts';
import { type DateRange, isStartOfDay, Temporal, zoned } from '../model/time.ts';
import { createCalendar } from '../reports/buckets/calendar.ts';
import { ifNone } from '../reports/buckets/combine.ts';
import type { Interpretation } from '../reports/report.ts';
import { ALL_USES, withAllUses } from './all-uses.ts';
import { createHistory, type History, LEAST_DAYS, LIKES, type PartOf, usualOf, weekdaysBefore } from './like-days.ts';
import { spreadAround } from './median.ts';

/** What is looked back at, to learn what is usual, is counted by days where whole days are asked for, else by hours. */
export function countedForUsual({ range, distribution }: Pick<ReportQuery, 'range' | 'distribution'>): 'day' | 'hour' {
  const areWhole = [range.start, range.end].every((at) => isStartOfDay(zoned(at, range.zone)));
  const isByHour = distribution === 'hour' || distribution === 'day-hours' || range.only?.hours !== undefined;
  return areWhole && !isByHour ? 'day' : 'hour';
}

/** What would usually have been counted in a range: each of its days is held against its like days. */
export interface UsualFound {
  readonly baseline: Omit<Baseline, 'range'>;
  /** The same for a picture: there several tags are drawn beside one sum, which is not that of their usual uses. */
  readonly drawn: Omit<Baseline, 'range'>;
}

export interface LookingBack {
  readonly found: Pick<Interpretation, 'headline' | 'table'>;
  readonly query: ReportQuery;
  /** The weeks before the range, by `countedForUsual`. */
  readonly history: Table;
}

/** How many of its like days each day of a range has; a weekday that was always closed has none. */
export function knownDays({ query, history: table }: Pick<LookingBack, 'query' | 'history'>): number[] {
  const history = createHistory(table);
  return [...partsOf(query).whole].map(({ day }) => likesOf(query.range, day).filter(history.isKnown).length);
}

export function usualBaseline({ found, query, history: table }: LookingBack): UsualFound {
  const history = createHistory(withAllUses(table));
  const { whole, byRow } = partsOf(query);
  const usually = (parts: readonly PartOf[]) => rounded(usualIn(history, query.range, parts), history);
  const totals = usually(whole);
  const rows = found.table.rows.map((row): Row => ({ ...row, values: usually(byRow.get(row.key) ?? []) }));
  const spreads = spreadIn(history, query.range, { parts: whole, totals });
  const all = { rowLabel: found.table.rowLabel, columns: history.columns, rows, totals };
  const headline = found.headline.map((metric) => usualMetric(metric, { table: all, spreads }));
  const baseline = { headline, table: columnsOf(all, 1) };
  const areSeveral = table.columns.filter(({ unit }) => unit === ALL_USES.unit).length > 1 && rows.length > 1;
  return { baseline, drawn: areSeveral ? { headline, table: columnsOf(all, 0, 1) } : baseline };
}

interface Parts {
  readonly whole: readonly PartOf[];
  /** By the key of the row. */
  readonly byRow: ReadonlyMap<string, readonly PartOf[]>;
}

/** The hours or days that a range consists of, together and by its rows. */
function partsOf(query: ReportQuery): Parts {
  const calendar = createCalendar(query);
  const moments = createCalendar({ ...query, distribution: countedForUsual(query) }).rows.map(({ key }) =>
    Temporal.PlainDateTime.from(key.replace(' ', 'T')),
  );
  const isByDay = countedForUsual(query) === 'day';
  const timeOf = (moment: Temporal.PlainDateTime): string =>
    isByDay ? '' : ` ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const inDays = (all: readonly Temporal.PlainDateTime[]): readonly PartOf[] => {
    const times = new Map<string, string[]>();
    for (const moment of all) {
      const day = `${moment.toPlainDate()}`;
      times.set(day, [...(times.get(day) ?? []), timeOf(moment)]);
    }
    return [...times].map(([day, ofDay]) => ({ day: Temporal.PlainDate.from(day), times: ofDay }));
  };
  const byRow = new Map<string, Temporal.PlainDateTime[]>();
  for (const moment of moments) {
    const { key } = calendar.rowAt(moment);
    byRow.set(key, [...(byRow.get(key) ?? []), moment]);
  }
  return { whole: inDays(moments), byRow: new Map([...byRow].map(([key, all]) => [key, inDays(all)])) };
}

const WEEK = 7;

/** The days like one of the range's, all of them before the range. */
function likesOf({ start, zone }: DateRange, day: Temporal.PlainDate): Temporal.PlainDate[] {
  const weeks = Math.floor(zoned(start, zone).toPlainDate().until(day).days / WEEK);
  return weekdaysBefore(day.subtract({ weeks }), LIKES);
}

/** What is usual of each day, combined as the columns combine. */
function usualIn(history: History, range: DateRange, parts: readonly PartOf[]): Value[] {
  const { columns } = history;
  const days = parts.map(({ day, times }) => usualOf(history, { likes: likesOf(range, day), times }));
  const items = days.map((values) => (key: string) => values[columns.findIndex((column) => column.key === key)] ?? null);
  return columns.map((column) => combine(column, items));
}

/** A usual day has no half chats. */
const inWhole = (value: Value, unit: Unit | undefined): Value => (value === null || unit === 'seconds' ? value : Math.round(value));

const rounded = (values: readonly Value[], { columns }: History): Value[] =>
  values.map((value, index) => inWhole(value, columns[index]?.unit));

interface Whole {
  readonly parts: readonly PartOf[];
  readonly totals: readonly Value[];
}

/** How far ranges like this one are from what is usual: each is made of the first, the second … like of every day. */
function spreadIn(history: History, range: DateRange, { parts, totals }: Whole): Value[] {
  const open = parts.filter(({ day }) => likesOf(range, day).some(history.isKnown));
  const likes = Array.from({ length: LIKES }, (_, nth) =>
    open.flatMap(({ day, times }) =>
      likesOf(range, day)
        .slice(nth, nth + 1)
        .map((like) => ({ day: like, times })),
    ),
  ).filter((days) => days.every(({ day }) => history.isKnown(day)));
  const numbers = likes.map((days) => history.numbersOf(days));
  return totals.map((total, column) => {
    const known = numbers.map((values) => values[column] ?? null).filter((value) => value !== null);
    const unit = history.columns[column]?.unit;
    return total === null || known.length < LEAST_DAYS ? null : inWhole(spreadAround(total, known), unit);
  });
}

interface Usually {
  readonly table: Table & { readonly totals: readonly Value[] };
  readonly spreads: readonly Value[];
}

/** What a number of the headline usually is: one that has no column, and is not all uses of tags, has no usual. */
function usualMetric({ spread: _, ...metric }: Metric, { table, spreads }: Usually): Metric {
  const { columns, rows, totals } = table;
  const key = metric.from?.column ?? (metric.unit === ALL_USES.unit ? ALL_USES.key : metric.key);
  const at = columns.findIndex((column) => column.key === key && column.unit === metric.unit);
  const row = metric.from?.row;
  const none = metric.from && metric.unit === ALL_USES.unit ? ifNone(ALL_USES) : null;
  if (row !== undefined) return { ...metric, value: rows.find((each) => each.key === row)?.values[at] ?? none };
  const spread = spreads[at] ?? null;
  return { ...metric, value: at === -1 ? none : (totals[at] ?? null), ...(spread !== null && { spread }) };
}

function columnsOf({ rowLabel, columns, rows, totals }: Usually['table'], from: number, to?: number): Table {
  return {
    rowLabel,
    columns: columns.slice(from, to),
    rows: rows.map((row) => ({ ...row, values: row.values.slice(from, to) })),
    totals: totals.slice(from, to),
  };
}
