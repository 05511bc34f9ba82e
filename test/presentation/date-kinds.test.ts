import { describe, expect, test } from '@jest/globals';
import { DATE_EXAMPLES } from '../../src/language/index.ts';
import { dateKinds } from '../../src/presentation/date-kinds.ts';

describe('the kinds of dates', () => {
  test('each have a few phrases, from all over', () => {
    const weeks = ['this week', 'last week', 'last month', 'last year', 'this month', 'this year', 'previous quarter', 'week before last'];
    const others = ['today', 'last 7 days', '30d', '2 days ago', 'ytd', 'last 7 days so far', 'since 1 oct', 'month to date'];
    const named = ['October 2025', 'sept last year', 'Q3', '2026-10', '9 nov', '1-15 oct', '2026-11-01..2026-11-07', '2026-11-09'];
    expect(dateKinds([...weeks, ...others, ...named])).toEqual([
      { name: 'Days', phrases: ['today'] },
      { name: 'Weeks, months, years', phrases: ['this week', 'last month', 'this month', 'previous quarter'] },
      { name: 'Counted back', phrases: ['last 7 days', '30d', '2 days ago'] },
      { name: 'Up to now', phrases: ['ytd', 'last 7 days so far', 'since 1 oct', 'month to date'] },
      { name: 'By name or number', phrases: ['October 2025', 'sept last year', 'Q3', '2026-10'] },
      { name: 'Dates', phrases: ['9 nov', '2026-11-09'] },
      { name: 'From … to', phrases: ['1-15 oct', '2026-11-01..2026-11-07'] },
    ]);
  });

  test('are few lines of few phrases, whatever the language has', () => {
    const kinds = dateKinds(DATE_EXAMPLES);
    expect([kinds.length <= 7, kinds.every(({ phrases }) => phrases.length >= 1 && phrases.length <= 4)]).toEqual([true, true]);
  });
});
