import type { Language } from '../../language/question.ts';
import type { Instant } from '../../model/time.ts';
import { failureMessage } from '../../presentation/deliveries/failure-message.ts';
import { reasonInWords } from '../../presentation/deliveries/reasons.ts';
import type { Message } from '../../presentation/message.ts';
import type { Delivery, FaultLog, Messenger, Messengers, Schedule, Store } from '../ports.ts';
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
  /** When an owner was told that LiveChat refuses the token; another process may tell them once more. */
  const noticed = new Map<string, Instant>();

  return async (untold) => {
    let count = 0;
    for (const slots of grouped(untold)) {
      const now = await store.now();
      if (!(await settleGroup(slots, now))) continue;
      await store.deliveries.told(slots, now);
      count += slots.length;
    }
    return count;
  };

  /** False when it has to be tried again. */
  async function settleGroup(slots: readonly Delivery[], now: Instant): Promise<boolean> {
    const [first] = slots;
    const schedule = first ? await store.schedules.find(first.workspace, first.schedule) : null;
    // Nobody waits for what was deleted.
    if (!first || !schedule || schedule.state === 'deleted' || isNoticed(schedule, first, now)) return true;
    const messenger = messengers(schedule.workspace);
    const { installer, refusedSince } = await store.preferences.ofWorkspace(schedule.workspace);
    // Slack refuses our token: no call is made, and the history has it.
    if (!messenger || refusedSince !== null) return nobody(first);
    const told = await tellFirst([schedule.owner, ...(installer === null ? [] : [installer])], { messenger, schedule, slots });
    if (told === 'unreachable') return nobody(first);
    if (told === 'told' && first.reason === 'livechat_refused') noticed.set(noticeKey(schedule), now);
    return told === 'told';
  }

  /** The first who can be reached. */
  async function tellFirst(people: readonly string[], telling: Telling): Promise<Told> {
    for (const person of new Set(people)) {
      const told = await tell(person, await failureFor(person, telling), telling);
      if (told !== 'unreachable') return told;
    }
    return 'unreachable';
  }

  async function tell(person: string, message: Message, { messenger, schedule }: Telling): Promise<Told> {
    const posted = await messenger.post({ person }, message);
    if (posted.state === 'posted') return 'told';
    // Hearing of it twice is better than not at all.
    if (posted.state === 'unknown') return 'later';
    const { kind } = reasonInWords(posted.code);
    if (kind === 'workspace') await store.preferences.changeWorkspace(schedule.workspace, { refusedSince: await store.now() });
    return posted.retryAfterMs !== null || kind === 'retry' ? 'later' : 'unreachable';
  }

  async function failureFor(person: string, { messenger, schedule, slots }: Telling): Promise<Message> {
    const { owner, failures, state, question, zone } = schedule;
    const newest = slots.at(-1);
    return failureMessage({
      schedule: schedule.id,
      name: language.say(question),
      place: await placeInWords(messenger, schedule, person),
      zone,
      slots: slots.map(({ dueAt }) => dueAt),
      reason: newest?.reason ?? 'fault',
      reference: newest?.reference ?? null,
      isPaused: state === 'paused',
      failuresLeft: state === 'active' && failures > 0 ? MOST_FAILURES - failures : null,
      insteadOf: person === owner ? null : await messenger.nameOf(owner).catch(() => owner),
    });
  }

  function nobody({ workspace, schedule, dueAt, reason }: Delivery): true {
    const slot = `${workspace} ${schedule} ${new Date(dueAt).toISOString()}`;
    faults.record(new Error(`Nobody can be told that a slot was not posted: ${slot} (${reason})`), 'telling of a schedule');
    return true;
  }

  function isNoticed(schedule: Schedule, { reason }: Delivery, now: Instant): boolean {
    for (const [key, at] of noticed) if (at <= now - NOT_AGAIN_MS) noticed.delete(key);
    return reason === 'livechat_refused' && noticed.has(noticeKey(schedule));
  }
}

const noticeKey = ({ workspace, owner }: Schedule): string => `${workspace} ${owner}`;

interface Telling {
  readonly messenger: Messenger;
  readonly schedule: Schedule;
  readonly slots: readonly Delivery[];
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
async function placeInWords(messenger: Messenger, { place }: Schedule, reader: string): Promise<string> {
  if ('channel' in place) {
    const channel = await messenger.channel(place.channel).catch(() => null);
    return channel === null || channel.name === '' ? 'its channel' : `#${channel.name}`;
  }
  return place.person === reader ? 'you' : messenger.nameOf(place.person).catch(() => place.person);
}
