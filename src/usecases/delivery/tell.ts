import type { Language } from '../../language/question.ts';
import type { Instant } from '../../model/time.ts';
import { failureMessage } from '../../presentation/deliveries/failure-message.ts';
import { reasonInWords } from '../../presentation/deliveries/reasons.ts';
import { unreadableMessage } from '../../presentation/deliveries/unreadable-message.ts';
import type { Message } from '../../presentation/message.ts';
import type { Delivery, FaultLog, Messenger, Messengers, Place, Schedule, Store } from '../ports.ts';
import { MOST_FAILURES } from './after.ts';

export interface TellDeps {
  readonly store: Store;
  readonly language: Language;
  readonly messengers: Messengers;
  readonly faults: FaultLog;
}

/** Tells owners of slots that came to no good end; how many slots were told of. */
export type Tell = (untold: readonly Delivery[]) => Promise<number>;

/** A token that LiveChat refuses concerns all schedules alike. */
const NOT_AGAIN_MS = 24 * 3_600_000;

type Told = 'told' | 'unreachable' | 'later';

export function createTell({ store, language, messengers, faults }: TellDeps): Tell {
  return async (untold) => {
    let count = 0;
    for (const slots of grouped(untold)) {
      const now = await store.now();
      const isSettled = await settleGroup(slots, now).catch((error: unknown) => {
        faults.record(error, DOING);
        return false;
      });
      if (!isSettled) continue;
      await store.deliveries.told(slots, now);
      count += slots.length;
    }
    return count;
  };

  /** False when it has to be tried again. */
  async function settleGroup(slots: readonly Delivery[], now: Instant): Promise<boolean> {
    const [first] = slots;
    const about = first && (await subjectOf(first));
    // Nobody waits for what was deleted.
    if (!first || !about || about.schedule?.state === 'deleted' || (await isNoticed(store, first, { owner: about.owner, now })))
      return true;
    const messenger = messengers(first.workspace);
    const { installer, refusedSince } = await store.preferences.ofWorkspace(first.workspace);
    // Slack refuses our token: no call is made, and the history has it.
    if (!messenger || refusedSince !== null) return nobody(first);
    const people = new Set([about.owner, installer ?? about.owner]);
    const told = await tellFirst(people, { ...about, messenger, slots, first });
    if (told === 'unreachable') return nobody(first);
    if (told === 'told' && first.reason === REFUSED) {
      await store.seenKeys.first(first.workspace, noticeKey(about.owner), { now, until: now + NOT_AGAIN_MS });
    }
    return told === 'told';
  }

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
    return posted.retryAfterMs !== null || kind === 'retry' ? 'later' : 'unreachable';
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
  readonly slots: readonly Delivery[];
  readonly first: Delivery;
}

/** One message for each schedule and reason, slots in their order. */
function grouped(untold: readonly Delivery[]): readonly (readonly Delivery[])[] {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of [...untold].sort((one, other) => one.dueAt - other.dueAt)) {
    const key = [delivery.workspace, delivery.schedule, delivery.state, delivery.reason].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), delivery]);
  }
  return [...groups.values()];
}

/** `#support`, `you`: a channel that cannot be seen has no name. */
async function placeInWords(messenger: Messenger, place: Place, reader: string): Promise<string> {
  if ('channel' in place) {
    const channel = await messenger.channel(place.channel).catch(() => null);
    return channel === null || channel.name === '' ? 'its channel' : `#${channel.name}`;
  }
  return place.person === reader ? 'you' : messenger.nameOf(place.person).catch(() => place.person);
}
