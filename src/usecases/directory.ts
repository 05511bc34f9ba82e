import type { Context, Language } from '../language/question.ts';
import { type Absent, type Directory, NO_NAMES } from '../model/directory.ts';
import type { Clock, Instant } from '../model/time.ts';
import type { Wait } from './delivery/index.ts';
import type { FaultLog, Lookups } from './ports.ts';

/** What LiveChat calls things, kept in memory. */
export interface KnownNames {
  /** What is known; asks nobody. */
  now(): Directory;
  /** The same, waited for a second at most where nothing is known yet. What is old is given, and asked for anew behind. */
  soon(): Promise<Directory>;
  /** Asked for anew, because a name was not among them: at most once a minute. */
  anew(): Promise<Directory>;
  /** Tags that a report showed: names where LiveChat lists none. */
  learn(tags: readonly string[]): void;
}

export interface KnownNamesDeps {
  readonly lookups: Lookups;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly faults: FaultLog;
}

const MINUTE = 60_000;
const FRESH_MS = 15 * MINUTE;
const LONGEST_WAIT_MS = 1_000;
/** More than people tell apart; the oldest are forgotten. */
const MOST_LEARNT = 2_000;

/** One of LiveChat's lists. */
interface Kept<T> {
  known(): readonly T[] | Absent;
  isOld(): boolean;
  /** Settles when the list is there; one request at a time, and never rejects. */
  refresh(): Promise<void>;
}

function createKept<T>(
  look: () => Promise<readonly T[] | 'forbidden'>,
  { clock, faults }: Pick<KnownNamesDeps, 'clock' | 'faults'>,
): Kept<T> {
  let kept: readonly T[] | Absent = 'unavailable';
  let freshUntil = Number.NEGATIVE_INFINITY;
  let flight: Promise<void> | null = null;

  async function ask(): Promise<void> {
    try {
      kept = await look();
      freshUntil = clock() + FRESH_MS;
    } catch (error) {
      // What was known stays; whoever asks next is not kept waiting again.
      faults.record(error, 'looking names up');
      freshUntil = clock() + MINUTE;
    } finally {
      flight = null;
    }
  }

  return {
    known: () => kept,
    isOld: () => clock() >= freshUntil,
    refresh() {
      flight ??= ask();
      return flight;
    },
  };
}

export function createKnownNames(deps: KnownNamesDeps): KnownNames {
  const { lookups, clock, wait } = deps;
  const [agents, groups, tags] = [createKept(lookups.agents, deps), createKept(lookups.groups, deps), createKept(lookups.tags, deps)];
  const all = [agents, groups, tags];
  const learnt = new Set<string>();
  let askedAt: Instant = Number.NEGATIVE_INFINITY;
  let last: Directory = NO_NAMES;

  function now(): Directory {
    const listed = tags.known();
    const found = {
      agents: agents.known(),
      groups: groups.known(),
      tags: typeof listed === 'string' && learnt.size > 0 ? [...learnt] : listed,
    };
    // The same value as long as nothing changes: what others derive from it they derive once.
    const isSame = found.agents === last.agents && found.groups === last.groups && sameTags(found.tags, last.tags);
    if (!isSame) last = found;
    return last;
  }

  async function within(lists: readonly Kept<unknown>[]): Promise<Directory> {
    if (lists.length > 0) {
      const enough = new AbortController();
      await Promise.race([Promise.all(lists.map((list) => list.refresh())), wait(LONGEST_WAIT_MS, enough.signal)]);
      enough.abort();
    }
    return now();
  }

  return {
    now,
    soon() {
      const old = all.filter((list) => list.isOld());
      if (old.length > 0) askedAt = clock();
      for (const list of old) void list.refresh();
      return within(old.filter((list) => list.known() === 'unavailable'));
    },
    anew() {
      if (clock() - askedAt < MINUTE) return Promise.resolve(now());
      askedAt = clock();
      return within(all.filter((list) => list.isOld() || list.known() !== 'forbidden'));
    },
    learn(names) {
      for (const name of names) {
        learnt.delete(name);
        learnt.add(name);
      }
      for (const name of learnt) {
        if (learnt.size <= MOST_LEARNT) break;
        learnt.delete(name);
      }
    },
  };
}

function sameTags(one: Directory['tags'], other: Directory['tags']): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one === other || (one.length === other.length && one.every((tag, index) => tag === other[index]));
}

/** The directory for whoever says something: looked up only for names that are not known. */
export type DirectoryFor = (words: string, who: Omit<Context, 'now'>) => Promise<Directory>;

export function createDirectoryFor({
  language,
  names,
  clock,
}: {
  readonly language: Pick<Language, 'lacksNames'>;
  readonly names: KnownNames;
  readonly clock: Clock;
}): DirectoryFor {
  return async (words, who) => {
    const lacks = (directory: Directory): boolean => language.lacksNames(words, { ...who, now: clock(), directory });
    const known = names.now();
    if (!lacks(known)) return known;
    const soon = await names.soon();
    return lacks(soon) ? names.anew() : soon;
  };
}
