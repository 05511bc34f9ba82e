import { describe, expect, test } from '@jest/globals';
import { findComparison } from '../../src/language/comparison.ts';
import { momentOf } from '../../src/language/date-range/format.ts';
import { CONTEXT } from './context.ts';

const find = (text: string) => findComparison(text, momentOf(CONTEXT));

/** What was found, and what is left around it. */
function inShort(text: string): readonly [string, string] | null {
  const found = find(text);
  return found && [found.value, `${text.slice(0, found.index)}|${text.slice(found.index + found.length)}`];
}

test('a comparison is found with its place', () => {
  expect(find('last week vs the week before by day')).toEqual({ value: 'the week before', index: 10, length: 18 });
});

describe('what a range is compared with', () => {
  test.each([
    ['last week vs last month', 'last month', 'last week |'],
    ['last week vs. last month', 'last month', 'last week |'],
    ['last week versus last month', 'last month', 'last week |'],
    ['last week compared to last month', 'last month', 'last week |'],
    ['last week compared with last month', 'last month', 'last week |'],
    ['last week as compared against last month', 'last month', 'last week |'],
    ['last week in comparison to last month', 'last month', 'last week |'],
    ['last week against last month', 'last month', 'last week |'],
    ['last week relative to last month', 'last month', 'last week |'],
    ['vs last week', 'last week', '|'],
    ['october vs september 2025 by day', 'september 2025', 'october | by day'],
    ['last week vs previous', 'previous', 'last week |'],
    ['last week vs the previous period', 'the previous period', 'last week |'],
    ['last week vs the previous week by day', 'the previous week', 'last week | by day'],
    ['last 7 days vs previous 7 days', 'previous 7 days', 'last 7 days |'],
    ['yesterday vs prev monday', 'prev monday', 'yesterday |'],
    ['last week vs previous one by day', 'previous one', 'last week | by day'],
    ['last week vs the same week last year', 'the same week last year', 'last week |'],
    ['last week vs same period a year ago', 'same period a year ago', 'last week |'],
    ['compare march with april', 'april', 'compare march |'],
    ['compare this week and last week', 'last week', 'compare this week |'],
    ['last week wow', 'the week before', 'last week |'],
    ['last month month-over-month', 'the month before', 'last month |'],
    ['Q3 QoQ', 'the quarter before', 'Q3 |'],
    ['last week YoY, please', 'same period last year', 'last week |, please'],
  ])('%s', (text, value, around) => {
    expect(inShort(text)).toEqual([value, around]);
  });

  test.each([
    'last week',
    'this week and last week',
    'against the odds',
    'vs flibber',
    'vs',
    'last week with vip',
    'wowed',
    'compare tags',
    'a to b',
  ])('nothing is in “%s”', (text) => {
    expect(find(text)).toBeNull();
  });
});
