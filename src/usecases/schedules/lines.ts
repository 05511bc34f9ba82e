import type { ScheduleLine } from '../../presentation/schedules/schedule-line.ts';
import type { SchedulesDeps } from './deps.ts';
import { lineOf } from './shown.ts';

/** Whose schedules, or those of which channel, and how many of them at most. */
export interface LinesOf {
  readonly owner?: string;
  readonly channel?: string;
  readonly limit?: number;
}

/** Schedules as their owner sees them, next ones first. */
export type ScheduleLines = (workspace: string, of: LinesOf) => Promise<readonly ScheduleLine[]>;

export function scheduleLines(deps: Pick<SchedulesDeps, 'store' | 'reports'>): ScheduleLines {
  return async (workspace, { limit, ...of }) => {
    const schedules = await deps.store.schedules.list(workspace, of);
    return Promise.all(schedules.slice(0, limit).map((each) => lineOf(deps, each, { person: of.owner ?? '', isAdmin: false })));
  };
}
