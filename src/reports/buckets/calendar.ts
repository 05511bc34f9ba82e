import type { Distribution, ReportQuery } from '../../model/query.ts';
import { startOf, Temporal, type WeekStart, zoned } from '../../model/time.ts';
import { dayInWords, daysInWords, daysOf, fullDay, monthInWords, timeInWords, weekdayName } from '../words/dates.ts';
import { isOf } from './only.ts';

/** What a row is called: in its canonical spelling, and for people. */
export interface RowName {
  readonly key: string;
  readonly label: string;
}

/** The rows that a query's range consists of. */
export interface Calendar {
  readonly rows: readonly RowName[];
  /** The row that a wall time belongs to; it is one of `rows` when the range touches it. */
  rowAt(wall: Temporal.PlainDateTime): RowName;
}

export function createCalendar(query: ReportQuery): Calendar {
  const name = naming(query);
  const rowAt = (wall: Temporal.PlainDateTime) => name[query.distribution](wall);
  return { rows: rowsInOrder(query, rowAt), rowAt };
}

/** The hours of the day and the weekdays go round: their rows are no course of time. */
export function isCyclic(distribution: Distribution): boolean {
  return distribution === 'day-hours' || distribution === 'weekday';
}

/** True when the last row is the one that is still filling. */
export function fillsLast({ distribution, range }: ReportQuery): boolean {
  // Of `weekdays this week` nothing fills at the weekend.
  const last = zoned(range.end - 1, range.zone).toPlainDateTime();
  return range.partial && !isCyclic(distribution) && isOf(range.only, last);
}

function naming({ range, weekStart }: ReportQuery): Record<Distribution, (wall: Temporal.PlainDateTime) => RowName> {
  const { first, last } = daysOf(range);
  // In a range of more than a year the same date comes twice.
  const isLong = Temporal.PlainDate.compare(first.add({ years: 1 }), last) <= 0;
  const hourOf = ({ hour }: Temporal.PlainDateTime) => timeInWords({ hour, minute: 0 });
  return {
    hour(wall) {
      const [day, hour] = [wall.toPlainDate(), hourOf(wall)];
      return { key: `${day} ${hour}`, label: first.equals(last) ? hour : `${dayInWords(day)} ${hour}` };
    },
    'day-hours': (wall) => ({ key: hourOf(wall), label: hourOf(wall) }),
    day(wall) {
      const day = wall.toPlainDate();
      return { key: `${day}`, label: isLong ? fullDay(day) : dayInWords(day) };
    },
    week(wall) {
      const opening = startOf('week', wall.toZonedDateTime(range.zone), weekStart).toPlainDate();
      // A week that the range cuts is called by the days inside it, because only these are counted.
      const [from, to] = [later(opening, first), earlier(opening.add({ days: 6 }), last)];
      return { key: `${opening}`, label: isLong ? `${daysInWords(from, to)} ${to.year}` : daysInWords(from, to) };
    },
    weekday(wall) {
      const name = weekdayName(wall.toPlainDate());
      return { key: name.toLowerCase(), label: name };
    },
    month: (wall) => ({ key: wall.toString().slice(0, 7), label: monthInWords(wall.toPlainDate()) }),
    year: (wall) => ({ key: `${wall.year}`, label: `${wall.year}` }),
  };
}

/**
 * Every row that the range touches, and what it is narrowed to, once, in order: an hour that the clocks repeat is one row, one that they
 * skip is none.
 */
function rowsInOrder({ distribution, range, weekStart }: ReportQuery, rowAt: Calendar['rowAt']): RowName[] {
  const rows = new Map<string, RowName>();
  const isHourly = distribution === 'hour' || distribution === 'day-hours' || range.only?.hours !== undefined;
  const most = distribution === 'day-hours' ? 24 : distribution === 'weekday' ? 7 : Number.POSITIVE_INFINITY;
  let moment = startOf(isHourly ? 'hour' : 'day', zoned(range.start, range.zone));
  while (moment.epochMilliseconds < range.end && rows.size < most) {
    const wall = moment.toPlainDateTime();
    if (isOf(range.only, wall)) {
      const row = rowAt(wall);
      rows.set(row.key, row);
    }
    moment = isHourly ? moment.add({ hours: 1 }) : moment.add({ days: 1 }).startOfDay();
  }
  switch (distribution) {
    case 'day-hours':
      return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    case 'weekday':
      return weekFrom(weekStart).flatMap((key) => rows.get(key) ?? []);
    default:
      return [...rows.values()];
  }
}

/** The keys of the weekdays, in the order of a week. */
function weekFrom(weekStart: WeekStart): string[] {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const start = days.indexOf(weekStart);
  return [...days.slice(start), ...days.slice(0, start)];
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);
