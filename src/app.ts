import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import type { Config } from './config.ts';
import {
  byChartUrl,
  bySignedUrl,
  byUpload,
  createEmbeddedRenderer,
  createPictureStore,
  createPictures,
  createQuickChartServer,
  createSignedUrls,
  type Delivery,
  type SignedUrls,
} from './images/index.ts';
import { createLanguage, DATE_EXAMPLES } from './language/index.ts';
import { createReportsApi } from './livechat/client.ts';
import { createFaultLog, type Log } from './log.ts';
import { UserError } from './model/errors.ts';
import type { Clock } from './model/time.ts';
import { fetchingMessage } from './presentation/fetching-message.ts';
import { reportModal } from './presentation/report-modal.ts';
import { REPORTS } from './reports/index.ts';
import { createSlack, DEADLINES, type Deadlines, type Files } from './slack/index.ts';
import { createAnswer } from './usecases/answer.ts';
import { createConnectionWatch } from './usecases/connection.ts';
import { createHome } from './usecases/home.ts';
import type { Pictures } from './usecases/ports.ts';
import { createWebServer, type Route } from './web/server.ts';

/** What tests and the demo hand in instead of the real thing. */
export interface AppOptions {
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly deadlines?: Partial<Deadlines>;
  /** How long an answer waits for its picture, in milliseconds. */
  readonly pictureMs?: number;
  /** The compiled drawing thread. */
  readonly workerUrl?: URL;
}

export interface App {
  /** Connects to Slack and serves HTTP; resolves with the port. */
  start(): Promise<{ readonly port: number }>;
  /** Takes no more work, ends what runs, lets go of everything. */
  stop(): Promise<void>;
}

const COMMAND = '/livechat';
const PICTURE_MS = 3_000;

/** The composition root: the one place that knows all parts. */
export function createApp(config: Config, options: AppOptions): App {
  const { log, clock = Date.now, random = Math.random, deadlines, pictureMs = PICTURE_MS } = options;
  const faults = createFaultLog(log, random);
  const slack = createSlack({
    connection: config.slack,
    log,
    faults,
    clock,
    defaults: { zone: config.zone, weekStart: config.weekStart },
    deadlines: { ...DEADLINES, ...deadlines },
  });
  const drawing = createDrawing(config, { clock, files: slack.files, workerUrl: options.workerUrl });
  const { apiUrl: baseUrl, version, credentials } = config.liveChat;
  const api = createReportsApi({ baseUrl, version, credentials, clock, random, log });
  const language = createLanguage(REPORTS);
  const answer = createAnswer({
    language,
    reports: REPORTS,
    dateExamples: DATE_EXAMPLES,
    api,
    pictures: drawing.pictures,
    pictureMs,
    faults,
    clock,
    command: COMMAND,
  });
  const [first] = REPORTS;
  if (!first) throw new Error('There is no report.');
  const examples = REPORTS.flatMap((report) => report.examples.slice(0, 2));
  const home = createHome({
    connection: createConnectionWatch({ api, report: first, clock, zone: config.zone, faults }),
    zone: config.zone,
    favourites: examples.slice(0, 3).map((words) => ({ label: words, words })),
    command: COMMAND,
    examples,
  });

  let ready = false;
  const web = createWebServer([
    ...(slack.listener ? [{ method: 'POST', path: '/slack/events', handle: slack.listener } as const] : []),
    ...drawing.routes,
    { method: 'GET', path: '/healthz', handle: (_, response) => response.end('ok') },
    { method: 'GET', path: '/readyz', handle: (_, response) => response.writeHead(ready ? 200 : 503).end(ready ? 'ready' : 'not ready') },
  ]);

  return {
    async start() {
      await checkFolder(config.charts.fontFolder);
      // Before Slack is connected to: a bot that cannot serve must not take questions.
      const port = await web.start(config.port).catch(portTaken(config.port));
      try {
        await slack.start({ answer, working: fetchingMessage, modal: reportModal, home });
      } catch (error) {
        await web.stop();
        throw error;
      }
      drawing.warm();
      ready = true;
      return { port };
    },
    async stop() {
      ready = false;
      // First what is still being said to us, since it may become work; then the work.
      await web.stop();
      await slack.stop();
      await drawing.close();
    },
  };
}

async function checkFolder(folder: string | null): Promise<void> {
  if (folder === null) return;
  await readdir(folder).catch((cause: unknown) => {
    throw new UserError(`CHART_FONT_DIR names a folder that cannot be read: ${folder}`, 'Correct it, or leave it out.', { cause });
  });
}

function portTaken(port: number) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UserError(`Port ${port} is taken by another program.`, 'Set PORT to one that is free.', { cause: error });
  };
}

interface Drawing {
  readonly pictures: Pictures;
  readonly routes: readonly Route[];
  /** Makes ready to draw, so that the first picture is not the slowest. */
  warm(): void;
  close(): Promise<void>;
}

interface DrawingParts {
  readonly clock: Clock;
  readonly files: Files;
  readonly workerUrl: URL | undefined;
}

/** Who draws (a server, or threads of ours) and how pictures get to Slack (as files, or by address). */
function createDrawing({ charts, publicUrl }: Config, { clock, files, workerUrl }: DrawingParts): Drawing {
  const server = charts.quickChart && createQuickChartServer(charts.quickChart);
  const embedded = server ? null : createEmbeddedRenderer({ fontFolder: charts.fontFolder, ...(workerUrl && { workerUrl }) });
  const life = { warm: () => embedded?.warm(), close: async () => embedded?.close() };
  const pictures = (deliver: Delivery) => createPictures({ deliver, clock });
  const renderer = server ?? embedded;
  if (!renderer) throw new Error('Nobody draws.');

  if (charts.delivery === 'upload') return { pictures: pictures(byUpload(renderer, files.upload)), routes: [], ...life };
  if (server) return { pictures: pictures(byChartUrl(server)), routes: [], ...life };
  const urls = createSignedUrls({ publicUrl: publicUrl ?? '', secret: randomBytes(32), store: createPictureStore({ clock }), clock });
  return {
    pictures: pictures(bySignedUrl(renderer, urls)),
    routes: [{ method: 'GET', path: '/charts/', handle: servePictures(urls) }],
    ...life,
  };
}

function servePictures(urls: SignedUrls): RequestListener {
  return (request, response) => {
    const { status, headers, body } = urls.serve(request.url ?? '');
    response.writeHead(status, headers).end(body);
  };
}
