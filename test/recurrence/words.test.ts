import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from '../../src/model/time.ts';
import { describeRecurrence, RECURRENCE_EXAMPLES, RECURRENCE_KINDS, takeRecurrence } from '../../src/recurrence/index.ts';
import type { Days, Recurrence, Weekday } from '../../src/recurrence/recurrence.ts';
import { outcomeOf } from '../language/context.ts';

/** A Wednesday. */
const TODAY = Temporal.PlainDate.from('2026-11-18');

/** What is taken, in words; with what is left, and whether the time was left open. */
function taken(words: string): readonly (string | null)[] {
  const { recurrence, isTimeSaid, rest } = takeRecurrence(words, TODAY);
  return [recurrence && describeRecurrence(recurrence), ...(isTimeSaid ? [] : ['usual time']), ...(rest === '' ? [] : [rest])];
}

describe('days', () => {
  test.each([
    ['daily', 'every day at 09:00'],
    ['each day', 'every day at 09:00'],
    ['every morning', 'every day at 09:00'],
    ['every evening', 'every day at 18:00'],
    ['every sunday night', 'every Sunday at 21:00'],
    ['every friday afternoon', 'every Friday at 15:00'],
    ['weekdays', 'every weekday at 09:00'],
    ['every working day', 'every weekday at 09:00'],
    ['each business day', 'every weekday at 09:00'],
    ['mon-fri', 'every weekday at 09:00'],
    ['every monday to friday', 'every weekday at 09:00'],
    ['once a day', 'every day at 09:00'],
    ['once daily', 'every day at 09:00'],
    ['once a week', 'every Wednesday at 09:00'],
    ['once every week', 'every Wednesday at 09:00'],
    ['once a week on friday', 'every Friday at 09:00'],
    ['once every 2 weeks on friday', 'every 2 weeks on Friday from 2026-11-20 at 09:00'],
    ['once a fortnight', 'every 2 weeks on Wednesday from 2026-11-18 at 09:00'],
    ['once a month', 'on the 1st of every month at 09:00'],
    ['once per month on the last friday', 'on the last Friday of every month at 09:00'],
    ['weekly', 'every Wednesday at 09:00'],
    ['every week', 'every Wednesday at 09:00'],
    ['mondays', 'every Monday at 09:00'],
    ['on tuesdays and thursdays', 'every Tuesday and Thursday at 09:00'],
    ['every mon and thu', 'every Monday and Thursday at 09:00'],
    ['every friday, monday, and wednesday', 'every Monday, Wednesday and Friday at 09:00'],
    ['every week on monday', 'every Monday at 09:00'],
    ['monday every week', 'every Monday at 09:00'],
    ['every weekend', 'every Saturday and Sunday at 09:00'],
    ['every mon-wed', 'every Monday, Tuesday and Wednesday at 09:00'],
    ['every sat to mon', 'every Monday, Saturday and Sunday at 09:00'],
    ['every 2 weeks on friday', 'every 2 weeks on Friday from 2026-11-20 at 09:00'],
    ['every other monday', 'every 2 weeks on Monday from 2026-11-23 at 09:00'],
    ['fortnightly on tue', 'every 2 weeks on Tuesday from 2026-11-24 at 09:00'],
    ['biweekly', 'every 2 weeks on Wednesday from 2026-11-18 at 09:00'],
    ['every second monday', 'every 2 weeks on Monday from 2026-11-23 at 09:00'],
    ['every 2nd monday', 'on the second Monday of every month at 09:00'],
    ['every third thursday', 'on the third Thursday of every month at 09:00'],
    ['every first monday', 'on the first Monday of every month at 09:00'],
    ['every last friday', 'on the last Friday of every month at 09:00'],
    ['every last business day', 'on the last business day of every month at 09:00'],
    ['every third monday and thursday', 'every 3 weeks on Monday and Thursday from 2026-11-19 at 09:00'],
    ['every 3rd week', 'every 3 weeks on Wednesday from 2026-11-18 at 09:00'],
    ['every four weeks on sun starting 2026-12-06', 'every 4 weeks on Sunday from 2026-12-06 at 09:00'],
    ['monthly', 'on the 1st of every month at 09:00'],
    ['on the 1st', 'on the 1st of every month at 09:00'],
    ['on the 15th and 1st', 'on the 1st and 15th of every month at 09:00'],
    ['every month on the 15th', 'on the 15th of every month at 09:00'],
    ['the 3rd of each month', 'on the 3rd of every month at 09:00'],
    ['on the last day of the month', 'on the last day of every month at 09:00'],
    ['at the end of the month', 'on the last day of every month at 09:00'],
    ['monthly on the 1st and the last day', 'on the 1st and last day of every month at 09:00'],
    ['on the first business day', 'on the first business day of every month at 09:00'],
    ['on the last working day of every month', 'on the last business day of every month at 09:00'],
    ['last weekday of the month', 'on the last business day of every month at 09:00'],
    ['first monday of the month', 'on the first Monday of every month at 09:00'],
    ['every 2nd friday of the month', 'on the second Friday of every month at 09:00'],
    ['monthly on the last fri', 'on the last Friday of every month at 09:00'],
  ])('%s', (words, said) => {
    expect(taken(words)).toEqual([said, 'usual time']);
  });
});

describe('times', () => {
  test.each([
    ['at 9', '09:00'],
    ['9:00', '09:00'],
    ['9am', '09:00'],
    ['12am', '00:00'],
    ['12 p.m.', '12:00'],
    ['at 9 and 17:30', '09:00 and 17:30'],
    ['17:00, 9:00 and 13:00', '09:00, 13:00 and 17:00'],
    ['at 9 and at 9:00', '09:00'],
    ['noon', '12:00'],
    ['at midnight', '00:00'],
    ["at 9 o'clock", '09:00'],
    ['@ 8', '08:00'],
    ['at nine', '09:00'],
    ['at Nine thirty', '09:30'],
    ['at nine and five pm', '09:00 and 17:00'],
    ["nine o'clock", '09:00'],
    ['nine in the evening', '21:00'],
    ['at half past nine', '09:30'],
    ['quarter past 9 pm', '21:15'],
    ['at a quarter to ten', '09:45'],
    ['20 past nine', '09:20'],
    ['ten to twelve am', '23:50'],
    ['midday', '12:00'],
    ['at 17.30', '17:30'],
    ['at 6 in the evening', '18:00'],
  ])('%s', (words, times) => {
    expect([taken(`daily ${words}`), taken(`${words} daily`)]).toEqual([[`every day at ${times}`], [`every day at ${times}`]]);
  });

  test.each(['25:00', '9:75', '13pm', '0am'])('%s is refused', (words) => {
    expect(outcomeOf(() => takeRecurrence(`daily at ${words}`, TODAY))).toEqual({
      message: `“${words}” is not a time of day.`,
      hint: 'Write a time as 9:00, 17:30 or 9am.',
      words: [],
    });
  });
});

test.each([
  ['every 2 weeks on fri from 2026-02-30', 'There is no 2026-02-30.'],
  ['every 2 weeks from 2029-01-01', '2029-01-01 is too far away to begin with.'],
  ['every monday from 2026-12-07', 'I cannot start a schedule later.'],
])('%s is refused', (words, message) => {
  expect(outcomeOf(() => takeRecurrence(words, TODAY))).toMatchObject({ message });
});

test.each([
  ['tags at 9 last week every monday', ['every Monday at 09:00', 'tags last week']],
  ['tags by hour every day', ['every day at 09:00', 'usual time', 'tags by hour']],
  ['tags by weekday weekdays at 8', ['every weekday at 08:00', 'tags by weekday']],
  ['tags last friday on the 1st', ['on the 1st of every month at 09:00', 'usual time', 'tags last friday']],
  ['tags on the 1st of october every friday', ['every Friday at 09:00', 'usual time', 'tags on the 1st of october']],
  ['tags mon-fri last week every monday', ['every Monday at 09:00', 'usual time', 'tags mon-fri last week']],
  ['tags daily every monday', ['every Monday at 09:00', 'usual time', 'tags daily']],
  ['every monday at 9, last 7 days', ['every Monday at 09:00', 'last 7 days']],
  ['tags nine weeks every monday', ['every Monday at 09:00', 'usual time', 'tags nine weeks']],
  ['tags 9 to 17 daily', ['every day at 09:00', 'usual time', 'tags 9 to 17']],
  ['every monday at 9-17', ['every Monday at 09:00', 'usual time', 'at 9-17']],
  ['tag:mondays "every day at 7" weekly', ['every Wednesday at 09:00', 'usual time', 'tag:mondays "every day at 7"']],
  ['tags at 9', [null, 'tags']],
  ['every 2 months', [null, 'usual time', 'every 2 months']],
  ['every 0 weeks on friday', [null, 'usual time', 'every 0 weeks on friday']],
  ['on the 32nd', [null, 'usual time', 'on the 32nd']],
])('of %s only what says when is taken', (words, expected) => {
  expect(taken(words)).toEqual(expected);
});

test.each(RECURRENCE_EXAMPLES)('the example %s is complete', (words) => {
  expect(takeRecurrence(words, TODAY)).toMatchObject({ recurrence: { times: expect.any(Array) }, isTimeSaid: true, rest: '' });
});

test('every kind shows examples that it finds itself', () => {
  const unread = RECURRENCE_KINDS.flatMap((kind) => kind.examples.filter((words) => kind.find(words, TODAY)?.length !== words.length));
  expect(unread).toEqual([]);
});

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const two = (number: number): string => String(number).padStart(2, '0');
const times = fc
  .uniqueArray(
    fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.sort());
const date = fc.tuple(fc.integer({ min: 2020, max: 2027 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 28 }));
const from = date.map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
const weekdays = fc.uniqueArray(weekday, { minLength: 1 }).map((all) => all.sort());
const days: fc.Arbitrary<Days> = fc.oneof(
  fc.constantFrom<Days>({ kind: 'daily' }, { kind: 'weekdays' }),
  weekdays.map((all): Days => ({ kind: 'weekly', every: 1, days: all, from: '1970-01-05' })),
  fc
    .record({ every: fc.integer({ min: 2, max: 52 }), days: weekdays, from: from.filter((day) => day < '2027-11-18') })
    .map((weekly): Days => ({ kind: 'weekly', ...weekly })),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 5 })
    .chain((all) =>
      fc.constantFrom([], [-1], [-3, -1]).map((last): readonly number[] => [...all.sort((one, other) => one - other), ...last]),
    )
    .map((all): Days => ({ kind: 'monthly', days: all })),
  fc
    .record({ nth: fc.constantFrom(1, 2, 3, 4, -1), day: fc.oneof(weekday, fc.constant('working day' as const)) })
    .map((nth): Days => ({ kind: 'nth-day', ...nth })),
);
const recurrences: fc.Arbitrary<Recurrence> = fc.record({ days, times });

test('a recurrence that is described is taken as the same', () => {
  fc.assert(
    fc.property(recurrences, (recurrence) => {
      expect(takeRecurrence(describeRecurrence(recurrence), TODAY)).toEqual({ recurrence, isTimeSaid: true, rest: '' });
    }),
    { numRuns: 1000 },
  );
});

test('any text is taken apart or refused in words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(outcomeOf(() => takeRecurrence(text, TODAY))).toBeTruthy();
    }),
  );
});
