import { UserError } from '../../model/errors.ts';
import type { Message } from '../../presentation/message.ts';
import { askingMessage } from '../../presentation/schedules/asking-message.ts';
import { deletePress } from '../../presentation/schedules/schedule-line.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { Asker, Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';
import { ID } from './new-id.ts';
import { mayChange, maySee } from './permissions.ts';
import { whatInWords } from './shown.ts';

export interface Wanted {
  /** An id, or words that are in what a schedule posts or in when. */
  readonly words: string;
  readonly asker: Asker;
  readonly verb: string;
  /** What follows the id when it is asked again: ` to <@U1>`. */
  readonly tail?: string;
  /** `see`: it is only looked at. `see all`: deleted ones too. Otherwise it is changed. */
  readonly isFor?: 'see' | 'see all';
  /** Only an id will do: what cannot be undone is not done by a guess. */
  readonly needsId?: boolean;
}

/** Does something with the schedule that is meant. Several that fit are offered, none is told. */
export async function withOne(deps: SchedulesDeps, wanted: Wanted, act: (schedule: Schedule) => Promise<Message>): Promise<Message> {
  const { words, asker, isFor, needsId } = wanted;
  const named = await byId(deps, wanted);
  if (named) {
    if (isFor === undefined && !mayChange(named, asker)) throw notYours(deps, named);
    return act(named);
  }
  const fitting = (await near(deps, asker))
    .filter((schedule) => isFor !== undefined || mayChange(schedule, asker))
    .filter((schedule) => fits(schedule, words, deps));
  const [only] = fitting;
  if (only && fitting.length === 1 && words !== '' && !needsId) return act(only);
  if (only) return whichOne(deps, fitting, wanted);
  throw nothingFits(words);
}

async function byId({ store }: SchedulesDeps, { words, asker, isFor }: Wanted): Promise<Schedule | null> {
  const id = words.toLowerCase();
  const found = ID.test(id) ? await store.schedules.find(asker.workspace, id) : null;
  if (!found || !maySee(found, asker)) return null;
  return found.state === 'deleted' && isFor !== 'see all' ? null : found;
}

/** The asker's own, and those that post where they are. */
export async function near({ store }: Pick<SchedulesDeps, 'store'>, { workspace, person, channel }: Asker): Promise<readonly Schedule[]> {
  const own = await store.schedules.list(workspace, { owner: person });
  const here = channel === null ? [] : await store.schedules.list(workspace, { channel });
  return [...own, ...here.filter(({ id }) => !own.some((one) => one.id === id))];
}

/** Said around what is meant. */
const FILLERS = new Set(['the', 'my', 'a', 'of', 'schedule', 'report', 'post', 'on', 'at', 'every']);

export function fits(schedule: Schedule, words: string, deps: Pick<SchedulesDeps, 'reports'>): boolean {
  const report = deps.reports.find(({ name }) => name === schedule.question.report);
  const names = [schedule.id, schedule.question.report, ...(report?.aliases ?? [])];
  const all = [...names, whatInWords(schedule, deps), describeRecurrence(schedule.recurrence)].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !FILLERS.has(word))
    .every((word) => all.includes(word));
}

const OFFERED = 10;

function whichOne(deps: SchedulesDeps, schedules: readonly Schedule[], { verb, tail = '', needsId }: Wanted): Message {
  const offered = schedules.slice(0, OFFERED).map((schedule) => {
    const { id } = schedule;
    const [what, when] = [whatInWords(schedule, deps), describeRecurrence(schedule.recurrence)];
    const label = `${what}, ${when} (${id})`;
    return needsId ? { ...deletePress({ id, what, when }), label } : { label, words: `${verb} ${id}${tail}` };
  });
  return askingMessage({ says: `Which one do you mean to ${verb}?`, presses: offered });
}

function notYours({ messengers: _, ...deps }: SchedulesDeps, schedule: Schedule): UserError {
  const name = `${whatInWords(schedule, deps)}, ${describeRecurrence(schedule.recurrence)}`;
  return new UserError(
    `Somebody else set up “${name}”.`,
    'Only they and administrators of this workspace can change it. The posts in the channel say who it is.',
    { suggestions: [{ label: 'Send a test to me', words: `test ${schedule.id}` }] },
  );
}

function nothingFits(words: string): UserError {
  const what =
    words === ''
      ? 'You have no schedules that can be changed.'
      : `I find no schedule of yours or of this channel for “${words.slice(0, 60)}”.`;
  return new UserError(what, 'The list shows each with its id.', {
    suggestions: [{ label: 'My schedules', words: 'schedules' }],
  });
}
