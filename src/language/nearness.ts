import { MONTHS, WEEKDAYS } from './date-range/vocabulary.ts';

/** Slips of the keyboard from one word to the other: a letter more, less, other, or two swapped. */
export function slips(one: string, other: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped ? (before[j - 2] ?? 0) + 1 : 64);
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}

/** Nobody misses more than a third of a word; words of two letters are other words. */
function allowed(word: string): number {
  if (word.length < 3) return 0;
  return word.length < 6 ? 1 : 2;
}

/** The known words that `word` may be a slip of, all equally near. */
export function nearest(word: string, known: Iterable<string>): readonly string[] {
  let [fewest, found]: [number, string[]] = [allowed(word), []];
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > fewest) continue;
    const count = slips(word, candidate);
    if (count > fewest) continue;
    found = count < fewest ? [candidate] : [...found, candidate];
    fewest = count;
  }
  return found;
}

/** Of these many a person is called nearly so: Jane, Frida, Augusta. */
export const NEAR_NAMES: ReadonlySet<string> = new Set([...MONTHS.keys(), ...WEEKDAYS.keys()]);

const sorted = (word: string): string => [...word].sort().join('');

/**
 * Whether a word can hardly be anything else. People get the first letter right; a letter left out, doubled or swapped is a slip, one
 * exchanged for another makes another word unless it is long, two always. A name that goes on or stops short of a month's is a name.
 */
function isLikelySlip(word: string, known: string): boolean {
  if (word.length < 3 || known.length < 4 || word[0] !== known[0] || word === known) return false;
  if (NEAR_NAMES.has(known) && (word.length < 4 || word.startsWith(known) || known.startsWith(word))) return false;
  if (word.length === 3 && known.length !== 4) return false;
  const isExchanged = word.length === known.length && sorted(word) !== sorted(known);
  return !(isExchanged && word.length < 6) && slips(word, known) <= (isExchanged || word.length < 7 ? 1 : 2);
}

/** The known words that `word` can hardly be anything but a slip of, all equally near; none where it is known itself. */
export function likelySlips(word: string, known: Iterable<string>): readonly string[] {
  let [fewest, found]: [number, string[]] = [Number.POSITIVE_INFINITY, []];
  for (const candidate of known) {
    if (word === candidate) return [];
    if (Math.abs(candidate.length - word.length) > 2 || !isLikelySlip(word, candidate)) continue;
    const count = slips(word, candidate);
    if (count > fewest) continue;
    found = count < fewest ? [candidate] : [...found, candidate];
    fewest = count;
  }
  return found;
}
