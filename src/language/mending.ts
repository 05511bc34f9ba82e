import { likelySlips, NEAR_NAMES, nearest } from './nearness.ts';

/** A text in which slips of the keyboard are put right, with what was put right, in sentences. */
export interface Mended {
  readonly text: string;
  readonly notes: readonly string[];
}

interface Vocabulary {
  /** What was not understood, in pieces of one or several words. */
  readonly unknown: readonly string[];
  readonly known: ReadonlySet<string>;
}

const WORD = /(?<![^\s(,;])\p{L}+(?![^\s,.;:!?)])/gu;
/** More than these are no slips; each costs a reading. */
const MOST_READINGS = 8;

type Choice = ReadonlyMap<string, string>;

function choices(slips: ReadonlyMap<string, readonly string[]>): readonly Choice[] {
  let all: readonly Choice[] = [new Map()];
  for (const [word, candidates] of slips) {
    all = all.flatMap((choice) => candidates.map((candidate) => new Map([...choice, [word, candidate]])));
    if (all.length > MOST_READINGS) return [];
  }
  return all;
}

function spelt(word: string): string {
  return NEAR_NAMES.has(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Every way in which the unknown words may be slips of known ones. */
export function mendings(text: string, { unknown, known }: Vocabulary): readonly Mended[] {
  const words = new Set(unknown.flatMap((piece) => piece.match(WORD) ?? []));
  const candidates = [...words].map((word) => [word, likelySlips(word.toLowerCase(), known)] as const);
  const slips = new Map(candidates.filter(([, meant]) => meant.length > 0));
  if (slips.size === 0) return [];
  return choices(slips).map((choice) => ({
    text: text.replace(WORD, (word) => choice.get(word) ?? word),
    notes: Array.from(choice, ([word, meant]) => `I read “${word}” as ${spelt(meant)}.`),
  }));
}

/** The text with each unknown word that is at all near a known one replaced by it: for a suggestion, never for an answer. */
export function guess(text: string, { unknown, known }: Vocabulary): string {
  const words = new Set(unknown.flatMap((piece) => piece.split(' ')));
  const guesses = new Map([...words].map((word) => [word, nearest(word.toLowerCase(), known)[0]]));
  return text
    .split(' ')
    .map((word) => guesses.get(word) ?? word)
    .join(' ');
}

/** Texts that put a tag and an unknown word after it into quotes together: `tag stove recall`. */
export function quotings(
  text: string,
  { unknown, tags }: { readonly unknown: readonly string[]; readonly tags: readonly string[] },
): readonly string[] {
  return tags.flatMap((tag) =>
    unknown
      .map((piece) => `${tag} ${piece}`)
      .flatMap((name) => (text.includes(` ${name}`) ? [text.replace(` ${name}`, () => ` "${name}"`)] : [])),
  );
}
