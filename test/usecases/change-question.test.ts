import { describe, expect, test } from '@jest/globals';
import { REPORTS } from '../../src/reports/index.ts';
import { createChangeForm } from '../../src/usecases/change-question.ts';
import type { FormValues } from '../../src/usecases/doors.ts';
import { keeping } from './behind.ts';
import { ASKER } from './kept.ts';

describe('the form that changes a question', () => {
  const NOTHING_CHOSEN = { report: 'as written', range: 'as written', split: 'as written', compare: 'as written', shown: 'as written' };
  const filled = (values: Readonly<Record<string, string | null>>): FormValues => new Map(Object.entries({ ...NOTHING_CHOSEN, ...values }));
  const submit = (values: Readonly<Record<string, string | null>>, behind = 'tags last week by day') =>
    createChangeForm({ ...keeping().deps, reports: REPORTS }).submit(filled(values), behind, ASKER);

  test.each<[string, Readonly<Record<string, string | null>>, string]>([
    ['words are asked as they are written', { words: ' Tags, last  week ' }, 'Tags, last  week'],
    ['words that do not come back are those that were there', { words: null }, 'tags last week by day'],
    ['a report', { words: 'tags last week', report: 'duration' }, 'duration last week'],
    ['a report that knows fewer filters', { words: 'duration last week tag:vip', report: 'tags' }, 'tags last week tag:vip'],
    [
      'a time, whose split is left where it does not suit',
      { words: 'tags yesterday by hour', range: 'last month' },
      'tags last month by hour',
    ],
    ['a split', { words: 'tags last week', split: 'weekday' }, 'tags last week by weekday'],
    ['no comparison', { words: 'tags last week yoy', compare: 'nothing' }, 'tags last week'],
    [
      'another comparison, of the range that was chosen',
      { words: 'tags today yoy', range: 'last month', compare: 'the time before' },
      'tags last month vs the month before',
    ],
    ['the year before', { words: 'tags last week', compare: 'the same last year' }, 'tags last week vs same period last year'],
    ['a table', { words: 'tags last week', shown: 'table' }, 'tags last week as table'],
    ['a chart, by the split that it needs', { words: 'tags last week by day', shown: 'heatmap' }, 'tags last week as heatmap'],
  ])('%s', async (_, values, words) => {
    expect(await submit(values)).toEqual({ words });
  });

  test.each<[string, Readonly<Record<string, string>>, unknown]>([
    [
      'words that mean nothing, with the nearest that do',
      { words: 'tags flibber' },
      { words: expect.stringMatching(/“flibber”.* For example: tags/) },
    ],
    ['words that ask nothing', { words: 'help' }, { words: 'I find no question in these words. For example: tags last week' }],
    ['a date that cannot be', { words: 'tags 31 february' }, { words: expect.stringContaining('31') }],
    [
      'a split with too many hours, at its own field',
      { words: 'tags last year', split: 'hour' },
      { split: expect.stringContaining('too many hours') },
    ],
  ])('refuses %s', async (_, values, errors) => {
    expect(await submit(values)).toEqual({ errors });
  });

  test('of a question that is kept no more says so', async () => {
    await expect(createChangeForm({ ...keeping().deps, reports: REPORTS }).open('k7m2', ASKER)).rejects.toThrow('I have forgotten');
  });
});
