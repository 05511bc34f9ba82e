import type { Instant } from '../../model/time.ts';
import { failureMessage, unreadableMessage } from '../../presentation/deliveries/failure-message.ts';
import { reasonInWords } from '../../presentation/deliveries/reasons.ts';
import type { Message } from '../../presentation/message.ts';
import type { Delivery, Messenger, Place, Schedule, Store } from '../ports.ts';
import { MOST_FAILURES } from './after.ts';
import type { DeliveryDeps, Turn } from './index.ts';
import { workThrough } from './pool.ts';

export type TellDeps = Pick<DeliveryDeps, 'store' | 'language' | 'messengers' | 'served' | 'faults' | 'wait'>;

const UNTOLD = 100;
const IN_FLIGHT = 8;
/** Telling is not in a hurry, and must not be said twice by a slow one. */
const LEASE_MS = 10 * 60_000;
/** A token that LiveChat refuses concerns all schedules alike. */
const NOT_AGAIN_MS = 24 * 3_600_000;

type Told = 'told' | 'unreachable' | 'later';

/** Tells owners of slots that came to no good end; how many slots were told of. */
export function createTell(deps: TellDeps): Turn {
  const { store, served, faults, wait } = deps;
  const settle = createTeller(deps);

  return async ({ closing }) => {
    const left = queued(await store.deliveries.takeUntold(await store.now(), UNTOLD, LEASE_MS, served()));
    const isClosing = () => closing.aborted;
    let count = 0;
    const work = async (queue: readonly Group[]) => {
      for (const slots of queue) {
        if (isClosing() || !(await isSettled(slots))) continue;
        await store.deliveries.told(slots, await store.now());
        count += slots.length;
      }
    };
    await workThrough({ take: async (limit) => left.splice(0, limit), work, size: IN_FLIGHT, isClosing, wait });
    return count;
  };

  async function isSettled(slots: Group): Promise<boolean> {
    try {
      return await settle(slots, await store.now());
    } catch (error) {
      faults.record(error, DOING);
      return false;
    }
  }
}

/** Tells of one group; false when it has to be tried again. */
function createTeller({ store, language, messengers, faults }: TellDeps): (slots: Group, now: Instant) => Promise<boolean> {
  return async (slots, now) => {
    const [first] = slots;
    const about = first && (await subjectOf(first));
    // Nobody waits for what was deleted.
    if (!first || !about || about.schedule?.state === 'deleted' || (await isNoticed(store, first, { owner: about.owner, now })))
      return true;
    const messenger = messengers(first.workspace);
    const { installer, refusedSince } = await store.preferences.ofWorkspace(first.workspace);
    // No call is made with a token that Slack refuses. They hear of it when it works again.
    if (!messenger || refusedSince !== null) return false;
    const people = new Set([about.owner, installer ?? about.owner]);
    const told = await tellFirst(people, { ...about, messenger, slots, first });
    if (told === 'unreachable') return nobody(first);
    if (told === 'told' && first.reason === REFUSED) {
      await store.seenKeys.first(first.workspace, noticeKey(about.owner), { now, until: now + NOT_AGAIN_MS });
    }
    return told === 'told';
  };

  async function subjectOf({ workspace, schedule: id, reason }: Delivery): Promise<Subject | null> {
    const schedule = reason === 'unreadable' ? null : await store.schedules.find(workspace, id);
    const owner = schedule?.owner ?? (await store.schedules.ownerOf(workspace, id));
    return owner === null ? null : { owner, schedule };
  }

  /** The first who can be reached. */
  async function tellFirst(people: ReadonlySet<string>, telling: Telling): Promise<Told> {
    for (const person of people) {
      const told = await tell(person, await wordsFor(person, telling), telling);
      if (told !== 'unreachable') return told;
    }
    return 'unreachable';
  }

  async function tell(person: string, message: Message, { messenger, first }: Telling): Promise<Told> {
    const posted = await messenger.post({ person }, message);
    if (posted.state === 'posted') return 'told';
    // Hearing of it twice is better than not at all.
    if (posted.state === 'unknown') return 'later';
    const { kind } = reasonInWords(posted.code);
    if (kind === 'workspace') await store.preferences.changeWorkspace(first.workspace, { refusedSince: await store.now() });
    return posted.retryAfterMs !== null || kind === 'retry' || kind === 'workspace' ? 'later' : 'unreachable';
  }

  async function wordsFor(person: string, { messenger, owner, schedule, slots, first }: Telling): Promise<Message> {
    const insteadOf = person === owner ? null : await messenger.nameOf(owner).catch(() => owner);
    if (schedule === null) return unreadableMessage({ schedule: first.schedule, insteadOf });
    const { failures, state, question, zone } = schedule;
    const newest = slots.at(-1) ?? first;
    return failureMessage({
      schedule: schedule.id,
      name: language.say(question),
      place: await placeInWords(messenger, newest.place ?? schedule.place, person),
      zone,
      slots: slots.map(({ dueAt }) => dueAt),
      reason: newest.reason ?? 'fault',
      reference: newest.reference,
      isPaused: state === 'paused',
      failuresLeft: state === 'active' && failures > 0 ? MOST_FAILURES - failures : null,
      insteadOf,
    });
  }

  function nobody(slot: Delivery): true {
    faults.record(new Error(`Nobody can be told that a slot was not posted: ${inLog(slot)}`), DOING);
    return true;
  }
}

const DOING = 'telling of a schedule';
const inLog = ({ workspace, schedule, dueAt, reason }: Delivery): string =>
  `${workspace} ${schedule} ${new Date(dueAt).toISOString()} (${reason})`;

const REFUSED = 'livechat_refused';
const noticeKey = (owner: string): string => `${REFUSED} ${owner}`;
const isNoticed = async (
  { seenKeys }: Store,
  { workspace, reason }: Delivery,
  { owner, now }: { readonly owner: string; readonly now: Instant },
): Promise<boolean> => reason === REFUSED && seenKeys.has(workspace, noticeKey(owner), now);

/** What is told of, and who set it up. */
interface Subject {
  readonly owner: string;
  /** null: it cannot be read. */
  readonly schedule: Schedule | null;
}

interface Telling extends Subject {
  readonly messenger: Messenger;
  readonly slots: Group;
  readonly first: Delivery;
}

/** What one message tells of: slots of one schedule for one reason, in their order. */
type Group = readonly Delivery[];

/** Of those that are told one after another. So is all of a token that LiveChat refuses: its owners hear of it once. */
function queued(untold: readonly Delivery[]): (readonly Group[])[] {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of [...untold].sort((one, other) => one.dueAt - other.dueAt)) {
    const key = [delivery.workspace, delivery.schedule, delivery.state, delivery.reason].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), delivery]);
  }
  const queues = new Map<string, Group[]>();
  for (const [key, slots] of groups) {
    const [first] = slots;
    const queue = first?.reason === REFUSED ? first.workspace : key;
    queues.set(queue, [...(queues.get(queue) ?? []), slots]);
  }
  return [...queues.values()];
}

/** `#support`, `you`: the name of a private channel is not everybody's to learn. */
async function placeInWords(messenger: Messenger, place: Place, reader: string): Promise<string> {
  if ('channel' in place) {
    const channel = await messenger.channel(place.channel).catch(() => null);
    return channel === null || channel.isPrivate || channel.name === '' ? 'its channel' : `#${channel.name}`;
  }
  return place.person === reader ? 'you' : messenger.nameOf(place.person).catch(() => place.person);
}
