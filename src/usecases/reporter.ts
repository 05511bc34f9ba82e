import type { Chart } from '../charts/chart.ts';
import { inDark } from '../charts/theme.ts';
import type { Asked, Context } from '../language/question.ts';
import type { ReportQuery } from '../model/query.ts';
import type { Answer, ShownPicture } from '../presentation/report-message.ts';
import type { Report } from '../reports/report.ts';
import { drawInTime } from './draw-in-time.ts';
import type { Audience, ChartStyle, FaultLog, Pictures, PreferencesStore, ReportsApi } from './ports.ts';

export interface ReporterDeps {
  readonly reports: readonly Report[];
  readonly api: ReportsApi;
  readonly pictures: Pictures;
  readonly preferences: Pick<PreferencesStore, 'ofWorkspace'>;
  readonly faults: FaultLog;
}

/** For whom a report is made. */
export interface Reader extends Pick<Context, 'weekStart'> {
  readonly workspace: string;
}

export interface Making extends Pick<Audience, 'isPublic'> {
  /** How long the picture is waited for, in milliseconds. */
  readonly pictureMs: number;
  readonly signal: AbortSignal;
}

/** The one path from a question to what is said about it, whichever door it came in by. */
export interface Reporter {
  /** Rejects with a UserError for what a person can mend, a ServiceError when LiveChat does not answer. */
  report(asked: Asked, reader: Reader, making: Making): Promise<Omit<Answer, 'suggestions'>>;
}

/** What a workspace's choice makes of a chart. */
const STYLES: Record<Exclude<ChartStyle, 'none'>, (chart: Chart) => Chart> = { light: (chart) => chart, dark: inDark };

export function createReporter({ reports, api, pictures, preferences, faults }: ReporterDeps): Reporter {
  async function styleOf(workspace: string): Promise<ChartStyle> {
    try {
      return (await preferences.ofWorkspace(workspace)).chartStyle;
    } catch (error) {
      // A picture in the usual style is better than none.
      faults.record(error, 'reading the chart style');
      return 'light';
    }
  }

  async function pictureOf(chart: Chart | null, workspace: string, { isPublic, pictureMs, signal }: Making): Promise<ShownPicture> {
    const style = await styleOf(workspace);
    if (style === 'none') return { state: 'unwanted' };
    return drawInTime(chart && STYLES[style](chart), { pictures, faults, pictureMs, audience: { workspace, isPublic } }, signal);
  }

  return {
    async report({ question, range, distribution, notes }, { workspace, weekStart }, making) {
      const report = reports.find(({ name }) => name === question.report);
      if (!report) throw new Error(`The language knows a report that the catalogue does not: ${question.report}`);
      const query: ReportQuery = { range, distribution, filters: question.filters, weekStart };
      const found = await report.ask(api, query, making.signal);
      return {
        title: report.title,
        query,
        sentence: report.sentence(found, query),
        result: { ...found, asOf: found.source.asOf, partial: range.partial },
        picture: await pictureOf(report.chart(found, query), workspace, making),
        source: found.source,
        notes,
      };
    },
  };
}
