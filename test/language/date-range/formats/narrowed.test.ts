import { describe, expect, test } from '@jest/globals';
import { contextAt, stretchOf } from '../../context.ts';

const FACTS: Record<string, readonly (readonly [words: string, stretch: string])[]> = {
  'days and hours of every week of a range': [
    ['weekdays in october', '2026-10-01 2026-11-01 month on 1,2,3,4,5'],
    ['mondays last month', '2026-10-01 2026-11-01 month on 1'],
    ['mornings this month', '2026-11-01 2026-12-01 month 6-12'],
    ['last week on weekdays', '2026-11-09 2026-11-16 week on 1,2,3,4,5'],
    ['last week on weekdays 9am-5pm', '2026-11-09 2026-11-16 week on 1,2,3,4,5 9-17'],
    ['monday to friday 9-17 last week', '2026-11-09 2026-11-16 week on 1,2,3,4,5 9-17'],
    ['weekdays 9-17 in october', '2026-10-01 2026-11-01 month on 1,2,3,4,5 9-17'],
    ['9-5 on weekdays in october', '2026-10-01 2026-11-01 month on 1,2,3,4,5 9-17'],
    ['business hours last week', '2026-11-09 2026-11-16 week on 1,2,3,4,5 9-17'],
    ['last week business hours', '2026-11-09 2026-11-16 week on 1,2,3,4,5 9-17'],
    ['last week 9am to 5pm', '2026-11-09 2026-11-16 week 9-17'],
    ['october 9am-5pm', '2026-10-01 2026-11-01 month 9-17'],
    ['9-17 last week', '2026-11-09 2026-11-16 week 9-17'],
    ['evenings 6-8 last week', '2026-11-09 2026-11-16 week 18-20'],
    ['nights last week', '2026-11-09 2026-11-16 week 22-6'],
    ['weekends 22-2 last month', '2026-10-01 2026-11-01 month on 6,7 22-2'],
    ['mon-thu in october', '2026-10-01 2026-11-01 month on 1,2,3,4'],
    ['fri-mon last month', '2026-10-01 2026-11-01 month on 1,5,6,7'],
    ['mondays and tuesdays, october', '2026-10-01 2026-11-01 month on 1,2'],
    ['weekdays last week 9-17', '2026-11-09 2026-11-16 week on 1,2,3,4,5 9-17'],
    ['last 5 working days 9-17', '2026-11-11 2026-11-18 day on 1,2,3,4,5 9-17'],
    ['1 oct to 15 oct 9-17', '2026-10-01 2026-10-16 day 9-17'],
    ['monday to friday 9am to 5pm', '2026-11-16 2026-11-21 day 9-17'],
    ['only mondays of last month', '2026-10-01 2026-11-01 month on 1'],
    ['saturdays and sundays in october', '2026-10-01 2026-11-01 month on 6,7'],
    ['weekdays before october', '… 2026-10-01 month on 1,2,3,4,5'],
    ['every monday last month', '2026-10-01 2026-11-01 month on 1'],
    ['every weekday evening in october', '2026-10-01 2026-11-01 month on 1,2,3,4,5 18-24'],
    ['every morning last week', '2026-11-09 2026-11-16 week 6-12'],
    ['mondays and fridays in october', '2026-10-01 2026-11-01 month on 1,5'],
    ['weekday mornings last week', '2026-11-09 2026-11-16 week on 1,2,3,4,5 6-12'],
    ['october, monday evenings 6-8', '2026-10-01 2026-11-01 month on 1 18-20'],
    ['early mornings last week', '2026-11-09 2026-11-16 week 6-9'],
    ['last month excluding weekends', '2026-10-01 2026-11-01 month on 1,2,3,4,5'],
    ['last month without weekends', '2026-10-01 2026-11-01 month on 1,2,3,4,5'],
    ['october except mondays', '2026-10-01 2026-11-01 month on 2,3,4,5,6,7'],
    ['weekdays last month excluding mondays', '2026-10-01 2026-11-01 month on 2,3,4,5'],
    ['last 5 working days on mondays', '2026-11-11 2026-11-18 day on 1'],
    ['weekdays next week', '2026-11-23 2026-11-30 week on 1,2,3,4,5'],
  ],
};

describe.each(Object.entries(FACTS))('%s', (_name, facts) => {
  test.each(facts)('%s is %s', (words, stretch) => {
    expect(stretchOf(words)).toBe(stretch);
  });
});

test.each([
  ['last week 9:30-17:00', '“9:30-17:00” is not made of whole hours.'],
  ['last week 25:00-26:00', 'There is no time “25:00”.'],
  ['last week 9-9', '“9-9” is no time at all.'],
  ['weekdays last month on weekends', 'No day is left of this.'],
  ['weekdays in february 30', 'There is no 30 February.'],
])('%s is refused: %s', (words, message) => {
  expect(stretchOf(words)).toBe(message);
});

test.each([
  'weekdays',
  'mondays',
  'business hours',
  '3-4 weeks ago',
  '9-17 agents',
  'working hours',
  'every monday',
  'last week every monday',
])('%s is not a date', (words) => {
  expect(stretchOf(words)).toBeNull();
});

test('hours of one day are a range, of several days they narrow it', () => {
  expect(['yesterday 9am-5pm', 'last week 9am-5pm'].map((words) => stretchOf(words))).toEqual([
    '2026-11-17T09:00 2026-11-17T17:00 hour',
    '2026-11-09 2026-11-16 week 9-17',
  ]);
});

test('a time and a date are not hours of the month', () => {
  expect(stretchOf('9:00 until 1 nov')).toBeNull();
});

test('days of a month stay what they are', () => {
  expect(['9-17 october', 'october 9-17', 'from 9 to 17 in october'].map((words) => stretchOf(words))).toEqual(
    Array(3).fill('2026-10-09 2026-10-18 day'),
  );
});

test('what is read on one day is read on every day, also where the range is a single one', () => {
  const monday = contextAt('2026-11-16T10:00:00+01:00', 'Europe/Warsaw');
  expect(['since monday 9-17', '9am to 5pm on weekdays since monday'].map((words) => stretchOf(words, monday))).toEqual([
    '2026-11-16 2026-11-17 day 9-17',
    '2026-11-16 2026-11-17 day on 1,2,3,4,5 9-17',
  ]);
});
