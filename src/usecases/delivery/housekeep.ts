import type { Instant } from '../../model/time.ts';
import type { DeliveryDeps, Turn } from './index.ts';
import { workThrough } from './pool.ts';

export type HousekeepDeps = Pick<DeliveryDeps, 'store' | 'messengers' | 'served' | 'faults' | 'wait'>;

const MINUTE = 60_000;
const IN_FLIGHT = 8;
/** Between two rounds of what is not in a hurry, and two tries to delete a file. */
const AGAIN_MS = 15 * MINUTE;
/** A file that Slack does not delete now: it may want a pause. */
const PAUSE_MS = MINUTE;

/** Forgets what nobody needs any more, and notices when a token works again; how much. */
export function createHousekeep({ store, messengers, served, faults, wait }: HousekeepDeps): Turn {
  const next: { round: Instant; files: Instant } = { round: 0, files: 0 };

  return async ({ closing }) => {
    const now = await store.now();
    const forgotten = now >= next.round ? await goRound(now, closing) : 0;
    return forgotten + (now >= next.files ? await deleteFiles(closing) : 0);
  };

  async function goRound(now: Instant, closing: AbortSignal): Promise<number> {
    next.round = now + AGAIN_MS;
    for (const workspace of served() ?? []) if (!closing.aborted) await lookAtToken(workspace, now);
    return (await store.questions.forget(now)) + (await store.conversations.forget(now)) + (await store.seenKeys.forget(now));
  }

  /** Nobody else does: while it is refused, nothing is called for that workspace. */
  async function lookAtToken(workspace: string, now: Instant): Promise<void> {
    const { refusedSince } = await store.preferences.ofWorkspace(workspace);
    if (refusedSince === null || now - refusedSince < AGAIN_MS) return;
    try {
      if (await messengers(workspace)?.works()) await store.preferences.changeWorkspace(workspace, { refusedSince: null });
    } catch (error) {
      faults.record(error, 'asking Slack whether it takes the token');
    }
  }

  /** The row goes after its file, so that none is left in Slack for ever. */
  async function deleteFiles(closing: AbortSignal): Promise<number> {
    const began = { isFailed: false, count: 0 };
    await workThrough({
      size: IN_FLIGHT,
      wait,
      isClosing: () => closing.aborted || began.isFailed,
      take: async (limit) => store.pictureFiles.takeExpired(await store.now(), limit, AGAIN_MS, served()),
      async work({ workspace, file }) {
        const messenger = messengers(workspace);
        if (!messenger || closing.aborted || began.isFailed) return;
        try {
          await messenger.deleteFile(file);
        } catch (error) {
          began.isFailed = true;
          next.files = (await store.now()) + PAUSE_MS;
          faults.record(error, 'deleting a picture');
          return;
        }
        await store.pictureFiles.forget(workspace, file);
        began.count += 1;
      },
    });
    return began.count;
  }
}
