import { codeOf } from '../../presentation/deliveries/reasons.ts';
import { changed, mended } from './change.ts';
import type { SchedulesDeps } from './deps.ts';

/** Pauses that are over once the bot is in the channel. */
const MENDED = new Set(['not_in_channel', 'channel_not_found', 'is_archived']);

/** The bot came back to a channel: what was paused because it could not post there runs again. */
export async function resumeIn({ store }: Pick<SchedulesDeps, 'store'>, workspace: string, channel: string): Promise<void> {
  for (const schedule of await store.schedules.list(workspace, { channel })) {
    await changed(store, schedule, (current, now) => (MENDED.has(codeOf(current.pausedFor ?? '')) ? mended(current, now) : current));
  }
}
