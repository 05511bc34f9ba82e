import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { FaultLog } from '../usecases/ports.ts';
import { heard } from './heard.ts';
import type { Once, SharedOnce } from './once.ts';

/** What Slack sends, as far as the boundary looks at it. */
const Envelope = z.object({
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
  type: z.string().optional(),
  event: z.looseObject({ type: z.string() }).optional(),
  view: z.object({ callback_id: z.string() }).partial().optional(),
});
type Envelope = z.infer<typeof Envelope>;

/** What a form is called in Slack begins with this. */
export const FORM = 'form:';

export interface BoundaryOptions {
  /** What was delivered, by the id that Slack repeats when it delivers again. */
  readonly delivered: Once;
  /** The same for all processes; null: this is the only one. */
  readonly deliveredAnywhere: SharedOnce | null;
  readonly faults: FaultLog;
  readonly log: Log;
}

/**
 * What holds for everything that comes in, whichever way: it is acknowledged at once and emptily, so that nothing hangs and the answer
 * takes its own way; and what Slack delivers again has no second effect. Only a form that was filled in is acknowledged by its listener:
 * there the acknowledgement says what is wrong with it.
 */
export function installBoundary(app: App, { delivered, deliveredAnywhere, faults, log }: BoundaryOptions): void {
  app.use(async (args) => {
    const envelope = Envelope.parse(args.body);
    // Most of what is said in channels is none of ours: it costs nothing, and Bolt acknowledges it.
    if (envelope.event?.type === 'message' && heard(envelope.event, args.context.botUserId ?? '') === null) return;
    // Whoever corrects a form and submits it again has another trigger.
    const key = envelope.event_id ?? envelope.trigger_id;
    const isNewHere = key === undefined || delivered.first(key);
    const isAcknowledgedNow = !isNewHere || !isFilledIn(envelope);
    if (isAcknowledgedNow) await acknowledge(args);
    const isNew = isNewHere && (key === undefined || ((await deliveredAnywhere?.first(key)) ?? true));
    if (!isNew) {
      if (!isAcknowledgedNow) await acknowledge(args);
      log.info({ key, retry: args.context.retryNum }, 'delivered before');
      return;
    }
    await args.next();
  });
  app.error(async (error) => {
    faults.record(error, 'handling what Slack sent');
  });
}

const isFilledIn = ({ type, view }: Envelope): boolean => type === 'view_submission' && (view?.callback_id ?? '').startsWith(FORM);

/** Bolt acknowledges events itself, and hands an `ack` for all else. */
async function acknowledge(args: object): Promise<void> {
  if ('ack' in args && typeof args.ack === 'function') await args.ack();
}
