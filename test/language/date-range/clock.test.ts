import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, momentOf } from '../../../src/language/date-range/format.ts';
import { findDate } from '../../../src/language/date-range/index.ts';
import type { Context } from '../../../src/language/question.ts';
import { CONTEXT, contextAt, inShort, rangeOf } from '../context.ts';

/** A stretch in full: both ends with their offsets, and what it is made of. */
function stretchOf(words: string, context: Context = CONTEXT): string | null {
  const found = findDate(words, momentOf(context));
  if (!found || found.index > 0 || found.length < words.length) return null;
  if (isRefusal(found)) return found.objection.message;
  const [start, end] = [found.start, found.end].map((time) => time.toString({ smallestUnit: 'second', timeZoneName: 'never' }));
  return `${start} ${end} ${found.granularity}`;
}

const FACTS: Record<string, readonly (readonly [words: string, range: string])[]> = {
  'hours of a day, whichever comes first': [
    ['monday 9-17', '2026-11-16T09:00:00+01:00 2026-11-16T17:00:00+01:00 hour'],
    ['yesterday, from 9 to 17', '2026-11-17T09:00:00+01:00 2026-11-17T17:00:00+01:00 hour'],
    ['this Thu 9-11am', '2026-11-19T09:00:00+01:00 2026-11-19T11:00:00+01:00 hour'],
    ['9:30 till 11:00 on Thursday', '2026-11-12T09:30:00+01:00 2026-11-12T11:00:00+01:00 minute'],
    ['1pm-2pm yesterday', '2026-11-17T13:00:00+01:00 2026-11-17T14:00:00+01:00 hour'],
    ['oct 9th between 8am and 2pm', '2026-10-09T08:00:00+02:00 2026-10-09T14:00:00+02:00 hour'],
    ['2025-04-18 13:00 - 16:00', '2025-04-18T13:00:00+02:00 2025-04-18T16:00:00+02:00 hour'],
    ['10:00–12:00 nov 9', '2026-11-09T10:00:00+01:00 2026-11-09T12:00:00+01:00 hour'],
    ['from 5 to 6 of april 22', '2026-04-22T05:00:00+02:00 2026-04-22T06:00:00+02:00 hour'],
    ['9.11.2026 10.00-12.00', '2026-11-09T10:00:00+01:00 2026-11-09T12:00:00+01:00 hour'],
    ['monday 9h30-17h', '2026-11-16T09:30:00+01:00 2026-11-16T17:00:00+01:00 minute'],
    ['between 2:00 yesterday and 4:00', '2026-11-17T02:00:00+01:00 2026-11-17T04:00:00+01:00 hour'],
    ['9 nov 10:00:15-10:00:45', '2026-11-09T10:00:15+01:00 2026-11-09T10:00:45+01:00 second'],
    ['9 nov for 7 hours from 9:30am', '2026-11-09T09:30:00+01:00 2026-11-09T16:30:00+01:00 minute'],
  ],
  'in words, in halves and quarters, of four digits': [
    ['yesterday from nine to five', '2026-11-17T09:00:00+01:00 2026-11-17T17:00:00+01:00 hour'],
    ['from five to seven today', '2026-11-18T05:00:00+01:00 2026-11-18T07:00:00+01:00 hour'],
    ['half past 9 to 11 yesterday', '2026-11-17T09:30:00+01:00 2026-11-17T11:00:00+01:00 minute'],
    ['yesterday at quarter to ten', '2026-11-17T09:45:00+01:00 2026-11-17T10:45:00+01:00 minute'],
    ['a quarter past five pm yesterday', '2026-11-17T17:15:00+01:00 2026-11-17T18:15:00+01:00 minute'],
    ['quarter to 12am yesterday', '2026-11-17T23:45:00+01:00 2026-11-18T00:45:00+01:00 minute'],
    ['9a-5p today', '2026-11-18T09:00:00+01:00 2026-11-18T17:00:00+01:00 hour'],
    ['yesterday 0900-1700', '2026-11-17T09:00:00+01:00 2026-11-17T17:00:00+01:00 hour'],
    ['at 2015 yesterday', '2026-11-17T20:15:00+01:00 2026-11-17T21:15:00+01:00 minute'],
  ],
  'up to now, and so long from a time on': [
    ['today between 8am and now', '2026-11-18T08:00:00+01:00 2026-11-19T00:00:00+01:00 hour'],
    ['2 hours from 3pm on oct 22', '2026-10-22T15:00:00+02:00 2026-10-22T17:00:00+02:00 hour'],
    ['yesterday 9h for 3 hours', '2026-11-17T09:00:00+01:00 2026-11-17T12:00:00+01:00 hour'],
  ],
  'by the clocks of another zone': [
    ['2026-11-01T09:00Z', '2026-11-01T10:00:00+01:00 2026-11-01T11:00:00+01:00 hour'],
    ['2026-11-01T09:00:00+03:00', '2026-11-01T07:00:00+01:00 2026-11-01T08:00:00+01:00 hour'],
    ['2026-11-01T09:00:00+05:30', '2026-11-01T04:30:00+01:00 2026-11-01T05:30:00+01:00 minute'],
    ['2026-11-01T09:00Z to 2026-11-01T17:00Z', '2026-11-01T10:00:00+01:00 2026-11-01T18:00:00+01:00 hour'],
    ['yesterday 9am-5pm EST', '2026-11-17T15:00:00+01:00 2026-11-17T23:00:00+01:00 hour'],
    ['9am-5pm PT yesterday', '2026-11-17T18:00:00+01:00 2026-11-18T02:00:00+01:00 hour'],
    ['yesterday 14:00 UTC', '2026-11-17T15:00:00+01:00 2026-11-17T16:00:00+01:00 hour'],
    ['yesterday 14:00 CET', '2026-11-17T14:00:00+01:00 2026-11-17T15:00:00+01:00 hour'],
  ],
  'morning or afternoon, as the other end tells': [
    ['yesterday from 2:00 to 2:30 pm', '2026-11-17T14:00:00+01:00 2026-11-17T14:30:00+01:00 minute'],
    ['yesterday 9-11am', '2026-11-17T09:00:00+01:00 2026-11-17T11:00:00+01:00 hour'],
    ['yesterday 11-1pm', '2026-11-17T11:00:00+01:00 2026-11-17T13:00:00+01:00 hour'],
    ['yesterday 9.30-4.30pm', '2026-11-17T09:30:00+01:00 2026-11-17T16:30:00+01:00 minute'],
    ['yesterday 8am-3', '2026-11-17T08:00:00+01:00 2026-11-17T15:00:00+01:00 hour'],
    ['yesterday 1:30p.m. to 4', '2026-11-17T13:30:00+01:00 2026-11-17T16:00:00+01:00 minute'],
    ['yesterday 9-5', '2026-11-17T09:00:00+01:00 2026-11-17T17:00:00+01:00 hour'],
    ['yesterday 12-3', '2026-11-17T12:00:00+01:00 2026-11-17T15:00:00+01:00 hour'],
    ['yesterday 12-3am', '2026-11-17T00:00:00+01:00 2026-11-17T03:00:00+01:00 hour'],
    ['yesterday 9 to noon', '2026-11-17T09:00:00+01:00 2026-11-17T12:00:00+01:00 hour'],
  ],
  'over midnight': [
    ['oct 31, 2025 10:00 pm - 12:00 am', '2025-10-31T22:00:00+01:00 2025-11-01T00:00:00+01:00 hour'],
    ['yesterday 22-6', '2026-11-17T22:00:00+01:00 2026-11-18T06:00:00+01:00 hour'],
    ['yesterday 19-8', '2026-11-17T19:00:00+01:00 2026-11-18T08:00:00+01:00 hour'],
    ['yesterday 10-2am', '2026-11-17T22:00:00+01:00 2026-11-18T02:00:00+01:00 hour'],
    ['yesterday 00:00-24:00', '2026-11-17T00:00:00+01:00 2026-11-18T00:00:00+01:00 hour'],
  ],
  'parts of a day': [
    ['yesterday morning', '2026-11-17T06:00:00+01:00 2026-11-17T12:00:00+01:00 hour'],
    ['in the afternoon, last friday', '2026-11-13T12:00:00+01:00 2026-11-13T18:00:00+01:00 hour'],
    ['monday evening', '2026-11-16T18:00:00+01:00 2026-11-17T00:00:00+01:00 hour'],
    ['last night', '2026-11-17T22:00:00+01:00 2026-11-18T06:00:00+01:00 hour'],
    ['tonight', '2026-11-18T22:00:00+01:00 2026-11-19T06:00:00+01:00 hour'],
    ['tuesday am', '2026-11-17T00:00:00+01:00 2026-11-17T12:00:00+01:00 hour'],
    ['yesterday at lunch', '2026-11-17T12:00:00+01:00 2026-11-17T14:00:00+01:00 hour'],
    ['yesterday early morning', '2026-11-17T06:00:00+01:00 2026-11-17T09:00:00+01:00 hour'],
    ['early in the morning yesterday', '2026-11-17T06:00:00+01:00 2026-11-17T09:00:00+01:00 hour'],
    ['late this morning', '2026-11-18T09:00:00+01:00 2026-11-18T12:00:00+01:00 hour'],
    ['late evening of 3 november', '2026-11-03T21:00:00+01:00 2026-11-04T00:00:00+01:00 hour'],
    ['late last night', '2026-11-17T22:00:00+01:00 2026-11-18T06:00:00+01:00 hour'],
    ['morning of the 15th', '2026-11-15T06:00:00+01:00 2026-11-15T12:00:00+01:00 hour'],
    ['from 3-8 yesterday afternoon', '2026-11-17T15:00:00+01:00 2026-11-17T20:00:00+01:00 hour'],
    ['monday morning from 10am to 12pm', '2026-11-16T10:00:00+01:00 2026-11-16T12:00:00+01:00 hour'],
    ['between 7 and 9 last night', '2026-11-17T19:00:00+01:00 2026-11-17T21:00:00+01:00 hour'],
    ['last night between 10 and 2', '2026-11-17T22:00:00+01:00 2026-11-18T02:00:00+01:00 hour'],
    ['from 9 in the morning to 5 in the afternoon yesterday', '2026-11-17T09:00:00+01:00 2026-11-17T17:00:00+01:00 hour'],
  ],
  'one hour': [
    ['yesterday 2pm', '2026-11-17T14:00:00+01:00 2026-11-17T15:00:00+01:00 hour'],
    ['yesterday at noon', '2026-11-17T12:00:00+01:00 2026-11-17T13:00:00+01:00 hour'],
    ['at 9 yesterday', '2026-11-17T09:00:00+01:00 2026-11-17T10:00:00+01:00 hour'],
    ['yesterday at 14:30', '2026-11-17T14:30:00+01:00 2026-11-17T15:30:00+01:00 minute'],
  ],
  'from a time of a day to that of another': [
    ['01/21/2025 10:00 to 01/01/2026 07:00', '2025-01-21T10:00:00+01:00 2026-01-01T07:00:00+01:00 hour'],
    ['2025-03-28 17:00:00/2025-03-29 21:00:00', '2025-03-28T17:00:00+01:00 2025-03-29T21:00:00+01:00 hour'],
    ['2026-11-01T09:00 .. 2026-11-01T17:00', '2026-11-01T09:00:00+01:00 2026-11-01T17:00:00+01:00 hour'],
    ['from yesterday 9am to today 5pm', '2026-11-17T09:00:00+01:00 2026-11-18T17:00:00+01:00 hour'],
    ['friday 22:00 to monday 6:00', '2026-11-13T22:00:00+01:00 2026-11-16T06:00:00+01:00 hour'],
    ['monday morning to tuesday noon', '2026-11-16T06:00:00+01:00 2026-11-17T12:00:00+01:00 hour'],
  ],
  'from a time on, and until one': [
    ['since yesterday 14:00', '2026-11-17T14:00:00+01:00 2026-11-19T00:00:00+01:00 hour'],
    ['since 9am', '2026-11-18T09:00:00+01:00 2026-11-19T00:00:00+01:00 hour'],
    ['since 11am', '2026-11-17T11:00:00+01:00 2026-11-19T00:00:00+01:00 hour'],
    ['from 9am yesterday', '2026-11-17T09:00:00+01:00 2026-11-19T00:00:00+01:00 hour'],
    ['since last night', '2026-11-17T22:00:00+01:00 2026-11-19T00:00:00+01:00 hour'],
    ['yesterday after 5pm', '2026-11-17T17:00:00+01:00 2026-11-18T00:00:00+01:00 hour'],
    ['until 5pm today', '2026-11-18T00:00:00+01:00 2026-11-18T17:00:00+01:00 hour'],
    ['yesterday before noon', '2026-11-17T00:00:00+01:00 2026-11-17T12:00:00+01:00 hour'],
  ],
  'without a day the latest that have begun': [
    ['9am-5pm', '2026-11-18T09:00:00+01:00 2026-11-18T17:00:00+01:00 hour'],
    ['11:00-17:00', '2026-11-17T11:00:00+01:00 2026-11-17T17:00:00+01:00 hour'],
    ['between 9:30 and 11:00 pm', '2026-11-17T21:30:00+01:00 2026-11-17T23:00:00+01:00 minute'],
    ['wednesday 9-17', '2026-11-18T09:00:00+01:00 2026-11-18T17:00:00+01:00 hour'],
    ['wednesday 14-17', '2026-11-11T14:00:00+01:00 2026-11-11T17:00:00+01:00 hour'],
    ['today 14-17', '2026-11-18T14:00:00+01:00 2026-11-18T17:00:00+01:00 hour'],
  ],
};

describe.each(Object.entries(FACTS))('%s', (_name, facts) => {
  test.each(facts)('%s is %s', (words, range) => {
    expect(stretchOf(words)).toBe(range);
  });
});

test('a day keeps what its words leave out and which month they may mean', () => {
  expect(findDate('3/4 9-17', momentOf(CONTEXT))).toMatchObject({
    recurs: 'year',
    ambiguous: [{ words: '3/4', taken: '4 March' }],
    length: 8,
  });
});

test.each([
  ['yesterday 25:00-26:00', 'There is no time “25:00”.'],
  ['monday 9:75', 'There is no time “9:75”.'],
  ['14PM', 'There is no time “14PM”.'],
  ['between 9:00 yesterday and 25:00', 'There is no time “25:00”.'],
  ['since 14pm', 'There is no time “14pm”.'],
  ['yesterday 9-9', '“yesterday 9-9” is no time at all.'],
  ['9am-9am', '“9am-9am” is no time at all.'],
  ['30 feb 9-17', 'There is no 30 February.'],
  ['9-17 tuesday, november 16', '“tuesday, november 16” is a Monday, 16 November 2026.'],
  ['2026-11-17 17:00 to 2026-11-16 9:00', '“2026-11-17 17:00 to 2026-11-16 9:00” ends before it begins.'],
  ['2026-02-30T09:00Z', 'There is no time “2026-02-30T09:00Z”.'],
  ['yesterday 9am-5pm CST', '“CST” is the name of several clocks.'],
  ['yesterday 25:00-26:00 EST', 'There is no time “25:00”.'],
  ['tomorrow 9-17', '“tomorrow 9-17” has not begun yet.'],
])('%s is refused: %s', (words, message) => {
  expect(rangeOf(words)).toBe(message);
});

test.each([
  'from 9 to 17',
  '2-4 agents',
  '3-4 weeks ago',
  '25:00-26:00',
  '9:75',
  'price 12.50',
  'order 10-20',
  'at night',
  '9',
  '2-3 days ago',
  'nine to five',
  '0900-1700',
])('%s are no hours', (words) => {
  expect(rangeOf(words)).toBeNull();
});

test.each([
  ['3 to 5 november', '2026-11-03 2026-11-06 day'],
  ['5-6 april', '2026-04-05 2026-04-07 day'],
  ['1 oct to 15 oct', '2026-10-01 2026-10-16 day'],
  ['oct 2024 to 2025', '2024-10-01 2026-01-01 month'],
  ['24h', '2026-11-17T10:00 2026-11-18T10:00 hour'],
  ['9h', '2026-11-18T01:00 2026-11-18T10:00 hour'],
])('%s stays what it is without hours', (words, range) => {
  expect(inShort(rangeOf(words))).toBe(range);
});

describe('where the clocks change', () => {
  test.each([
    ['2026-03-29 1:00-4:00', 'Europe/Warsaw', '2026-03-29T01:00:00+01:00 2026-03-29T04:00:00+02:00 hour'],
    ['2026-03-29 2:00-3:00', 'Europe/Warsaw', 'On 29 March 2026 the clocks skip these hours.'],
    ['2026-03-29 2:30-3:00', 'Europe/Warsaw', 'On 29 March 2026 the clocks skip these hours.'],
    ['2026-03-29 2:30-4:00', 'Europe/Warsaw', '2026-03-29T03:30:00+02:00 2026-03-29T04:00:00+02:00 minute'],
    ['2026-10-25 2am', 'Europe/Warsaw', '2026-10-25T02:00:00+02:00 2026-10-25T03:00:00+01:00 hour'],
    ['2026-10-24 22-6', 'Europe/Warsaw', '2026-10-24T22:00:00+02:00 2026-10-25T06:00:00+01:00 hour'],
    ['2026-10-25 for 3 hours from 1am', 'Europe/Warsaw', '2026-10-25T01:00:00+02:00 2026-10-25T03:00:00+01:00 hour'],
    ['2018-11-04 0-9', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00 2018-11-04T09:00:00-02:00 hour'],
    ['2026-11-17 9-17', 'Asia/Kolkata', '2026-11-17T09:00:00+05:30 2026-11-17T17:00:00+05:30 hour'],
  ])('%s in %s is %s', (words, zone, range) => {
    expect(stretchOf(words, contextAt('2026-11-18T12:00:00Z', zone))).toBe(range);
  });

  test('a night whose end is in the morning goes on over the change', () => {
    const context = contextAt('2026-03-29T12:00:00+02:00', 'Europe/Warsaw');
    expect(stretchOf('last night', context)).toBe('2026-03-28T22:00:00+01:00 2026-03-29T06:00:00+02:00 hour');
  });
});

const DAYS = ['yesterday', 'monday', 'last friday', '2026-03-29', '25/10/2026', 'oct 5th', 'the 15th', 'last night', 'today', '30 feb'];
const TIMES = ['9', '9:30', '9.30', '12', '0', '24:00', '12am', '2 p.m.', '17h', 'noon', 'midnight', '25:00', '9:75', '14pm', '02:30'];
const JOINTS = ['-', ' to ', ' until ', ' and ', '..', '/', ' – ', ' '];
const WORDS = ['from', 'between', 'since', 'until', 'at', 'for 2 hours from', 'in the evening', 'morning', 'T', ',', 'onwards'];

const contexts = fc
  .record({
    now: fc.date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true }),
    zone: fc.constantFrom('Europe/Warsaw', 'America/Sao_Paulo', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Cairo'),
  })
  .map(({ now, zone }) => contextAt(now.toISOString(), zone));

test('whatever is said of hours is a stretch in the zone of the moment, or refused in words', () => {
  const piece = fc.oneof(fc.constantFrom(...DAYS), fc.constantFrom(...TIMES), fc.constantFrom(...JOINTS), fc.constantFrom(...WORDS));
  const words = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(' ').replace(/ +/g, ' ').trim());
  fc.assert(
    fc.property(words, contexts, (text, context) => {
      const found = findDate(text, momentOf(context));
      if (!found) return;
      expect(found.length).toBeLessThanOrEqual(text.length - found.index);
      if (isRefusal(found)) return expect(found.objection.message).toMatch(/\.$/);
      expect([found.start.timeZoneId, found.end.timeZoneId]).toEqual([context.zone, context.zone]);
    }),
    { numRuns: 1500 },
  );
});

test('hours of one day begin before they end, in every zone at every moment', () => {
  const spans = fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...TIMES), fc.constantFrom('-', ' to '), fc.constantFrom(...TIMES));
  fc.assert(
    fc.property(spans, fc.boolean(), contexts, ([day, from, joint, to], isDayFirst, context) => {
      const span = `${from}${joint}${to}`;
      const found = findDate(isDayFirst ? `${day} ${span}` : `${span} ${day}`, momentOf(context));
      if (!found || isRefusal(found)) return;
      expect(found.start.epochMilliseconds).toBeLessThan(found.end.epochMilliseconds);
    }),
    { numRuns: 1500 },
  );
});
