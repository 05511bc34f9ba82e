import { describe, expect, test } from '@jest/globals';
import type { Chart } from '../../src/charts/chart.ts';
import { DARK_PAPER } from '../../src/charts/theme.ts';
import { REPORTS } from '../../src/reports/index.ts';
import type { ChartStyle, PreferencesStore } from '../../src/usecases/ports.ts';
import { createReporter } from '../../src/usecases/reporter.ts';
import { apiThatSends, WEEK } from '../reports/given.ts';
import { keptInMemory } from './kept.ts';

const ANSWER = JSON.stringify({ records: { '2026-11-09': { refund: 3, vip: 2 }, '2026-11-10': { refund: 1, vip: 2 } } });
const QUESTION = { report: 'tags', range: 'last week', distribution: null, filters: {} } as const;

async function drawnFor(preferences: Pick<PreferencesStore, 'ofWorkspace'>) {
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
  const asked = { question: QUESTION, range: WEEK, distribution: 'day', notes: [] } as const;
  const making = { isPublic: false, pictureMs: 60_000, signal: new AbortController().signal };
  const { picture } = await reporter.report(asked, { workspace: 'T1', weekStart: 'monday' }, making);
  return { picture: picture.state, papers: charts.map(({ background }) => background ?? 'white'), faults };
}

describe('a chart', () => {
  test.each<{ chartStyle: ChartStyle; picture: string; papers: string[] }>([
    { chartStyle: 'light', picture: 'shown', papers: ['white'] },
    { chartStyle: 'dark', picture: 'shown', papers: [DARK_PAPER] },
    { chartStyle: 'none', picture: 'unwanted', papers: [] },
  ])('is drawn as the workspace wants: $chartStyle', async ({ chartStyle, picture, papers }) => {
    expect(await drawnFor(keptInMemory({ workspace: { chartStyle } }).store.preferences)).toEqual({ picture, papers, faults: [] });
  });

  test('is drawn as usual where nobody knows what the workspace wants', async () => {
    const preferences = { ofWorkspace: () => Promise.reject(new Error('the disk is gone')) };
    expect(await drawnFor(preferences)).toEqual({ picture: 'shown', papers: ['white'], faults: ['reading the chart style'] });
  });
});
