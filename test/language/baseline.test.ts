import { describe, expect, test } from '@jest/globals';
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
    ['tags yesterday vs the day before', '2026-11-16 2026-11-17 day'],
    ['tags yesterday vs the week before', '2026-11-10 2026-11-11 day'],
    ['tags yesterday vs same day last week', '2026-11-10 2026-11-11 day'],
    ['tags last week vs the week before', '2026-11-02 2026-11-09 week'],
    ['tags last month vs the month before', '2026-09-01 2026-10-01 month'],
    ['tags yesterday 9am to 5pm vs the day before', '2026-11-16T09:00 2026-11-16T17:00 hour'],
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
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
  ])('%s', (words, baseline) => {
    expect(baselineOf(words)).toBe(baseline);
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
  ];
  expect(questions.map((words) => [asked(words).range.only, asked(words).baseline?.only])).toEqual([
    [{ days: [1, 2, 3, 4, 5] }, { days: [1, 2, 3, 4, 5] }],
    [{ hours: { from: 6, to: 12 } }, { hours: { from: 6, to: 12 } }],
    [
      { days: [1], hours: { from: 9, to: 17 } },
      { days: [1], hours: { from: 9, to: 17 } },
    ],
  ]);
});

test.each([
  ['tags last week vs next week', '“next week” has not begun yet.', ['tags last week vs last week', 'tags last week']],
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
