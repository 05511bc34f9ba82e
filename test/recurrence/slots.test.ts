import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, Temporal, type Zone, zoned } from '../../src/model/time.ts';
import { nextSlots, RECURRENCE_KINDS, slotsWithin } from '../../src/recurrence/index.ts';
import type { Days, Recurrence, Weekday } from '../../src/recurrence/recurrence.ts';
import { newestOf, nextOf } from '../../src/recurrence/slots.ts';

const DAILY: Days = { kind: 'daily' };
const daily = (...times: readonly string[]): Recurrence => ({ days: DAILY, times });
const inWords = (slots: readonly Instant[], zone: Zone): readonly string[] =>
  slots.map((slot) => zoned(slot, zone).toString({ smallestUnit: 'minute', timeZoneName: 'never' }));

interface Asked {
  readonly recurrence: Recurrence;
  readonly zone: Zone;
  readonly after: string;
  readonly count?: number;
}

function next({ recurrence, zone, after, count = 3 }: Asked): readonly string[] {
  return inWords(nextSlots(recurrence, { zone, after: Date.parse(after), until: null, count }), zone);
}

describe('by the clock of the zone', () => {
  test.each<[string, Asked, readonly string[]]>([
    [
      'a skipped time moves to the change',
      { recurrence: daily('02:30'), zone: 'Europe/Warsaw', after: '2027-03-26T12:00:00Z' },
      ['2027-03-27T02:30+01:00', '2027-03-28T03:00+02:00', '2027-03-29T02:30+02:00'],
    ],
    [
      'a skipped time and the one that it moves to are one slot',
      { recurrence: daily('02:30', '03:00'), zone: 'Europe/Warsaw', after: '2027-03-27T12:00:00Z' },
      ['2027-03-28T03:00+02:00', '2027-03-29T02:30+02:00', '2027-03-29T03:00+02:00'],
    ],
    [
      'a time that comes twice is the first',
      { recurrence: daily('02:30'), zone: 'Europe/Warsaw', after: '2026-10-24T12:00:00Z' },
      ['2026-10-25T02:30+02:00', '2026-10-26T02:30+01:00', '2026-10-27T02:30+01:00'],
    ],
    [
      'between the two it is over',
      { recurrence: daily('02:30'), zone: 'Europe/Warsaw', after: '2026-10-25T00:45:00Z', count: 1 },
      ['2026-10-26T02:30+01:00'],
    ],
    [
      'half an hour may be skipped',
      { recurrence: daily('02:15'), zone: 'Australia/Lord_Howe', after: '2026-10-03T00:00:00Z', count: 2 },
      ['2026-10-04T02:30+11:00', '2026-10-05T02:15+11:00'],
    ],
    [
      'midnight may be skipped',
      { recurrence: daily('00:00'), zone: 'America/Sao_Paulo', after: '2018-11-03T12:00:00Z', count: 2 },
      ['2018-11-04T01:00-02:00', '2018-11-05T00:00-02:00'],
    ],
    [
      'an offset may have minutes',
      { recurrence: daily('09:00'), zone: 'Asia/Kolkata', after: '2026-11-18T03:30:00Z', count: 1 },
      ['2026-11-19T09:00+05:30'],
    ],
    [
      'a day that the calendar skipped ends with the change',
      { recurrence: daily('09:00'), zone: 'Pacific/Apia', after: '2011-12-29T12:00:00Z', count: 4 },
      ['2011-12-29T09:00-10:00', '2011-12-31T00:00+14:00', '2011-12-31T09:00+14:00', '2012-01-01T09:00+14:00'],
    ],
  ])('%s', (_name, asked, expected) => {
    expect(next(asked)).toEqual(expected);
  });
});

describe('days', () => {
  const at = { zone: 'UTC', after: '2027-01-15T12:00:00Z' };
  const on = (days: Days, count?: number): readonly string[] =>
    next({ ...at, recurrence: { days, times: ['09:00'] }, ...(count && { count }) }).map((slot) => slot.slice(0, 10));
  test.each<[string, Days, readonly string[]]>([
    ['the 31st is the last day of shorter months', { kind: 'monthly', days: [31] }, ['2027-01-31', '2027-02-28', '2027-03-31']],
    ['days that fall together count once', { kind: 'monthly', days: [30, 31, -1] }, ['2027-01-30', '2027-01-31', '2027-02-28']],
    [
      'weeks are counted from that of the first day',
      { kind: 'weekly', every: 2, days: [1, 5], from: '2027-01-22' },
      ['2027-01-22', '2027-02-01', '2027-02-05'],
    ],
    ['a year of weeks', { kind: 'weekly', every: 52, days: [7], from: '2026-01-04' }, ['2028-01-02', '2028-12-31', '2029-12-30']],
    ['the first business day', { kind: 'nth-day', nth: 1, day: 'working day' }, ['2027-02-01', '2027-03-01', '2027-04-01']],
    ['the last business day', { kind: 'nth-day', nth: -1, day: 'working day' }, ['2027-01-29', '2027-02-26', '2027-03-31']],
  ])('%s', (_name, days, expected) => {
    expect(on(days)).toEqual(expected);
  });
});

test('slots end with the last moment, and begin after the first', () => {
  const [first, last] = [Date.parse('2026-11-18T09:00:00Z'), Date.parse('2026-11-20T09:00:00Z')];
  const ahead = nextSlots(daily('09:00'), { zone: 'UTC', after: first, until: last, count: 9 });
  const back = slotsWithin(daily('09:00'), { zone: 'UTC', after: first, through: last, limit: 9 });
  expect([ahead, back]).toEqual(Array(2).fill([Date.parse('2026-11-19T09:00:00Z'), last]));
  expect(slotsWithin(daily('09:00'), { zone: 'UTC', after: first, through: last, limit: 1 })).toEqual([last]);
});

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
const QUARTER_HOUR = 900_000;
const DAY_MS = 24 * 3_600_000;
const AROUND_MS = 2 * DAY_MS;
const TIMES = ['00:00', '00:30', '01:45', '02:00', '02:15', '02:30', '03:00', '12:00', '23:30', '23:45'];

/** Looks at the clock every quarter of an hour: the first time that it shows a slot; where it never does, the change. */
function naive(change: Instant, zone: Zone): readonly Instant[] {
  const shown = new Map<string, Instant>();
  // From a quarter on: some clocks change a minute after midnight.
  for (let now = change - 4 * DAY_MS - (change % QUARTER_HOUR); now <= change + 6 * DAY_MS; now += QUARTER_HOUR) {
    const wall = zoned(now, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    if (!shown.has(wall)) shown.set(wall, now);
  }
  const first = zoned(change - AROUND_MS, zone)
    .toPlainDate()
    .subtract({ days: 1 });
  const walls = Array.from({ length: 8 }, (_, day) => first.add({ days: day })).flatMap((day) => TIMES.map((time) => `${day}T${time}`));
  const slots = new Set(walls.map((wall) => shown.get(wall) ?? change));
  return [...slots].filter((slot) => slot > change - AROUND_MS && slot <= change + AROUND_MS).sort((one, other) => one - other);
}

function changesOf(zone: Zone): readonly Instant[] {
  const changes: Instant[] = [];
  let now = zoned(Date.parse('2005-01-01T00:00:00Z'), zone).getTimeZoneTransition('next');
  for (; now && now.year < 2030; now = now.getTimeZoneTransition('next')) changes.push(now.epochMilliseconds);
  return changes;
}

test('around every change of every clock, slots come in order, once, and at the time that the clock shows', () => {
  const changes = fc
    .constantFrom(...Intl.supportedValuesOf('timeZone'))
    .map((zone) => ({ zone, all: changesOf(zone) }))
    .filter(({ all }) => all.length > 0)
    .chain(({ zone, all }) => fc.constantFrom(...all).map((change) => ({ zone, change })));
  const lasting = [
    { zone: 'Pacific/Apia', change: Date.parse('2011-12-30T10:00:00Z') },
    { zone: 'Australia/Lord_Howe', change: Date.parse('2026-10-03T15:30:00Z') },
    { zone: 'America/St_Johns', change: Date.parse('2005-04-03T03:31:00Z') },
  ];
  fc.assert(
    fc.property(changes, ({ zone, change }) => {
      const [after, until] = [change - AROUND_MS, change + AROUND_MS];
      const expected = naive(change, zone);
      expect(nextSlots(daily(...TIMES), { zone, after, until, count: 100 })).toEqual(expected);
      expect(slotsWithin(daily(...TIMES), { zone, after, through: until, limit: 100 })).toEqual(expected);
      const [middle, newest] = [nextSlots(daily(...TIMES), { zone, after: change, until: null, count: 1 }), expected.slice(-5)];
      expect(middle).toEqual(expected.filter((slot) => slot > change).slice(0, 1));
      expect(slotsWithin(daily(...TIMES), { zone, after, through: until, limit: 5 })).toEqual(newest);
    }),
    { numRuns: 60, examples: lasting.map((one): [typeof one] => [one]) },
  );
});

/** Each kind of days, said in another way: by counting them out in their month. */
function isOnNaively(days: Days, date: Temporal.PlainDate): boolean {
  const month = Array.from({ length: date.daysInMonth }, (_, index) => date.with({ day: index + 1 }));
  const which = (found: readonly Temporal.PlainDate[], nth: number): boolean => found.at(nth > 0 ? nth - 1 : nth)?.equals(date) ?? false;
  switch (days.kind) {
    case 'daily':
      return true;
    case 'weekdays':
      return ![6, 7].includes(date.dayOfWeek);
    case 'weekly': {
      const first = Temporal.PlainDate.from(days.from);
      const monday = first.subtract({ days: first.dayOfWeek - 1 });
      const isOf = (week: number): boolean => days.days.some((day) => monday.add({ weeks: week * days.every, days: day - 1 }).equals(date));
      return Temporal.PlainDate.compare(date, first) >= 0 && Array.from({ length: 40 }, (_, week) => week).some(isOf);
    }
    case 'monthly':
      return days.days.some((day) => which(month, day > 0 ? Math.min(day, month.length) : Math.max(day, -month.length)));
    case 'nth-day':
      return which(
        month.filter(({ dayOfWeek }) => (days.day === 'working day' ? dayOfWeek < 6 : dayOfWeek === days.day)),
        days.nth,
      );
  }
}

const ALL_DAYS: readonly Days[] = [
  DAILY,
  { kind: 'weekdays' },
  { kind: 'weekly', every: 3, days: [2, 7], from: '2027-01-06' },
  { kind: 'monthly', days: [1, 29, 31, -2, -31] },
  ...([1, 2, 3, 4, -1] as const).flatMap((nth) => (['working day', 1, 3, 7] as const).map((day): Days => ({ kind: 'nth-day', nth, day }))),
];

const DATE = { min: new Date('2025-06-01'), max: new Date('2029-06-01'), noInvalidDate: true };

test('weeks that do not count are passed over, in both directions, without passing over one that does', () => {
  const weekly = fc.record({
    kind: fc.constant('weekly' as const),
    every: fc.integer({ min: 1, max: 52 }),
    days: fc.uniqueArray(fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }).map((days): Weekday[] => days.sort()),
    from: fc.date({ min: new Date('2025-12-01'), max: new Date('2027-12-01'), noInvalidDate: true }).map((date) => isoDay(date)),
  });
  fc.assert(
    fc.property(weekly, fc.date(DATE), (days, moment) => {
      const isOn = RECURRENCE_KINDS.find(({ kind }) => kind === 'weekly')?.isOn(days);
      const after = moment.getTime();
      const through = after + 500 * DAY_MS;
      const dates = Array.from({ length: 502 }, (_, day) => Temporal.PlainDate.from(isoDay(moment)).add({ days: day }));
      const expected = dates
        .filter((date) => isOn?.(date))
        .map((date) => date.toZonedDateTime({ timeZone: 'UTC', plainTime: '09:00' }).epochMilliseconds)
        .filter((slot) => slot > after && slot <= through);
      const recurrence = { days, times: ['09:00'] };
      expect(nextSlots(recurrence, { zone: 'UTC', after, until: through, count: 600 })).toEqual(expected);
      expect(slotsWithin(recurrence, { zone: 'UTC', after, through, limit: 600 })).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('a year between two slots is not walked day by day', () => {
  const days: Days = { kind: 'weekly', every: 52, days: [1], from: '2026-01-05' };
  const kind = RECURRENCE_KINDS.find((one) => one.kind === 'weekly');
  const [isOn, away] = [kind?.isOn(days), kind?.away?.(days)];
  if (!isOn || !away) throw new Error('Nothing repeats weekly');
  let asked = 0;
  const counted = { isOn: (date: Temporal.PlainDate) => ++asked > 0 && isOn(date), away, times: ['09:00'] };
  const after = Date.parse('2026-01-06T00:00:00Z');
  const ahead = nextOf(counted, { zone: 'UTC', after, until: null, count: 1 });
  const back = newestOf(counted, { zone: 'UTC', after, through: Date.parse('2027-12-01T00:00:00Z'), limit: 1 });
  expect([inWords(ahead, 'UTC'), back, asked < 40]).toEqual([['2027-01-04T09:00+00:00'], ahead, true]);
});

test.each(ALL_DAYS)('$kind $nth $day is on the days that counting finds', (days) => {
  const kind = RECURRENCE_KINDS.find((one) => one.kind === days.kind);
  const dates = Array.from({ length: 800 }, (_, day) => Temporal.PlainDate.from('2026-12-20').add({ days: day }));
  const isOn = kind?.isOn(days);
  const wrong = dates.filter((date) => isOn?.(date) !== isOnNaively(days, date));
  expect(wrong.map(String)).toEqual([]);
});
