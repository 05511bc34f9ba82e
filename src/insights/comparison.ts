import { count, duration } from '../reports/words/numbers.ts';
import type { Against } from './usual.ts';

/** A percentage of fewer things would swing with each of them. */
const ENOUGH = 20;
/** A smaller difference is none. */
const LEAST_PERCENT = 1;
/** A larger one says less than the two numbers. */
const MOST_PERCENT = 999;

/** How a number stands to the usual one, with its sign and in words: `+23%, more than on a usual Wednesday`. */
export function comparison({ value, usual, unit, volume }: Against, weekday: string): string {
  if (usual === null) return 'nothing to compare with yet';
  const isTime = unit === 'seconds';
  const inUnit = (amount: number): string => (isTime ? duration(amount) : count(Math.round(amount)));
  const difference = (value ?? 0) - usual;
  const percent = Math.round((100 * difference) / usual);
  if (value === null || volume < ENOUGH || !(Math.abs(percent) <= MOST_PERCENT)) return `usually ${inUnit(usual)} on a ${weekday}`;
  if (Math.abs(percent) < LEAST_PERCENT) return `as on a usual ${weekday}`;
  const sign = difference > 0 ? '+' : '−';
  const size = isTime ? duration(Math.abs(difference)) : `${count(Math.abs(percent))}%`;
  const [more, less] = isTime ? ['longer', 'shorter'] : ['more', 'fewer'];
  return `${sign}${size}, ${difference > 0 ? more : less} than on a usual ${weekday}`;
}
