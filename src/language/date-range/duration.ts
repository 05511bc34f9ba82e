import type { Granularity, Temporal } from '../../model/time.ts';
import { finer, isClockUnit, MOST_UNITS } from './units.ts';
import { anyOf, COUNT, countOf, meaning, UNITS } from './vocabulary.ts';

const WORKING = '(?:business|working|work|week) ?';
const HALF = 'half (?:an? )?(?<half>year|hour)';
const ONE = `(?:${HALF}|(?<count>${COUNT}) ?(?:(?:whole |full |calendar |complete )?(?<unit>${anyOf(UNITS)})|(?<fortnight>fortnights?)|(?<working>${WORKING}days?)))(?![\\p{L}\\p{N}])`;
const FIRST = new RegExp(`^${ONE}`, 'iu');
const ANOTHER = new RegExp(`^(?:,? and |, | )${ONE}`, 'iu');

interface Amount {
  readonly unit: Granularity;
  readonly count: number;
}

/** A length of time in words: `3 days`, `1 year 2 months and 3 days`, `4 business days`. */
export interface Length {
  /** How much of the text it takes. */
  readonly length: number;
  /** Of the finest of its units. */
  readonly granularity: Granularity;
  /** Only days from Monday to Friday are counted. */
  readonly isWorking: boolean;
  /** Set where it is some of one unit only. */
  readonly count: number | null;
  /** By the calendar, hours and shorter by the clock; `sign` -1 goes back. */
  readonly from: (moment: Temporal.ZonedDateTime, sign?: 1 | -1) => Temporal.ZonedDateTime;
}

const HALVES: ReadonlyMap<string, Amount> = new Map([
  ['year', { unit: 'month', count: 6 }],
  ['hour', { unit: 'minute', count: 30 }],
]);

function amountOf({ unit, fortnight, half, count }: Record<string, string | undefined>): Amount | null {
  if (half) return meaning(HALVES, half) ?? null;
  const number = countOf(count);
  if (number === undefined || number > MOST_UNITS) return null;
  if (fortnight) return { unit: 'week', count: 2 * number };
  return { unit: meaning(UNITS, unit) ?? 'day', count: number };
}

function added(moment: Temporal.ZonedDateTime, { unit, count }: Amount): Temporal.ZonedDateTime {
  return unit === 'quarter' ? moment.add({ months: 3 * count }) : moment.add({ [`${unit}s`]: count });
}

const FRIDAY = 5;

function workingDaysFrom(moment: Temporal.ZonedDateTime, count: number): Temporal.ZonedDateTime {
  const step = Math.sign(count);
  // Five of them are a week, wherever one begins; the rest is walked.
  let day = moment.add({ weeks: Math.trunc(count / FRIDAY) });
  for (let left = Math.abs(count % FRIDAY); left > 0; ) {
    const passed = step > 0 ? day : day.subtract({ days: 1 });
    day = day.add({ days: step });
    if (passed.dayOfWeek <= FRIDAY) left -= 1;
  }
  return day;
}

/** The length of time that begins the text. */
export function lengthAt(text: string): Length | null {
  const found = FIRST.exec(text);
  const first = found?.groups && amountOf(found.groups);
  if (!found?.groups || !first) return null;
  const amounts = [first];
  let { length } = found[0];
  const isWorking = found.groups.working !== undefined;
  for (let next = isWorking ? null : ANOTHER.exec(text.slice(length)); next?.groups; next = ANOTHER.exec(text.slice(length))) {
    const amount = next.groups.working ? null : amountOf(next.groups);
    if (!amount) break;
    amounts.push(amount);
    length += next[0].length;
  }
  return {
    length,
    granularity: amounts.map(({ unit }) => unit).reduce(finer),
    isWorking,
    count: amounts.length === 1 ? first.count : null,
    from: (moment, sign = 1) =>
      isWorking
        ? workingDaysFrom(moment, sign * first.count)
        : amounts.reduce((sum, { unit, count }) => added(sum, { unit, count: sign * count }), moment),
  };
}

/** The granularity of a range that is so long: of days, unless it is shorter than one. */
export const coarsely = ({ granularity }: Length): Granularity => (isClockUnit(granularity) ? granularity : 'day');
