import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../src/language/question.ts';
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
    ['words that do not come back are those that were there', { words: null }, 'question tags_last_week_by_day'],
    ['a report', { words: 'tags last week', report: 'duration' }, 'question duration_last_week'],
    ['a report that knows fewer filters', { words: 'duration last week tag:vip', report: 'tags' }, 'question tags_last_week_tag:vip'],
    [
      'a time, whose split is left where it does not suit',
      { words: 'tags yesterday by hour', range: 'last month' },
      'question tags_last_month_by_hour',
    ],
    ['a split', { words: 'tags last week', split: 'weekday' }, 'question tags_last_week_by_weekday'],
    ['no comparison', { words: 'tags last week yoy', compare: 'nothing' }, 'question tags_last_week'],
    [
      'another comparison, of the range that was chosen',
      { words: 'tags today yoy', range: 'last month', compare: 'the time before' },
      'question tags_last_month_vs_the_month_before',
    ],
    ['the year before', { words: 'tags last week', compare: 'the same last year' }, 'question tags_last_week_vs_same_period_last_year'],
    ['what is usual', { words: 'tags yesterday', compare: 'the usual' }, 'question tags_yesterday_vs_usual'],
    ['a table', { words: 'tags last week', shown: 'table' }, 'question tags_last_week_as_table'],
    ['a chart, by the split that it needs', { words: 'tags last week by day', shown: 'heatmap' }, 'question tags_last_week_as_heatmap'],
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

  test.each<[string, Readonly<Record<string, string | null>>, Partial<Question>]>([
    ['as it was shown', { words: 'duration last week tag:"a b"' }, {}],
    ['as it was shown, with another time', { words: 'duration last week tag:"a b"', range: 'yesterday' }, { range: 'yesterday' }],
    [
      'with another word',
      { words: 'duration this week tag:"a b"', split: 'day' },
      { range: 'this week', distribution: 'day', filters: { tags: ['a b'] } },
    ],
  ])('keeps the spelling of a name in a question %s', async (_, values, changed) => {
    const odd: Question = { report: 'duration', range: 'last week', distribution: null, filters: { tags: ['a \n b\u202e'] } };
    const { deps } = keeping();
    const kept: Question[] = [];
    const questions: typeof deps.questions = {
      ...deps.questions,
      keep: async (_workspace, asked) => asked.map((question) => String(kept.push(question))),
      find: async () => odd,
    };
    await createChangeForm({ ...deps, questions, reports: REPORTS }).submit(filled(values), 'k7m2', ASKER);
    expect(kept).toEqual([{ ...odd, ...changed }]);
  });

  test('of a question that is kept no more says so', async () => {
    await expect(createChangeForm({ ...keeping().deps, reports: REPORTS }).open('k7m2', ASKER)).rejects.toThrow('I have forgotten');
  });
});
