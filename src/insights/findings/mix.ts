import type { Column } from '../../model/result.ts';
import { inWords } from '../../reports/words/numbers.ts';
import { ENOUGH, type Evidence, type Finding, type Rule, scoreOf } from './finding.ts';
import { type Part, partsOf } from './mean-parts.ts';
import { thenIn } from './series.ts';

/** A mean of fewer chats on either side is moved by any of them. */
const LEAST_CHATS = 100;
/** What is nearer to what it was has not moved. */
const LEAST_PERCENT = 5;
/** So much of the change has to come from moved shares. */
const LEAST_OF_CHANGE = 0.6;
/** So much of that has to come from the one part that is named. */
const LEAST_OF_MIX = 0.5;
/** Shares move by chance; so many times as far they do not. */
const CHANCES = 3;

/** A mean that moved because its chats came at other times, rather than because they were other chats. */
export const mix: Rule = {
  kind: 'mix',
  explanation:
    'A mean moves when its parts (weekdays, or hours of the day) do, and when more of the chats come in the parts that are longer anyway. ' +
    'Half-way between the two times, the change is split into these two without a rest. It is told when the mean is ' +
    `${LEAST_PERCENT}% or more away from what it was, at least ${100 * LEAST_OF_CHANGE}% of that come from moved shares, ` +
    `${CHANCES} times as much as chance moves them, and half of this from one weekday or part of the day; with ${LEAST_CHATS} chats or more on both sides.`,
  find(evidence) {
    const { baseline } = evidence;
    if (!baseline) return [];
    return evidence.table.columns.flatMap((column) => {
      const parts = partsOf(evidence, baseline.table, column);
      const found = parts && split(parts);
      return found ? findingOf(evidence, { column, found, than: thenIn(evidence, baseline.range) }) : [];
    });
  },
};

interface Measured extends Part {
  /** Of all chats, from 0 to 1. */
  readonly share: number;
  readonly shareBefore: number;
}

/** A change of a mean, in seconds: what moved shares make of it, and what the parts' own means make of it, are all of it. */
export interface Split {
  readonly chats: number;
  readonly chatsBefore: number;
  readonly mean: number;
  readonly meanBefore: number;
  readonly mixed: number;
  readonly within: number;
  /** How far `mixed` goes by chance. */
  readonly chance: number;
  readonly groups: readonly Group[];
}

/** Parts of one name. */
interface Group {
  readonly name: string;
  readonly chats: number;
  readonly share: number;
  readonly shareBefore: number;
  /** What it adds to what moved shares make, in seconds. */
  readonly adds: number;
  /** How much longer its chats are than all, in seconds. */
  readonly longer: number;
}

const sumOf = <Item>(items: readonly Item[], read: (item: Item) => number): number => items.reduce((sum, item) => sum + read(item), 0);

const middleOf = ({ mean, meanBefore }: Part): number => (mean + meanBefore) / 2;
const middleShare = ({ share, shareBefore }: Measured): number => (share + shareBefore) / 2;

/** null: too few chats. */
export function split(all: readonly Part[]): Split | null {
  const [chats, chatsBefore] = [sumOf(all, (part) => part.chats), sumOf(all, (part) => part.chatsBefore)];
  if (Math.min(chats, chatsBefore) < LEAST_CHATS) return null;
  const parts = all.map((part): Measured => ({ ...part, share: part.chats / chats, shareBefore: part.chatsBefore / chatsBefore }));
  const middle = sumOf(parts, (part) => middleShare(part) * middleOf(part));
  const variance = sumOf(parts, (part) => middleShare(part) * (middleOf(part) - middle) ** 2);
  return {
    chats,
    chatsBefore,
    mean: sumOf(parts, ({ share, mean }) => share * mean),
    meanBefore: sumOf(parts, ({ shareBefore, meanBefore }) => shareBefore * meanBefore),
    mixed: sumOf(parts, (part) => (part.share - part.shareBefore) * middleOf(part)),
    within: sumOf(parts, (part) => middleShare(part) * (part.mean - part.meanBefore)),
    chance: Math.sqrt(variance * (1 / chats + 1 / chatsBefore)),
    groups: groupsOf(parts, middle),
  };
}

function groupsOf(parts: readonly Measured[], middle: number): Group[] {
  return [...new Set(parts.map(({ name }) => name))].map((name) => {
    const own = parts.filter((part) => part.name === name);
    return {
      name,
      chats: sumOf(own, ({ chats, chatsBefore }) => Math.max(chats, chatsBefore)),
      share: sumOf(own, ({ share }) => share),
      shareBefore: sumOf(own, ({ shareBefore }) => shareBefore),
      adds: sumOf(own, (part) => (part.share - part.shareBefore) * (middleOf(part) - middle)),
      longer: sumOf(own, (part) => middleShare(part) * (middleOf(part) - middle)) / sumOf(own, middleShare),
    };
  });
}

/** The part that a moved mean is mostly due to; null: it did not move, or not because of shares, or of no one part's. */
function cause({ mean, meanBefore, mixed, chance, groups }: Split): Group | null {
  const change = mean - meanBefore;
  const way = Math.sign(change);
  const [most] = [...groups].sort((one, other) => way * (other.adds - one.adds) || (one.name < other.name ? -1 : 1));
  const isMixed = way * mixed >= LEAST_OF_CHANGE * Math.abs(change) && Math.abs(mixed) >= CHANCES * chance;
  if (!most || !isMixed || meanBefore <= 0 || 100 * Math.abs(change) < LEAST_PERCENT * meanBefore || Math.round(change) === 0) return null;
  const isPlain = Math.sign(most.share - most.shareBefore) * Math.sign(most.longer) === way;
  return isPlain && most.chats >= ENOUGH && way * most.adds >= LEAST_OF_MIX * Math.abs(mixed) ? most : null;
}

interface Told {
  readonly label: string;
  readonly found: Split;
  readonly group: Group;
  /** `the week before` */
  readonly than: string;
  readonly each: string;
}

const words = (seconds: number): string => inWords(Math.abs(seconds), 'seconds');
const moved = (seconds: number): string => `${words(seconds)} ${seconds > 0 ? 'longer' : 'shorter'}`;
const percent = (share: number): string => `${Math.round(100 * share)}%`;

function findingOf(evidence: Evidence, { column, found, than }: { readonly column: Column; readonly found: Split; readonly than: string }) {
  const group = cause(found);
  if (!group) return [];
  const { distribution } = evidence.query;
  const each = distribution === 'weekday' || distribution === 'day' ? 'Weekday by weekday' : 'Hour by hour';
  const told: Told = { label: column.label, found, group, than, each };
  const score = scoreOf('mix', Math.abs(found.mixed) / found.meanBefore);
  return [{ kind: 'mix', score, sentence: sentenceOf(told), numbers: numbersOf(told), about: `mix ${group.name}` } as const];
}

/** Where the parts have moved against their mean it says so, else how much of the change is due to the shares. */
function sentenceOf({ label, found: { mean, meanBefore, mixed, within }, group, than, each }: Told): string {
  const { name, share, shareBefore, longer } = group;
  const more = share > shareBefore ? 'more' : 'fewer';
  const shares = `${percent(share)}, before ${percent(shareBefore)}`;
  const because = `because ${more} of the chats came ${name}, when they take ${longer > 0 ? 'longer' : 'less time'} (${shares})`;
  const change = `${label} is ${moved(mean - meanBefore)} than ${than}`;
  if (Math.round(within) === 0) return `${change} ${because}.`;
  if (Math.sign(within) === Math.sign(mixed)) return `${change}, ${words(mixed)} of it ${because}.`;
  return `${change} only ${because}. ${each} it is ${moved(within)}.`;
}

function numbersOf({ label, found, group, than, each }: Told): Finding['numbers'] {
  const { mean, meanBefore, mixed, within } = found;
  const { name, share, shareBefore, longer } = group;
  return [
    { label, value: words(mean) },
    { label: `${label}, ${than}`, value: words(meanBefore) },
    { label: 'Change', value: moved(mean - meanBefore) },
    { label: 'From moved shares', value: moved(mixed) },
    { label: `${each}, without them`, value: moved(within) },
    { label: `Share of chats ${name}`, value: percent(share) },
    { label: `Share of chats ${name}, ${than}`, value: percent(shareBefore) },
    { label: `${label} ${name}, beside that of all`, value: moved(longer) },
  ];
}
