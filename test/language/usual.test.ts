import { describe, expect, test } from '@jest/globals';
import { createLanguage } from '../../src/language/index.ts';
import type { Context, Question } from '../../src/language/question.ts';
import { CONTEXT, contextAt, inShort, outcomeOf, TOPICS } from './context.ts';

const { followUp, resolve, say, understand } = createLanguage(TOPICS);

function asked(words: string, context: Context = CONTEXT) {
  const understood = understand(words, context);
  if (understood.kind !== 'question') throw new Error(`“${words}” is no question.`);
  return understood;
}

const usually = (words: string, context?: Context) => {
  const { range, baseline, isUsual, notes } = asked(words, context);
  return [inShort(range), inShort(baseline ?? null), baseline?.label, isUsual, ...notes];
};

describe('what is usual is said in many ways and kept as one', () => {
  const question: Question = { report: 'tags', range: 'yesterday', compare: 'usual', distribution: null, filters: {} };

  test.each([
    'tags yesterday vs usual',
    'tags yesterday vs the usual',
    'tags yesterday vs. a usual tuesday',
    'tags yesterday vs a typical day',
    'tags yesterday compared to the usual',
    'tags yesterday compared with normal',
    'tags yesterday versus typical',
    'tags yesterday against the norm',
    'compare tags yesterday with a normal tue',
    'tags vs usual yesterday',
  ])('%s', (words) => {
    expect([asked(words).question, asked(words).notes]).toEqual([question, []]);
  });

  test('and said again, it is understood as the same', () => {
    const split: Question = { ...question, distribution: 'day', filters: { groups: [2] } };
    expect([say(question), asked(say(question)).question, asked(say(split)).question]).toEqual([
      'tags yesterday vs usual',
      question,
      split,
    ]);
  });

  test.each(['and compared to usual?', 'vs usual', 'and the usual?', 'compare with normal'])('after a question: “%s”', (words) => {
    const { compare: _, ...parent } = question;
    expect(followUp(parent, words, CONTEXT)).toMatchObject({ kind: 'question', question, isUsual: true });
  });

  test('a kept question is held against the weeks before its own day', () => {
    const { range, baseline } = resolve(question, contextAt('2027-01-15T08:00:00+01:00', 'Europe/Warsaw'));
    expect([inShort(range), inShort(baseline ?? null), baseline?.label]).toEqual([
      '2027-01-14 2027-01-15 day',
      '2026-11-19 2027-01-14 day',
      'a usual Thursday',
    ]);
  });
});

describe('what it is and what it is called', () => {
  const WEEKS = '2026-09-22 2026-11-17 day';
  test.each([
    ['tags yesterday vs usual', '2026-11-17 2026-11-18 day', WEEKS, 'a usual Tuesday'],
    ['tags yesterday 9:00 to 12:00 vs usual', '2026-11-17T09:00 2026-11-17T12:00 hour', WEEKS, 'the same hours of a usual Tuesday'],
    ['tags today vs usual', '2026-11-18 2026-11-18T10:00 day so far', '2026-09-23 2026-11-18 day', 'a usual Wednesday'],
    ['tags last week vs usual', '2026-11-09 2026-11-16 week', '2026-09-14 2026-11-09 day', 'a usual week'],
    ['tags this week vs usual', '2026-11-16 2026-11-18T10:00 week so far', '2026-09-21 2026-11-16 day', 'a usual week'],
    ['tags last weekend vs usual', '2026-11-14 2026-11-16 day', '2026-09-19 2026-11-14 day', 'a usual Saturday and Sunday'],
    ['tags last 14 days vs usual', '2026-11-04 2026-11-18 day', '2026-09-09 2026-11-04 day', '14 usual days'],
  ])('%s', (words, range, baseline, label) => {
    expect(usually(words)).toEqual([range, baseline, label, true]);
  });

  test('only full hours are held against it, and a note says so', () => {
    expect([
      usually('tags today vs usual', contextAt('2026-11-18T15:42:10+01:00', 'Europe/Warsaw')),
      usually('tags yesterday 9:20 to 11:40 vs usual', contextAt('2026-11-18T15:42:10+01:00', 'Europe/Warsaw')),
    ]).toEqual([
      [
        '2026-11-18 2026-11-18T15:00 day so far',
        '2026-09-23 2026-11-18 day',
        'a usual Wednesday',
        true,
        'What is usual is counted by full hours, so this is until 15:00.',
      ],
      [
        '2026-11-17T10:00 2026-11-17T11:00 minute',
        '2026-09-22 2026-11-17 day',
        'the same hours of a usual Tuesday',
        true,
        'What is usual is counted by full hours, so this is from 10:00 until 11:00.',
      ],
    ]);
  });

  test('another weekday than the range’s is not what is usual for it', () => {
    expect(asked('tags today vs a usual tuesday').notes).toEqual(['I read “a usual tuesday” as a usual Wednesday.']);
  });
});

test.each([
  ['tags last month vs usual', 'Nothing is usual for a time as long as “last month”.'],
  ['tags this month vs usual', 'Nothing is usual for a time as long as “this month”.'],
  ['tags last 30 days vs usual', 'Nothing is usual for a time as long as “last 30 days”.'],
])('longer times are refused with ways on: %s', (words, message) => {
  const alone = words.replace(' vs usual', '');
  expect(outcomeOf(() => understand(words, CONTEXT))).toEqual({
    message,
    hint: 'What is usual is known of days, up to 14 at a time. Compare longer times with the one before, or with last year.',
    words: [`${alone} vs previous`, `${alone} vs same period last year`, alone],
  });
});

test('in the first hour of a day nothing of it can be held against anything', () => {
  const context = contextAt('2026-11-18T00:20:00+01:00', 'Europe/Warsaw');
  expect(outcomeOf(() => understand('tags today vs usual', context))).toMatchObject({
    message: '“today” has no full hour that is over.',
    words: ['tags today vs previous', 'tags today vs same period last year', 'tags today'],
  });
});
