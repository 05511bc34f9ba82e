import { comparison } from '../../insights/comparison.ts';
import { DAYS_OF_HOURS, hoursIn, hoursUpTo } from '../../insights/hours.ts';
import { type Hourly, numbersOfToday } from '../../insights/today.ts';
import { type PartOfDay, partOfDay } from '../../insights/usual.ts';
import { ServiceError, UserError } from '../../model/errors.ts';
import type { Table } from '../../model/result.ts';
import { type Clock, type DateRange, type Instant, type Zone, zoned } from '../../model/time.ts';
import { unlessAborted } from '../../model/unless-aborted.ts';
import type { ConnectionState, TodayShown } from '../../presentation/home/home-view.ts';
import { agentsChattingDuration } from '../../reports/agents-chatting-duration.ts';
import type { Report, ReportsApi, Source } from '../../reports/report.ts';
import { tags } from '../../reports/tags.ts';
import { timeInWords, weekdayName } from '../../reports/words/dates.ts';
import { inWords } from '../../reports/words/numbers.ts';
import type { FaultLog } from '../ports.ts';

/** The day so far, and whether LiveChat answers: the same calls tell both. */
export interface Standing {
  readonly today: TodayShown;
  readonly connection: ConnectionState;
}

export interface TodayWatch {
  /** What was found last; asks nobody. */
  known(workspace: string, zone: Zone): Standing;
  /**
   * Asks LiveChat, at most once a minute for all of a workspace: whoever asks later in other zones is told from the same hours. Zones
   * that are half or quarter hours off have a round of their own, shared by those that begin their hours together.
   */
  refresh(workspace: string, zone: Zone, signal: AbortSignal): Promise<Standing>;
}

export interface TodayDeps {
  readonly api: ReportsApi;
  readonly clock: Clock;
  readonly faults: FaultLog;
}

/** What a round of calls has found, for everybody whose days can be cut from its range. */
interface Found {
  readonly now: Instant;
  readonly range: DateRange;
  readonly tables: Hourly;
  readonly connection: ConnectionState;
}

interface Round {
  readonly startedAt: Instant;
  readonly found: Promise<Found>;
  readonly last: Found | null;
}

const FRESH_MS = 60_000;
const UNKNOWN: Standing = { today: { state: 'unknown' }, connection: { state: 'unknown' } };

export function createTodayWatch(deps: TodayDeps): TodayWatch {
  const { clock } = deps;
  const rounds = new Map<string, Round>();
  const keyOf = (workspace: string, range: DateRange) => `${workspace} ${range.zone}`;

  function start(key: string, range: DateRange, startedAt: Instant): Promise<Found> {
    // It belongs to nobody's signal: who comes next wants it too.
    const found = ask(deps, startedAt, range);
    rounds.set(key, { startedAt, found, last: rounds.get(key)?.last ?? null });
    return found.then((last) => {
      rounds.set(key, { startedAt, found, last });
      return last;
    });
  }

  return {
    known(workspace, zone) {
      const last = rounds.get(keyOf(workspace, hoursUpTo(clock(), zone)))?.last;
      return last ? standingIn(zone, last) : UNKNOWN;
    },
    async refresh(workspace, zone, signal) {
      const now = clock();
      const range = hoursUpTo(now, zone);
      const key = keyOf(workspace, range);
      const round = rounds.get(key);
      const isFresh = round !== undefined && now - round.startedAt < FRESH_MS;
      return standingIn(zone, await unlessAborted(isFresh ? round.found : start(key, range, now), signal));
    },
  };
}

/** Never rejects: what went wrong is a state. */
async function ask({ api, faults }: TodayDeps, now: Instant, range: DateRange): Promise<Found> {
  const query = { range, distribution: 'hour', filters: {}, weekStart: 'monday', mostDaysByHour: DAYS_OF_HOURS } as const;
  const hourly = async (report: Report): Promise<Answered> => report.ask(api, query);
  const [duration, tagged] = await Promise.allSettled([hourly(agentsChattingDuration), hourly(tags)]);
  const answered = [duration, tagged].flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = [duration, tagged].find((result) => result.status === 'rejected');
  const [first] = answered;
  return {
    now,
    range,
    tables: { duration: tableOf(duration), tags: tableOf(tagged) },
    connection:
      first && !failed
        ? { state: 'connected', source: first.source, asOf: Math.min(...answered.map(({ source }) => source.asOf)) }
        : { state: 'broken', ...inTheirWords(failed?.reason, faults), checkedAt: now },
  };
}

interface Answered {
  readonly table: Table;
  readonly source: Source;
}

const tableOf = (result: PromiseSettledResult<Answered>): Table | null => (result.status === 'fulfilled' ? result.value.table : null);

function standingIn(zone: Zone, { now, range, tables: { duration, tags }, connection }: Found): Standing {
  if (!duration && !tags) return { today: { state: 'unavailable' }, connection };
  const part = partOfDay(zoned(now, zone));
  const here = (table: Table | null) => table && hoursIn(zone, table, { range, day: part.day });
  return { today: shown({ duration: here(duration), tags: here(tags) }, part), connection };
}

function shown(tables: Hourly, part: PartOfDay): TodayShown {
  if (part.until === 0) return { state: 'early' };
  const weekday = weekdayName(part.day);
  return {
    state: 'known',
    until: timeInWords({ hour: part.until, minute: 0 }),
    numbers: numbersOfToday(tables, part).map((number) => ({
      label: number.label,
      value: inWords(number.value, number.unit),
      comparison: comparison(number, weekday),
    })),
  };
}

function inTheirWords(error: unknown, faults: FaultLog): { readonly message: string; readonly hint: string } {
  if (error instanceof ServiceError) return { message: error.message, hint: `${error.hint} (ref ${faults.record(error, 'filling Home')})` };
  if (error instanceof UserError) return { message: error.message, hint: error.hint };
  return { message: `Something went wrong (ref ${faults.record(error, 'filling Home')}).`, hint: 'Press Refresh in a minute.' };
}
