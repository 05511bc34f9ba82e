import { isDeepStrictEqual } from 'node:util';
import type { ScheduleParts } from '../../language/schedule-words.ts';
import { UserError } from '../../model/errors.ts';
import { isZone, Temporal, type Zone } from '../../model/time.ts';
import { FIELDS } from '../../presentation/schedules/schedule-form.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { FormValues, Submitted } from '../doors.ts';
import type { Asker, Place, Schedule } from '../ports.ts';
import { exampleOf, type SchedulesDeps } from './deps.ts';
import { type Kept, keptFrom } from './kept.ts';
import { checkScheduler, mayChange } from './permissions.ts';
import { checkPlace, placeOf } from './place.ts';
import { rangedFor, read } from './read.ts';
import { created, type Draft, draftOf, firstSlot, redrafted } from './save.ts';
import { confirmed, whatInWords } from './shown.ts';

interface FilledIn {
  readonly values: FormValues;
  readonly kept: string;
  readonly asker: Asker;
}

type Field = keyof typeof FIELDS;
type Problems = Partial<Record<Field, string>>;

/** Saves what was filled in, or says at each field what is wrong with it. */
export async function submitted(deps: SchedulesDeps, { values, kept: text, asker }: FilledIn): Promise<Submitted> {
  await checkScheduler(deps, asker);
  const kept = keptFrom(text);
  const { workspace } = asker;
  const current = kept.version === 0 ? null : await deps.store.schedules.find(workspace, kept.id);
  if (kept.version > 0 && (!current || current.state === 'deleted' || !mayChange(current, asker))) throw gone();
  const problems: Problems = {};
  const words = wordsOf(deps, values, { asker, current, problems });
  const draft = words && draftFrom(deps, values, { words, asker, current, kept, problems });
  if (!draft) return { errors: problems };
  const { notes } = words;
  if (current) return changedBy(deps, draft, { asker, current, kept, notes });
  return atPlace(async () => ({ message: await created(deps, draft, { asker, id: kept.id, instead: [], notes }) }));
}

function gone(): UserError {
  return new UserError(
    'This schedule was deleted, or given to somebody else, since you opened the form.',
    'The list shows what there is.',
    {
      suggestions: [{ label: 'My schedules', words: 'schedules' }],
    },
  );
}

/** What runs, or null and its UserError at the field. */
function tried<T>(problems: Problems, field: Field, run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems[field] ??= inOne(error);
    return null;
  }
}

const inOne = ({ message, hint }: UserError): string => `${message} ${hint}`;

/** Whether a place takes posts is known only when it is asked. */
async function atPlace(run: () => Promise<Submitted>): Promise<Submitted> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UserError) return { errors: { [FIELDS.where]: inOne(error) } };
    throw error;
  }
}

function filled(values: FormValues, field: Field): string {
  const value = values.get(FIELDS[field]);
  return typeof value === 'string' ? value.trim() : '';
}

interface Surroundings {
  readonly asker: Asker;
  /** null: it is a new one. */
  readonly current: Schedule | null;
  /** Found on the way. */
  readonly problems: Problems;
}

type Words = Pick<Draft, 'question' | 'recurrence' | 'zone'> & Pick<ScheduleParts, 'place' | 'until' | 'whenEmpty' | 'notes'>;

/** What the two fields of words say together; null where one of them is not understood. */
function wordsOf(deps: SchedulesDeps, values: FormValues, { asker, current, problems }: Surroundings): Words | null {
  const chosen: Zone = isZone(filled(values, 'zone')) ? filled(values, 'zone') : asker.zone;
  const { weekStart, locale } = current ?? asker;
  const context = { now: deps.clock(), zone: chosen, weekStart, locale };
  const what = tried(problems, 'what', () => {
    const parts = read(deps, filled(values, 'what'), { context, verb: 'schedule' });
    if (!parts.question) throw new UserError('Which report should I post?', `For example: ${deps.reports[0]?.examples[0]}`);
    return { ...parts, question: parts.question };
  });
  const when = tried(problems, 'when', () => {
    const parts = read(deps, filled(values, 'when'), { context, verb: 'schedule' });
    const recurrence = parts.recurrence ?? what?.recurrence;
    if (!recurrence) throw new UserError('When should I post it?', `Say it like this: ${exampleOf(deps).split(' ').slice(2).join(' ')}`);
    if (parts.question) throw new UserError('I found a report in here too.', 'Say what to post in the field above, and here only when.');
    return { ...parts, recurrence };
  });
  if (!what || !when) return null;
  return {
    question: rangedFor(what.question, when.recurrence, what),
    recurrence: when.recurrence,
    zone: when.zone ?? what.zone ?? chosen,
    place: when.place ?? what.place,
    until: when.until ?? what.until,
    whenEmpty: when.whenEmpty ?? what.whenEmpty,
    notes: [...what.notes, ...when.notes],
  };
}

interface Drafting extends Surroundings {
  readonly words: Words;
  readonly kept: Kept;
}

/** Words and pickers together; null where something does not fit. */
function draftFrom(deps: SchedulesDeps, values: FormValues, { words, asker, current, kept, problems }: Drafting): Draft | null {
  const { question, recurrence, zone, until, whenEmpty } = words;
  const { weekStart, locale } = current ?? asker;
  const day = filled(values, 'until');
  const place = tried(problems, 'where', () => placeFrom(filled(values, 'where'), { words, asker, current, kept }));
  const draft = {
    question,
    recurrence,
    zone,
    weekStart,
    locale,
    until: day !== '' ? endOfDay(day, zone) : until === 'never' ? null : until,
    whenEmpty: whenEmpty ?? (filled(values, 'empty') === 'skip' ? 'skip' : 'post'),
  } as const;
  const first = tried(problems, day === '' ? 'when' : 'until', () => firstSlot(draft, deps.clock()));
  if (first !== null) tried(problems, 'what', () => deps.language.resolve(question, { ...draft, now: first }));
  return place && Object.keys(problems).length === 0 ? { ...draft, place } : null;
}

/** What was picked, else what was said, else the direct messages that it went to or of whoever asks. */
function placeFrom(picked: string, { words, asker, current, kept }: Omit<Drafting, 'problems'>): Place {
  if (picked !== '') return { channel: picked };
  const person = current ? ('person' in current.place ? current.place.person : current.owner) : asker.person;
  return placeOf(words.place ?? { me: true }, { channel: asker.channel ?? kept.channel, person });
}

/** The last moment of a day. */
function endOfDay(day: string, zone: Zone): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
}

interface Changing {
  readonly asker: Asker;
  readonly current: Schedule;
  readonly kept: Kept;
  readonly notes: readonly string[];
}

function changedBy(deps: SchedulesDeps, draft: Draft, { asker, current, kept, notes }: Changing): Promise<Submitted> {
  const { workspace } = current;
  return atPlace(async () => {
    // The same form, sent twice.
    const isDone = isDeepStrictEqual(draftOf(current), draft);
    if (current.version !== kept.version && !isDone) return conflict(deps, current);
    const checked = await checkPlace(deps, draft.place, { workspace, instead: [] });
    const next = redrafted(current, draft, deps.clock());
    if (!isDone && !(await deps.store.schedules.change(next))) {
      return conflict(deps, (await deps.store.schedules.find(workspace, current.id)) ?? current);
    }
    const schedule = isDone ? current : { ...next, version: next.version + 1 };
    return { message: await confirmed(deps, schedule, { reader: asker, lead: 'Changed.', notes: [...notes, ...checked] }) };
  });
}

/** What was typed stays to be seen; nobody's change is lost. */
function conflict(deps: SchedulesDeps, current: Schedule): Submitted {
  const now = `${whatInWords(current, deps)}, ${describeRecurrence(current.recurrence)} (${current.zone}), ${current.state}`;
  return {
    errors: {
      [FIELDS.what]: `Somebody has changed this schedule since you opened the form. Now it is: ${now}. Close this and press Edit again.`,
    },
  };
}
