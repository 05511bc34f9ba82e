import type { Language } from '../../language/question.ts';
import type { Schedule, Store } from '../ports.ts';
import type { Compose } from './compose.ts';

export interface AheadDeps {
  readonly store: Store;
  readonly language: Language;
  readonly compose: Compose;
}

/** Makes what a slot will say before its time, where that is settled already; nothing depends on it. */
export type MakeAhead = (schedule: Schedule, signal: AbortSignal) => Promise<void>;

/** Answers about finished periods are remembered for longer, so that they are still there in the slot. */
export const AHEAD_MS = 15 * 60_000;

export function createAhead({ store, language, compose }: AheadDeps): MakeAhead {
  return async (schedule, signal) => {
    const { question, nextAt } = schedule;
    if (nextAt === null || nextAt === schedule.skipAt) return;
    try {
      const { yearStart } = await store.preferences.ofWorkspace(schedule.workspace);
      const { range } = language.resolve(question, { ...schedule, yearStart, now: nextAt });
      if (range.partial || range.end > (await store.now())) return;
      await compose(schedule, nextAt, { signal, kind: 'post', lateMs: 0 });
    } catch {
      // In its time it is tried again, and told of.
    }
  };
}
