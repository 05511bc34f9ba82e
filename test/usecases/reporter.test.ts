import { describe, expect, test } from '@jest/globals';
import type { Chart } from '../../src/charts/chart.ts';
import { DARK_PAPER } from '../../src/charts/theme.ts';
import type { Show } from '../../src/language/options.ts';
import type { Question } from '../../src/language/question.ts';
import type { Directory } from '../../src/model/directory.ts';
import type { Filters } from '../../src/model/query.ts';
import type { Answer } from '../../src/presentation/report-message.ts';
import { REPORTS } from '../../src/reports/index.ts';
import type { ChartStyle, PreferencesStore } from '../../src/usecases/ports.ts';
import { createReporter } from '../../src/usecases/reporter.ts';
import { apiThatSends, range, WEEK } from '../reports/given.ts';
import { keptInMemory } from './kept.ts';
import { reporterOver } from './reporting.ts';

const ANSWER = JSON.stringify({ records: { '2026-11-09': { refund: 3, vip: 2 }, '2026-11-10': { refund: 1, vip: 2 } } });
const MONTH = JSON.stringify({ records: { '2026-10-09': { refund: 3, vip: 2 } } });
const QUESTION = { report: 'tags', range: 'last week', distribution: null, filters: {} } as const;

async function drawnFor(preferences: Pick<PreferencesStore, 'ofWorkspace'>, show?: Show) {
  const charts: Chart[] = [];
  const faults: string[] = [];
  const reporter = createReporter({
    reports: REPORTS,
    api: apiThatSends('3.6', ANSWER),
    pictures: {
      async publish(chart) {
        charts.push(chart);
        return { slackFile: 'F1' };
      },
    },
    preferences,
    faults: { record: (_, doing) => `ref${faults.push(doing)}` },
  });
  const asked = { question: { ...QUESTION, ...(show && { show }) }, range: WEEK, distribution: 'day', notes: [] } as const;
  const making = { isPublic: false, pictureMs: 60_000, signal: new AbortController().signal };
  const { picture } = await reporter.report(asked, { workspace: 'T1', weekStart: 'monday' }, making);
  return { picture: picture.state, papers: charts.map(({ background }) => background ?? 'white'), faults };
}

describe('a chart', () => {
  test.each<{ chartStyle: ChartStyle; picture: string; papers: string[] }>([
    { chartStyle: 'light', picture: 'shown', papers: ['white'] },
    { chartStyle: 'dark', picture: 'shown', papers: [DARK_PAPER] },
    { chartStyle: 'native', picture: 'native', papers: [] },
    { chartStyle: 'none', picture: 'unwanted', papers: [] },
  ])('is drawn as the workspace wants: $chartStyle', async ({ chartStyle, picture, papers }) => {
    expect(await drawnFor(keptInMemory({ workspace: { chartStyle } }).store.preferences)).toEqual({ picture, papers, faults: [] });
  });

  test.each<[string, string, string[]]>([
    ['fits', ANSWER, ['native', 'shown', 'white']],
    ['does not fit', MONTH, ['shown', 'white']],
  ])('that %s is a picture as well where Slack draws: only where it is needed', async (_what, sent, became) => {
    const { reporter, charts } = reporterOver(apiThatSends('3.6', sent), { chartStyle: 'native' });
    const asked = {
      question: QUESTION,
      range: sent === ANSWER ? WEEK : range('2026-10-01T00:00', '2026-11-01T00:00'),
      distribution: 'day',
      notes: [],
    } as const;
    const making = { isPublic: false, pictureMs: 60_000, signal: new AbortController().signal };
    const { picture, isNative } = await reporter.report(asked, { workspace: 'T1', weekStart: 'monday' }, making);
    const later = picture.state === 'native' ? [(await picture.drawn()).state] : [];
    expect([isNative, picture.state, ...later, ...charts.map(({ background }) => background ?? 'white')]).toEqual([true, ...became]);
  });

  test.each<[Partial<Question>, Pick<Answer, 'charts' | 'notes'>]>([
    [{}, { charts: { kind: 'stacked-bar', others: ['bar', 'line', 'pie'] }, notes: [] }],
    [{ chart: 'pie' }, { charts: { kind: 'pie', others: ['stacked-bar', 'bar', 'line'] }, notes: [] }],
    [
      { chart: 'heatmap' },
      {
        charts: { kind: 'stacked-bar', others: ['bar', 'line', 'pie'] },
        notes: ['A heatmap needs the hours of 2 to 31 days, so this is a stacked bar chart.'],
      },
    ],
    [{ show: 'table' }, { notes: [] }],
  ])('is of the kind that was asked for, or says why not: %j', async (form, told) => {
    const { reporter } = reporterOver(apiThatSends('3.6', ANSWER));
    const asked = { question: { ...QUESTION, ...form }, range: WEEK, distribution: 'day', notes: [] } as const;
    const making = { isPublic: false, pictureMs: 60_000, signal: new AbortController().signal };
    const { charts, notes } = await reporter.report(asked, { workspace: 'T1', weekStart: 'monday' }, making);
    expect({ ...(charts && { charts }), notes }).toEqual(told);
  });

  test('is drawn as usual where nobody knows what the workspace wants', async () => {
    const preferences = { ofWorkspace: () => Promise.reject(new Error('the disk is gone')) };
    expect(await drawnFor(preferences)).toEqual({ picture: 'shown', papers: ['white'], faults: ['reading the chart style'] });
  });
});

test.each([
  ['table', 0],
  ['csv', 0],
  ['chart', 1],
] as const)('as %s, %d pictures are drawn', async (show, drawn) => {
  expect((await drawnFor(keptInMemory().store.preferences, show)).papers).toHaveLength(drawn);
});

describe('names', () => {
  const reported = async (filters: Filters, directory: Directory) => {
    const learnt: string[] = [];
    let asked = 0;
    const reporter = createReporter({
      reports: REPORTS,
      api: apiThatSends('3.6', ANSWER),
      pictures: { publish: async () => ({ slackFile: 'F1' }) },
      preferences: keptInMemory({ workspace: { chartStyle: 'none' } }).store.preferences,
      faults: { record: () => 'ref' },
      names: {
        async soon() {
          asked += 1;
          return directory;
        },
        learn: (tags) => learnt.push(...tags),
      },
    });
    const question = { question: { ...QUESTION, filters }, range: WEEK, distribution: 'day', notes: [] } as const;
    const making = { isPublic: false, pictureMs: 60_000, signal: new AbortController().signal };
    const { directory: told, notes } = await reporter.report(question, { workspace: 'T1', weekStart: 'monday' }, making);
    return { told, notes, asked, learnt: learnt.sort() };
  };
  const directory: Directory = { agents: 'forbidden', groups: [{ id: 1, name: 'Billing' }], tags: [] };

  test('are looked up where agents, groups or tags are asked for, and tags that chats carry are learnt', async () => {
    expect([
      await reported({}, directory),
      await reported({ groups: [1] }, directory),
      await reported({ tags: ['typo'] }, directory),
    ]).toEqual([
      { told: undefined, notes: [], asked: 0, learnt: ['refund', 'vip'] },
      { told: directory, notes: [], asked: 1, learnt: ['refund', 'vip'] },
      { told: directory, notes: [], asked: 1, learnt: [] },
    ]);
  });

  test('that did not come in time are said to be missing', async () => {
    const late: Directory = { ...directory, groups: 'unavailable' };
    expect((await reported({ groups: [1] }, late)).notes).toEqual([
      'LiveChat did not tell the names in time, so agents and groups are shown as they are filtered by.',
    ]);
  });
});
