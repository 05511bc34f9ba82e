import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DATE_EXAMPLES } from '../../src/language/date-range/index.ts';
import { type SayableSchedule, usualRange } from '../../src/language/schedule-words.ts';
import { Temporal } from '../../src/model/time.ts';
import { describeRecurrence, RECURRENCE_EXAMPLES, takeRecurrence } from '../../src/recurrence/index.ts';
import type { Recurrence } from '../../src/recurrence/recurrence.ts';
import { CONTEXT, contextAt, outcomeOf, rangeOf, TOPICS } from './context.ts';
import { DAILY, inShort, MONDAY, readSchedule, saySchedule } from './schedule-given.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');

function recurrenceOf(words: string): Recurrence {
  const { recurrence } = takeRecurrence(words, TODAY);
  if (!recurrence) throw new Error(`Nothing repeats in “${words}”.`);
  return recurrence;
}

test('a schedule is read whole', () => {
  expect(readSchedule('tags every monday at 9:00 in <#C1|support> London time until 31 dec unless empty', CONTEXT)).toEqual({
    question: { report: 'tags', range: 'today', distribution: null, filters: {} },
    isRangeSaid: false,
    recurrence: recurrenceOf('every monday at 9:00'),
    otherwise: null,
    isTimeSaid: true,
    place: { channel: 'C1' },
    zone: 'Europe/London',
    until: Date.parse('2026-12-31T23:59:59.999Z'),
    whenEmpty: 'skip',
    notes: [],
  });
});

describe('words in any order', () => {
  test.each([
    [
      'every monday 9:00 in <#C1|support> tags last week for group 2',
      { question: 'tags last week group:2', ...MONDAY, place: { channel: 'C1' } },
    ],
    ['tags at 9 last week every monday', { question: 'tags last week', ...MONDAY }],
    [
      'in <#C1> last week, every monday at 9, tags by weekday',
      { question: 'tags last week by weekday', ...MONDAY, place: { channel: 'C1' } },
    ],
    ['every monday at 9:00', MONDAY],
    ['tags last week', { question: 'tags last week' }],
    ['tags today every monday', { question: 'tags today', ...MONDAY }],
    ['tags by hour every day', { question: 'tags today by hour?', ...DAILY }],
    ['tags last friday on the 1st', { question: 'tags last Friday', recurrence: 'on the 1st of every month at 09:00' }],
    ['tags last friday of the month', { question: 'tags today?', recurrence: 'on the last Friday of every month at 09:00' }],
    ['chatting time daily', { question: 'duration today?', ...DAILY }],
    ['tags tag:"every day in UTC unless empty" every monday', { question: 'tags today tag:"every day in UTC unless empty"?', ...MONDAY }],
    ['post tags weekdays at 17:30', { question: 'tags today?', recurrence: 'every weekday at 17:30' }],
    ['for <mailto:a@b.co|a@b.co> tags daily', { question: 'tags today agent:a@b.co?', ...DAILY }],
    ['weekly tags every monday at 9', { question: 'tags today?', ...MONDAY }],
    ['', {}],
  ])('%s', (words, expected) => {
    expect(inShort(words)).toEqual(expected);
  });
});

test.each([
  ['to <#C1|support>', { channel: 'C1' }],
  ['to <@U1|anna>', { person: 'U1' }],
  ['<@U1>', { person: 'U1' }],
  ['to me', { me: true }],
  ['in a dm', { me: true }],
  ['by DM', { me: true }],
  ['as a direct message', { me: true }],
  ['here', { here: true }],
  ['in this channel', { here: true }],
])('%s is a place', (words, place) => {
  expect([inShort(`tags daily ${words}`), inShort(`${words} tags daily`)]).toEqual(
    Array(2).fill({ question: 'tags today?', ...DAILY, place }),
  );
});

test.each([
  ['London time', 'Europe/London'],
  ['in new york time', 'America/New_York'],
  ['(Europe/Warsaw)', 'Europe/Warsaw'],
  ['europe/berlin time', 'Europe/Berlin'],
  ['in utc', 'UTC'],
  ['Kolkata time', 'Asia/Kolkata'],
  ['buenos aires time', 'America/Buenos_Aires'],
  ['my time', 'Europe/Warsaw'],
])('%s is the clock of %s', (words, zone) => {
  expect([inShort(`tags daily at 9:00 ${words}`), inShort(`${words}, daily tags`)]).toEqual(
    Array(2).fill({ question: 'tags today?', ...DAILY, zone }),
  );
});

test.each([
  ['CET', 'Europe/Warsaw', 'Europe/Warsaw'],
  ['cest', 'Europe/Rome', 'Europe/Rome'],
  ['CET', 'America/Chicago', 'Europe/Paris'],
  ['PST', 'Europe/Warsaw', 'America/Los_Angeles'],
  ['EST time', 'America/Toronto', 'America/Toronto'],
  ['(ET)', 'Europe/Warsaw', 'America/New_York'],
  ['IST', 'Asia/Kolkata', 'Asia/Kolkata'],
  ['BST', 'Europe/London', 'Europe/London'],
  ['JST', 'Europe/Warsaw', 'Asia/Tokyo'],
])('%s, said in %s, is the clock of %s', (words, own, zone) => {
  const notes = [`I read “${words.replace(/\(|\)| time/g, '')}” as ${zone} time, all year round.`];
  expect(inShort(`tags daily at 9:00 ${words}`, { ...CONTEXT, zone: own })).toEqual({ question: 'tags today?', ...DAILY, zone, notes });
});

test('every zone of the world can be said', () => {
  const unread = Intl.supportedValuesOf('timeZone').filter((zone) => readSchedule(`tags daily ${zone} time`, CONTEXT).zone !== zone);
  expect(unread).toEqual([]);
});

describe('the last day', () => {
  test.each([
    ['until 31 dec', '2026-12-31'],
    ['until friday', '2026-11-20'],
    ['until wednesday', '2026-11-25'],
    ['until the 15th', '2026-12-15'],
    ['until 1 nov', '2027-11-01'],
    ['until 2026-12-24', '2026-12-24'],
    ['until tomorrow', '2026-11-19'],
    ['until november', '2026-11-30'],
    ['until next friday', '2026-11-20'],
    ['until the end of the year', '2026-12-31'],
    ['until 29 feb', '2028-02-29'],
    ['until q1', '2027-03-31'],
    ['for 6 weeks', '2026-12-30'],
    ['for a month', '2026-12-18'],
  ])('%s is the end of %s', (words, day) => {
    const said = [`tags ${words} daily at 9:00`, `tags daily at 9:00 ${words}`].map((typed) => inShort(typed));
    const meant = { question: 'tags today?', ...DAILY, until: `${day}T23:59:59.999` };
    expect(said).toEqual([meant, meant]);
  });

  test('so many weeks are so many posts, whether or not one is still to come today', () => {
    expect(inShort('tags every wednesday at 17:00 for 6 weeks')).toMatchObject({ until: '2026-12-29T23:59:59.999' });
    expect(inShort('tags every wednesday at 9:00 for 6 weeks')).toMatchObject({ until: '2026-12-30T23:59:59.999' });
  });

  test('is one of the clock of the schedule', () => {
    const context = contextAt('2026-11-18T23:30:00+01:00', 'Europe/Warsaw');
    expect(inShort('tags daily until tomorrow Tokyo time', context)).toMatchObject({
      until: '2026-11-20T23:59:59.999',
      zone: 'Asia/Tokyo',
    });
  });

  test('may be that of the report', () => {
    expect(inShort('tags 1 oct until 15 oct every monday')).toEqual({ question: 'tags 1 Oct until 15 Oct', ...MONDAY });
    expect(inShort('tags last week until now every monday')).toEqual({ question: 'tags last week until now', ...MONDAY });
    expect(inShort('tags last week until 31 dec every monday')).toEqual({
      question: 'tags last week',
      ...MONDAY,
      until: '2026-12-31T23:59:59.999',
    });
    expect(inShort('tags daily until further notice')).toEqual({ question: 'tags today?', ...DAILY, until: 'never' });
  });
});

test.each([
  ['unless empty', 'skip'],
  ["skip if it's empty", 'skip'],
  ['unless there is nothing to report', 'skip'],
  ['even if empty', 'post'],
])('%s: %s', (words, whenEmpty) => {
  expect(inShort(`tags daily ${words}`)).toEqual({ question: 'tags today?', ...DAILY, whenEmpty });
});

describe('slips are put right where only one thing can be meant', () => {
  test.each([
    ['tags every mondya at 9', MONDAY.recurrence, 'I read “mondya” as Monday.'],
    ['tags evry monday', MONDAY.recurrence, 'I read “evry” as every.'],
    ['tags every monday and thrusday', 'every Monday and Thursday at 09:00', 'I read “thrusday” as Thursday.'],
    ['tgas every monday', MONDAY.recurrence, 'I read “tgas” as tags.'],
    ['tags evry monday at half past nine', 'every Monday at 09:30', 'I read “evry” as every.'],
    ['tags every monday at nooon', 'every Monday at 12:00', 'I read “nooon” as noon.'],
    ['tags every monday at nien', MONDAY.recurrence, 'I read “nien” as nine.'],
    ['tags evry 2 weeks on friday from 27 nov', 'every 2 weeks on Friday from 2026-11-27 at 09:00', 'I read “evry” as every.'],
  ])('%s', (words, recurrence, note) => {
    expect(inShort(words)).toEqual({ question: 'tags today?', recurrence, notes: [note] });
  });
  test('a report’s range stays its own', () => {
    expect(inShort('tags last tusday every monday')).toEqual({
      question: 'tags last Tuesday',
      ...MONDAY,
      notes: ['I read “tusday” as Tuesday.'],
    });
  });
});

describe('the first day', () => {
  test.each([
    'from 2026-11-27',
    'starting 27 nov',
    'beginning on 2026-11-27',
    'from 27 nov',
    'at 9 from 27 nov',
    'from 27 nov at 9',
    'starting 2026-11-27 9:00',
  ])('every 2 weeks on Friday %s', (words) => {
    const meant = { question: 'tags today?', recurrence: 'every 2 weeks on Friday from 2026-11-27 at 09:00' };
    expect(inShort(`tags every 2 weeks on Friday ${words}`)).toEqual(meant);
    expect(inShort(`tags every 2 weeks on Friday ${words} until 2026-12-31`)).toEqual({ ...meant, until: '2026-12-31T23:59:59.999' });
  });
  test('is the day of the week, where none is named', () => {
    expect(inShort('tags every 2 weeks starting 27 nov')).toEqual({
      question: 'tags today?',
      recurrence: 'every 2 weeks on Friday from 2026-11-27 at 09:00',
    });
    expect(inShort('tags weekly starting friday')).toEqual({ question: 'tags today?', recurrence: 'every Friday at 09:00' });
  });
  test('is that of the next post, of what cannot begin later', () => {
    expect(inShort('tags every monday at 9 starting monday')).toEqual({ question: 'tags today?', ...MONDAY });
    expect(inShort('tags daily starting tomorrow')).toEqual({ question: 'tags today?', ...DAILY });
  });
  test('is not the beginning of what a report is about', () => {
    expect(inShort('tags every monday from 1 oct to 15 oct')).toEqual({ question: 'tags from 1 Oct to 15 Oct', ...MONDAY });
  });
});

test.each([
  [
    'every third thursday',
    'on the third Thursday of every month',
    'every 3 weeks on Thursday from 2026-11-19',
    'the third Thursday of every month',
  ],
  [
    'every 2nd tuesday',
    'on the second Tuesday of every month',
    'every 2 weeks on Tuesday from 2026-11-24',
    'the second Tuesday of every month',
  ],
  [
    'every second thursday',
    'every 2 weeks on Thursday from 2026-11-19',
    'on the second Thursday of every month',
    'every 2 weeks on Thursday from 2026-11-19',
  ],
])('%s is told as it was read, with the other reading', (words, meant, other, told) => {
  const { recurrence, otherwise, notes } = readSchedule(`tags ${words} at 9:00`, CONTEXT);
  expect([recurrence, otherwise].map((each) => each && describeRecurrence(each))).toEqual([`${meant} at 09:00`, `${other} at 09:00`]);
  expect(notes).toEqual([`I read “${words}” as ${told}.`]);
});

test.each([
  ['every third week on thursday', 'every 3 weeks on Thursday from 2026-11-19'],
  ['every 3 weeks on thursday', 'every 3 weeks on Thursday from 2026-11-19'],
  ['every other thursday', 'every 2 weeks on Thursday from 2026-11-19'],
  ['every second thursday from 2026-12-03', 'every 2 weeks on Thursday from 2026-12-03'],
  ['every last friday', 'on the last Friday of every month'],
  ['every 2nd friday of the month', 'on the second Friday of every month'],
])('%s is not doubted', (words, meant) => {
  expect(inShort(`tags ${words} at 9:00`)).toEqual({ question: 'tags today?', recurrence: `${meant} at 09:00` });
});

test.each([
  ['every day at 9:00', 'yesterday'],
  ['every weekday at 14:59', 'yesterday'],
  ['every weekday at 15:00', 'today'],
  ['every day at 9:00 and 12:00', 'today'],
  ['every monday at 17:00', 'last week'],
  ['every 2 weeks on friday at 9:00', 'last 2 weeks'],
  ['on the 1st at 9:00', 'last month'],
  ['on the last friday of the month at 9:00', 'last month'],
])('who posts %s usually means %s', (words, range) => {
  expect(usualRange(recurrenceOf(words))).toBe(range);
});

const labels = DATE_EXAMPLES.map((words) => {
  const range = rangeOf(words);
  return range !== null && typeof range === 'object' ? range.label : words;
});
const schedules: fc.Arbitrary<SayableSchedule> = fc.record({
  question: fc.record({
    report: fc.constantFrom(...TOPICS.map(({ name }) => name)),
    range: fc.constantFrom(...labels),
    distribution: fc.constantFrom(null, 'day', 'weekday'),
    filters: fc.constantFrom({}, { groups: [2] }, { tags: ['every monday', 'at 9:00', 'in UTC'] }, { agents: ['a@b.co'], tagged: true }),
  }),
  recurrence: fc.constantFrom(...RECURRENCE_EXAMPLES).map(recurrenceOf),
  zone: fc.constantFrom('Europe/Warsaw', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Kolkata'),
  until: fc.constant(null),
  whenEmpty: fc.constantFrom(null, 'post', 'skip'),
});

test('a schedule that is said is read as the same', () => {
  const ends = fc.constantFrom(null, 'never', '2026-11-19', '2027-02-28');
  fc.assert(
    fc.property(schedules, ends, (schedule, end) => {
      const day = end === null || end === 'never' ? end : Temporal.PlainDate.from(end).add({ days: 1 }).toZonedDateTime(schedule.zone);
      const said: SayableSchedule = { ...schedule, until: day === null || day === 'never' ? day : day.epochMilliseconds - 1 };
      const expected = { ...said, isRangeSaid: true, isTimeSaid: true, otherwise: null, place: null, notes: [] };
      expect(readSchedule(saySchedule(said), CONTEXT)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('any text is read or refused in words', () => {
  const pieces = fc.constantFrom(
    'every',
    'monday',
    'at 9',
    'until',
    'for 2',
    'weeks',
    '<#C1|a>',
    '<@U1>',
    'time',
    'in',
    'tags',
    '"',
    '-',
    'the 31st',
    '; ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
      ),
      (text) => {
        expect(outcomeOf(() => readSchedule(text, CONTEXT))).toBeTruthy();
      },
    ),
    { numRuns: 500 },
  );
});
