import type { WeekStart, Zone } from '../model/time.ts';
import type { DirectoryFor } from './directory.ts';
import type { Asker, FaultLog, PreferencesStore, Visitor } from './ports.ts';

export interface AskersDeps {
  readonly preferences: PreferencesStore;
  readonly faults: FaultLog;
  readonly defaults: { readonly zone: Zone; readonly weekStart: WeekStart };
  /** What names in their words may mean; absent: agents and groups go by their ids. */
  readonly directoryFor?: DirectoryFor;
}

/** Who asks: what a person chose counts before what Slack tells, that before what the workspace chose, and the settings last. */
export type KnowAsker = (visitor: Visitor, words?: string) => Promise<Asker>;

export function createAskers({ preferences, faults, defaults, directoryFor }: AskersDeps): KnowAsker {
  const known = async (visitor: Visitor): Promise<Asker> => {
    try {
      const [own, shared] = await Promise.all([
        preferences.ofPerson(visitor.workspace, visitor.person),
        preferences.ofWorkspace(visitor.workspace),
      ]);
      // Whoever looks after the bot: hears of what no owner can be told.
      if (visitor.isAdmin && shared.installer === null) {
        await preferences.changeWorkspace(visitor.workspace, { installer: visitor.person });
      }
      return {
        ...visitor,
        zone: own.zone ?? visitor.zone ?? shared.zone ?? defaults.zone,
        weekStart: own.weekStart ?? shared.weekStart ?? defaults.weekStart,
        ...(own.weekStart !== null && { isWeekStartSaid: true }),
        ...(own.dayFirst !== null && { dayFirst: own.dayFirst }),
        yearStart: shared.yearStart,
      };
    } catch (error) {
      // An answer by the defaults, which it names, is better than none.
      faults.record(error, 'reading preferences');
      return { ...visitor, zone: visitor.zone ?? defaults.zone, weekStart: defaults.weekStart };
    }
  };
  return async (visitor, words = '') => {
    const asker = await known(visitor);
    return directoryFor ? { ...asker, directory: await directoryFor(words, asker) } : asker;
  };
}
