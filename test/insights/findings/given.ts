import { type Evidence, RULES } from '../../../src/insights/findings/index.ts';
import type { Distribution } from '../../../src/model/query.ts';
import type { Column, Table, Value } from '../../../src/model/result.ts';
import { Temporal } from '../../../src/model/time.ts';
import { createCalendar } from '../../../src/reports/buckets/calendar.ts';
import { query, range, WEEK } from '../../reports/given.ts';

export const CHATS: Column = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
export const CHATTING: Column = {
  key: 'chatting',
  label: 'Chatting time',
  unit: 'seconds',
  combine: { by: 'weighted mean', weight: 'chats' },
};
export const tag = (name: string): Column => ({ key: name, label: name, unit: 'uses', combine: { by: 'sum' } });

const BEFORE = range('2026-11-02T00:00', '2026-11-09T00:00', { label: 'the week before' });

export interface Given {
  readonly range?: Evidence['query']['range'];
  readonly beforeRange?: Evidence['query']['range'];
  readonly distribution?: Distribution;
  /** Each with its values, a row each. */
  readonly now: readonly (readonly [Column, readonly Value[]])[];
  readonly before?: readonly (readonly [Column, readonly Value[]])[];
}

/** A week from Monday 9 November 2026 on by day, unless it is said otherwise, and the week before. */
export function evidence({ range: asked = WEEK, beforeRange = BEFORE, distribution = 'day', now, before }: Given): Evidence {
  const asking = query({ range: asked, distribution });
  const tableOf = (columns: readonly (readonly [Column, readonly Value[]])[], over: typeof asked): Table => ({
    rowLabel: { hour: 'Hour', 'day-hours': 'Hour of day', day: 'Day', week: 'Week', weekday: 'Weekday', month: 'Month', year: 'Year' }[
      distribution
    ],
    columns: columns.map(([column]) => column),
    rows: createCalendar({ ...asking, range: over }).rows.map((name, index) => ({
      ...name,
      values: columns.map(([{ combine }, values]) => values[index] ?? (combine.by === 'sum' ? 0 : null)),
    })),
  });
  const headlineOf = (columns: readonly (readonly [Column, readonly Value[]])[]) => {
    const chats = columns.find(([{ key }]) => key === CHATS.key);
    const value = chats?.[1].reduce<number>((sum, each) => sum + (each ?? 0), 0) ?? 0;
    return chats ? [{ key: 'chats', label: 'Chats', value, unit: 'chats' } as const] : [];
  };
  return {
    query: asking,
    headline: headlineOf(now),
    table: tableOf(now, asked),
    baseline: before ? { range: beforeRange, headline: headlineOf(before), table: tableOf(before, beforeRange) } : null,
    isComparisonAsked: false,
  };
}

/** As many days as there are values, from a date on. */
export function daysFrom(date: string, count: number) {
  const end = Temporal.PlainDate.from(date).add({ days: count });
  return range(`${date}T00:00`, `${end}T00:00`);
}

export const USUAL = [300, 310, 305, 290, 260, 110, 90];

/** What one rule finds, whatever others do. */
export const foundBy = (kind: string, given: Given, rest: Partial<Evidence> = {}) =>
  RULES.find((rule) => rule.kind === kind)?.find({ ...evidence(given), ...rest });
export const saidBy = (kind: string, given: Given) => foundBy(kind, given)?.map(({ sentence }) => sentence);
