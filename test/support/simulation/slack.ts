import type { Message } from '../../../src/presentation/message.ts';
import type { Messenger, Place, Posted, Slot } from '../../../src/usecases/ports.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export const keyOf = ({ workspace, schedule, dueAt }: Slot): string => `${workspace} ${schedule} ${dueAt}`;

/** A direct message of the bot to somebody. */
export interface Told {
  readonly workspace: string;
  readonly person: string;
  readonly message: Message;
  readonly at: number;
}

/** Slack as it may be: places close, tokens are revoked, answers are lost. */
export interface SimulatedSlack {
  readonly messenger: (workspace: string) => Messenger;
  /** How often each slot was posted. */
  readonly posts: Map<string, number>;
  readonly told: Told[];
  /** Why a place takes nothing, by its id. */
  readonly closed: Map<string, string>;
  /** Workspaces whose token is refused, and as what. */
  readonly refused: Map<string, string>;
  /** Places in which the bot cannot look. */
  readonly blind: Set<string>;
  /** Nothing is lost any more. */
  calm: boolean;
  /** Who is to hear of a direct message. */
  onTold: (told: Told) => void;
}

export function createSimulatedSlack(time: VirtualTime, random: Random): SimulatedSlack {
  let ts = 0;
  const slack: SimulatedSlack = {
    posts: new Map(),
    told: [],
    closed: new Map(),
    refused: new Map(),
    blind: new Set(),
    calm: false,
    onTold: () => {},
    messenger: (workspace) => ({
      post: async (place, message, mark) => post(workspace, { place, message, mark }),
      async look(place, mark) {
        if (slack.refused.has(workspace)) throw new Error('Slack refuses the token');
        if (!slack.calm && random.chance(0.1)) throw new Error('Slack limits the looks');
        if (slack.blind.has(idOf(place)) || slack.closed.has(idOf(place))) return { state: 'cannot look' };
        return slack.posts.has(keyOf(mark)) ? { state: 'found', channel: idOf(place), ts: '1' } : { state: 'absent' };
      },
      channel: async (id) => ({ id, name: `name-of-${id}`, isPrivate: false, isArchived: false, isShared: false, isMember: true }),
      nameOf: async (person) => person,
      kindOf: async () => 'member',
      isIn: async () => true,
      sendFile: async () => {},
      deleteFile: async () => {},
      async works() {
        if (!slack.calm && random.chance(0.1)) throw new Error('Slack does not say');
        return !slack.refused.has(workspace);
      },
    }),
  };

  interface Post {
    readonly place: Place;
    readonly message: Message;
    readonly mark: Slot | undefined;
  }

  function post(workspace: string, sent: Post): Posted {
    const id = idOf(sent.place);
    const code = slack.refused.get(workspace) ?? slack.closed.get(id);
    if (code) return { state: 'refused', code, retryAfterMs: null };
    const applied = (): Posted => {
      apply(workspace, sent);
      return { state: 'posted', channel: id, ts: `${++ts}` };
    };
    const luck = slack.calm ? 1 : random();
    if (luck < 0.04) return { state: 'refused', code: 'ratelimited', retryAfterMs: random.between(1, 60) * 1_000 };
    if (luck < 0.05) return { state: 'refused', code: 'unreachable', retryAfterMs: null };
    if (luck < 0.08) applied();
    // Applied late, though within the time that is waited for it.
    else if (luck < 0.1) time.at(time.now() + random.between(1, 50) * 1_000, () => void applied());
    else if (luck >= 0.13) return applied();
    return { state: 'unknown', error: new Error('no answer') };
  }

  function apply(workspace: string, { place, message, mark }: Post): void {
    if (mark) return void slack.posts.set(keyOf(mark), (slack.posts.get(keyOf(mark)) ?? 0) + 1);
    if (!('person' in place)) throw new Error('a post to a channel has no mark');
    const told = { workspace, person: place.person, message, at: time.now() };
    slack.told.push(told);
    slack.onTold(told);
  }

  return slack;
}

const idOf = (place: Place): string => ('channel' in place ? place.channel : place.person);
