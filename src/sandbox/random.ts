/** At least 0, below 1. */
export type Random = () => number;

/** The same numbers for the same seed, everywhere and for ever: what is drawn must not depend on a library's version. */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Draws items as often as their weights say. */
export function lottery<T extends { readonly weight: number }>(items: readonly T[]): (random: Random) => T {
  const last = items.at(-1);
  if (!last) throw new RangeError('A lottery needs something to draw.');
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  return (random) => {
    let left = random() * total;
    for (const item of items) {
      left -= item.weight;
      if (left < 0) return item;
    }
    return last;
  };
}
