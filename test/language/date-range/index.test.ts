import { describe, expect, test } from '@jest/globals';
import { momentOf } from '../../../src/language/date-range/format.ts';
import { DATE_EXAMPLES, DATE_FORMATS } from '../../../src/language/date-range/index.ts';
import { CONTEXT, contextAt, inShort, rangeOf } from '../context.ts';

const FACTS: Record<string, readonly (readonly [words: string, range: string])[]> = {
  'a named day': [
    ['today', '2026-11-18 2026-11-18T10:00 day so far'],
    ['yesterday', '2026-11-17 2026-11-18 day'],
    ['the day before yesterday', '2026-11-16 2026-11-17 day'],
    ['today so far', '2026-11-18 2026-11-18T10:00 day so far'],
  ],
  'this, last and next unit': [
    ['this week', '2026-11-16 2026-11-18T10:00 week so far'],
    ['last week', '2026-11-09 2026-11-16 week'],
    ['previous week', '2026-11-09 2026-11-16 week'],
    ['past month', '2026-10-01 2026-11-01 month'],
    ['prev month', '2026-10-01 2026-11-01 month'],
    ['last quarter', '2026-07-01 2026-10-01 quarter'],
    ['this qtr', '2026-10-01 2026-11-18T10:00 quarter so far'],
    ['last year', '2025-01-01 2026-01-01 year'],
    ['the whole of last year', '2025-01-01 2026-01-01 year'],
    ['week before last', '2026-11-02 2026-11-09 week'],
    ['month before last', '2026-09-01 2026-10-01 month'],
    ['the month', '2026-11-01 2026-11-18T10:00 month so far'],
  ],
  'several whole units, the last of them ended': [
    ['last 7 days', '2026-11-11 2026-11-18 day'],
    ['past 7 days', '2026-11-11 2026-11-18 day'],
    ['the last seven days', '2026-11-11 2026-11-18 day'],
    ['last 7 full days', '2026-11-11 2026-11-18 day'],
    ['last 7 days so far', '2026-11-12 2026-11-18T10:00 day so far'],
    ['last 7 days including today', '2026-11-12 2026-11-18T10:00 day so far'],
    ['last 4 weeks', '2026-10-19 2026-11-16 week'],
    ['last 2 quarters', '2026-04-01 2026-10-01 quarter'],
    ['past 3 months', '2026-08-01 2026-11-01 month'],
    ['last 2 years', '2024-01-01 2026-01-01 year'],
    ['last 24 hours', '2026-11-17T10:00 2026-11-18T10:00 hour'],
    ['past hour', '2026-11-18T09:00 2026-11-18T10:00 hour'],
    ['last couple of days', '2026-11-16 2026-11-18 day'],
    ['30d', '2026-10-19 2026-11-18 day'],
    ['last fortnight', '2026-11-02 2026-11-16 week'],
    ['24h', '2026-11-17T10:00 2026-11-18T10:00 hour'],
  ],
  'units ago': [
    ['2 days ago', '2026-11-16 2026-11-17 day'],
    ['a week ago', '2026-11-09 2026-11-16 week'],
    ['3 months ago', '2026-08-01 2026-09-01 month'],
  ],
  'a unit to date': [
    ['week to date', '2026-11-16 2026-11-18T10:00 week so far'],
    ['month to date', '2026-11-01 2026-11-18T10:00 month so far'],
    ['quarter until today', '2026-10-01 2026-11-18T10:00 quarter so far'],
    ['wtd', '2026-11-16 2026-11-18T10:00 week so far'],
    ['mtd', '2026-11-01 2026-11-18T10:00 month so far'],
    ['qtd', '2026-10-01 2026-11-18T10:00 quarter so far'],
    ['ytd', '2026-01-01 2026-11-18T10:00 year so far'],
    ['last week until now', '2026-11-09 2026-11-18T10:00 week so far'],
  ],
  'a weekday': [
    ['monday', '2026-11-16 2026-11-17 day'],
    ['Wed', '2026-11-18 2026-11-18T10:00 day so far'],
    ['on sunday', '2026-11-15 2026-11-16 day'],
    ['last friday', '2026-11-13 2026-11-14 day'],
    ['last wednesday', '2026-11-11 2026-11-12 day'],
    ['this wednesday', '2026-11-18 2026-11-18T10:00 day so far'],
    ['friday last week', '2026-11-13 2026-11-14 day'],
    ['tuesday of last week', '2026-11-10 2026-11-11 day'],
    ["last week's sunday", '2026-11-15 2026-11-16 day'],
    ['last weekend', '2026-11-14 2026-11-16 day'],
    ['weekend', '2026-11-14 2026-11-16 day'],
    ['this past weekend', '2026-11-14 2026-11-16 day'],
  ],
  'a month': [
    ['october', '2026-10-01 2026-11-01 month'],
    ['november', '2026-11-01 2026-11-18T10:00 month so far'],
    ['december', '2025-12-01 2026-01-01 month'],
    ['oct', '2026-10-01 2026-11-01 month'],
    ['Sept.', '2026-09-01 2026-10-01 month'],
    ['october 2025', '2025-10-01 2025-11-01 month'],
    ['oct, 2025', '2025-10-01 2025-11-01 month'],
    ['dec-2025', '2025-12-01 2026-01-01 month'],
    ['june of last year', '2025-06-01 2025-07-01 month'],
    ["Oct '25", '2025-10-01 2025-11-01 month'],
    ['this october', '2026-10-01 2026-11-01 month'],
    ['last november', '2025-11-01 2025-12-01 month'],
    ['last october', '2026-10-01 2026-11-01 month'],
    ['2026-10', '2026-10-01 2026-11-01 month'],
    ['10/2026', '2026-10-01 2026-11-01 month'],
  ],
  'a quarter, a half, a year': [
    ['Q3', '2026-07-01 2026-10-01 quarter'],
    ['Q4', '2026-10-01 2026-11-18T10:00 quarter so far'],
    ['Q3 2025', '2025-07-01 2025-10-01 quarter'],
    ['2025 Q3', '2025-07-01 2025-10-01 quarter'],
    ["Q3'25", '2025-07-01 2025-10-01 quarter'],
    ['third quarter of 2025', '2025-07-01 2025-10-01 quarter'],
    ['the 4th qtr of last year', '2025-10-01 2026-01-01 quarter'],
    ['H1', '2026-01-01 2026-07-01 quarter'],
    ['H1 2025', '2025-01-01 2025-07-01 quarter'],
    ['2025', '2025-01-01 2026-01-01 year'],
    ['the year 2025', '2025-01-01 2026-01-01 year'],
    ['2026', '2026-01-01 2026-11-18T10:00 year so far'],
  ],
  'a week by its number or by one of its days': [
    ['2026-W45', '2026-11-02 2026-11-09 week'],
    ['CW 45', '2026-11-02 2026-11-09 week'],
    ['week 45', '2026-11-02 2026-11-09 week'],
    ['wk45', '2026-11-02 2026-11-09 week'],
    ['week 50', '2025-12-08 2025-12-15 week'],
    ['W1 2026', '2025-12-29 2026-01-05 week'],
    ['week 53', '2020-12-28 2021-01-04 week'],
    ['week of 7 october', '2026-10-05 2026-10-12 week'],
    ['w/c 5 oct', '2026-10-05 2026-10-12 week'],
    ['the week of the 9th', '2026-11-09 2026-11-16 week'],
  ],
  'a date of the calendar': [
    ['2026-11-09', '2026-11-09 2026-11-10 day'],
    ['2026/11/09', '2026-11-09 2026-11-10 day'],
    ['20261109', '2026-11-09 2026-11-10 day'],
    ['11/9/2026', '2026-11-09 2026-11-10 day'],
    ['9.11.2026', '2026-11-09 2026-11-10 day'],
    ['25/10/2026', '2026-10-25 2026-10-26 day'],
    ['9 nov', '2026-11-09 2026-11-10 day'],
    ['oct 1', '2026-10-01 2026-10-02 day'],
    ['1st october', '2026-10-01 2026-10-02 day'],
    ['October 5th, 2025', '2025-10-05 2025-10-06 day'],
    ['july 4th of 2025', '2025-07-04 2025-07-05 day'],
    ['16. Nov. 2026', '2026-11-16 2026-11-17 day'],
    ['the 15th', '2026-11-15 2026-11-16 day'],
    ['the 20th', '2026-10-20 2026-10-21 day'],
    ['twenty-first of october', '2026-10-21 2026-10-22 day'],
    ['29 feb', '2024-02-29 2024-03-01 day'],
    ['1-15 oct', '2026-10-01 2026-10-16 day'],
    ['oct 1 - 15', '2026-10-01 2026-10-16 day'],
    ['3 to 5 november', '2026-11-03 2026-11-06 day'],
    ['monday, november 16', '2026-11-16 2026-11-17 day'],
    ['Friday the 13th', '2026-11-13 2026-11-14 day'],
  ],
  'a day of a longer time': [
    ['first monday of october', '2026-10-05 2026-10-06 day'],
    ['last friday of last month', '2026-10-30 2026-10-31 day'],
    ['last day of february 2024', '2024-02-29 2024-03-01 day'],
    ['20th of last month', '2026-10-20 2026-10-21 day'],
  ],
  'from a date to another': [
    ['oct 1 to oct 15', '2026-10-01 2026-10-16 day'],
    ['from 3/1 to 3/7', '2026-03-01 2026-03-08 day'],
    ['2026-11-01..2026-11-07', '2026-11-01 2026-11-08 day'],
    ['2026-11-01/2026-11-07', '2026-11-01 2026-11-08 day'],
    ['28 Sep–4 Oct', '2026-09-28 2026-10-05 day'],
    ['between monday and thursday', '2026-11-16 2026-11-18T10:00 day so far'],
    ['from thursday to sunday', '2026-11-12 2026-11-16 day'],
    ['dec 20 to jan 5', '2025-12-20 2026-01-06 day'],
    ['nov to feb 2025', '2024-11-01 2025-03-01 month'],
    ['aug 10 to nov 30', '2026-08-10 2026-11-18T10:00 day so far'],
    ['the 1st to the 15th', '2026-11-01 2026-11-16 day'],
    ['1/11 - 15/11', '2026-11-01 2026-11-16 day'],
    ['from 9/11 until 20/11', '2026-11-09 2026-11-18T10:00 day so far'],
    ['1/13 to 2/5', '2026-01-13 2026-02-06 day'],
    ['the 9th to 17 april', '2026-04-09 2026-04-18 day'],
    ['Q1 to Q3 2026', '2026-01-01 2026-10-01 quarter'],
    ['2024-2025', '2024-01-01 2026-01-01 year'],
    ['october until the end of november', '2026-10-01 2026-11-18T10:00 month so far'],
    ['yesterday and today', '2026-11-17 2026-11-18T10:00 day so far'],
    ['from friday to last monday', '2026-11-13 2026-11-17 day'],
    ['nov to feb', '2026-11-01 2026-11-18T10:00 month so far'],
    ['10/25 to 01/25', '2026-10-25 2026-11-18T10:00 day so far'],
    ['the 10th to the 12th', '2026-11-10 2026-11-13 day'],
  ],
  'from a date on': [
    ['since monday', '2026-11-16 2026-11-18T10:00 day so far'],
    ['since 1 oct', '2026-10-01 2026-11-18T10:00 day so far'],
    ['since the beginning of the month', '2026-11-01 2026-11-18T10:00 month so far'],
    ['after october', '2026-11-01 2026-11-18T10:00 month so far'],
    ['from october on', '2026-10-01 2026-11-18T10:00 month so far'],
    ['from monday', '2026-11-16 2026-11-18T10:00 day so far'],
    ['from october', '2026-10-01 2026-11-18T10:00 month so far'],
    ['from 2026-10', '2026-10-01 2026-11-18T10:00 month so far'],
    ['from 1-15 oct', '2026-10-01 2026-10-16 day'],
    ['from 5 nov', '2026-11-05 2026-11-18T10:00 day so far'],
    ['from the start of october', '2026-10-01 2026-11-18T10:00 month so far'],
    ['yesterday until now', '2026-11-17 2026-11-18T10:00 day so far'],
  ],
};

const REFUSED: readonly (readonly [words: string, message: string])[] = [
  ['30 feb', 'There is no 30 February.'],
  ['feb 29 2025', 'There is no 29 February 2025.'],
  ['32 august', 'There is no 32 August.'],
  ['oct 99', 'There is no 99 October.'],
  ['2026-13-01', 'There is no month 13.'],
  ['2026-02-30', 'There is no 30 February 2026.'],
  ['20-31 november', 'There is no 31 November.'],
  ['tuesday, november 16', '“tuesday, november 16” is a Monday, 16 November 2026.'],
  ['15-1 oct', '“15-1 oct” ends before it begins.'],
  ['13/11 - 2/11', '“13/11 - 2/11” ends before it begins.'],
  ['from 2026-11-09 to 2026-11-01', '“from 2026-11-09 to 2026-11-01” ends before it begins.'],
  ['oct 15 to oct 1', '“oct 15 to oct 1” ends before it begins.'],
  ['15 nov to 14 nov', '“15 nov to 14 nov” ends before it begins.'],
  ['dec 20 - dec 10', '“dec 20 - dec 10” ends before it begins.'],
  ['11/20 to 11/10', '“11/20 to 11/10” ends before it begins.'],
  ['15th to 10th', '“15th to 10th” ends before it begins.'],
  ['15 nov 9am to 14 nov 5pm', '“15 nov 9am to 14 nov 5pm” ends before it begins.'],
  ['Q5', 'There is no “Q5”.'],
  ['H3 2026', 'There is no “H3 2026”.'],
  ['week 60', 'There is no “week 60”.'],
  ['week 53 of 2025', 'There is no “week 53 of 2025”.'],
  ['fifth monday of february 2026', 'There is no “fifth monday of february 2026”.'],
  ['until friday', '“until Friday” has no beginning.'],
  ['before october', '“before October” has no beginning.'],
  ['last 0 days', '“last 0 days” is no time at all.'],
  ['last 999999 weeks', '“last 999999 weeks” is more than a report covers.'],
  ['999999 days ago', '“999999 days ago” is before there were any chats.'],
  ['tomorrow', '“tomorrow” has not begun yet.'],
  ['this friday', '“this Friday” has not begun yet.'],
  ['since next monday', '“since next Monday” has not begun yet.'],
  ['next week', '“next week” has not begun yet.'],
  ['december 2026', '“December 2026” has not begun yet.'],
  ['last 4 years', '“last 4 years” is longer than a report can be.'],
  ['1995', '“1995” is before there were any chats.'],
];

describe.each(Object.entries(FACTS))('%s', (_name, facts) => {
  test.each(facts)('%s is %s', (words, range) => {
    expect(inShort(rangeOf(words))).toBe(range);
  });
});

test.each(REFUSED)('%s is refused: %s', (words, message) => {
  expect(rangeOf(words)).toBe(message);
});

test.each([
  'top 5 tags',
  '3 agents',
  'group 2',
  'agent 007',
  '24 hours',
  '30 minutes',
  'A4',
  'q3-promo',
  'mar-a-lago',
  'xyesterday',
  'yesterdays',
  'order 10-20',
  'the second half',
  'monday and friday',
  'this one',
  'ISO 9001',
  'from last week',
  'from yesterday',
  'from Q3',
  'price 12.50',
  '24/7',
  'on 24/7',
  'rating of 4.5',
  'last half hour',
  'last half of the chats',
  'second’s',
])('%s is not a date', (words) => {
  expect(rangeOf(words)).toBeNull();
});

test.each([
  ['2026-10-25', 'a day of 25 hours', contextAt('2026-11-18T10:00:00+01:00', 'Europe/Warsaw'), 25],
  ['yesterday', 'a day without midnight', contextAt('2018-11-05T09:00:00-02:00', 'America/Sao_Paulo'), 23],
  ['last week', 'a week with a skipped hour', contextAt('2026-03-30T09:00:00+02:00', 'Europe/Warsaw'), 167],
  ['last 24 hours', 'hours that are hours, also when one comes twice', contextAt('2026-10-25T12:00:00+01:00', 'Europe/Warsaw'), 24],
])('%s: %s', (words, _what, context, hours) => {
  const range = rangeOf(words, context);
  expect(typeof range === 'object' && range && (range.end - range.start) / 3_600_000).toBe(hours);
});

test.each([
  ['last week', contextAt('2026-11-18T10:00:00-05:00', 'America/New_York', { weekStart: 'sunday' }), '2026-11-08 2026-11-15 week'],
  ['last week', contextAt('2026-11-18T10:00:00+04:00', 'Asia/Dubai', { weekStart: 'saturday' }), '2026-11-07 2026-11-14 week'],
  ['last 3 hours', contextAt('2026-11-18T10:20:00+05:30', 'Asia/Kolkata'), '2026-11-18T07:00 2026-11-18T10:00 hour'],
  ['yesterday', contextAt('2026-11-18T00:30:00+13:00', 'Pacific/Auckland'), '2026-11-17 2026-11-18 day'],
  ['week 1', contextAt('2025-12-30T10:00:00+01:00', 'Europe/Warsaw'), '2025-12-29 2025-12-30T10:00 week so far'],
  ['weekend', contextAt('2026-11-21T10:00:00+01:00', 'Europe/Warsaw'), '2026-11-21 2026-11-21T10:00 day so far'],
  ['last weekend', contextAt('2026-11-21T10:00:00+01:00', 'Europe/Warsaw'), '2026-11-14 2026-11-16 day'],
  ['3/4/2026', contextAt('2026-11-18T10:00:00Z', 'Europe/London'), '2026-03-04 2026-03-05 day'],
  ['3/4/2026', contextAt('2026-11-18T10:00:00Z', 'Europe/London', { locale: 'en-GB' }), '2026-04-03 2026-04-04 day'],
  ['october 15', contextAt('2026-11-18T10:00:00Z', 'Europe/London', { locale: 'en-GB' }), '2026-10-15 2026-10-16 day'],
  ['tuesday the 24th', contextAt('2026-11-24T10:00:00Z', 'Europe/London'), '2026-11-24 2026-11-24T10:00 day so far'],
  [
    'from friday to last monday',
    contextAt('2026-11-21T10:00:00+01:00', 'Europe/Warsaw'),
    '“from friday to last monday” ends before it begins.',
  ],
  ['2011-12-30', contextAt('2012-01-05T10:00:00+14:00', 'Pacific/Apia'), '“2011-12-30” is no time at all in Pacific/Apia.'],
])('%s depends on when and where it is said', (words, context, range) => {
  expect(inShort(rangeOf(words, context))).toBe(range);
});

test.each(DATE_EXAMPLES)('the example %s can be answered, and its label means the same', (words) => {
  const range = rangeOf(words);
  expect(range).toMatchObject({ zone: CONTEXT.zone });
  expect(rangeOf(range !== null && typeof range === 'object' ? range.label : '')).toEqual(range);
});

test('every format shows examples that it reads itself', () => {
  const unread = DATE_FORMATS.flatMap((format) =>
    format.examples.filter((words) => format.read(words, momentOf(CONTEXT))?.length !== words.length),
  );
  expect(unread).toEqual([]);
});
