import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../../src/language/question.ts';
import { ServiceError, UserError } from '../../../src/model/errors.ts';
import type { Compose } from '../../../src/usecases/delivery/index.ts';
import type { Delivery, Schedule, Slot, Store } from '../../../src/usecases/ports.ts';
import { createPeople } from './people.ts';
import { createProcess, type Hazards, type SimulatedProcess } from './process.ts';
import { createRandom } from './random.ts';
import { ID, scheduleAt } from './schedules.ts';
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
  /** What people did to schedules, by command. */
  readonly changes: Readonly<Record<string, number>>;
  readonly ends: Readonly<Record<string, number>>;
}

const FAR = 100_000;
/** Where nobody looks after the bot. */
const NO_INSTALLER = 'T1';
/** By then the bot has asked whether its token works again. */
const TOKENS_MS = 16 * MINUTE;

/** A year that is not an easy one. */
export const HAZARDS: Hazards = { kill: 0.002, stall: 0.002, fail: 0.002 };

export async function simulateYear(options: YearOptions): Promise<YearResult> {
  const [start, end] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
  const random = createRandom(options.seed);
  const time = createVirtualTime(start);
  const slack = createSimulatedSlack(time, random);
  /** Schedules that truly nobody could be told of, and when the log was, last. */
  const nobody = new Map<string, number>();
  const isUnreachable = (slot: string): boolean =>
    slot.startsWith(`${NO_INSTALLER} `) && [...(watched.owners.get(slot) ?? [])].some((owner) => slack.closed.has(owner));
  const faults = {
    record(error: unknown, doing: string) {
      const [, slot] = /^Error: Nobody can be told that a slot was not posted: (\S+ \S+)/.exec(String(error)) ?? [];
      if (doing === 'telling of a schedule' && slot !== undefined && isUnreachable(slot)) nobody.set(slot, time.now());
      return 'ref';
    },
  };
  const real = await options.openStore(time, faults);
  const watched = watchedStore(real, time);
  const { store } = watched;

  const people = createPeople({ store, slack, time, random });
  slack.onTold = people.hear;

  // The schedules, until they have slots enough.
  const schedules: Schedule[] = [];
  for (let planned = 0; planned < options.slots; ) {
    const schedule = scheduleAt(schedules.length, random, { start, end });
    const slots = slotsByHand(schedule.recurrence, { zone: schedule.zone, after: start, through: end });
    planned += slots.length;
    schedules.push(schedule);
    await watched.add({ ...schedule, nextAt: slots[0] ?? null, state: slots.length > 0 ? 'active' : 'ended' });
    people.changeMindsAbout(schedule, slots, { start, end });
  }
  for (const workspace of new Set(schedules.map((each) => each.workspace))) {
    if (workspace !== NO_INSTALLER) await real.preferences.changeWorkspace(workspace, { installer: `U9${workspace}` });
  }
  // Some owners have left; some channels cannot be read.
  for (const person of ['U1T1', 'U2T2']) slack.closed.set(person, 'user_disabled');
  for (const channel of ['C0T0', 'C1T3']) slack.blind.add(channel);

  const weather = createWeather({ time, random, slack, start, end });
  const served = () => ['T0', 'T1', 'T2', 'T3', 'T4'];
  const world = {
    store,
    compose: weather.compose,
    messengers: slack.messenger,
    pictures: { forget: async () => {} },
    served,
    faults,
    language: LANGUAGE,
  };
  time.at(end + DAY + 1, () => {});

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
      time.at(time.now() + TOKENS_MS, () => {});
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

  const changes = Object.fromEntries(people.said);
  return { schedules: schedules.length, kills, changes, ...(await judge({ real, slack, watched, schedules, nobody, end })) };
}

const CALM: Hazards = { kill: 0, stall: 0, fail: 0 };

/** Only what the last week was, said as it was typed: what a report says is not the point here. */
const nobodyTypes = () => {
  throw new Error('nobody types here');
};
const LANGUAGE: Language = {
  lacksNames: () => false,
  understand: nobodyTypes,
  followUp: nobodyTypes,
  overheard: nobodyTypes,
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
  readonly start: number;
  readonly end: number;
}

/** What happens in a year around the bot. */
function createWeather({ time, random, slack, start, end }: WeatherParts): { readonly compose: Compose } {
  let liveChat: 'fine' | 'ServiceUnavailableError' | 'AuthenticationError' = 'fine';
  const sometime = () => random.between(start, end);
  for (let count = 0; count < 12; count += 1) {
    const channel = `C${random.between(0, 3)}T${random.between(0, 4)}`;
    const code = random.pick(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action']);
    time.at(sometime(), () => void slack.closed.set(channel, code));
  }
  for (let count = 0; count < 6; count += 1) {
    const workspace = `T${random.between(0, 4)}`;
    const from = sometime();
    time.at(from, () => void slack.refused.set(workspace, random.pick(['token_revoked', 'invalid_auth', 'account_inactive'])));
    // Nobody says so: the bot finds out by itself.
    time.at(from + random.between(1, 60) * HOUR, () => {
      slack.refused.delete(workspace);
      time.at(time.now() + TOKENS_MS, () => {});
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

/** One way in which a schedule had its slots, over (from, to]. */
interface Epoch extends Pick<Schedule, 'recurrence' | 'zone'> {
  readonly from: number;
  to: number;
}

const FOREVER = Number.POSITIVE_INFINITY;
const nameOf = ({ workspace, id }: Pick<Schedule, 'workspace' | 'id'>): string => `${workspace} ${id}`;

/** Remembers what was told, when schedules stood still, and how they were changed. */
function watchedStore(real: Store, time: VirtualTime) {
  const told = new Map<string, number>();
  const pauses = new Map<string, Pause[]>();
  const epochs = new Map<string, Epoch[]>();
  const owners = new Map<string, Set<string>>();
  const deleted = new Set<string>();

  function note(schedule: Schedule): void {
    const { recurrence, zone, state, owner } = schedule;
    const key = nameOf(schedule);
    owners.set(key, (owners.get(key) ?? new Set()).add(owner));
    const before = epochs.get(key)?.at(-1);
    const isOther = before && !isDeepStrictEqual([before.recurrence, before.zone], [recurrence, zone]);
    if (before && (isOther || state === 'deleted')) before.to = time.now();
    if (!before || (isOther && state !== 'deleted')) {
      epochs.set(key, [...(epochs.get(key) ?? []), { recurrence, zone, from: time.now(), to: FOREVER }]);
    }
    if (state === 'deleted') deleted.add(key);
    const known = pauses.get(key) ?? [];
    const open = known.find(({ to }) => to === FOREVER);
    if (state === 'paused' && !open) pauses.set(key, [...known, { from: time.now(), to: FOREVER }]);
    if (state !== 'paused' && open) open.to = time.now();
  }

  const store: Store = {
    ...real,
    schedules: {
      ...real.schedules,
      async change(schedule) {
        const changed = await real.schedules.change(schedule);
        if (changed) note(schedule);
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
  const add = async (schedule: Schedule): Promise<void> => {
    await real.schedules.add(schedule);
    note(schedule);
  };
  return { store, add, told, pauses, epochs, owners, deleted };
}

interface Judging {
  readonly real: Store;
  readonly slack: ReturnType<typeof createSimulatedSlack>;
  readonly watched: ReturnType<typeof watchedStore>;
  readonly schedules: readonly Schedule[];
  readonly nobody: ReadonlyMap<string, number>;
  readonly end: number;
}

/** The slots that there were, as the schedules were at each moment. */
function slotsOf({ watched, schedules, end }: Judging): ReadonlyMap<string, Slot> {
  const expected = new Map<string, Slot>();
  for (const { workspace, id } of schedules) {
    for (const { recurrence, zone, from, to } of watched.epochs.get(nameOf({ workspace, id })) ?? []) {
      for (const dueAt of slotsByHand(recurrence, { zone, after: from, through: Math.min(to, end) })) {
        const slot = { workspace, schedule: id, dueAt };
        expected.set(keyOf(slot), slot);
      }
    }
  }
  return expected;
}

/** When anybody was told of a schedule, last. */
function lastHeard({ slack, nobody }: Judging): ReadonlyMap<string, number> {
  const heard = new Map(nobody);
  for (const { workspace, message, at } of slack.told) {
    for (const [id] of JSON.stringify(message).matchAll(ID)) {
      const key = nameOf({ workspace, id });
      heard.set(key, Math.max(at, heard.get(key) ?? 0));
    }
  }
  return heard;
}

/** Every slot, by what the simulated Slack has and by what the books say. */
async function judge(judging: Judging): Promise<Omit<YearResult, 'kills' | 'schedules' | 'changes'>> {
  const { real, slack, watched, schedules } = judging;
  const expected = slotsOf(judging);
  const books = new Map<string, Delivery>();
  for (const { workspace, id } of schedules) {
    for (const delivery of await real.deliveries.history(workspace, id, FAR)) books.set(keyOf(delivery), delivery);
  }
  const heard = lastHeard(judging);
  const isHeard = (slot: Delivery): boolean => {
    const key = nameOf({ workspace: slot.workspace, id: slot.schedule });
    // Nobody waits for what was deleted, and one notice stands for all that LiveChat's refusal paused.
    const isOneForAll = watched.deleted.has(key) || slot.reason === 'livechat_refused';
    return watched.told.has(keyOf(slot)) && (isOneForAll || (heard.get(key) ?? 0) >= slot.dueAt);
  };
  const ends: Record<string, number> = {};
  const lost: string[] = [];
  const silent: string[] = [];
  for (const [key, slot] of expected) {
    const delivery = books.get(key);
    const pauses = watched.pauses.get(`${slot.workspace} ${slot.schedule}`) ?? [];
    const stoodStill = pauses.some(({ from, to }) => slot.dueAt > from && slot.dueAt <= to);
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
