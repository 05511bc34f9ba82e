import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DATE_EXAMPLES } from '../../src/language/date-range/index.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { Context } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { type DateRange, WEEK_STARTS } from '../../src/model/time.ts';
import { CONTEXT, contextAt, inShort, TOPICS } from './context.ts';

const { understand, resolve, say } = createLanguage(TOPICS);

function asked(words: string, context: Context = CONTEXT) {
  const understood = understand(`tags ${words}`, context);
  if (understood.kind !== 'question') throw new Error(`Not a question: ${words}`);
  return understood;
}

/** Range, meaning and habit of each other reading. */
const others = (words: string, context?: Context) =>
  (asked(words, context).otherwise ?? []).map(({ question, range, habit }) => [question.range, inShort(range), ...(habit ? [habit] : [])]);

const SUNDAY = { weekStart: 'sunday' } as const;

describe('what words may mean as well, on Wednesday 18 November 2026', () => {
  test.each<[words: string, others: readonly unknown[]]>([
    [
      '3/4',
      [
        ['3 April', '2026-04-03 2026-04-04 day', { dayFirst: true }],
        ['4 March 2025', '2025-03-04 2025-03-05 day'],
      ],
    ],
    ['3/4/2026', [['3 April 2026', '2026-04-03 2026-04-04 day', { dayFirst: true }]]],
    ['3/4/2026 to 5/4/2026', [['3 April 2026 to 5 April 2026', '2026-04-03 2026-04-06 day', { dayFirst: true }]]],
    // With dots the day stands first everywhere: nothing is to be remembered.
    ['3.4.2026', [['4 March 2026', '2026-03-04 2026-03-05 day']]],
    ['13/4/2026', []],
    [
      '9-17',
      [
        ['today 9-17', '2026-11-18T09:00 2026-11-18T10:00 hour so far'],
        ['9-17 2025', '2025-09-17 2025-09-18 day'],
      ],
    ],
    [
      '9-11',
      [
        ['9 November', '2026-11-09 2026-11-10 day', { dayFirst: true }],
        ['today 9-11', '2026-11-18T09:00 2026-11-18T10:00 hour so far'],
        ['11 September 2025', '2025-09-11 2025-09-12 day'],
      ],
    ],
    ['last half', []],
    ['last half year', [['last 6 months', '2026-05-01 2026-11-01 month']]],
    [
      'from october',
      [
        ['October', '2026-10-01 2026-11-01 month'],
        ['since October 2025', '2025-10-01 2026-11-18T10:00 month so far'],
      ],
    ],
    ["february's", [['February 2025', '2025-02-01 2025-03-01 month']]],
    ['last week', [['last week', '2026-11-08 2026-11-15 week', SUNDAY]]],
    ['this week', [['this week', '2026-11-15 2026-11-18T10:00 week so far', SUNDAY]]],
    ['week 45 of 2025', []],
    ['on week 45 of 2025', []],
    ['1/11 - 15/11', []],
    ['last 7 days', [['last 7 days so far', '2026-11-12 2026-11-18T10:00 day so far']]],
    ['last 7 days so far', [['last 7 days', '2026-11-11 2026-11-18 day']]],
    ['last 7 full days', []],
    ['last 24 hours', []],
    [
      'last 4 weeks',
      [
        ['last 4 weeks so far', '2026-10-26 2026-11-18T10:00 week so far'],
        ['last 4 weeks', '2026-10-18 2026-11-15 week', SUNDAY],
      ],
    ],
    ['monday', [['9 November 2026', '2026-11-09 2026-11-10 day']]],
    ['since monday', [['since 9 November 2026', '2026-11-09 2026-11-18T10:00 day so far']]],
    ['last monday', []],
    ['the 15th', [['15 October 2026', '2026-10-15 2026-10-16 day']]],
    ['october', [['October 2025', '2025-10-01 2025-11-01 month']]],
    ['9 nov', [['9 Nov 2025', '2025-11-09 2025-11-10 day']]],
    ['weekdays in october', [['weekdays in October 2025', '2025-10-01 2025-11-01 month']]],
    ['29 feb', [['29 Feb 2020', '2020-02-29 2020-03-01 day']]],
    ['2026-11-09', []],
    ['yesterday', []],
    [
      'first week of october',
      [
        ['first 7 days of October', '2026-10-01 2026-10-08 day'],
        ['first week of October', '2026-10-04 2026-10-11 week', SUNDAY],
        ['first week of October 2025', '2025-09-29 2025-10-06 week'],
      ],
    ],
    [
      'last week of october 2025',
      [
        ['last 7 days of October 2025', '2025-10-25 2025-11-01 day'],
        ['last week of October 2025', '2025-10-26 2025-11-02 week', SUNDAY],
      ],
    ],
    ['second week of october 2025', [['second week of October 2025', '2025-10-05 2025-10-12 week', SUNDAY]]],
    ['october to march', [['October 2025 to March 2026', '2025-10-01 2026-04-01 month']]],
    ['jan to dec', [['Jan 2025 to Dec 2025', '2025-01-01 2026-01-01 month']]],
    ['dec to jan', []],
    ['3/4 2026', [['3 April 2026', '2026-04-03 2026-04-04 day', { dayFirst: true }]]],
    ['13/4 2025', []],
    ['last month', []],
    ['last quarter', []],
  ])('%s', (words, found) => {
    expect(others(words)).toEqual(found);
  });
});

test('what goes on over the end of a year says so, and so do the words that are kept of it', () => {
  expect(
    ['october to march', 'between october and march', 'nov to feb so far', 'dec to jan'].map((words) => asked(words).question.range),
  ).toEqual(['October to March so far', 'between October and March so far', 'Nov to Feb so far', 'Dec to Jan']);
});

test('who has said how they read dates is taken at their word', () => {
  expect([
    others('3/4/2026', { ...CONTEXT, dayFirst: true }),
    others('last week', { ...CONTEXT, isWeekStartSaid: true }),
    asked('3/4/2026', { ...CONTEXT, dayFirst: true }).question.range,
  ]).toEqual([[], [], '3 April 2026']);
});

test.each(['', 'en_US', 'x', '-', 'not a locale'])('a locale “%s” is no reason to fail', (locale) => {
  const sunday = [['last week', '2026-11-08 2026-11-15 week', SUNDAY]];
  expect(others('last week', { ...CONTEXT, locale })).toEqual(locale === 'en_US' ? sunday : []);
});

describe('quarters in a workspace whose fiscal year begins', () => {
  const IN = (yearStart: number): Context => ({ ...CONTEXT, yearStart });
  const QUARTERS: readonly (readonly [
    words: string,
    yearStart: number,
    meaning: string,
    others: readonly unknown[],
    isFiscal?: boolean,
  ])[] = [
    ['Q3', 1, '2026-07-01 2026-10-01 quarter', [['Q3 2025', '2025-07-01 2025-10-01 quarter']]],
    ['Q3', 4, 'fiscal 2026-10-01 2026-11-18T10:00 quarter so far', [['Q3 2026', '2026-07-01 2026-10-01 quarter']]],
    ['third quarter', 4, 'fiscal 2026-10-01 2026-11-18T10:00 quarter so far', [['Q3 2026', '2026-07-01 2026-10-01 quarter']]],
    ['H1', 4, 'fiscal 2026-04-01 2026-10-01 quarter', [['H1 2026', '2026-01-01 2026-07-01 quarter']]],
    ['Q3 2025', 4, '2025-07-01 2025-10-01 quarter', [['Q3 FY25', '2024-10-01 2025-01-01 quarter']]],
    ['Q3 FY26', 4, '2025-10-01 2026-01-01 quarter', []],
    ['fiscal Q3', 4, '2026-10-01 2026-11-18T10:00 quarter so far', []],
    ['calendar Q3', 4, '2026-07-01 2026-10-01 quarter', [['calendar Q3 2025', '2025-07-01 2025-10-01 quarter']]],
    ['Q1 to Q2', 4, 'fiscal 2026-04-01 2026-10-01 quarter', []],
    ['Q1 to Q2 2026', 4, '2026-01-01 2026-07-01 quarter', []],
    ['last half', 4, 'fiscal 2026-04-01 2026-10-01 quarter', [['last calendar half', '2026-01-01 2026-07-01 quarter']]],
    // Its quarters are those of the calendar.
    ['last quarter', 4, '2026-07-01 2026-10-01 quarter', []],
    ['last quarter', 2, 'fiscal 2026-08-01 2026-11-01 quarter', [['last calendar quarter', '2026-07-01 2026-10-01 quarter']]],
    [
      'this quarter',
      2,
      'fiscal 2026-11-01 2026-11-18T10:00 quarter so far',
      [['this calendar quarter', '2026-10-01 2026-11-18T10:00 quarter so far']],
    ],
    [
      'qtd',
      2,
      'fiscal 2026-11-01 2026-11-18T10:00 quarter so far',
      [['this calendar quarter', '2026-10-01 2026-11-18T10:00 quarter so far']],
    ],
    ['2 quarters ago', 2, 'fiscal 2026-05-01 2026-08-01 quarter', []],
    ['last calendar quarter', 2, '2026-07-01 2026-10-01 quarter', []],
    ['last month', 4, '2026-10-01 2026-11-01 month', []],
    ['this year', 4, '2026-01-01 2026-11-18T10:00 year so far', []],
    ['ytd', 4, '2026-01-01 2026-11-18T10:00 year so far', []],
  ];
  test.each(QUARTERS)('%s, in month %d', (words, yearStart, meaning, found) => {
    const { range } = asked(words, IN(yearStart));
    const meant = `${range.isFiscal ? 'fiscal ' : ''}${inShort(range)}`;
    expect([meant, others(words, IN(yearStart))]).toEqual([meaning, found]);
  });
});

const contexts = fc
  .record({
    now: fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    zone: fc.constantFrom('Europe/Warsaw', 'Pacific/Kiritimati', 'America/St_Johns'),
    weekStart: fc.constantFrom(...WEEK_STARTS),
    locale: fc.constantFrom('en-US', 'en-GB'),
    yearStart: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ now, zone, ...habits }) => contextAt(now.toISOString(), zone, habits));
const NUMBERS = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).map(([one, other]) => `${one}/${other}`);
const times = ({ start, end }: DateRange) => [start, end];

test('every other reading is understood, kept or typed, and gives the other range to whoever has the habit', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...DATE_EXAMPLES), NUMBERS), contexts, (words, context) => {
      let understood: ReturnType<typeof asked>;
      try {
        understood = asked(words, context);
      } catch (error) {
        if (error instanceof UserError) return;
        throw error;
      }
      const { otherwise = [], range } = understood;
      expect(otherwise.length).toBeLessThanOrEqual(3);
      for (const other of otherwise) {
        const theirs = { ...context, ...other.habit };
        expect(times(other.range)).not.toEqual(times(range));
        expect(resolve(other.question, theirs).range).toEqual(other.range);
        expect(understand(say(other.question), theirs)).toMatchObject({ kind: 'question', range: other.range });
        // With the habit the same words mean what was pressed.
        if (other.habit) expect(times(asked(words, theirs).range)).toEqual(times(other.range));
      }
    }),
    { numRuns: 300 },
  );
});
