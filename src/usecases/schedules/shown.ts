import type { Suggestion } from '../../model/errors.ts';
import { DISTRIBUTION_WORDS } from '../../model/query.ts';
import { zoned } from '../../model/time.ts';
import type { Message } from '../../presentation/message.ts';
import { confirmationMessage } from '../../presentation/schedules/confirmation-message.ts';
import type { ScheduleLine } from '../../presentation/schedules/schedule-line.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { Recurrence } from '../../recurrence/recurrence.ts';
import { fullDay } from '../../reports/words/dates.ts';
import { cut } from '../../reports/words/names.ts';
import { filtersInWords } from '../../reports/words/query.ts';
import type { Schedule } from '../ports.ts';
import type { Reader, SchedulesDeps } from './deps.ts';
import { mayChange } from './permissions.ts';
import { clockChange, upcoming } from './upcoming.ts';

/** Several of them stand in one message, whose size Slack limits. */
const LONGEST_WHAT = 120;

/** `Tags usage · last week · by day · group 12` */
export function whatInWords({ question }: Schedule, { reports }: Pick<SchedulesDeps, 'reports'>): string {
  const { report, range, distribution, filters } = question;
  const title = reports.find(({ name }) => name === report)?.title ?? report;
  const split = distribution === null ? [] : [`by ${DISTRIBUTION_WORDS[distribution]}`];
  return cut([title, range, ...split, ...filtersInWords(filters)].join(' · '), LONGEST_WHAT);
}

/** `Tags usage · last week, every Monday at 09:00` */
export function inOneLine(schedule: Schedule, deps: Pick<SchedulesDeps, 'reports'>): string {
  return `${whatInWords(schedule, deps)}, ${describeRecurrence(schedule.recurrence)}`;
}

export const historyOf = ({ id }: Schedule): Suggestion => ({ label: 'History', words: `history ${id}` });

export async function lineOf(deps: Pick<SchedulesDeps, 'store' | 'reports'>, schedule: Schedule, reader: Reader): Promise<ScheduleLine> {
  const { workspace, id, zone, place, owner, state, pausedFor, nextAt, skipAt } = schedule;
  const [last = null] = await deps.store.deliveries.history(workspace, id, 1);
  return {
    id,
    what: whatInWords(schedule, deps),
    when: describeRecurrence(schedule.recurrence),
    zone,
    place: 'person' in place && place.person === reader.person ? 'you' : place,
    owner: owner === reader.person ? null : owner,
    state,
    pausedFor,
    nextAt,
    isNextSkipped: nextAt !== null && nextAt === skipAt,
    last,
    isChangeable: mayChange(schedule, reader),
  };
}

/** Somebody's schedules as they see them, next ones first. */
export function scheduleLines(deps: Pick<SchedulesDeps, 'store' | 'reports'>) {
  return async (workspace: string, { owner }: { readonly owner: string }): Promise<readonly ScheduleLine[]> => {
    const schedules = await deps.store.schedules.list(workspace, { owner });
    return Promise.all(schedules.map((each) => lineOf(deps, each, { person: owner, isAdmin: false })));
  };
}

interface Confirming {
  readonly reader: Reader;
  readonly lead?: string | null;
  readonly notes?: readonly string[];
  readonly otherwise?: OtherReading | null;
}

/** When the words may have meant as well, and which range that is usually about; null: the range was said. */
export interface OtherReading {
  readonly recurrence: Recurrence;
  readonly range: string | null;
}

function offersOf({ id }: Schedule, { recurrence, range }: OtherReading): readonly Suggestion[] {
  const when = describeRecurrence(recurrence);
  const label = `${when.charAt(0).toUpperCase()}${when.slice(1)} instead`;
  return [{ label, words: ['edit', id, ...(range === null ? [] : [range]), when].join(' ') }];
}

/** What was done with a schedule, and what it will do now. */
export async function confirmed(
  deps: SchedulesDeps,
  schedule: Schedule,
  { reader, lead = null, notes = [], otherwise = null }: Confirming,
): Promise<Message> {
  const { zone, until } = schedule;
  const slots = await upcoming(deps, schedule);
  return confirmationMessage({
    lead,
    line: await lineOf(deps, schedule, reader),
    slots,
    until: until === null ? null : `until ${fullDay(zoned(until, zone).toPlainDate())}`,
    notes: [...notes, ...clockChange(slots, zone)],
    offers: otherwise ? offersOf(schedule, otherwise) : [],
  });
}
