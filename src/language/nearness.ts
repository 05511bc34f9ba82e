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
