import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/presentation/report-message.ts';
import { answerRow, type Rowing } from '../../src/usecases/answer-row.ts';
import { keeping, language } from './behind.ts';
import { ASKER, NOW } from './kept.ts';

function bench(given: { readonly isBroken?: boolean } = {}) {
  const { deps, faults } = keeping(given);
  const row = async (words: string, rest: Partial<Rowing> = {}, charts: Answer['charts'] = undefined) => {
    const asked = language.understand(words, { ...ASKER, now: NOW });
    if (asked.kind !== 'question') throw new Error(`Not a question: ${words}`);
    const answer = charts ? { charts } : {};
    const rowing = { asked, answer, workspace: 'T1', context: { ...ASKER, now: NOW }, asker: ASKER, isPublic: false, ...rest };
    const { row: presses = [], menu = [] } = await answerRow(deps, rowing);
    const behind = (label: string) => presses.find((press) => press.label === label)?.words;
    return { labels: presses.map(({ label }) => label), menu: menu.map(({ label, words }) => `${label}: ${words}`), behind };
  };
  return { deps, faults, row };
}

const TAGGED = { report: 'duration', range: 'last week', distribution: null, filters: {} };

describe('the row of an answer', () => {
  const ALL = ['Change…', 'Compare', 'CSV', 'Post to channel…', 'Repeat this…'];

  test.each<[string, string, Partial<Rowing>, string[]]>([
    ['in direct messages asks for a channel', 'tags last week', {}, ALL],
    [
      'in a channel posts there',
      'tags last week',
      { asker: { ...ASKER, channel: 'C1' } },
      ['Change…', 'Compare', 'CSV', 'Post to channel', 'Repeat this…'],
    ],
    [
      'where everybody sees it already posts nothing',
      'tags last week',
      { asker: { ...ASKER, channel: 'C1' }, isPublic: true },
      ['Change…', 'Compare', 'CSV', 'Repeat this…'],
    ],
    ['offers a guest nothing that would be refused', 'tags last week', { asker: { ...ASKER, isGuest: true } }, ALL.slice(0, 3)],
    ['of a schedule is for readers', 'tags last week', { asker: null, isPublic: true }, ALL.slice(0, 3)],
    ['does not send a CSV again', 'tags last week as csv', {}, ['Change…', 'Compare', 'Post to channel…', 'Repeat this…']],
    [
      'compares with a year ago what is compared already',
      'tags last week vs the week before',
      {},
      ['Change…', 'Same time last year', 'CSV', 'Post to channel…', 'Repeat this…'],
    ],
    ['compares nothing twice', 'tags last week yoy', {}, ['Change…', 'CSV', 'Post to channel…', 'Repeat this…']],
  ])('%s', async (_, words, rest, labels) => {
    expect((await bench().row(words, rest)).labels).toEqual(labels);
  });

  test('keeps what it asks and the moment that it is about, the file left out of what goes on', async () => {
    const { behind } = await bench().row('tags last week by day as csv', { asker: { ...ASKER, channel: 'C1' } });
    expect(['Change…', 'Compare', 'Post to channel', 'Repeat this…'].map(behind)).toEqual([
      'tags_last_week_by_day.mwm5f11c',
      'question tags_last_week_vs_the_week_before_by_day.mwm5f11c',
      'post-to C1 tags_last_week_by_day.mwm5f11c',
      'tags last week by day',
    ]);
  });

  test.each([
    ['tags last week', 'the week before'],
    ['tags last month', 'the month before'],
    ['tags yesterday 9 to 12', expect.any(String)],
    ['tags last 30 days', 'the 30 days before'],
  ])('compares %s by words that can be said', async (words, compare) => {
    const { deps, row } = bench();
    const [id = ''] = (await row(words)).behind('Compare')?.split(' ')[1]?.split('.') ?? [];
    const question = await deps.questions.find('T1', id);
    const again = question && language.understand(language.say(question), { ...ASKER, now: NOW });
    expect([question?.compare, again?.kind === 'question' && again.baseline !== undefined]).toEqual([compare, true]);
  });

  test('compares names as they are spelt', async () => {
    const { deps } = bench();
    const asked = language.resolve({ ...TAGGED, filters: { tags: ['a  b\u202e'] } }, { ...ASKER, now: NOW });
    const rowing = { asked, answer: {}, workspace: 'T1', context: { ...ASKER, now: NOW }, asker: null, isPublic: true };
    const kept: unknown[] = [];
    const keep: typeof deps.questions.keep = async (_, questions) => questions.map((question) => String(kept.push(question)));
    await answerRow({ ...deps, questions: { ...deps.questions, keep } }, rowing);
    expect(kept.at(-1)).toEqual({ ...TAGGED, filters: { tags: ['a  b\u202e'] }, compare: 'the week before' });
  });

  test('has other charts, LiveChat and the end of it in the menu', async () => {
    const { menu } = await bench().row('tags last week', {}, { kind: 'stacked-bar', others: ['bar', 'line', 'pie', 'heatmap'] });
    expect(menu).toEqual([
      expect.stringMatching(/^As a bar chart: question /),
      expect.stringMatching(/^As a line chart: question /),
      expect.stringMatching(/^As a pie chart: question /),
      'Open in LiveChat: page',
      'Delete this answer: delete-answer U1',
    ]);
  });

  test('works by words where nothing can be kept', async () => {
    const { row, faults } = bench({ isBroken: true });
    const { labels, behind } = await row('tags last week');
    expect([labels, labels.map(behind), faults]).toEqual([
      ALL,
      ['tags last week', 'tags last week vs the week before', 'send-csv tags last week', 'tags last week', 'tags last week'],
      ['keeping the questions behind buttons'],
    ]);
  });
});
