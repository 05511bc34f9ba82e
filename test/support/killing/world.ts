import { z } from 'zod';
import { createChats } from '../../../src/sandbox/chats.ts';
import { createMovableClock } from '../../../src/sandbox/clock.ts';
import { TOKENS } from '../../../src/sandbox/company.ts';
import { createReportsServer } from '../../../src/sandbox/reports-api/server.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { notAfter } from '../../../src/usecases/delivery/index.ts';
import type { Schedule } from '../../../src/usecases/ports.ts';
import { closeAll, type Opened, type Process, startEntry } from '../../e2e/process-support.ts';
import type { Fault } from '../../slack-double/faults.ts';
import { createSlack } from '../../slack-double/slack.ts';
import { createRandom, type Random } from '../simulation/random.ts';
import type { Books } from './books.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Below what one workspace may have, so that commands can still set some up. */
const SCHEDULES = 100;
/** Slack takes its time, so that there is a middle of posting to be killed in. */
const LATENCY_MS = 50;

const SCOPES = 'commands chat:write files:write files:read users:read channels:read groups:read im:read im:write'.split(' ');
const HISTORY = 'channels:history groups:history im:history'.split(' ');

/** What becomes of posts that go wrong; late ones come within what Slack's slowness is given. */
const FAULTS: readonly [Fault, ...Fault[]] = [
  'applied-then-500',
  'applied-then-reset',
  'applied-then-hang',
  'error-500',
  'reset',
  { answer: 'reset', appliedAfterMs: 1_500 },
  { answer: 'error-500', appliedAfterMs: 2_500 },
  { retryAfterSeconds: 1 },
  { error: 'internal_error' },
];

export interface WorldOptions {
  readonly seed: number;
  /** Slots of each schedule beyond the planned one. */
  readonly extra: number;
  /** Over how long the further slots are spread, in milliseconds. */
  readonly spreadMs: number;
  readonly mayReadHistory: boolean;
  /** The share of posts that go wrong. */
  readonly faulty: number;
}

export interface SlotKey {
  readonly schedule: string;
  readonly dueAt: number;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A Slack that often fails, a LiveChat, and books full of slots that are due. */
export async function createWorld(books: Books, opened: Opened, { seed, extra, spreadMs, mayReadHistory, faulty }: WorldOptions) {
  const random = createRandom(seed);
  const ids = Array.from(
    { length: SCHEDULES },
    (_, at) =>
      `s${at
        .toString(8)
        .padStart(3, '0')
        .replace(/[01]/g, (digit) => `${Number(digit) + 8}`)}`,
  );
  const channels = [...ids.map(channelOf), 'C1'].map((id) => ({ id, name: id.toLowerCase(), members: ['U1', 'UBOT'] }));
  const scopes = mayReadHistory ? [...SCOPES, ...HISTORY] : SCOPES;
  const slack = createSlack({ clock: Date.now, latencyMs: LATENCY_MS, channels, scopes });
  await slack.start();
  opened.push(slack.stop);
  const chats = createChats({ seed: 'northwind', anchor: Date.now() });
  const sandbox = createReportsServer({ chats, clock: createMovableClock(Date.now), tokens: [TOKENS.reader] });
  const liveChatUrl = await sandbox.start(0);
  opened.push(sandbox.stop);
  for (const id of ids) plague(slack, channelOf(id), { random, faulty, calls: 1 + extra });

  return {
    slack,
    random,
    /** The invisible marks of all posts. */
    marks: () => ids.flatMap((id) => slack.messages(channelOf(id))).map(({ metadata }) => markIn(metadata)),
    slots: await preload(books.url, ids, { random, extra, spreadMs }),
    /** Resolves when it takes questions; what else it opened is closed with it. */
    async startBot(): Promise<Process> {
      const own: Opened = [];
      opened.push(() => closeAll(own));
      const bot = await startEntry(own, 'main.js', {
        SLACK_BOT_TOKEN: slack.credentials.botToken,
        SLACK_APP_TOKEN: slack.credentials.appToken,
        SLACK_API_URL: slack.url(),
        LIVECHAT_API_URL: liveChatUrl,
        LIVECHAT_TOKEN: TOKENS.reader.token,
        DATABASE_URL: books.url,
        PORT: '0',
      });
      await bot.line(/"msg":"ready"/);
      return bot;
    },
  };
}

const MARK = z.object({ event_payload: z.object({ schedule: z.string(), due_at: z.number() }) });

function markIn(metadata: unknown): SlotKey {
  const { schedule, due_at: dueAt } = MARK.parse(metadata).event_payload;
  return { schedule, dueAt };
}

const channelOf = (id: string): string => `C${id.toUpperCase()}`;

interface Plague {
  readonly random: Random;
  readonly faulty: number;
  readonly calls: number;
}

function plague(slack: ReturnType<typeof createSlack>, channel: string, { random, faulty, calls }: Plague): void {
  for (let call = 0; call < calls; call += 1) {
    const fault = random.chance(faulty) ? random.pick(FAULTS) : { delayMs: random.between(0, 150) };
    slack.fail('chat.postMessage', fault, { channel });
  }
}

type Preloading = Pick<WorldOptions, 'extra' | 'spreadMs'> & { readonly random: Random };

/** Every schedule has a slot of the last minutes that nobody has planned yet, and further ones that are due soon. */
async function preload(url: string, ids: readonly string[], { extra, spreadMs, random }: Preloading): Promise<readonly SlotKey[]> {
  const storage = await openStorage({ url, clock: Date.now, faults: { record: String } });
  const slots: SlotKey[] = [];
  const start = Date.now();
  for (const id of ids) {
    const schedule = daily(id, start - (start % MINUTE) - random.between(0, 5) * MINUTE);
    await storage.schedules.add(schedule);
    slots.push({ schedule: id, dueAt: schedule.nextAt ?? 0 });
    // Further apart than a channel takes messages.
    for (let at = 0; at < extra; at += 1) {
      const dueAt = start + Math.floor(((at + random()) * spreadMs) / extra);
      await storage.deliveries.add({ workspace: 'T1', schedule: id, dueAt }, notAfter(schedule, dueAt));
      slots.push({ schedule: id, dueAt });
    }
  }
  await storage.close();
  return slots;
}

const daily = (id: string, nextAt: number): Schedule => ({
  workspace: 'T1',
  id,
  owner: 'U1',
  question: { report: 'tags', range: 'last week', distribution: null, filters: {} },
  recurrence: { days: { kind: 'daily' }, times: [new Date(nextAt).toISOString().slice(11, 16)] },
  zone: 'UTC',
  weekStart: 'monday',
  locale: 'en-US',
  place: { channel: channelOf(id) },
  whenEmpty: 'post',
  until: null,
  state: 'active',
  pausedFor: null,
  nextAt,
  skipAt: null,
  failures: 0,
  createdAt: nextAt - 24 * HOUR,
  version: 1,
});
