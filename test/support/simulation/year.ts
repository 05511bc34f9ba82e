import type { Language } from '../../../src/language/question.ts';
import { ServiceError, UserError } from '../../../src/model/errors.ts';
import type { Compose } from '../../../src/usecases/delivery/index.ts';
import type { Delivery, Schedule, Slot, Store } from '../../../src/usecases/ports.ts';
import { createPeople } from './people.ts';
import { createProcess, type Hazards, type SimulatedProcess } from './process.ts';
import { createRandom } from './random.ts';
import { scheduleAt } from './schedules.ts';
import { createSimulatedSlack, keyOf } from './slack.ts';
import { slotsByHand } from './slots-by-hand.ts';
import { createVirtualTime, settled, type VirtualTime } from './virtual-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface YearOptions {
  readonly seed: number;
  /** So many slots at least. */
  readonly slots: number;
  readonly processes: number;
  readonly hazards: Hazards;
  readonly openStore: (time: VirtualTime, faults: { record(error: unknown, doing: string): string }) => Promise<Store>;
}

export interface YearResult {
  readonly slots: number;
  /** Slots that were posted more than once. */
  readonly twice: readonly string[];
  /** Slots of which nobody knows anything, and what they are in the books. */
  readonly lost: readonly string[];
  /** Slots that came to a bad end without anybody hearing of it. */
  readonly silent: readonly string[];
  /** Slots that the books have and that are none. */
  readonly invented: readonly string[];
  readonly schedules: number;
  readonly kills: number;
  readonly ends: Readonly<Record<string, number>>;
}

const FAR = 100_000;

/** A year that is not an easy one. */
export const HAZARDS: Hazards = { kill: 0.002, stall: 0.002, fail: 0.002 };

export async function simulateYear(options: YearOptions): Promise<YearResult> {
  const [start, end] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
  const random = createRandom(options.seed);
  const time = createVirtualTime(start);
  const slack = createSimulatedSlack(time, random);
  const nobody = new Set<string>();
  const faults = {
    record(error: unknown, doing: string) {
      if (doing === 'telling of a schedule') nobody.add(String(error));
      return 'ref';
    },
  };
  const real = await options.openStore(time, faults);
  const watched = watchedStore(real, time);
  const { store } = watched;

  // The schedules, and their slots as they should be.
  const expected = new Map<string, Slot & { readonly key: string }>();
  const schedules: Schedule[] = [];
  while (expected.size < options.slots) {
    const schedule = scheduleAt(schedules.length, random, { start, end });
    const slots = slotsByHand(schedule.recurrence, { zone: schedule.zone, after: start, through: end });
    for (const dueAt of slots) {
      const slot = { workspace: schedule.workspace, schedule: schedule.id, dueAt };
      expected.set(keyOf(slot), { ...slot, key: keyOf(slot) });
    }
    schedules.push(schedule);
    await real.schedules.add({ ...schedule, nextAt: slots[0] ?? null, state: slots.length > 0 ? 'active' : 'ended' });
  }
  for (const workspace of new Set(schedules.map((each) => each.workspace))) {
    if (workspace !== 'T1') await real.preferences.changeWorkspace(workspace, { installer: `${workspace}-admin` });
  }
  // Some owners have left; some channels cannot be read.
  for (const person of ['T1-U1', 'T2-U2']) slack.closed.set(person, 'user_disabled');
  for (const channel of ['T0-C0', 'T3-C1']) slack.blind.add(channel);
  const people = createPeople({ store, slack, time, random });
  slack.onTold = people.hear;

  const weather = createWeather({ time, random, slack, store: real, start, end });
  const world = { store, compose: weather.compose, messengers: slack.messenger, faults, language: LANGUAGE };

  // Processes, which die and are started again.
  let kills = 0;
  let asleepUntil = start;
  const run = (): SimulatedProcess => createProcess({ world, time, random, hazards: time.now() < end + DAY ? options.hazards : CALM });
  const processes: (SimulatedProcess | null)[] = Array.from({ length: options.processes }, run);
  const restart = (index: number): void => {
    kills += 1;
    processes[index] = null;
    // Mostly at once, now and then after a night.
    const pause = random.chance(0.05) ? random.between(1, 30) * HOUR : random.between(1, 120) * 1_000;
    time.at(Math.max(asleepUntil, time.now() + pause), () => {
      processes[index] = run();
    });
  };
  // Now and then nobody runs at all.
  for (let count = 0; count < 10; count += 1) {
    time.at(random.between(start, end), () => {
      asleepUntil = time.now() + random.between(1, 60) * HOUR;
      for (const process of processes) process?.kill();
    });
  }

  for (let idleSteps = 0; ; ) {
    if (time.now() > end + DAY && !slack.calm) {
      slack.calm = true;
      slack.refused.clear();
    }
    // Whoever had nothing to do waits before it looks again.
    const isAnyAtIt = processes.some((process) => process?.isAtIt);
    for (const process of processes) if (process?.isAlive && !process.isBusy && (process.isAtIt || !isAnyAtIt)) process.beginTurn();
    await settled();
    processes.forEach((process, index) => {
      if (process && !process.isAlive) restart(index);
    });
    if (processes.some((process) => process?.isAtIt)) continue;
    const isRunning = processes.some((process) => process !== null);
    const due = isRunning ? ((await real.deliveries.nextAt(5_000)) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    // What is due already waits for something that nobody can foresee: a failure passes, a lease ends.
    const next = Math.min(time.next(), due > time.now() ? due : time.now() + 5_000);
    idleSteps = due > time.now() ? 0 : idleSteps + 1;
    if (next === Number.POSITIVE_INFINITY || idleSteps > FAR) break;
    await time.advance(next);
  }

  return { schedules: schedules.length, kills, ...(await judge({ expected, real, slack, watched, schedules, nobody })) };
}

const CALM: Hazards = { kill: 0, stall: 0, fail: 0 };

/** Only what the last week was, said as it was typed: what a report says is not the point here. */
const LANGUAGE: Language = {
  understand: () => {
    throw new Error('nobody types here');
  },
  resolve: (question, { now, zone }) => ({
    question,
    range: { start: now - 8 * DAY, end: now - DAY, zone, label: question.range, granularity: 'week', partial: false },
    distribution: 'day',
    notes: [],
  }),
  say: ({ report, range }) => `${report} ${range}`,
};

interface WeatherParts {
  readonly time: VirtualTime;
  readonly random: ReturnType<typeof createRandom>;
  readonly slack: ReturnType<typeof createSimulatedSlack>;
  readonly store: Store;
  readonly start: number;
  readonly end: number;
}

/** What happens in a year around the bot. */
function createWeather({ time, random, slack, store, start, end }: WeatherParts): { readonly compose: Compose } {
  let liveChat: 'fine' | 'ServiceUnavailableError' | 'AuthenticationError' = 'fine';
  const sometime = () => random.between(start, end);
  for (let count = 0; count < 12; count += 1) {
    const channel = `T${random.between(0, 4)}-C${random.between(0, 3)}`;
    const code = random.pick(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action']);
    time.at(sometime(), () => void slack.closed.set(channel, code));
  }
  for (let count = 0; count < 6; count += 1) {
    const workspace = `T${random.between(0, 4)}`;
    const from = sometime();
    time.at(from, () => void slack.refused.set(workspace, random.pick(['token_revoked', 'invalid_auth', 'account_inactive'])));
    time.at(from + random.between(1, 60) * HOUR, async () => {
      slack.refused.delete(workspace);
      await store.preferences.changeWorkspace(workspace, { refusedSince: null });
    });
  }
  for (let count = 0; count < 25; count += 1) {
    const from = sometime();
    const kind = count % 5 === 0 ? 'AuthenticationError' : 'ServiceUnavailableError';
    time.at(from, () => {
      liveChat = kind;
    });
    time.at(from + random.between(5, 400) * MINUTE, () => {
      liveChat = 'fine';
    });
  }
  return {
    async compose(schedule, dueAt) {
      if (liveChat !== 'fine') throw Object.assign(new ServiceError('LiveChat does not answer.', 'Wait.'), { name: liveChat });
      if (random.chance(0.01)) throw new UserError('That cannot be asked.', 'Ask otherwise.');
      return { message: { text: `${schedule.id} ${dueAt}`, blocks: [] }, isEmpty: random.chance(0.05) };
    },
  };
}

interface Pause {
  readonly from: number;
  to: number;
}

/** Remembers what was told, and when schedules stood still. */
function watchedStore(real: Store, time: VirtualTime) {
  const told = new Map<string, number>();
  const pauses = new Map<string, Pause[]>();
  const store: Store = {
    ...real,
    schedules: {
      ...real.schedules,
      async change(schedule) {
        const key = `${schedule.workspace} ${schedule.id}`;
        const changed = await real.schedules.change(schedule);
        const known = pauses.get(key) ?? [];
        const open = known.find(({ to }) => to === Number.POSITIVE_INFINITY);
        if (changed && schedule.state === 'paused' && !open) {
          pauses.set(key, [...known, { from: time.now(), to: Number.POSITIVE_INFINITY }]);
        }
        if (changed && schedule.state !== 'paused' && open) open.to = time.now();
        return changed;
      },
    },
    deliveries: {
      ...real.deliveries,
      async told(slots, now) {
        await real.deliveries.told(slots, now);
        for (const slot of slots) told.set(keyOf(slot), time.now());
      },
    },
  };
  return { store, told, pauses };
}

interface Judging {
  readonly expected: ReadonlyMap<string, Slot>;
  readonly real: Store;
  readonly slack: ReturnType<typeof createSimulatedSlack>;
  readonly watched: ReturnType<typeof watchedStore>;
  readonly schedules: readonly Schedule[];
  readonly nobody: ReadonlySet<string>;
}

/** Every slot, by what the simulated Slack has and by what the books say. */
async function judge({ expected, real, slack, watched, schedules, nobody }: Judging): Promise<Omit<YearResult, 'kills' | 'schedules'>> {
  const books = new Map<string, Delivery>();
  for (const { workspace, id } of schedules) {
    for (const delivery of await real.deliveries.history(workspace, id, FAR)) books.set(keyOf(delivery), delivery);
  }
  const heard = [...nobody, ...slack.told.map(({ workspace, message }) => `${workspace} ${JSON.stringify(message)}`)].join('\n');
  const words = new Map(schedules.map(({ workspace, id }) => [id, new RegExp(`\\b${workspace} .*\\b${id}\\b`)]));
  const isHeardOf = new Map([...words].map(([id, said]) => [id, said.test(heard)]));
  const isHeard = (slot: Delivery): boolean =>
    watched.told.has(keyOf(slot)) && (isHeardOf.get(slot.schedule) === true || slot.reason === 'livechat_refused');
  const ends: Record<string, number> = {};
  const lost: string[] = [];
  const silent: string[] = [];
  for (const [key, slot] of expected) {
    const delivery = books.get(key);
    const pauses = watched.pauses.get(`${slot.workspace} ${slot.schedule}`) ?? [];
    const stoodStill = pauses.some(({ from, to }) => slot.dueAt >= from && slot.dueAt <= to);
    const end = delivery?.state ?? (stoodStill ? 'while paused' : 'nothing');
    ends[end] = (ends[end] ?? 0) + 1;
    if (['nothing', 'due', 'claimed', 'posting'].includes(end)) lost.push(`${key} ${end}`);
    if (end === 'posted' && !slack.posts.has(key)) lost.push(`${key} is not in Slack`);
    if (delivery && ['missed', 'failed', 'uncertain'].includes(end) && !isHeard(delivery)) silent.push(`${key} ${end} ${delivery.reason}`);
  }
  return {
    slots: expected.size,
    twice: [...slack.posts].filter(([, count]) => count > 1).map(([key]) => key),
    lost,
    silent,
    invented: [...books.keys()].filter((key) => !expected.has(key)),
    ends,
  };
}
