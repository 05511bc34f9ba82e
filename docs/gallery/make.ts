/**
 * Writes the gallery: `npx tsx docs/gallery/make.ts`. Every case is asked in words, answered from made-up numbers by the use case that answers
 * people, and drawn as the bot does, but at half of the size. A folder named behind the command gets the pictures in full size instead, and
 * nothing else is written.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chart } from '../../src/charts/chart.ts';
import { CHARTS } from '../../src/charts/index.ts';
import { draw } from '../../src/images/embedded/draw.ts';
import { createFonts } from '../../src/images/embedded/fonts.ts';
import { pictureRequest } from '../../src/images/quickchart.ts';
import { createLanguage } from '../../src/language/index.ts';
import type { Message } from '../../src/presentation/message.ts';
import { createCalendar } from '../../src/reports/buckets/calendar.ts';
import { REPORTS } from '../../src/reports/index.ts';
import type { ReportsApi } from '../../src/reports/report.ts';
import { createAnswerQuestion } from '../../src/usecases/answer-question.ts';
import type { Asker, FaultLog } from '../../src/usecases/ports.ts';
import { createReporter } from '../../src/usecases/reporter.ts';
import { type Bucket, CASES, type Case } from './cases.ts';

/** Wednesday 18 November 2026, 14:24 in Warsaw. */
const NOW = Date.UTC(2026, 10, 18, 13, 24);
const ASKER: Asker = {
  workspace: 'T1',
  person: 'U1',
  channel: 'C1',
  name: 'maya',
  isAdmin: true,
  isGuest: false,
  zone: 'Europe/Warsaw',
  weekStart: 'monday',
  isWeekStartSaid: true,
  locale: 'en-US',
};
const PREFERENCES = { zone: null, weekStart: null, yearStart: 1, schedulers: 'everyone', installer: null, refusedSince: null } as const;
/** Longer than any of it takes. */
const PATIENCE_MS = 60_000;

const language = createLanguage(REPORTS, CHARTS);
const fonts = createFonts();
const clock = () => NOW;

/** Nothing goes wrong in a gallery. */
const faults: FaultLog = {
  record(error) {
    throw error;
  },
};

function apiOf({ bucket }: Case): ReportsApi {
  return {
    version: async () => '3.6',
    fetch: async (method, query) => {
      const rows = createCalendar({ ...query, weekStart: ASKER.weekStart }).rows;
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
  /** null: there is nothing to draw, or Slack draws it. */
  readonly chart: Chart | null;
  readonly message: Message;
}

async function make(one: Case): Promise<Made> {
  const published: Chart[] = [];
  const reporter = createReporter({
    reports: REPORTS,
    api: apiOf(one),
    pictures: {
      async publish(chart) {
        published.push(chart);
        return { slackFile: 'F0GALLERY' };
      },
    },
    preferences: { ofWorkspace: async () => ({ ...PREFERENCES, chartStyle: one.style ?? 'light' }) },
    faults,
  });
  const { asked } = createAnswerQuestion({
    language,
    reports: REPORTS,
    reporter,
    messengers: () => null,
    questions: { keep: async (_, questions) => questions.map((_, index) => `q${index}`), find: async () => null, forget: async () => 0 },
    faults,
    clock,
    pictureMs: PATIENCE_MS,
  });
  const understood = language.understand(one.words, { ...ASKER, now: NOW });
  if (understood.kind !== 'question') throw new Error(`“${one.words}” is no question.`);
  const { plainer: _, ...message } = await asked(understood, ASKER, new AbortController().signal);
  return { chart: published[0] ?? null, message };
}

const STYLES = { dark: ', on dark paper', native: ', with Slack’s own charts and tables' } as const;

function page(drawn: ReadonlyMap<string, boolean>): string {
  const entries = CASES.map(({ name, shows, words, style }) =>
    [
      `## ${name}`,
      `${shows}. \`/livechat ${words}\`${style ? STYLES[style] : ''} ([what Slack gets](${name}.json))`,
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
