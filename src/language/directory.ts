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

const flatten = (name: string): string => name.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function normalised(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/gu, '')
    .replace(/[łøđıßæœ&]/gu, (letter) => FOLDED[letter] ?? letter)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
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
  readonly mostWords: number;
}

type Grouped = ReadonlyMap<string, readonly Indexed[]>;

function entriesOf({ agents, groups, tags }: Directory): readonly Entry[] {
  return [
    ...(typeof agents === 'string' ? [] : agents.map((agent) => ({ kind: 'agents', ...agent }) as const)),
    ...(typeof groups === 'string' ? [] : groups.map((group) => ({ kind: 'groups', ...group }) as const)),
    ...(typeof tags === 'string' ? [] : tags.map((tag) => ({ kind: 'tags', id: tag, name: tag }) as const)),
  ];
}

const indexes = new WeakMap<Directory, Map<string, Index>>();

/** Made once for each directory: a text may be full of what could be names. */
function indexOf({ directory, kinds }: Search): Index {
  const known = indexes.get(directory) ?? new Map<string, Index>();
  indexes.set(directory, known);
  const key = [...kinds].sort().join(' ');
  const index = known.get(key) ?? indexed(entriesOf(directory).filter(({ kind }) => kinds.includes(kind)));
  known.set(key, index);
  return index;
}

function indexed(entries: readonly Entry[]): Index {
  const all = entries.map((entry) => ({ entry, flat: flatten(entry.name), normal: normalised(entry.name) }));
  return {
    all,
    byFlat: grouped(all, ({ flat }) => [flat.toLowerCase()]),
    byNormal: grouped(all, ({ normal }) => [normal]),
    spellings: grouped(all, ({ normal }) => new Set([normal, ...normal.split(' ')])),
    mostWords: Math.max(0, ...all.map(({ flat }) => flat.split(/[ ,]+/).length)),
  };
}

function grouped(all: readonly Indexed[], keysOf: (each: Indexed) => Iterable<string>): Grouped {
  const groups = new Map<string, Indexed[]>();
  for (const each of all) {
    for (const key of keysOf(each)) {
      const same = groups.get(key) ?? [];
      same.push(each);
      groups.set(key, same);
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

function guessed(name: string, { spellings }: Index): Match | null {
  const found = new Set(nearest(normalised(name), spellings.keys()).flatMap((spelling) => spellings.get(spelling) ?? []));
  return found.size > 0 ? { entries: entriesIn([...found]), isGuess: true } : null;
}

/** Whom a name may mean: one of that name or, if none, of a name that begins so or has that word in it, or of nearly that name. */
export function match(name: string, search: Search): Match | null {
  const index = indexOf(search);
  const [preferred] = search.kinds;
  const bare = name.replace(/[.:;!?]+$/u, '');
  return ranked(name, index, preferred) ?? (bare === name ? null : ranked(bare, index, preferred)) ?? guessed(bare, index);
}

/** A longer name is no nearer to anything. */
const LONGEST_NAME = 60;
const MOST_NEAR = 3;
/** Slips for each letter, beyond which two names have nothing to do with each other. */
const FARTHEST = 0.7;

/** Those whose names are nearest to a name that nobody has. */
export function near(name: string, search: Search): readonly Entry[] {
  const { all, spellings } = indexOf(search);
  const typed = normalised(name).slice(0, LONGEST_NAME);
  const far = new Map<Indexed, number>();
  for (const [spelling, those] of spellings) {
    const known = spelling.slice(0, LONGEST_NAME);
    if (Math.abs(known.length - typed.length) > FARTHEST * known.length) continue;
    const slipped = slips(typed, known) / known.length;
    for (const each of slipped <= FARTHEST ? those : []) far.set(each, Math.min(slipped, far.get(each) ?? slipped));
  }
  return all
    .map((each) => ({ entry: each.entry, far: far.get(each) ?? Number.POSITIVE_INFINITY }))
    .filter((each) => Number.isFinite(each.far))
    .sort((one, other) => one.far - other.far)
    .slice(0, MOST_NEAR)
    .map(({ entry }) => entry);
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
  return joined.toReversed().find((end) => match(text.slice(0, end), search) !== null) ?? null;
}
