import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import { createDrawing } from './drawing.ts';
import { createReportsApi } from './livechat/client.ts';
import { createLookups } from './livechat/lookups.ts';
import { createFaultLog, type Log } from './log.ts';
import { UserError } from './model/errors.ts';
import type { Clock } from './model/time.ts';
import { fetchingMessage } from './presentation/fetching-message.ts';
import { reportModal } from './presentation/report-modal.ts';
import { createProduct } from './product.ts';
import { createScheduler } from './scheduler/index.ts';
import { createSlack, DEADLINES, type Deadlines } from './slack/index.ts';
import { openStorage } from './storage/index.ts';
import type { Wait } from './usecases/delivery/index.ts';
import { createWebServer } from './web/server.ts';

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

const PICTURE_MS = 3_000;

/** What is to be ended, the other way round than it was started. */
type Endings = (() => Promise<void>)[];

/** The composition root: the one place that knows all parts. */
export function createApp(config: Config, options: AppOptions): App {
  const endings: Endings = [];
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  return {
    async start() {
      try {
        return await startAll(config, options, endings);
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
  };
}

async function startAll(config: Config, options: AppOptions, endings: Endings): Promise<{ readonly port: number }> {
  const { log, clock = Date.now, random = Math.random, deadlines, pictureMs = PICTURE_MS, workerUrl } = options;
  const faults = createFaultLog(log, random);
  await checkFolder(config.charts.fontFolder);
  const storage = await openStorage({ url: config.databaseUrl, clock, faults });
  endings.push(storage.close);

  const slack = createSlack({
    connection: config.slack,
    log,
    faults,
    clock,
    deadlines: { ...DEADLINES, ...deadlines },
    seenKeys: storage.isShared ? storage.seenKeys : null,
  });
  const drawing = createDrawing(config, { clock, files: slack.files, pictureFiles: storage.pictureFiles, workerUrl });
  endings.push(drawing.close);
  const { apiUrl: baseUrl, version, credentials } = config.liveChat;
  const product = createProduct({
    store: storage,
    api: createReportsApi({ baseUrl, version, credentials, clock, random, log }),
    lookups: createLookups({ baseUrl, credentials, clock, random }),
    pictures: drawing.pictures,
    messengers: (workspace) => (workspace === slack.workspace() ? slack.messenger : null),
    served: () => [slack.workspace()],
    faults,
    clock,
    random,
    wait,
    defaults: { zone: config.zone, weekStart: config.weekStart },
    pictureMs,
  });
  const scheduler = createScheduler({ turns: product.turns, faults, wait });

  let isReady = false;
  const web = createWebServer([
    ...(slack.listener ? [{ method: 'POST', path: '/slack/events', handle: slack.listener } as const] : []),
    ...drawing.routes,
    { method: 'GET', path: '/healthz', handle: (_, response) => response.end('ok') },
    {
      method: 'GET',
      path: '/readyz',
      handle: async (_, response) => {
        const isUp = isReady && (await storage.isUp());
        response.writeHead(isUp ? 200 : 503).end(isUp ? 'ready' : 'not ready');
      },
    },
  ]);
  // Before Slack is connected to: a bot that cannot serve must not take questions.
  const port = await web.start(config.port).catch(portTaken(config.port));
  endings.push(async () => {
    isReady = false;
    // First what is still being said to us, since it may become work; then the work.
    await web.stop();
    await Promise.all([slack.stop(), scheduler.stop()]);
  });
  await slack.start({ ...product, working: fetchingMessage, modal: reportModal });
  await product.back(slack.workspace());
  scheduler.start();
  drawing.warm();
  isReady = true;
  return { port };
}

const wait: Wait = (ms, signal) => sleep(ms, undefined, signal && { signal }).catch(() => {});

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
