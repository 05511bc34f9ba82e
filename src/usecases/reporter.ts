import type { Chart } from '../charts/chart.ts';
import { insteadOf } from '../charts/index.ts';
import { inDark } from '../charts/theme.ts';
import { findingsIn } from '../insights/findings/index.ts';
import type { Asked, Context, Question } from '../language/question.ts';
import type { Directory } from '../model/directory.ts';
import type { Filters, ReportQuery } from '../model/query.ts';
import type { Table } from '../model/result.ts';
import { unlessAborted } from '../model/unless-aborted.ts';
import { nativeChart } from '../presentation/native-chart.ts';
import type { Answer, ShownPicture } from '../presentation/report-message.ts';
import type { Report } from '../reports/report.ts';
import { type AskedBaseline, askBaseline, compareWith, quietBaseline } from './baseline.ts';
import type { KnownNames } from './directory.ts';
import { drawInTime } from './draw-in-time.ts';
import type { Audience, ChartStyle, FaultLog, Pictures, PreferencesStore, ReportsApi } from './ports.ts';

export interface ReporterDeps {
  readonly reports: readonly Report[];
  readonly api: ReportsApi;
  readonly pictures: Pick<Pictures, 'publish'>;
  readonly preferences: Pick<PreferencesStore, 'ofWorkspace'>;
  readonly faults: FaultLog;
  /** Absent: agents and groups are shown by their ids. */
  readonly names?: Pick<KnownNames, 'soon' | 'learn'>;
}

/** For whom a report is made. */
export interface Reader extends Pick<Context, 'weekStart'> {
  readonly workspace: string;
}

export interface Making extends Pick<Audience, 'isPublic'> {
  /** How long the picture, and numbers to compare with that nobody asked for, are waited for, in milliseconds. */
  readonly pictureMs: number;
  readonly signal: AbortSignal;
}

/** The one path from a question to what is said about it, whichever door it came in by. */
export interface Reporter {
  /** Rejects with a UserError for what a person can mend, a ServiceError when LiveChat does not answer. */
  report(asked: Asked, reader: Reader, making: Making): Promise<Omit<Answer, 'suggestions'>>;
}

/** What a workspace's choice makes of a chart. */
const STYLES: Record<Exclude<ChartStyle, 'none'>, (chart: Chart) => Chart> = {
  light: (chart) => chart,
  dark: inDark,
  native: (chart) => chart,
};

export function createReporter({ reports, api, pictures, preferences, faults, names }: ReporterDeps): Reporter {
  async function styleOf(workspace: string): Promise<ChartStyle> {
    try {
      return (await preferences.ofWorkspace(workspace)).chartStyle;
    } catch (error) {
      // A picture in the usual style is better than none.
      faults.record(error, 'reading the chart style');
      return 'light';
    }
  }

  async function pictureOf(chart: Chart | null, { style, workspace, making }: Drawn): Promise<ShownPicture> {
    if (style === 'none') return { state: 'unwanted' };
    const { isPublic, pictureMs, signal } = making;
    const drawn = () =>
      drawInTime(chart && STYLES[style](chart), { pictures, faults, pictureMs, audience: { workspace, isPublic }, signal });
    const native = style === 'native' && chart ? nativeChart(chart) : null;
    return native ? { state: 'native', chart: native, drawn } : drawn();
  }

  /** Asked at the same time as the report, so that they are hardly waited for. */
  const namesFor = async ({ agents = [], groups = [], tags = [] }: Filters): Promise<Directory | undefined> =>
    agents.length + groups.length + tags.length > 0 ? names?.soon() : undefined;

  return {
    async report({ question, range, baseline, isUsual, before, distribution, notes }, { workspace, weekStart }, making) {
      const report = reports.find(({ name }) => name === question.report);
      if (!report) throw new Error(`The language knows a report that the catalogue does not: ${question.report}`);
      const query: ReportQuery = { range, ...(baseline && { baseline }), distribution, filters: question.filters, weekStart };
      const { signal } = making;
      const answered = report.ask(api, query, signal);
      const quietly = before && !baseline ? askBaseline(report, { api, query: { ...query, baseline: before }, signal }) : null;
      const [{ source, ...found }, asked, directory, style] = await Promise.all([
        answered,
        askBaseline(report, { api, query, isUsual, signal }),
        namesFor(question.filters),
        styleOf(workspace),
      ]);
      names?.learn(tagsIn(found.table, query));
      const { sentence: changes, caveats, drawn, ...compared } = compareWith(asked, { found, query, isUsual, faults });
      const chart = isDrawn(question) ? report.chart(found, query, { baseline: drawn ?? compared.baseline, kind: question.chart }) : null;
      const [picture, quiet] = await Promise.all([
        isDrawn(question) ? pictureOf(chart, { style, workspace, making }) : UNWANTED,
        quietly && inTime(quietly, making),
      ]);
      const known = quietBaseline(quiet, faults);
      // What is usual is no time of its own: a tag of which nobody uses any in the usual hour is not new.
      const beside = isUsual ? null : (compared.baseline ?? known);
      const evidence = { ...found, query, baseline: beside, isComparisonAsked: baseline !== undefined };
      return {
        title: report.title,
        query,
        sentence: [report.sentence(found, query), ...(changes === null ? [] : [changes])].join(' '),
        result: { ...found, ...compared, caveats: [...found.caveats, ...caveats], asOf: source.asOf, partial: range.partial },
        ...(known && { before: known }),
        findings: findingsIn(evidence),
        picture,
        ...chartsOf(chart, picture),
        ...(style === 'native' && { isNative: true }),
        ...(question.show && { show: question.show }),
        source,
        ...(directory && { directory }),
        notes: [
          ...notes,
          ...(chart && isSeen(picture) ? insteadOf(question.chart, chart.kind) : []),
          ...withoutNames(question.filters, directory),
        ],
      };
    },
  };
}

interface Drawn {
  readonly style: ChartStyle;
  readonly workspace: string;
  readonly making: Making;
}

const UNWANTED: ShownPicture = { state: 'unwanted' };

/** What is late comes to nothing here, and is known when it is asked for again. */
const inTime = (asked: Promise<AskedBaseline | null>, { pictureMs, signal }: Making): Promise<AskedBaseline | null> =>
  unlessAborted(asked, AbortSignal.any([signal, AbortSignal.timeout(pictureMs)])).catch(() => null);

/** A workspace without charts is not told how they could look. */
function chartsOf(chart: Chart | null, { state }: ShownPicture): Pick<Answer, 'charts'> {
  return chart && state !== 'unwanted' ? { charts: { kind: chart.kind, others: chart.others ?? [] } } : {};
}

const isSeen = ({ state }: ShownPicture): boolean => state === 'shown' || state === 'native';

const isDrawn = ({ show }: Question): boolean => show === undefined || show === 'chart';

/** Tags that chats carry; one that was asked for by name may be nobody's. */
function tagsIn({ columns }: Table, { filters }: ReportQuery): readonly string[] {
  return filters.tags ? [] : columns.filter(({ unit }) => unit === 'uses').map(({ key }) => key);
}

function withoutNames({ agents = [], groups = [] }: Filters, directory: Directory | undefined): readonly string[] {
  const isLate = (agents.length > 0 && directory?.agents === 'unavailable') || (groups.length > 0 && directory?.groups === 'unavailable');
  return isLate ? ['LiveChat did not tell the names in time, so agents and groups are shown as they are filtered by.'] : [];
}
