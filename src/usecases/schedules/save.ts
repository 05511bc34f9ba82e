import { isDeepStrictEqual } from 'node:util';
import { type Suggestion, UserError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import type { Message } from '../../presentation/message.ts';
import { slotAfter } from '../delivery/plan.ts';
import type { Asker, Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';
import { newId } from './new-id.ts';
import { aboutReaders, checkPlace } from './place.ts';
import { confirmed, type OtherReading } from './shown.ts';

/** What a person decides about a schedule. */
export type Draft = Pick<Schedule, 'question' | 'recurrence' | 'zone' | 'weekStart' | 'locale' | 'place' | 'whenEmpty' | 'until'>;

export function draftOf({ question, recurrence, zone, weekStart, locale, place, whenEmpty, until }: Schedule): Draft {
  return { question, recurrence, zone, weekStart, locale, place, whenEmpty, until };
}

const MOST_SCHEDULES = 200;
/** Slots on one day: an hour apart, all day long. */
const MOST_TIMES = 24;

export interface Checking {
  /** With what LiveChat calls its agents. */
  readonly asker: Pick<Asker, 'workspace' | 'directory'>;
  /** What to press when nothing can be posted there yet. */
  readonly instead: readonly Suggestion[];
}

/** Refuses what could never be posted; what there is to know about what can. */
export async function checkDraft(deps: SchedulesDeps, draft: Draft, { asker, instead }: Checking): Promise<readonly string[]> {
  const { workspace, directory } = asker;
  const first = firstSlot(draft, await deps.store.now());
  // A question that cannot be answered is refused before anybody waits for the answer.
  const { yearStart } = await deps.store.preferences.ofWorkspace(workspace);
  deps.language.resolve(draft.question, { ...draft, yearStart, now: first });
  return aboutReaders(draft, { channel: await checkPlace(deps, draft.place, { workspace, instead }), directory });
}

export function firstSlot(draft: Pick<Draft, 'recurrence' | 'zone' | 'until'>, now: Instant): Instant {
  if (draft.recurrence.times.length > MOST_TIMES) {
    throw new UserError(`That is more than ${MOST_TIMES} posts a day.`, 'Name fewer times: every day at 9:00 and 17:30.');
  }
  const first = slotAfter(draft, now);
  if (first !== null) return first;
  throw new UserError('With that last day nothing would ever be posted.', 'Choose a later one, or none.');
}

export interface SettingUp extends Checking {
  readonly asker: Asker;
  /** Chosen before, so that the same form sent twice sets one up. */
  readonly id: string;
  readonly notes: readonly string[];
  readonly otherwise: OtherReading | null;
}

/** Sets a schedule up, once: a second try of the same finds it there. */
export async function created(deps: SchedulesDeps, draft: Draft, { asker, id, instead, notes, otherwise }: SettingUp): Promise<Message> {
  const { workspace } = asker;
  const all = [...notes, ...(await checkDraft(deps, draft, { asker, instead }))];
  const there = await deps.store.schedules.list(workspace, {});
  const same = there.find((one) => isSame(one, draft, asker));
  if (same) return confirmed(deps, same, { reader: asker, lead: 'You have this schedule already.', notes: all, otherwise });
  if (there.length >= MOST_SCHEDULES) throw tooMany();
  return confirmed(deps, await added(deps, draft, { asker, wanted: id }), { reader: asker, notes: all, otherwise });
}

async function added(
  { store, random }: SchedulesDeps,
  draft: Draft,
  { asker, wanted }: { readonly asker: Asker; readonly wanted: string },
): Promise<Schedule> {
  const { workspace, person } = asker;
  const { schedules } = store;
  const now = await store.now();
  const isTaken = (await schedules.find(workspace, wanted)) !== null;
  const id = isTaken ? await newId(schedules, workspace, random) : wanted;
  const nextAt = slotAfter(draft, now);
  const kept = { state: 'active', pausedFor: null, nextAt, skipAt: null, failures: 0, createdAt: now, version: 1 } as const;
  const schedule: Schedule = { ...draft, workspace, id, owner: person, ...kept };
  try {
    await schedules.add(schedule);
    return schedule;
  } catch (error) {
    // The same form, sent twice at one moment: the other one was faster.
    const there = await schedules.find(workspace, id);
    if (there && isSame(there, draft, asker)) return there;
    throw error;
  }
}

/** Two that differ in nothing but how their words are read are one. */
function isSame(schedule: Schedule, draft: Draft, { person }: Asker): boolean {
  const { weekStart, locale } = draft;
  return schedule.owner === person && schedule.state !== 'deleted' && isDeepStrictEqual({ ...draftOf(schedule), weekStart, locale }, draft);
}

function tooMany(): UserError {
  return new UserError(`This workspace has ${MOST_SCHEDULES} schedules, and I keep no more.`, 'Delete one that nobody reads any more.', {
    suggestions: [{ label: 'My schedules', words: 'schedules' }],
  });
}

/** The schedule with what was decided anew. It runs again, unless a person paused it: what ended or paused it may be what was changed. */
export function redrafted(schedule: Schedule, draft: Draft, now: Instant): Schedule {
  const isSameTime = isDeepStrictEqual([schedule.recurrence, schedule.zone], [draft.recurrence, draft.zone]);
  const runs = schedule.state !== 'paused' || schedule.pausedFor !== null;
  return {
    ...schedule,
    ...draft,
    ...(runs ? { state: 'active', pausedFor: null, failures: 0 } : {}),
    nextAt: runs ? slotAfter(draft, now) : null,
    skipAt: isSameTime ? schedule.skipAt : null,
  };
}
