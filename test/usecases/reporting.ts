import type { Chart } from '../../src/charts/chart.ts';
import { REPORTS } from '../../src/reports/index.ts';
import type { ReportsApi } from '../../src/reports/report.ts';
import type { WorkspacePreferences } from '../../src/usecases/ports.ts';
import { createReporter } from '../../src/usecases/reporter.ts';
import { keptInMemory } from './kept.ts';

/** A reporter over an API, with the charts that it had drawn and what was recorded as faults. */
export function reporterOver(api: ReportsApi, workspace: Partial<WorkspacePreferences> = {}) {
  const charts: Chart[] = [];
  const faults: string[] = [];
  const reporter = createReporter({
    reports: REPORTS,
    api,
    pictures: {
      async publish(chart) {
        charts.push(chart);
        return { slackFile: 'F1' };
      },
    },
    preferences: keptInMemory({ workspace }).store.preferences,
    faults: { record: (_, doing) => `ref${faults.push(doing)}` },
  });
  return { reporter, charts, faults };
}
