import type { Granularity, Temporal } from '../../model/time.ts';
import type { Moment, Stretch } from './format.ts';
import { moved, onOrAfter, unitsFrom } from './units.ts';

export type PartKind = 'weekday' | 'working' | 'weekend' | 'half' | 'full week' | Granularity;

/** Which parts of a period are asked for: `first monday`, `last 3 months`. */
export interface Part {
  /** From the beginning, 1 the first; -1 the last, -2 the one before it. */
  readonly nth: number;
  /** How many of them. */
  readonly count: number;
  readonly kind: PartKind;
  /** Of a weekday, 1 being Monday. */
  readonly weekday: number | undefined;
}

type Day = Temporal.PlainDate;

interface Period {
  readonly first: Day;
  /** The day after the last. */
  readonly until: Day;
  readonly weekday: number | undefined;
  readonly weekStart: Moment['weekStart'];
}

interface Kind {
  /** The days on which such parts begin. */
  readonly starts: (period: Period) => readonly Day[];
  /** Where one that begins with the day ends. */
  readonly end: (day: Day, period: Period) => Day;
  readonly granularity: Granularity;
}

function stepping(from: Day, until: Day, step: Parameters<typeof moved>[1]): readonly Day[] {
  const found = [];
  for (let day = from; day.until(until).sign > 0; day = moved(day, step)) found.push(day);
  return found;
}

const DAILY = { unit: 'day', by: 1 } as const;
const WEEKLY = { unit: 'week', by: 1 } as const;
const SATURDAY = 6;
const FRIDAY = 5;
const OPENING: Record<Moment['weekStart'], number> = { monday: 1, sunday: 7, saturday: SATURDAY };

const nextDay = (day: Day): Day => moved(day, DAILY);

function middleOf({ first, until }: Period): Day {
  const { months } = first.until(until, { largestUnit: 'month' });
  return months > 1 ? first.add({ months: Math.floor(months / 2) }) : first.add({ days: Math.floor(first.until(until).days / 2) });
}

/** Days, months, quarters and years follow each other from the beginning of the period on. */
const unitsOf = (unit: Granularity): Kind => ({
  starts: ({ first, until }) => stepping(first, until, { unit, by: 1 }),
  end: (day) => moved(day, { unit, by: 1 }),
  granularity: unit,
});

/** A period has no hours of its own. */
const NONE: Kind = { starts: () => [], end: nextDay, granularity: 'day' };

const KINDS: Readonly<Record<PartKind, Kind>> = {
  weekday: {
    starts: ({ first, until, weekday = 1 }) => stepping(onOrAfter(first, weekday), until, WEEKLY),
    end: nextDay,
    granularity: 'day',
  },
  working: {
    starts: ({ first, until }) => stepping(first, until, DAILY).filter(({ dayOfWeek }) => dayOfWeek <= FRIDAY),
    end: nextDay,
    granularity: 'day',
  },
  weekend: {
    starts: ({ first, until }) => stepping(onOrAfter(first, SATURDAY), until, WEEKLY),
    end: (day) => day.add({ days: 2 }),
    granularity: 'day',
  },
  half: {
    starts: (period) => [period.first, middleOf(period)],
    end: (day, period) => (day.equals(period.first) ? middleOf(period) : period.until),
    granularity: 'day',
  },
  week: {
    // As ISO has it: a week is of the period that most of its days are in, which is where its fourth day is.
    starts({ first, until, weekStart }) {
      const fourth = ((OPENING[weekStart] + 2) % 7) + 1;
      return stepping(onOrAfter(first, fourth), until, WEEKLY).map((day) => day.subtract({ days: 3 }));
    },
    end: (day) => moved(day, WEEKLY),
    granularity: 'week',
  },
  // Every day of it is in the period.
  'full week': {
    starts: ({ first, until, weekStart }) => stepping(onOrAfter(first, OPENING[weekStart]), until.subtract({ days: 6 }), WEEKLY),
    end: (day) => moved(day, WEEKLY),
    granularity: 'week',
  },
  day: unitsOf('day'),
  month: unitsOf('month'),
  quarter: unitsOf('quarter'),
  year: unitsOf('year'),
  hour: NONE,
  minute: NONE,
  second: NONE,
};

/** null: there are not so many. */
export function partsOf({ start, end }: Stretch, { kind, nth, count, weekday }: Part, moment: Moment): Stretch | null {
  const { starts, end: endOf, granularity } = KINDS[kind];
  const period = { first: start.toPlainDate(), until: end.toPlainDate(), weekday, weekStart: moment.weekStart };
  const all = starts(period);
  const from = nth < 0 ? all.length + nth - (count - 1) : (nth - 1) * count;
  const [first, last] = [all[from], all[from + count - 1]];
  if (!first || !last) return null;
  return { ...unitsFrom({ date: first, unit: 'day' }, moment), end: endOf(last, period).toZonedDateTime(start.timeZoneId), granularity };
}
