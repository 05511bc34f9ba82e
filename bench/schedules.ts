/**
 * 10,000 schedules of 1,000 workspaces that are due at one minute, posted by two processes over one PostgreSQL:
 * `TEST_DATABASE_URL=postgres://… npx tsx bench/schedules.ts`. The database must be an empty one. Slack answers in 20 ms, and takes one
 * message a second in a channel; LiveChat answers at once.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createLanguage } from '../src/language/index.ts';
import { REPORTS } from '../src/reports/index.ts';
import { createScheduler } from '../src/scheduler/index.ts';
import { openStorage } from '../src/storage/index.ts';
import { createComposer, createDeliveryTurns, type Wait } from '../src/usecases/delivery/index.ts';
import type { Messenger, Schedule } from '../src/usecases/ports.ts';
import { answer } from '../test/presentation/given.ts';

const SCHEDULES = Number(process.env.SCHEDULES ?? 10_000);
const WORKSPACES = 1_000;
const SLACK_MS = 20;
const MINUTE = 60_000;

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
    question: { report: 'tags', range: 'last week', distribution: null, filters: {} },
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
    deleteFile: async () => {},
  };
  const language = createLanguage(REPORTS);
  const { suggestions: _, ...report } = answer();
  const messengers = () => messenger;
  const compose = createComposer({
    language,
    reports: REPORTS,
    reporter: { report: async () => report },
    questions: store.questions,
    faults,
    clock: Date.now,
    messengers,
  });
  const { ahead: __, ...turns } = createDeliveryTurns({ store, language, compose, messengers, faults, wait, clock: Date.now });
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
  const dueAt = (Math.floor(now / MINUTE) + (now % MINUTE < 30_000 ? 1 : 2)) * MINUTE;
  for (let index = 0; index < SCHEDULES; index += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, offset) => store.schedules.add(scheduleAt(index + offset, dueAt))));
  }
  const children = [1, 2].map(() => fork(new URL(import.meta.url).pathname, ['serve'], { execArgv: process.execArgv }));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (where: string) => Number((await client.query(`select count(*) from deliveries where ${where}`)).rows[0]?.count);
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
  console.log(`memory of the processes: ${(await Promise.all(children.map(end))).join(', ')}`);
  await client.end();
  await store.close();
}

await (process.argv[2] === 'serve' ? serve() : measure());
