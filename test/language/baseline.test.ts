import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLanguage } from '../../src/language/index.ts';
import type { Asked, Context } from '../../src/language/question.ts';
import { zoned } from '../../src/model/time.ts';
import { CONTEXT, contextAt, inShort, outcomeOf, TOPICS } from './context.ts';

const { understand, say } = createLanguage(TOPICS);

function asked(words: string, context: Context = CONTEXT): Asked {
  const understood = understand(words, context);
  if (understood.kind !== 'question') throw new Error(`“${words}” is no question.`);
  return understood;
}

const baselineOf = (words: string, context?: Context): string | null => inShort(asked(words, context).baseline ?? null);

test('a baseline is a range like any other', () => {
  expect(asked('tags weekdays in october vs september')).toMatchObject({
    question: { report: 'tags', range: 'weekdays in October', compare: 'September', distribution: null, filters: {} },
    baseline: {
      start: Date.parse('2026-09-01T00:00:00+02:00'),
      end: Date.parse('2026-10-01T00:00:00+02:00'),
      zone: 'Europe/Warsaw',
      label: 'September',
      granularity: 'month',
      partial: false,
      only: { days: [1, 2, 3, 4, 5] },
    },
  });
});

describe('dates of their own', () => {
  test.each([
    ['tags last week vs last month', '2026-10-01 2026-11-01 month'],
    ['tags Q3 vs Q2', '2026-04-01 2026-07-01 quarter'],
    ['tags march 2025 vs march 2026', '2026-03-01 2026-04-01 month'],
    ['compare tags october with september', '2026-09-01 2026-10-01 month'],
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
  });

  test('a month without a year is the one nearest to the range', () => {
    const january = contextAt('2027-01-15T10:00:00+01:00', 'Europe/Warsaw');
    expect(baselineOf('tags december vs november', january)).toBe('2026-11-01 2026-12-01 month');
    expect(baselineOf('tags october 2025 vs september', january)).toBe('2025-09-01 2025-10-01 month');
  });
});

describe('what comes before', () => {
  test.each([
    ['tags yesterday vs previous', '2026-11-10 2026-11-11 day'],
    ['tags last 10 days vs previous', '2026-10-25 2026-11-04 day'],
    ['tags last week vs previous', '2026-11-02 2026-11-09 week'],
    ['tags last 2 weeks vs the previous period', '2026-10-19 2026-11-02 week'],
    ['tags last month vs previous', '2026-09-01 2026-10-01 month'],
    ['tags last 3 months vs previous', '2026-05-01 2026-08-01 month'],
    ['tags last quarter vs previous', '2026-04-01 2026-07-01 quarter'],
    ['tags last year vs previous', '2024-01-01 2025-01-01 year'],
    ['tags last 24 hours vs previous', '2026-11-16T10:00 2026-11-17T10:00 hour'],
    ['tags last 24 hours vs previous 24 hours', '2026-11-16T10:00 2026-11-17T10:00 hour'],
    ['tags last week vs previous month', '2026-10-09 2026-10-16 week'],
    ['tags last month vs previous quarter', '2026-07-01 2026-08-01 month'],
    ['tags last month vs previous year', '2025-10-01 2025-11-01 month'],
    ['tags last year vs previous year', '2024-01-01 2025-01-01 year'],
    ['tags last weekend vs previous weekend', '2026-11-07 2026-11-09 day'],
    ['tags last 10 days vs previous 10 days', '2026-10-29 2026-11-08 day'],
    ['tags last week vs the previous 2 weeks', '2026-10-26 2026-11-09 week'],
    ['tags yesterday vs previous day', '2026-11-16 2026-11-17 day'],
    ['tags yesterday vs previous monday', '2026-11-16 2026-11-17 day'],
    ['tags yesterday vs the day before', '2026-11-16 2026-11-17 day'],
    ['tags monday vs the monday before', '2026-11-09 2026-11-10 day'],
    ['tags monday vs the thursday before', '2026-11-12 2026-11-13 day'],
    ['tags last friday vs the friday before', '2026-11-06 2026-11-07 day'],
    ['tags monday vs previous monday', '2026-11-09 2026-11-10 day'],
    ['tags yesterday vs the week before', '2026-11-10 2026-11-11 day'],
    ['tags yesterday vs same day last week', '2026-11-10 2026-11-11 day'],
    ['tags last week vs the week before', '2026-11-02 2026-11-09 week'],
    ['tags last month vs the month before', '2026-09-01 2026-10-01 month'],
    ['tags yesterday 9am to 5pm vs the day before', '2026-11-16T09:00 2026-11-16T17:00 hour'],
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
  });
});

describe('of hours of a day', () => {
  test.each([
    ['tags yesterday 9-17 vs previous', '2026-11-10T09:00 2026-11-10T17:00 hour'],
    ['tags yesterday 22-6 vs previous', '2026-11-10T22:00 2026-11-11T06:00 hour'],
    ['tags yesterday 9-17 vs the 10th', '2026-11-10T09:00 2026-11-10T17:00 hour'],
    ['tags monday 9-17 vs the monday before', '2026-11-09T09:00 2026-11-09T17:00 hour'],
    ['tags monday 9-17 vs monday 9-17', '2026-11-09T09:00 2026-11-09T17:00 hour'],
    ['tags 30 mar 2026 22-6 mom', '2026-02-28T22:00 2026-03-01T06:00 hour'],
    ['tags today 8-17 vs yesterday', '2026-11-17T08:00 2026-11-17T10:00 hour'],
    ['tags yesterday 9-17 vs last week', '2026-11-09 2026-11-16 week'],
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
  });
});

test('a weekday is the one before where it is the range itself', () => {
  const said = ['tags monday vs last monday', 'tags this monday vs last monday', 'tags monday vs monday'];
  expect(said.map((words) => baselineOf(words))).toEqual(said.map(() => '2026-11-09 2026-11-10 day'));
});

describe('the last day is the last one that a shorter month has', () => {
  test.each([
    ['tags 28 mar 2026 mom', '2026-02-28 2026-03-01 day'],
    ['tags 30 may 2026 mom', '2026-04-30 2026-05-01 day'],
    ['tags 31 may 2026 mom', '2026-04-30 2026-05-01 day'],
    ['tags 15 mar 2026 to 31 mar 2026 mom', '2026-02-15 2026-03-01 day'],
    ['tags february 2026 mom', '2026-01-01 2026-02-01 month'],
    ['tags 28 feb 2024 yoy', '2023-02-28 2023-03-01 day'],
    ['tags 29 feb 2024 yoy', '2023-02-28 2023-03-01 day'],
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
  });

  test.each(['2026-03-28T10:00:00+01:00', '2026-03-29T10:00:00+02:00', '2026-03-30T10:00:00+02:00'])('today mom, on %s', (now) => {
    expect(baselineOf('tags today mom', contextAt(now, 'Europe/Warsaw'))).toBe('2026-02-28 2026-02-28T10:00 day');
  });

  test('to date', () => {
    expect(baselineOf('tags mtd mom', contextAt('2026-03-28T10:00:00+01:00', 'Europe/Warsaw'))).toBe('2026-02-01 2026-02-28T10:00 month');
  });
});

describe('a year back', () => {
  test.each([
    ['tags last month yoy', '2025-10-01 2025-11-01 month'],
    ['tags last month vs last year', '2025-10-01 2025-11-01 month'],
    ['tags Q3 vs the same quarter last year', '2025-07-01 2025-10-01 quarter'],
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
  });

  test('weeks are weeks, so that weekdays meet', () => {
    const { range, baseline } = asked('tags last week vs the same week last year');
    const weekday = (instant: number | undefined) => zoned(instant ?? 0, CONTEXT.zone).dayOfWeek;
    expect(inShort(baseline ?? null)).toBe('2025-11-10 2025-11-17 week');
    expect([weekday(baseline?.start), weekday(baseline?.end)]).toEqual([weekday(range.start), weekday(range.end)]);
  });
});

describe('a range that is still going on is compared with as much of another', () => {
  test.each([
    ['tags today vs yesterday', '2026-11-17 2026-11-17T10:00 day'],
    ['tags this week vs last week', '2026-11-09 2026-11-11T10:00 week'],
    ['tags vs last week', '2026-11-09 2026-11-11T10:00 week'],
    ['tags this week vs same week last year', '2025-11-17 2025-11-19T10:00 week'],
    ['tags this month vs last month', '2026-10-01 2026-10-18T10:00 month'],
    ['tags this quarter vs last quarter', '2026-07-01 2026-08-18T10:00 quarter'],
    ['tags today vs last month', '2026-10-01 2026-11-01 month'],
    ['tags today vs last 7 days', '2026-11-11 2026-11-18 day'],
    ['tags wtd vs previous', '2026-11-09 2026-11-11T10:00 week'],
    ['tags mtd vs previous', '2026-10-01 2026-10-18T10:00 month'],
    ['tags qtd vs previous', '2026-07-01 2026-08-18T10:00 quarter'],
    ['tags ytd vs previous', '2025-01-01 2025-11-18T10:00 year'],
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
  });

  test('a fiscal year to date', () => {
    expect(baselineOf('tags fytd vs previous', { ...CONTEXT, yearStart: 4 })).toBe('2025-04-01 2025-11-18T10:00 year');
  });

  test.each([
    ['tags this year vs last year', '2027-01-01 2027-05-31T10:00 year'],
    ['tags ytd yoy', '2027-01-01 2027-05-31T10:00 year'],
    ['tags this quarter yoy', '2027-04-01 2027-05-31T10:00 quarter'],
  ])('by the date, after a 29 February: %s', (words, baseline) => {
    expect(baselineOf(words, contextAt('2028-05-31T10:00:00+02:00', 'Europe/Warsaw'))).toBe(baseline);
  });

  test.each([
    ['2026-11-18T00:00:00+01:00', 'tags today vs yesterday', '2026-11-17T00:00:00+01:00'],
    ['2026-11-18T00:00:00.400+01:00', 'tags today vs yesterday', '2026-11-17T00:00:00+01:00'],
    ['2026-11-16T00:00:00+01:00', 'tags this week vs last week', '2026-11-09T00:00:00+01:00'],
    ['2026-11-18T14:00:00+01:00', 'tags this hour vs the hour before', '2026-11-18T13:00:00+01:00'],
    ['2026-11-18T14:00:00+01:00', 'tags this hour vs previous', '2026-11-11T14:00:00+01:00'],
  ])('with one second, in its first one: at %s %s', (now, words, from) => {
    const { range, baseline } = asked(words, contextAt(now, 'Europe/Warsaw'));
    const start = Date.parse(from);
    expect([range.end - range.start, baseline?.start, baseline?.end]).toEqual([1000, start, start + 1000]);
  });

  test('a month that is longer than the other is compared with all of it', () => {
    const late = contextAt('2026-03-31T12:00:00+02:00', 'Europe/Warsaw');
    expect(baselineOf('tags this month vs last month', late)).toBe('2026-02-01 2026-03-01 month');
  });

  test.each([
    ['2026-10-25T12:00:00+01:00', 'tags today vs yesterday', '2026-10-24 2026-10-24T12:00 day'],
    ['2026-10-26T12:00:00+01:00', 'tags today vs yesterday', '2026-10-25 2026-10-25T12:00 day'],
    ['2026-03-29T12:00:00+02:00', 'tags this week vs last week', '2026-03-16 2026-03-22T12:00 week'],
  ])('by the clock where the clocks changed: at %s %s', (now, words, baseline) => {
    expect(baselineOf(words, contextAt(now, 'Europe/Warsaw'))).toBe(baseline);
  });
});

test('a range that is narrowed is compared with the same days and hours', () => {
  const questions = [
    'tags weekdays in october vs september',
    'tags mornings last week vs the week before',
    'tags last week on mondays 9-17 wow',
    'tags weekdays last week vs weekends last week',
    'tags mondays in october vs tuesdays in october',
    'tags last week vs mondays last week',
  ];
  expect(questions.map((words) => [asked(words).range.only, asked(words).baseline?.only])).toEqual([
    [{ days: [1, 2, 3, 4, 5] }, { days: [1, 2, 3, 4, 5] }],
    [{ hours: { from: 6, to: 12 } }, { hours: { from: 6, to: 12 } }],
    [
      { days: [1], hours: { from: 9, to: 17 } },
      { days: [1], hours: { from: 9, to: 17 } },
    ],
    [{ days: [1, 2, 3, 4, 5] }, { days: [6, 7] }],
    [{ days: [1] }, { days: [2] }],
    [undefined, { days: [1] }],
  ]);
});

test('a date in numbers is put into words, and said', () => {
  const { question, baseline, notes } = asked('tags last week vs 3/4/2026');
  expect([question.compare, inShort(baseline ?? null), notes]).toEqual([
    '4 March 2026',
    '2026-03-04 2026-03-05 day',
    ['I read 3/4/2026 as 4 March 2026.'],
  ]);
});

test.each([
  ['tags october vs last month', 'tags October'],
  ['tags last month vs october', 'tags last month'],
  ['tags Q3 vs last quarter', 'tags Q3'],
  ['tags last week vs last week', 'tags last week'],
  ['tags last week vs week 46', 'tags last week'],
  ['tags mondays in october vs mondays last month', 'tags mondays in October'],
])('the same time is refused, and the one before offered: %s', (words, alone) => {
  expect(outcomeOf(() => understand(words, CONTEXT))).toEqual({
    message: 'That is the same time twice.',
    hint: 'Compare it with the one before, or with another time.',
    words: [`${alone} vs the one before`, `${alone} vs same period last year`, alone],
  });
});

test('what counts back is never empty, and always before the range', () => {
  const ranges = [
    'today',
    'this week',
    'this month',
    'mtd',
    'qtd',
    'ytd',
    'last 7 days so far',
    'yesterday',
    'yesterday 22-6',
    'last 24 hours',
  ];
  const comparisons = ['previous', 'the day before', 'previous week', 'the month before', 'previous quarter', 'yoy', 'previous 3 days'];
  const instant = fc.integer({ min: Date.parse('2010-01-01T00:00:00Z') / 1000, max: Date.parse('2030-01-01T00:00:00Z') / 1000 });
  fc.assert(
    fc.property(instant, fc.constantFrom(...ranges), fc.constantFrom(...comparisons), (second, range, comparison) => {
      const words = `tags ${range} ${comparison === 'yoy' ? 'yoy' : `vs ${comparison}`}`;
      const { range: of, baseline } = asked(words, { ...CONTEXT, now: second * 1000 });
      expect([baseline && baseline.start < baseline.end, baseline && baseline.start < of.start]).toEqual([true, true]);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['tags last week vs next week', '“next week” has not begun yet.', ['tags last week']],
  ['tags last week vs 30 feb', 'There is no 30 February.', ['tags last week vs February', 'tags last week']],
  [
    'tags last week vs last month vs yesterday',
    'I can answer about one comparison at a time.',
    ['tags last week vs last month', 'tags last week vs yesterday'],
  ],
])('%s is refused: %s', (words, message, suggested) => {
  expect(outcomeOf(() => understand(words, CONTEXT))).toMatchObject({ message, words: suggested });
});

test('a comparison that is said is understood as the same', () => {
  for (const words of ['tags last week yoy', 'tags this month vs last month', 'tags last 10 days vs previous', 'compare tags Q3 and Q2']) {
    const { question, range, baseline } = asked(words);
    expect(asked(say(question))).toMatchObject({ question, range, baseline });
  }
});

describe('what nobody said to compare with is the time before', () => {
  const quietly = (words: string) => {
    const { before } = asked(words);
    return before ? [before.label, inShort(before)] : null;
  };

  test.each([
    ['tags yesterday', 'the Tuesday before', '2026-11-10 2026-11-11 day'],
    ['tags today', 'the Wednesday before', '2026-11-11 2026-11-11T10:00 day'],
    ['tags last week', 'the week before', '2026-11-02 2026-11-09 week'],
    ['tags last 3 days', 'the week before', '2026-11-08 2026-11-11 day'],
    ['tags this week', 'the week before', '2026-11-09 2026-11-11T10:00 week'],
    ['tags last 2 weeks', 'the 2 weeks before', '2026-10-19 2026-11-02 week'],
    ['tags last 10 days', 'the 10 days before', '2026-10-25 2026-11-04 day'],
    ['tags this month', 'the month before', '2026-10-01 2026-10-18T10:00 month'],
    ['tags last 3 months', 'the 3 months before', '2026-05-01 2026-08-01 month'],
    ['tags last quarter', 'the quarter before', '2026-04-01 2026-07-01 quarter'],
    ['tags ytd', 'the year before', '2025-01-01 2025-11-18T10:00 year'],
    ['tags last year', 'the year before', '2024-01-01 2025-01-01 year'],
    ['tags yesterday 9:00-12:00', 'the same hours of the Tuesday before', '2026-11-10T09:00 2026-11-10T12:00 hour'],
  ])('%s: %s', (words, label, before) => {
    expect(quietly(words)).toEqual([label, before]);
  });

  test('keeps to the parts of the days that the range has', () => {
    expect(asked('tags weekdays in october').before?.only).toEqual({ days: [1, 2, 3, 4, 5] });
  });

  test('unless somebody did, or it is longer than a year', () => {
    expect([quietly('tags last week vs last month'), quietly('tags last 2 years')]).toEqual([null, null]);
  });
});

describe('what is narrowed', () => {
  const narrowed = (words: string): readonly (string | undefined)[] => {
    const { question, range, baseline } = asked(words);
    return [question.range, question.compare, ...[range, baseline].map((one) => one?.only?.days?.join() ?? 'all')];
  };

  test.each([
    ['weekdays in october vs september', ['weekdays in October', 'September', '1,2,3,4,5', '1,2,3,4,5']],
    ['weekdays last month vs weekends', ['weekdays last month', 'weekends', '1,2,3,4,5', '6,7']],
    ['weekends vs weekdays last month', ['weekends last month', 'weekdays last month', '6,7', '1,2,3,4,5']],
    ['mondays vs tuesdays in october', ['mondays in October', 'tuesdays in October', '1', '2']],
    ['october vs september on weekdays', ['October on weekdays', 'September on weekdays', '1,2,3,4,5', '1,2,3,4,5']],
    ['last month by day on weekdays', ['weekdays last month', undefined, '1,2,3,4,5', 'all']],
    ['october vs weekdays in october', ['October', 'weekdays in October', 'all', '1,2,3,4,5']],
    // None of the days of the range is in it.
    ['weekdays last month vs last saturday', ['weekdays last month', 'last Saturday', '1,2,3,4,5', 'all']],
  ])('tags %s', (words, found) => {
    expect(narrowed(`tags ${words}`)).toEqual(found);
  });

  test.each([
    ['weekdays in october vs october', ['vs weekends in October', 'vs the month before', 'vs same period last year']],
    ['weekends last week vs last week', ['vs weekdays last week', 'vs the week before', 'vs same period last year']],
    ['mondays in october vs october', ['vs the month before', 'vs same period last year', '']],
  ])('is no other time: tags %s', (words, ways) => {
    const alone = words.replace(/ vs.*/, '').replace('october', 'October');
    expect(outcomeOf(() => understand(`tags ${words}`, CONTEXT))).toEqual({
      message: 'That is the same time twice: what narrows a range narrows both.',
      hint: 'Compare it with its other days, or with the time before.',
      words: ways.map((way) => `tags ${alone} ${way}`.trim()),
    });
  });
});

test('so many units before a range count back from it', () => {
  const said = ['last 3 months vs the 3 months before', 'last month vs the 2 months before', 'last week vs three weeks before'];
  expect(said.map((words) => baselineOf(`tags ${words}`))).toEqual([
    '2026-05-01 2026-08-01 month',
    '2026-08-01 2026-10-01 month',
    '2026-10-19 2026-11-09 week',
  ]);
});
