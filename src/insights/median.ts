import type { Value } from '../model/result.ts';

/** The middle of the numbers that are known, which one wild day does not move. */
export function median(values: readonly Value[]): Value {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [below, above] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]];
  return below === undefined || above === undefined ? null : below + (above - below) / 2;
}

/** What makes a standard deviation of the middle distance from the middle, where things are spread normally. */
const NORMAL = 1.4826;

/** How far numbers usually are from their middle, as a standard deviation that a few wild ones do not move. */
export function spreadAround(middle: number, values: readonly number[]): number {
  return NORMAL * (median(values.map((value) => Math.abs(value - middle))) ?? 0);
}
