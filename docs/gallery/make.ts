/**
 * Writes the gallery: `npx tsx docs/gallery/make.ts`. Every case is asked in words, answered from made-up numbers, and drawn as the bot does,
 * but at half of the size. A folder named behind the command gets the pictures in full size instead, and nothing else is written.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chart } from '../../src/charts/chart.ts';
import { inDark } from '../../src/charts/theme.ts';
import { draw } from '../../src/images/embedded/draw.ts';
import { createFonts } from '../../src/images/embedded/fonts.ts';
import { pictureRequest } from '../../src/images/quickchart.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { ReportQuery } from '../../src/model/query.ts';
import type { Baseline } from '../../src/model/result.ts';
import type { Message } from '../../src/presentation/message.ts';
import { reportMessage, type ShownPicture } from '../../src/presentation/report-message.ts';
import { createCalendar } from '../../src/reports/buckets/calendar.ts';
import { REPORTS } from '../../src/reports/index.ts';
import type { Report, ReportsApi } from '../../src/reports/report.ts';
import { type Bucket, CASES, type Case } from './cases.ts';

/** Wednesday 18 November 2026, 14:24 in Warsaw. */
const NOW = Date.UTC(2026, 10, 18, 13, 24);
const CONTEXT = { now: NOW, zone: 'Europe/Warsaw', weekStart: 'monday', locale: 'en-US' } as const;

const language = createLanguage(REPORTS);
const fonts = createFonts();

function apiOf({ bucket }: Case): ReportsApi {
  return {
    version: async () => '3.6',
    fetch: async (method, query) => {
      const rows = createCalendar({ ...query, weekStart: CONTEXT.weekStart }).rows;
      const records = Object.fromEntries(
        rows.flatMap(({ key }, index): [string, Bucket][] => {
          const found = bucket(key, index + (query.range.start % 97), query);
          return found ? [[key, found]] : [];
        }),
      );
      const counts = Object.values(records).map(({ count, ...others }) => count ?? Math.max(0, ...Object.values(others)) * 1.4);
      const total = Math.round(counts.reduce((sum, one) => sum + one, 0));
      return {
        wire: method.join([method.decode.parse({ total, records })]),
        source: { version: '3.6', path: method.path, calls: 1, asOf: NOW },
      };
    },
  };
}

interface Made {
  readonly chart: Chart | null;
  readonly message: Message;
}

async function make(one: Case): Promise<Made> {
  const asked = language.understand(one.words, CONTEXT);
  if (asked.kind !== 'question') throw new Error(`“${one.words}” is no question.`);
  const { question, range, distribution } = asked;
  const report = REPORTS.find(({ name }) => name === question.report);
  if (!report) throw new Error(`There is no report ${question.report}.`);
  const query: ReportQuery = { range, distribution, filters: question.filters, weekStart: CONTEXT.weekStart };
  const { source, ...found } = await report.ask(apiOf(one), query);
  const baseline = asked.baseline && (await baselineOf(report, one, { ...query, range: asked.baseline }));
  const chart = report.chart(found, query, { baseline, kind: one.kind });
  const picture: ShownPicture = chart ? { state: 'shown', picture: { slackFile: 'F0GALLERY' } } : { state: 'none' };
  const message = reportMessage({
    title: report.title,
    query: { ...query, ...(baseline && { baseline: baseline.range }) },
    sentence: report.sentence(found, query),
    result: { ...found, ...(baseline && { baseline }), asOf: NOW, partial: range.partial },
    picture,
    source,
    notes: asked.notes,
    suggestions: [],
  });
  return { chart: chart && one.isDark ? inDark(chart) : chart, message };
}

async function baselineOf(report: Report, one: Case, query: ReportQuery): Promise<Baseline> {
  const { headline, table } = await report.ask(apiOf(one), query);
  return { range: query.range, headline, table };
}

function page(drawn: ReadonlyMap<string, boolean>): string {
  const entries = CASES.map(({ name, shows, words, kind, isDark }) =>
    [
      `## ${name}`,
      `${shows}. \`/livechat ${words}\`${kind ? `, as ${kind}` : ''}${isDark ? ', on dark paper' : ''} ([what Slack gets](${name}.json))`,
      ...(drawn.get(name) ? [`![${shows}](${name}.png)`] : []),
    ].join('\n\n'),
  );
  return `${['# Gallery', 'Every report in every shape of its numbers, as Slack gets it and as it is drawn. Written by `npx tsx docs/gallery/make.ts`; the numbers are made up.', ...entries].join('\n\n')}\n`;
}

const [folder] = process.argv.slice(2);
const drawn = new Map<string, boolean>();
for (const one of CASES) {
  const { chart, message } = await make(one);
  const ratio = folder === undefined ? 1 : 2;
  drawn.set(one.name, chart !== null);
  if (chart) {
    const png = await draw({ ...pictureRequest(chart), devicePixelRatio: ratio }, fonts);
    await writeFile(join(folder ?? import.meta.dirname, `${one.name}.png`), png);
  }
  if (folder === undefined) await writeFile(join(import.meta.dirname, `${one.name}.json`), `${JSON.stringify(message, null, 2)}\n`);
}
if (folder === undefined) await writeFile(join(import.meta.dirname, 'README.md'), page(drawn));
