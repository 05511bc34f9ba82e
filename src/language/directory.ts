import type { Directory } from '../model/directory.ts';
import { nearest, slips } from './nearness.ts';

export type Kind = keyof Directory;

/** Somebody or something that can be asked about. */
export type Entry =
  | { readonly kind: 'agents'; readonly id: string; readonly name: string }
  | { readonly kind: 'groups'; readonly id: number; readonly name: string }
  | { readonly kind: 'tags'; readonly id: string; readonly name: string };

interface Indexed {
  readonly entry: Entry;
  /** As it can be typed: on one line. */
  readonly flat: string;
  /** Without what people leave out: case, accents, punctuation, "team". */
  readonly normal: string;
}

/** Letters that no accent makes of another. */
const FOLDED: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', '&': ' and ' };
const UNSAID: ReadonlySet<string> = new Set(['team', 'group', 'department']);

/** Of a few thousand names most are of these letters alone, which need no care. */
const IS_SIMPLE = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;

const flatten = (name: string): string => (IS_SIMPLE.test(name) ? name : name.replace(/[\s\p{Cc}]+/gu, ' ').trim());

function folded(name: string): readonly string[] {
  const small = name.toLowerCase();
  if (IS_SIMPLE.test(small)) return small.split(' ');
  return small
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/gu, '')
    .replace(/[łøđıßæœ&]/gu, (letter) => FOLDED[letter] ?? letter)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

function normalised(name: string): string {
  const words = folded(name);
  const said = words.filter((word) => !UNSAID.has(word));
  return (said.length > 0 ? said : words).join(' ');
}

/** Where to look, and what for: of several kinds the first is preferred. */
export interface Search {
  readonly directory: Directory;
  readonly kinds: readonly Kind[];
}

/** Everybody and everything of these kinds. */
interface Index {
  readonly all: readonly Indexed[];
  readonly byFlat: Grouped;
  readonly byNormal: Grouped;
  /** By whole names and by each of their words, as they are normalised. */
  readonly spellings: Grouped;
  /** Spellings by each of their first two letters with their length. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  readonly mostWords: number;
  /** What names were found to mean. */
  readonly met: Map<string, Match | null>;
}

type Grouped = ReadonlyMap<string, readonly Indexed[]>;

function entriesOf({ agents, groups, tags }: Directory): readonly Entry[] {
  return [
    ...(typeof agents === 'string' ? [] : agents.map((agent) => ({ kind: 'agents', ...agent }) as const)),
    ...(typeof groups === 'string' ? [] : groups.map((group) => ({ kind: 'groups', ...group }) as const)),
    ...(typeof tags === 'string' ? [] : tags.map((tag) => ({ kind: 'tags', id: tag, name: tag }) as const)),
  ];
}

interface Known {
  readonly all: readonly Indexed[];
  readonly byKinds: Map<string, Index>;
}

const directories = new WeakMap<Directory, Known>();

function knownIn(directory: Directory): Known {
  const before = directories.get(directory);
  if (before) return before;
  const all = entriesOf(directory).map((entry) => ({ entry, flat: flatten(entry.name), normal: normalised(entry.name) }));
  const made = { all, byKinds: new Map<string, Index>() };
  directories.set(directory, made);
  return made;
}

/** Made once for each directory: a text may be full of what could be names. */
function indexOf({ directory, kinds }: Search): Index {
  const { all, byKinds } = knownIn(directory);
  const key = kinds.join(' ');
  const index = byKinds.get(key) ?? indexed(all.filter(({ entry }) => kinds.includes(entry.kind)));
  byKinds.set(key, index);
  return index;
}

function indexed(all: readonly Indexed[]): Index {
  const spellings = grouped(all, ({ normal }) => (normal.includes(' ') ? new Set([normal, ...normal.split(' ')]) : [normal]));
  return {
    all,
    byFlat: grouped(all, ({ flat }) => [flat.toLowerCase()]),
    byNormal: grouped(all, ({ normal }) => [normal]),
    spellings,
    alike: grouped([...spellings.keys()], (spelling) => new Set([0, 1].map((at) => spelling.charAt(at) + spelling.length))),
    mostWords: all.reduce((most, { flat }) => Math.max(most, flat.split(/[ ,]+/).length), 0),
    met: new Map(),
  };
}

function grouped<T>(all: readonly T[], keysOf: (each: T) => Iterable<string>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    for (const key of keysOf(each)) {
      const same = groups.get(key);
      if (same) same.push(each);
      else groups.set(key, [each]);
    }
  }
  return groups;
}

export interface Match {
  /** Who may be meant; one, unless it is ambiguous. */
  readonly entries: readonly Entry[];
  /** None is called so, only nearly. */
  readonly isGuess: boolean;
}

const entriesIn = (found: readonly Indexed[]): readonly Entry[] => found.map(({ entry }) => entry);

const isPart = (normal: string, part: string): boolean =>
  normal.startsWith(part) || normal.endsWith(` ${part}`) || normal.includes(` ${part} `);

/** Somebody of the preferred kind, unless something else fits better: then both may be meant. */
function ranked(name: string, { all, byFlat, byNormal }: Index, preferred: Kind | undefined): Match | null {
  const flat = flatten(name);
  const normal = normalised(name);
  // To the letter, but for what people leave out, in part.
  const ranks = [
    () => (byFlat.get(flat.toLowerCase()) ?? []).filter((each) => each.flat === flat),
    ...(normal === '' ? [] : [() => byNormal.get(normal) ?? [], () => all.filter((each) => isPart(each.normal, normal))]),
  ];
  let better: readonly Indexed[] = [];
  for (const fitting of ranks) {
    const found = fitting();
    const own = found.filter(({ entry }) => entry.kind === preferred);
    if (own.length > 0) return { entries: entriesIn([...own, ...better]), isGuess: false };
    if (better.length === 0) better = found;
  }
  return better.length > 0 ? { entries: entriesIn(better), isGuess: false } : null;
}

/** People get the first letter right, or leave it out, double or swap it: any of it keeps one of the first two. Two slips are the most. */
function guessed(name: string, { spellings, alike }: Index): Match | null {
  const typed = normalised(name);
  const lengths = [-2, -1, 0, 1, 2].map((slipped) => typed.length + slipped);
  const looks = new Set([0, 1].flatMap((at) => lengths.map((length) => typed.charAt(at) + length)));
  const candidates = [...looks].flatMap((look) => alike.get(look) ?? []);
  const found = new Set(nearest(typed, candidates).flatMap((spelling) => spellings.get(spelling) ?? []));
  return found.size > 0 ? { entries: entriesIn([...found]), isGuess: true } : null;
}

/** More than stand in one question. */
const MOST_MET = 500;

/** Whom a name may mean: one of that name or, if none, of a name that begins so or has that word in it, or of nearly that name. */
export function match(name: string, search: Search): Match | null {
  const index = indexOf(search);
  const { met } = index;
  const before = met.get(name);
  if (before !== undefined) return before;
  const [preferred] = search.kinds;
  const bare = name.replace(/[.:;!?]+$/u, '');
  const found = ranked(name, index, preferred) ?? (bare === name ? null : ranked(bare, index, preferred)) ?? guessed(bare, index);
  if (met.size >= MOST_MET) met.clear();
  met.set(name, found);
  return found;
}

/** Those that are called so to the letter, but for what people leave out; their kind is not said. */
export function called(name: string, directory: Directory): readonly Entry[] {
  const { byNormal } = indexOf({ directory, kinds: ['agents', 'groups', 'tags'] });
  const normal = normalised(name);
  return normal === '' ? [] : entriesIn(byNormal.get(normal) ?? []);
}

/** A longer name is no nearer to anything. */
const LONGEST_NAME = 60;
const MOST_NEAR = 3;
/** Slips for each letter, beyond which two names have nothing to do with each other. */
const FARTHEST = 0.4;

/** Those whose names are nearest to a name that nobody has: of the same first letter, or with a word in common. */
export function near(name: string, search: Search): readonly Entry[] {
  const { spellings } = indexOf(search);
  const typed = normalised(name).slice(0, LONGEST_NAME);
  const far = new Map<Indexed, number>();
  const put = (spelling: string, distance: number): void => {
    for (const each of spellings.get(spelling) ?? []) far.set(each, Math.min(distance, far.get(each) ?? distance));
  };
  for (const spelling of spellings.keys()) {
    const known = spelling.slice(0, LONGEST_NAME);
    if (known[0] !== typed[0] || Math.abs(known.length - typed.length) > FARTHEST * known.length) continue;
    const slipped = slips(typed, known) / known.length;
    if (slipped <= FARTHEST) put(spelling, slipped);
  }
  for (const word of typed.split(' ')) if (word !== 'and') put(word, FARTHEST);
  return [...far]
    .sort(([, one], [, other]) => one - other)
    .slice(0, MOST_NEAR)
    .map(([{ entry }]) => entry);
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The tag as LiveChat spells it, where it has that tag in another case only. */
export function spelt(tag: string, directory: Directory | undefined): string {
  const tags = typeof directory?.tags === 'object' ? directory.tags : [];
  if (tags.includes(tag)) return tag;
  const same = tags.filter((other) => isSame(flatten(other), flatten(tag)));
  return same.length === 1 ? (same[0] ?? tag) : tag;
}

export interface Reading extends Search {
  /** Whether the text begins with a word that nothing else is made of. */
  readonly isFree: (text: string) => boolean;
  /** Only names to the letter, in any case. */
  readonly isWhole?: boolean;
}

/** `sales team`; but in `anna group Billing` and `anna team 4` the group is another one. */
const TEAM = /^ (?:team|group|department)(?=$|,| (?!["“'\d])(?<after>.*))/iu;

/** How much of the text is a name without quotes, in UTF-16 units: a name in full may have any words in it, another only such as mean nothing. */
export function nameLength(text: string, { isFree, isWhole = false, ...search }: Reading): number | null {
  const { byFlat, byNormal, mostWords } = indexOf(search);
  // A word more: “the team”.
  const ends = Array.from(text.matchAll(/(?<=[^\s,])(?=[\s,]|$)/gu), ({ index }) => index).slice(0, mostWords + 1);
  const isOpen = isFree(text);
  const longestFirst = ends.toReversed();
  const whole = longestFirst.find((end, index) => {
    const isOneWord = index === longestFirst.length - 1;
    if (!isOpen && isOneWord) return false;
    const name = text.slice(0, end);
    return byFlat.has(flatten(name).toLowerCase()) || (!isWhole && byNormal.has(normalised(name) || ' '));
  });
  if (whole !== undefined || !isOpen || isWhole) return whole ?? null;
  const starts = [0, ...ends.map((end) => end + (/^[\s,]*/u.exec(text.slice(end))?.[0].length ?? 0))];
  const stop = starts.findIndex((start) => !isFree(text.slice(start)));
  const open = ends.slice(0, stop === -1 ? ends.length : stop);
  const joined = open.filter((end) => !text.slice(0, end).includes(','));
  const found = joined.toReversed().find((end) => match(text.slice(0, end), search) !== null);
  if (found === undefined) return null;
  const team = TEAM.exec(text.slice(found));
  return team && !isFree(team.groups?.after ?? '') ? found + team[0].length : found;
}
