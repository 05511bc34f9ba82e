import { ServiceError, UserError } from '../model/errors.ts';
import { type Clock, startOf, type Zone, zoned } from '../model/time.ts';
import type { ConnectionState } from '../presentation/home-view.ts';
import type { Report, ReportsApi } from '../reports/report.ts';
import type { FaultLog } from './ports.ts';

export interface ConnectionWatch {
  /** What was found last; asks nobody. */
  readonly known: ConnectionState;
  /** Asks LiveChat, at most once a minute. */
  check(signal: AbortSignal): Promise<ConnectionState>;
}

export interface ConnectionDeps {
  readonly api: ReportsApi;
  /** Asked for today, as the cheapest true test. */
  readonly report: Report;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly faults: FaultLog;
}

const FRESH_MS = 60_000;

export function createConnectionWatch({ api, report, clock, zone, faults }: ConnectionDeps): ConnectionWatch {
  let known: ConnectionState = { state: 'unknown' };
  let checking: Promise<ConnectionState> | null = null;

  async function ask(signal: AbortSignal): Promise<ConnectionState> {
    const now = clock();
    const start = startOf('day', zoned(now, zone)).epochMilliseconds;
    const end = Math.max(start + 1_000, Math.floor(now / 60_000) * 60_000);
    const range = { start, end, zone, label: 'today', granularity: 'day', partial: true } as const;
    try {
      const { source } = await report.ask(api, { range, distribution: 'hour', filters: {}, weekStart: 'monday' }, signal);
      return { state: 'connected', source, checkedAt: now };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error instanceof ServiceError) faults.record(error, 'checking the connection');
      return { state: 'broken', message: error.message, hint: error.hint, checkedAt: now };
    }
  }

  return {
    get known() {
      return known;
    },
    async check(signal) {
      if (known.state !== 'unknown' && clock() - known.checkedAt < FRESH_MS) return known;
      checking ??= ask(signal).finally(() => {
        checking = null;
      });
      known = await checking;
      return known;
    },
  };
}
