import { comparison } from '../../insights/comparison.ts';
import { type Hourly, numbersOfToday } from '../../insights/today.ts';
import { partOfDay, WEEKS } from '../../insights/usual.ts';
import { ServiceError, UserError } from '../../model/errors.ts';
import type { Table } from '../../model/result.ts';
import { type Clock, type DateRange, type Instant, startOf, type Zone, zoned } from '../../model/time.ts';
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
  /** Asks LiveChat, at most once a minute for all of a workspace who share a zone. */
  refresh(workspace: string, zone: Zone, signal: AbortSignal): Promise<Standing>;
}

export interface TodayDeps {
  readonly api: ReportsApi;
  readonly clock: Clock;
  readonly faults: FaultLog;
}

interface Round {
  readonly startedAt: Instant;
  readonly found: Promise<Standing>;
  readonly last: Standing;
}

const FRESH_MS = 60_000;
const UNKNOWN: Standing = { today: { state: 'unknown' }, connection: { state: 'unknown' } };

export function createTodayWatch(deps: TodayDeps): TodayWatch {
  const { clock } = deps;
  const rounds = new Map<string, Round>();
  const keyOf = (workspace: string, zone: Zone) => `${workspace} ${zone}`;

  function start(key: string, zone: Zone): Promise<Standing> {
    const startedAt = clock();
    // It belongs to nobody's signal: who comes next wants it too.
    const found = ask(deps, startedAt, zone);
    rounds.set(key, { startedAt, found, last: rounds.get(key)?.last ?? UNKNOWN });
    return found.then((last) => {
      rounds.set(key, { startedAt, found, last });
      return last;
    });
  }

  return {
    known: (workspace, zone) => rounds.get(keyOf(workspace, zone))?.last ?? UNKNOWN,
    refresh(workspace, zone, signal) {
      const key = keyOf(workspace, zone);
      const round = rounds.get(key);
      const isFresh = round !== undefined && clock() - round.startedAt < FRESH_MS;
      return unlessAborted(isFresh ? round.found : start(key, zone), signal);
    },
  };
}

/** Never rejects: what went wrong is a state. */
async function ask({ api, faults }: TodayDeps, now: Instant, zone: Zone): Promise<Standing> {
  const range = hoursUpTo(now, zone);
  const query = { range, distribution: 'hour', filters: {}, weekStart: 'monday' } as const;
  const hourly = async (report: Report): Promise<Answered> => report.ask(api, query);
  const [duration, tagged] = await Promise.allSettled([hourly(agentsChattingDuration), hourly(tags)]);
  const answered = [duration, tagged].flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = [duration, tagged].find((result) => result.status === 'rejected');
  const tables: Hourly = { duration: tableOf(duration), tags: tableOf(tagged) };
  const [first] = answered;
  return {
    today: first ? shown(tables, now, zone) : { state: 'unavailable' },
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

/** One wide range for both the day and what is usual, so that each report is asked once. */
function hoursUpTo(now: Instant, zone: Zone): DateRange {
  const moment = zoned(now, zone);
  const start = moment.toPlainDate().subtract({ weeks: WEEKS }).toZonedDateTime(zone).epochMilliseconds;
  const end = startOf('hour', moment).epochMilliseconds;
  return { start, end, zone, label: 'today', granularity: 'hour', partial: true };
}

function shown(tables: Hourly, now: Instant, zone: Zone): TodayShown {
  const part = partOfDay(zoned(now, zone));
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
