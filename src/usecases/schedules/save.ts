import { isDeepStrictEqual } from 'node:util';
import { type Suggestion, UserError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import type { Message } from '../../presentation/message.ts';
import { slotAfter } from '../delivery/plan.ts';
import type { Asker, Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';
import { newId } from './new-id.ts';
import { checkPlace } from './place.ts';
import { confirmed } from './shown.ts';

/** What a person decides about a schedule. */
export type Draft = Pick<Schedule, 'question' | 'recurrence' | 'zone' | 'weekStart' | 'locale' | 'place' | 'whenEmpty' | 'until'>;

export function draftOf({ question, recurrence, zone, weekStart, locale, place, whenEmpty, until }: Schedule): Draft {
  return { question, recurrence, zone, weekStart, locale, place, whenEmpty, until };
}

const MOST_SCHEDULES = 200;
/** Slots on one day: an hour apart, all day long. */
const MOST_TIMES = 24;

export interface Checking {
  readonly workspace: string;
  /** What to press when nothing can be posted there yet. */
  readonly instead: readonly Suggestion[];
}

/** Refuses what could never be posted; what there is to know about what can. */
export async function checkDraft(deps: SchedulesDeps, draft: Draft, { workspace, instead }: Checking): Promise<readonly string[]> {
  const first = firstSlot(draft, deps.clock());
  // A question that cannot be answered is refused before anybody waits for the answer.
  deps.language.resolve(draft.question, { ...draft, now: first });
  return checkPlace(deps, draft.place, { workspace, instead });
}

export function firstSlot(draft: Pick<Draft, 'recurrence' | 'zone' | 'until'>, now: Instant): Instant {
  if (draft.recurrence.times.length > MOST_TIMES) {
    throw new UserError(`That is more than ${MOST_TIMES} posts a day.`, 'Name fewer times: every day at 9:00 and 17:30.');
  }
  const first = slotAfter(draft, now);
  if (first !== null) return first;
  throw new UserError('With that last day nothing would ever be posted.', 'Choose a later one, or none.');
}

/** Sets a schedule up, once: a second try of the same finds it there. */
export async function created(
  deps: SchedulesDeps,
  draft: Draft,
  {
    asker,
    id,
    instead,
    notes = [],
  }: { readonly asker: Asker; readonly id?: string; readonly instead: readonly Suggestion[]; readonly notes?: readonly string[] },
): Promise<Message> {
  const { workspace } = asker;
  const checked = await checkDraft(deps, draft, { workspace, instead });
  const all = await deps.store.schedules.list(workspace, {});
  const same = all.find((one) => isSame(one, draft, asker));
  if (same) return confirmed(deps, same, { reader: asker, lead: 'You have this schedule already.', notes: [...notes, ...checked] });
  if (all.length >= MOST_SCHEDULES) throw tooMany();
  const schedule = await added(deps, draft, { asker, ...(id !== undefined && { id }) });
  return confirmed(deps, schedule, { reader: asker, notes: [...notes, ...checked] });
}

async function added(deps: SchedulesDeps, draft: Draft, { asker, id }: { readonly asker: Asker; readonly id?: string }): Promise<Schedule> {
  const { schedules } = deps.store;
  const { workspace, person } = asker;
  const now = deps.clock();
  const isTaken = id === undefined || (await schedules.find(workspace, id)) !== null;
  const schedule: Schedule = {
    ...draft,
    workspace,
    id: isTaken ? await newId(schedules, workspace, deps.random) : id,
    owner: person,
    state: 'active',
    pausedFor: null,
    nextAt: slotAfter(draft, now),
    skipAt: null,
    failures: 0,
    createdAt: now,
    version: 1,
  };
  try {
    await schedules.add(schedule);
    return schedule;
  } catch (error) {
    // The same form, sent twice at one moment: the other one was faster.
    const there = await schedules.find(workspace, schedule.id);
    if (there && isSame(there, draft, asker)) return there;
    throw error;
  }
}

const isSame = (schedule: Schedule, draft: Draft, { person }: Asker): boolean =>
  schedule.owner === person &&
  schedule.state !== 'deleted' &&
  isDeepStrictEqual(
    [schedule.question, schedule.recurrence, schedule.zone, schedule.place, schedule.until, schedule.whenEmpty],
    [draft.question, draft.recurrence, draft.zone, draft.place, draft.until, draft.whenEmpty],
  );

function tooMany(): UserError {
  return new UserError(`This workspace has ${MOST_SCHEDULES} schedules, and I keep no more.`, 'Delete one that nobody reads any more.', {
    suggestions: [{ label: 'My schedules', words: 'schedules' }],
  });
}

/** The schedule with what was decided anew. A pause that nobody asked for is over: what caused it may be what was changed. */
export function redrafted(schedule: Schedule, draft: Draft, now: Instant): Schedule {
  const isSameTime = isDeepStrictEqual([schedule.recurrence, schedule.zone], [draft.recurrence, draft.zone]);
  const runs = schedule.state === 'active' || schedule.pausedFor !== null;
  return {
    ...schedule,
    ...draft,
    ...(runs ? { state: 'active', pausedFor: null, failures: 0 } : {}),
    nextAt: runs ? slotAfter(draft, now) : null,
    skipAt: isSameTime ? schedule.skipAt : null,
  };
}
