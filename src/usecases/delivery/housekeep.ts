import type { FaultLog, Messengers, Store } from '../ports.ts';

export interface HousekeepDeps {
  readonly store: Store;
  readonly messengers: Messengers;
  readonly faults: FaultLog;
}

/** Forgets what nobody needs any more; how much. */
export type Housekeep = () => Promise<number>;

const FILES = 50;

export function createHousekeep({ store, messengers, faults }: HousekeepDeps): Housekeep {
  return async () => {
    const now = await store.now();
    const forgotten = (await store.questions.forget(now)) + (await store.seenKeys.forget(now));
    const expired = await store.pictureFiles.takeExpired(now, FILES);
    for (const { workspace, file } of expired) {
      // A file that stays is harmless: nothing shows it any more.
      await messengers(workspace)
        ?.deleteFile(file)
        .catch((error: unknown) => faults.record(error, 'deleting a picture'));
    }
    return forgotten + expired.length;
  };
}
