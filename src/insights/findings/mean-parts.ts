import type { Distribution } from '../../model/query.ts';
import type { Column, Row, Table } from '../../model/result.ts';
import { Temporal } from '../../model/time.ts';
import { totalIn } from '../../reports/buckets/combine.ts';
import { timeInWords, weekdayName } from '../../reports/words/dates.ts';
import type { Evidence } from './finding.ts';

/** A weekday, or an hour of the day, in both times. */
export interface Part {
  /** `on Mondays`, `at night (00:00–06:00)`: several hours have one name. */
  readonly name: string;
  readonly chats: number;
  readonly chatsBefore: number;
  /** In seconds. Of a time without chats it is the other's: what was not there cannot have moved. */
  readonly mean: number;
  readonly meanBefore: number;
}

const PARTS_OF_DAY = ['at night', 'in the morning', 'in the afternoon', 'in the evening'];
const HOURS_OF_PART = 6;
const HOUR = /^(?:\d{4}-\d\d-\d\d )?(?<hour>\d\d):00$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

interface Place {
  /** Rows of one place are the same part. */
  readonly key: string;
  readonly name: string;
}

/** Where a row belongs; null: the rows are no weekdays and no hours, or it is none of them. */
function placeOf({ key, label }: Row, distribution: Distribution): Place | null {
  switch (distribution) {
    case 'weekday':
      return /day$/.test(key) ? { key, name: `on ${label}s` } : null;
    case 'day': {
      if (!DATE.test(key)) return null;
      const weekday = weekdayName(Temporal.PlainDate.from(key));
      return { key: weekday.toLowerCase(), name: `on ${weekday}s` };
    }
    case 'hour':
    case 'day-hours': {
      const hour = HOUR.exec(key)?.groups?.hour;
      const part = Math.floor(Number(hour) / HOURS_OF_PART);
      const [from, to] = [part, part + 1].map((each) => timeInWords({ hour: each * HOURS_OF_PART, minute: 0 }));
      return hour === undefined ? null : { key: hour, name: `${PARTS_OF_DAY[part]} (${from}–${to})` };
    }
    default:
      return null;
  }
}

interface Bulk {
  readonly chats: number;
  readonly mean: number | null;
}

/** The weekdays or hours of a table, all rows of each as one; null where some rows are none. */
function bulks(table: Table, column: Column, distribution: Distribution): ReadonlyMap<string, Bulk & Place> | null {
  const { combine: rule } = column;
  const weight = table.columns.find(({ key }) => rule.by === 'weighted mean' && key === rule.weight);
  const rows = new Map<string, { place: Place; rows: Row[] }>();
  for (const row of table.rows) {
    const place = placeOf(row, distribution);
    if (!place || !weight) return null;
    const known = rows.get(place.key);
    if (known) known.rows.push(row);
    else rows.set(place.key, { place, rows: [row] });
  }
  return new Map(
    [...rows].map(([key, { place, rows: own }]) => {
      const part = { ...table, rows: own };
      return [key, { ...place, chats: (weight && totalIn(part, weight)) ?? 0, mean: totalIn(part, column) }];
    }),
  );
}

/** In the order of their keys; null where there is no such mean, or it is not of weekdays or hours. */
export function partsOf({ table, query: { distribution } }: Evidence, baseline: Table, column: Column): Part[] | null {
  if (column.combine.by !== 'weighted mean' || column.unit !== 'seconds') return null;
  const [now, before] = [bulks(table, column, distribution), bulks(baseline, column, distribution)];
  if (!now || !before) return null;
  return [...new Set([...now.keys(), ...before.keys()])].sort().flatMap((key): Part[] => {
    const [here, there] = [now.get(key), before.get(key)];
    const [mean, meanBefore] = [here?.mean ?? there?.mean, there?.mean ?? here?.mean];
    const name = here?.name ?? there?.name ?? '';
    if (mean === undefined || mean === null || meanBefore === undefined || meanBefore === null) return [];
    return [{ name, chats: chatsWith(here), chatsBefore: chatsWith(there), mean, meanBefore }];
  });
}

/** Chats of which nobody knows the mean are in no mean of all. */
const chatsWith = (bulk: Bulk | undefined): number => (bulk && bulk.mean !== null ? bulk.chats : 0);
