import { expect, test } from '@jest/globals';
import { chooseDistribution, findDistribution, hasTooManyHours, sayDistribution } from '../../src/language/distribution.ts';
import { DISTRIBUTIONS } from '../../src/model/query.ts';
import { CONTEXT, contextAt, rangeOf } from './context.ts';

test.each([
  ['by hour', 'hour'],
  ['by Hour of the Day', 'day-hours'],
  ['by day-hours', 'day-hours'],
  ['by day of week', 'weekday'],
  ['by weekday', 'weekday'],
  ['by week', 'week'],
  ['by the day', 'day'],
  ['per month', 'month'],
  ['hourly', 'hour'],
  ['split by year', 'year'],
  ['weekly', 'week'],
  ['each day', 'day'],
  ['every week', 'week'],
])('%s is %s', (text, value) => {
  expect(findDistribution(text)).toEqual({ value, index: 0, length: text.length });
});

test.each(['by agent', 'by', 'nearby day', 'by days-off', 'hour'])('“%s” is no distribution', (text) => {
  expect(findDistribution(text)).toBeNull();
});

test('every distribution is said as it is read', () => {
  expect(DISTRIBUTIONS.map((distribution) => findDistribution(sayDistribution(distribution))?.value)).toEqual(DISTRIBUTIONS);
});

function at(words: string, context = CONTEXT) {
  const range = rangeOf(words, context);
  if (range === null || typeof range === 'string') throw new Error(`${words}: ${range}`);
  return range;
}

test.each([
  ['today', 'hour'],
  ['2026-10-25', 'hour'],
  ['last 24 hours', 'hour'],
  ['last 2 days', 'day'],
  ['last 62 days', 'day'],
  ['last 63 days', 'month'],
  ['last year', 'month'],
])('%s is shown by %s', (words, distribution) => {
  expect(chooseDistribution(at(words))).toBe(distribution);
});

test('31 days by hour are shown, also when a clock change makes them longer; 32 are not', () => {
  const november = contextAt('2026-11-05T10:00:00+01:00', 'Europe/Warsaw');
  expect(hasTooManyHours('hour', at('october', november))).toBe(false);
  expect(hasTooManyHours('hour', at('last 32 days', november))).toBe(true);
  expect(hasTooManyHours('day', at('last year', november))).toBe(false);
});
