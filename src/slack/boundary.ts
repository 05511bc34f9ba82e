import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { FaultLog } from '../usecases/ports.ts';
import type { Once } from './once.ts';

/** What Slack sends, as far as the boundary looks at it. */
const Envelope = z.object({ event_id: z.string().optional(), trigger_id: z.string().optional() });

export interface BoundaryOptions {
  /** What was delivered, by the id that Slack repeats when it delivers again. */
  readonly delivered: Once;
  readonly faults: FaultLog;
  readonly log: Log;
}

/**
 * What holds for everything that comes in, whichever way: it is acknowledged at once and emptily, so that nothing hangs and the answer
 * takes its own way; and what Slack delivers again has no second effect.
 */
export function installBoundary(app: App, { delivered, faults, log }: BoundaryOptions): void {
  app.use(async (args) => {
    await acknowledge(args);
    const { event_id, trigger_id } = Envelope.parse(args.body);
    const key = event_id ?? trigger_id;
    if (key !== undefined && !delivered.first(key)) {
      log.info({ key, retry: args.context.retryNum }, 'delivered before');
      return;
    }
    await args.next();
  });
  app.error(async (error) => {
    faults.record(error, 'handling what Slack sent');
  });
}

/** Bolt acknowledges events itself, and hands an `ack` for all else. */
async function acknowledge(args: object): Promise<void> {
  if ('ack' in args && typeof args.ack === 'function') await args.ack();
}
