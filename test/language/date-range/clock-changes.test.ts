import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import type { Context } from '../../../src/language/question.ts';
import { type DateRange, startOf, type Temporal, zoned } from '../../../src/model/time.ts';
import { contextAt, rangeOf } from '../context.ts';

const HOUR = 3_600_000;
const FROM = Date.parse('2015-01-01T00:00:00Z');
const UNTIL = Date.parse('2031-01-01T00:00:00Z');

/** Every moment of these years at which the clocks of a zone change. */
function changesOf(zone: string): readonly Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let next = zoned(FROM, zone).getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < UNTIL) {
    changes.push(next);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

interface Change {
  readonly zone: string;
  readonly at: Temporal.ZonedDateTime;
}

/** All changes of all zones, each that the clocks of somewhere else show in the same way once: by them the same days are as long. */
function everyChange(): readonly Change[] {
  const changes = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const all = changesOf(zone);
    const shown = (at: Temporal.ZonedDateTime | undefined): string =>
      at ? `${at.subtract({ nanoseconds: 1 }).toPlainDateTime()} ${at.toPlainDateTime()}` : '';
    const isNear = (at: Temporal.ZonedDateTime | undefined, other: Temporal.ZonedDateTime): boolean =>
      at !== undefined && Math.abs(at.epochMilliseconds - other.epochMilliseconds) < 20 * 24 * HOUR;
    return all.map((at, index) => {
      const beside = [all[index - 1], all[index + 1]].filter((other) => isNear(other, at)).map(shown);
      return [[shown(at), ...beside].join(), { zone, at }] as const;
    });
  });
  return [...new Map(changes).values()];
}

const CHANGES = everyChange();

function range(words: string, context: Context): DateRange {
  const found = rangeOf(words, context);
  if (found === null || typeof found === 'string') throw new Error(`${words} in ${context.zone}: ${found}`);
  return found;
}

/** How many days of the calendar a range is, and how long they are together. */
function daysOf({ start, end, zone }: DateRange): { readonly days: number; readonly isWhole: boolean; readonly isSum: boolean } {
  const [first, last] = [zoned(start, zone), zoned(end, zone)];
  let hours = 0;
  let days = 0;
  for (let day = first; day.epochMilliseconds < end; day = day.add({ days: 1 }).startOfDay()) {
    hours += day.hoursInDay;
    days += 1;
  }
  const isWhole = [first, last].every((moment) => startOf('day', moment).equals(moment));
  return { days, isWhole, isSum: Math.round(hours * HOUR) === end - start };
}

/** The moment of a change, and noon of the day after it. */
const around = (change: Temporal.ZonedDateTime): readonly Temporal.ZonedDateTime[] => [
  change,
  change.add({ days: 1 }).with({ hour: 12, minute: 20 }),
];

/** What is wrong, and where. */
function wrongAround(check: (context: Context) => unknown): readonly unknown[] {
  return CHANGES.flatMap(({ zone, at }) =>
    around(at).flatMap((moment) => {
      const wrong = check(contextAt(moment.toInstant().toString(), zone));
      return wrong ? [{ zone, moment: moment.toString(), wrong }] : [];
    }),
  );
}

test('around every change of every clock in 2015–2030 days are whole, as many as were asked for, and meet', () => {
  const wrong = wrongAround((context) => {
    const [yesterday, today] = ['yesterday', 'today'].map((words) => range(words, context));
    const week = range('last 7 days', context);
    const found = [yesterday, week].map((each) => each && daysOf(each));
    const whole = { isWhole: true, isSum: true };
    const isRight = isDeepStrictEqual(found, [
      { days: 1, ...whole },
      { days: 7, ...whole },
    ]);
    return isRight && yesterday?.end === today?.start && week.end === today?.start ? null : { yesterday, today, week };
  });
  expect(wrong).toEqual([]);
});

test('hours are hours, whatever the clocks show', () => {
  const wrong = wrongAround((context) => {
    const hour = startOf('hour', zoned(context.now, context.zone)).epochMilliseconds;
    const [day, three] = ['last 24 hours', 'last 3 hours'].map((words) => range(words, context));
    const ends = [day, three].map((last) => [last?.start, last?.end]);
    const isRight = isDeepStrictEqual(ends, [
      [hour - 24 * HOUR, hour],
      [hour - 3 * HOUR, hour],
    ]);
    return isRight ? null : { day, three };
  });
  expect(wrong).toEqual([]);
});

test('all hours of a day are the day, and its two halves meet', () => {
  const wrong = CHANGES.flatMap(({ zone, at }) => {
    const context = contextAt(at.add({ days: 1 }).with({ hour: 12 }).toInstant().toString(), zone);
    const date = at.toPlainDate().toString();
    const ends = (words: string): readonly [number, number] => {
      const { start, end } = range(words, context);
      return [start, end];
    };
    const [start, end] = ends(date);
    const [, noon] = ends(`${date} 0:00-12:00`);
    const found = ['0:00-24:00', '0:00-12:00', '12:00-24:00'].map((hours) => ends(`${date} ${hours}`));
    const expected = [
      [start, end],
      [start, noon],
      [noon, end],
    ];
    return isDeepStrictEqual(found, expected) ? [] : [{ zone, date, found, expected }];
  });
  expect(wrong).toEqual([]);
});
