/**
 * 10,000 schedules of 1,000 workspaces that are due at one minute, posted by two processes over one PostgreSQL:
 * `TEST_DATABASE_URL=postgres://… npx tsx bench/schedules.ts`. The database must be an empty one. Slack answers in 20 ms, and takes one
 * message a second in a channel; LiveChat answers at once. With `--pictures` (after `npm run build`) charts are drawn by the embedded
 * renderer and uploaded in four calls; the ten schedules of a workspace ask two questions, and pictures are made ahead, `AHEAD_MINUTES`
 * (5) before the slot.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { byUpload, createEmbeddedRenderer, createPictures } from '../src/images/index.ts';
import { createLanguage } from '../src/language/index.ts';
import { REPORTS } from '../src/reports/index.ts';
import { createScheduler } from '../src/scheduler/index.ts';
import { openStorage } from '../src/storage/index.ts';
import { createComposer, createDeliveryTurns, type Wait } from '../src/usecases/delivery/index.ts';
import { drawInTime } from '../src/usecases/draw-in-time.ts';
import type { Messenger, PictureFileStore, Pictures, Schedule } from '../src/usecases/ports.ts';
import { chartOf } from '../test/images/charts.ts';
import { answer } from '../test/presentation/given.ts';

const SCHEDULES = Number(process.env.SCHEDULES ?? 10_000);
const WORKSPACES = 1_000;
const SLACK_MS = 20;
const MINUTE = 60_000;
const WITH_PICTURES = process.argv.includes('--pictures');
const AHEAD = WITH_PICTURES ? Number(process.env.AHEAD_MINUTES ?? 5) * MINUTE : 0;
/** getUploadURLExternal, the upload, completeUploadExternal, files.info */
const UPLOAD_MS = 4 * SLACK_MS;

const wait: Wait = (ms, signal) => sleep(ms, undefined, signal && { signal }).catch(() => {});
const url = process.env.TEST_DATABASE_URL ?? '';
const faults = {
  record(error: unknown, doing: string) {
    console.error(doing, error);
    return 'ref';
  },
};

function scheduleAt(index: number, dueAt: number): Schedule {
  return {
    workspace: `T${index % WORKSPACES}`,
    id: `s${index}`,
    owner: 'U1',
    question: {
      report: 'tags',
      range: Math.floor(index / WORKSPACES) % 2 === 0 ? 'last week' : 'last month',
      distribution: null,
      filters: {},
    },
    recurrence: { days: { kind: 'daily' }, times: [new Date(dueAt).toISOString().slice(11, 16)] },
    zone: 'UTC',
    weekStart: 'monday',
    locale: 'en-US',
    place: { channel: `C${index % (SCHEDULES / 2)}` },
    whenEmpty: 'post',
    until: null,
    state: 'active',
    pausedFor: null,
    nextAt: dueAt,
    skipAt: null,
    failures: 0,
    createdAt: dueAt - MINUTE,
    version: 1,
  };
}

function createBenchPictures(files: PictureFileStore): Pictures {
  const renderer = createEmbeddedRenderer({ workerUrl: new URL('../dist/images/embedded/worker.js', import.meta.url) });
  let uploads = 0;
  const upload = async () => {
    await wait(UPLOAD_MS);
    return { slackFile: `F${process.pid}-${++uploads}` };
  };
  return createPictures({ deliver: byUpload(renderer, upload), clock: Date.now, files });
}

/** One of the processes: says how much memory it takes when it is asked to end. */
async function serve(): Promise<void> {
  const store = await openStorage({ url, clock: Date.now, faults });
  const taken = new Map<string, number>();
  const messenger: Messenger = {
    async post(place) {
      await wait(SLACK_MS);
      const channel = 'channel' in place ? place.channel : place.person;
      const isTooFast = Date.now() - (taken.get(channel) ?? 0) < 1_000 - SLACK_MS;
      if (isTooFast) return { state: 'refused', code: 'ratelimited', retryAfterMs: 1_000 };
      taken.set(channel, Date.now());
      return { state: 'posted', channel, ts: `${Date.now()}` };
    },
    look: async () => ({ state: 'absent' }),
    channel: async () => null,
    nameOf: async (person) => person,
    kindOf: async () => 'member',
    isIn: async () => true,
    sendFile: async () => {},
    works: async () => true,
    deleteFile: async () => {},
  };
  const pictures = WITH_PICTURES && createBenchPictures(store.pictureFiles);
  const language = createLanguage(REPORTS);
  const { suggestions: _, ...report } = answer();
  const messengers = () => messenger;
  const compose = createComposer({
    language,
    reports: REPORTS,
    reporter: {
      async report({ question }, { workspace }, { isPublic, pictureMs, signal }) {
        if (!pictures) return report;
        const chart = chartOf(`${workspace} ${question.range}`, 3, 5, 4, 6, 2, 1, 7);
        const picture = await drawInTime(chart, { pictures, faults, pictureMs, audience: { workspace, isPublic }, signal });
        return { ...report, picture };
      },
    },
    questions: store.questions,
    preferences: store.preferences,
    faults,
    clock: Date.now,
    messengers,
  });
  const { ahead, ...others } = createDeliveryTurns({
    store,
    language,
    compose,
    messengers,
    pictures: pictures || { forget: async () => {} },
    served: () => null,
    faults,
    wait,
    clock: Date.now,
  });
  const turns = { ...others, ...(WITH_PICTURES && { ahead }) };
  const scheduler = createScheduler({ turns, faults, wait });
  const before = process.memoryUsage.rss();
  scheduler.start();
  process.once('message', async () => {
    await scheduler.stop();
    process.send?.({ before, after: process.memoryUsage.rss() });
    await store.close();
    process.disconnect();
  });
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

function end(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('message', ({ before, after }: { before: number; after: number }) =>
      resolve(`${megabytes(before)} → ${megabytes(after)} MB`),
    );
    child.send('end');
  });
}

async function measure(): Promise<void> {
  if (url === '') throw new Error('TEST_DATABASE_URL names no PostgreSQL');
  const store = await openStorage({ url, clock: Date.now, faults });
  const now = await store.now();
  // Long enough for them to be written down first.
  const dueAt = (Math.floor(now / MINUTE) + (now % MINUTE < 30_000 ? 1 : 2)) * MINUTE + AHEAD;
  for (let index = 0; index < SCHEDULES; index += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, offset) => store.schedules.add(scheduleAt(index + offset, dueAt))));
  }
  const children = [1, 2].map(() =>
    fork(new URL(import.meta.url).pathname, ['serve', ...process.argv.slice(2)], { execArgv: process.execArgv }),
  );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (where: string) => Number((await client.query(`select count(*) from deliveries where ${where}`)).rows[0]?.count);
  if (WITH_PICTURES) {
    const began = await store.now();
    const pending = async () => (await client.query('select 1 from schedules where prepared_for is null limit 1')).rowCount;
    while ((await pending()) && (await store.now()) < dueAt) await wait(500);
    const files = Number((await client.query('select count(*) from picture_files')).rows[0]?.count);
    console.log(`made ahead: ${files} pictures in ${(((await store.now()) - began) / 1_000).toFixed(1)} s`);
  }
  const at = { planned: 0, lastPost: 0 };
  await wait(dueAt - (await store.now()));
  while (at.lastPost === 0 && (await store.now()) < dueAt + 10 * MINUTE) {
    const passed = (await store.now()) - dueAt;
    if (at.planned === 0 && (await count('true')) === SCHEDULES) at.planned = passed;
    if ((await count(`state = 'posted'`)) === SCHEDULES) at.lastPost = passed;
    await wait(100);
  }
  const inTime = await count(`state = 'posted' and updated_at <= ${dueAt + MINUTE}`);
  console.log(`planned: ${Math.round((SCHEDULES * 1_000) / at.planned)}/s`);
  console.log(`posted within 60 s: ${inTime} of ${SCHEDULES}`);
  console.log(at.lastPost === 0 ? 'the last post is missing' : `last post after ${(at.lastPost / 1_000).toFixed(1)} s`);
  const files = Number((await client.query('select count(*) from picture_files')).rows[0]?.count);
  if (WITH_PICTURES) console.log(`pictures uploaded in all: ${files}`);
  console.log(`memory of the processes: ${(await Promise.all(children.map(end))).join(', ')}`);
  await client.end();
  await store.close();
}

await (process.argv[2] === 'serve' ? serve() : measure());
