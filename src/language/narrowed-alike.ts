import { isRefusal } from './date-range/format.ts';
import { findNarrowing, type NarrowingWords } from './date-range/narrowed.ts';
import type { SaidDate } from './parts.ts';
import { type Rest, take } from './rest.ts';

interface Saying {
  readonly dates: readonly SaidDate[];
  readonly comparisons: readonly string[];
  readonly rest: Rest;
  /** The words as one date; null where they are none. */
  readonly read: (words: string) => SaidDate | null;
}

interface SaidAlike {
  readonly dates: readonly SaidDate[];
  readonly rest: Rest;
}

/**
 * What narrows a range may stand apart from it: `weekends vs weekdays last month`, `last month by day on weekdays`. At the end of a comparison
 * it is said of both: `october vs september on weekdays`.
 */
export function narrowedAlike({ dates, comparisons, rest, read }: Saying): SaidAlike {
  const [said, another] = dates;
  const [compared = ''] = comparisons;
  const beside = findNarrowing(compared);
  if (another || (said && (isRefusal(said.date) || said.date.only))) return { dates, rest };
  if (said && beside && beside.index > 0) {
    const both = read(`${said.typed} ${compared.slice(beside.index)}`);
    return { dates: both ? [both] : dates, rest };
  }
  const range = said?.typed ?? (beside?.index === 0 ? compared.slice(beside.length).trim() : '');
  const apart = range === '' ? null : take<NarrowingWords & { readonly words: string }>(rest, { find: findWords, most: 1 });
  const [narrowing] = apart?.values ?? [];
  const whole = narrowing ? read(`${narrowing.words} ${range}`) : null;
  return apart && whole ? { dates: [whole], rest: apart.rest } : { dates, rest };
}

function findWords(text: string) {
  const found = findNarrowing(text);
  const { index, length } = found ?? { index: 0, length: 0 };
  return found && { value: { ...found, words: text.slice(index, index + length) }, index, length };
}
