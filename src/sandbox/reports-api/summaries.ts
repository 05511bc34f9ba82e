import type { Chat } from '../chats.ts';
import type { Buckets } from './buckets.ts';

/** One record per bucket. `undefined` in a record is left out when it becomes JSON, which is how a zero looks. */
export function recordsOf<Record>(buckets: Buckets, summarise: (chats: readonly Chat[]) => Record): { [key: string]: Record } {
  return Object.fromEntries([...buckets].map(([key, chats]) => [key, summarise(chats)]));
}

/** Rounded half up; undefined when there is nothing to take the mean of. */
function mean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);
}

export const countOf = (chats: readonly Chat[]) => chats.length || undefined;

/** Time that agents spent in chats. A chat that nobody joined has none, so it does not pull the mean down. */
export const meanAgentSeconds = (chats: readonly Chat[]) => mean(chats.flatMap(({ agentSeconds }) => agentSeconds ?? []));

export const meanDuration = (chats: readonly Chat[]) => mean(chats.map(({ durationSeconds }) => durationSeconds));

/** Chats by tag, tags in alphabetical order. An empty `names` means every tag. */
export function tagCounts(chats: readonly Chat[], names: readonly string[] = []): Record<string, number> {
  const counts = new Map<string, number>();
  for (const tag of chats.flatMap(({ tags }) => tags)) {
    if (names.length === 0 || names.includes(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
