import type { Clock, Instant } from '../../src/model/time.ts';
import type { JsonObject } from './json.ts';

export interface Call {
  /** A Web API method, `response_url` or `upload`. */
  readonly method: string;
  /** As they were understood; never a token. */
  readonly args: JsonObject;
  readonly at: Instant;
  /** `ok`, Slack's error code, or the fault that it met. */
  readonly outcome: string;
}

export type Journal = ReturnType<typeof createJournal>;

export function createJournal(clock: Clock) {
  const calls: Call[] = [];
  return {
    calls: (method?: string): readonly Call[] => calls.filter((call) => method === undefined || call.method === method),
    refused: (): readonly Call[] => calls.filter((call) => call.outcome !== 'ok'),
    record: (method: string, { token: _, ...args }: JsonObject, outcome: string): void => {
      calls.push({ method, args, at: clock(), outcome });
    },
  };
}
