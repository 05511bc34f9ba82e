import { expect, test } from '@jest/globals';
import { dateKinds } from '../../src/language/date-kinds.ts';
import { SHOWN_FORMATS } from '../../src/language/date-range/index.ts';
import { createLanguage } from '../../src/language/index.ts';
import { CONTEXT, inShort, TOPICS } from './context.ts';

const language = createLanguage(TOPICS);

test('every format is shown under its name, with what its words mean on that day', () => {
  const kinds = dateKinds(language, CONTEXT);
  const shown = new Set(kinds.flatMap(({ examples }) => examples.map(({ words }) => words)));
  const unshown = SHOWN_FORMATS.filter(({ examples }) => examples.length > 0 && !examples.some((words) => shown.has(words)));
  expect(unshown.map(({ examples }) => examples)).toEqual([]);
  expect(kinds.every(({ examples }) => examples.length >= 1 && examples.length <= 3)).toBe(true);
  const inWords = new Map(
    kinds.map(({ name, examples }) => [name, examples.map(({ words, range }) => `${words}: ${inShort(range)}`)] as const),
  );
  expect([inWords.get('This and last'), inWords.get('Weeks')]).toEqual([
    [
      'this week: 2026-11-16 2026-11-18T10:00 week so far',
      'last week: 2026-11-09 2026-11-16 week',
      'last month: 2026-10-01 2026-11-01 month',
    ],
    ['2026-W45: 2026-11-02 2026-11-09 week', 'week of 5 oct: 2026-10-05 2026-10-12 week', 'CW 45: 2026-11-02 2026-11-09 week'],
  ]);
});

test('comparisons are shown with both ranges', () => {
  const compared = dateKinds(language, CONTEXT).find(({ name }) => name === 'Compared with');
  expect(compared?.examples.map(({ words, range, baseline }) => [words, inShort(range), inShort(baseline ?? null)])).toEqual([
    ['last week vs the week before', '2026-11-09 2026-11-16 week', '2026-11-02 2026-11-09 week'],
    ['yesterday vs usual', '2026-11-17 2026-11-18 day', '2026-09-22 2026-11-17 day'],
    ['last month yoy', '2026-10-01 2026-11-01 month', '2025-10-01 2025-11-01 month'],
  ]);
});
