import { isDeepStrictEqual } from 'node:util';
import type { ScheduleParts } from '../../language/schedule-words.ts';
import { UserError } from '../../model/errors.ts';
import { type Instant, isZone, Temporal, type Zone } from '../../model/time.ts';
import { FIELDS } from '../../presentation/schedules/schedule-form.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { FormValues, Submitted } from '../doors.ts';
import type { Asker, Place, Schedule } from '../ports.ts';
import { withoutDue } from './change.ts';
import { type SchedulesDeps, USUAL_TIMES } from './deps.ts';
import { type Kept, keptFrom } from './kept.ts';
import { checkScheduler, mayChange } from './permissions.ts';
import { aboutReaders, checkPlace, placeOf } from './place.ts';
import { otherReadingOf, rangedFor, read } from './read.ts';
import { created, type Draft, draftOf, firstSlot, redrafted } from './save.ts';
import { confirmed, inOneLine } from './shown.ts';

type Field = keyof typeof FIELDS;

/** What came back, and from where. */
interface Filling {
  readonly values: FormValues;
  readonly kept: Kept;
  readonly asker: Asker;
  /** By the store's clock. */
  readonly now: Instant;
  /** As it is now; null: it is a new one. */
  readonly current: Schedule | null;
  /** What counts for a field that comes back with nothing. */
  readonly untouched: Partial<Record<Field, string>>;
  /** Found on the way, at their fields. */
  readonly problems: Partial<Record<Field, string>>;
}

/** Saves what was filled in, or says at each field what is wrong with it. */
export async function submitted(
  deps: SchedulesDeps,
  { values, kept: text, asker }: { readonly values: FormValues; readonly kept: string; readonly asker: Asker },
): Promise<Submitted> {
  await checkScheduler(deps, asker);
  const kept = keptFrom(text);
  const current = kept.version === 0 ? null : await stillTheirs(deps, kept.id, asker);
  const filling: Filling = {
    values,
    kept,
    asker,
    now: await deps.store.now(),
    current,
    untouched: current ? shownOf(deps, current) : {},
    problems: {},
  };
  const words = wordsOf(deps, filling);
  const draft = words && draftFrom(deps, filling, words);
  if (!draft) return { errors: filling.problems };
  const { notes } = words;
  try {
    if (!current)
      return { message: await created(deps, draft, { asker, id: kept.id, instead: [], notes, otherwise: otherReadingOf(words) }) };
    return await changedBy(deps, draft, { asker, current, kept, notes });
  } catch (error) {
    // Whether a place takes posts is known only when it is asked.
    if (error instanceof UserError) return { errors: { [FIELDS.where]: inOne(error) } };
    throw error;
  }
}

async function stillTheirs({ store }: SchedulesDeps, id: string, asker: Asker): Promise<Schedule> {
  const found = await store.schedules.find(asker.workspace, id);
  if (found && found.state !== 'deleted' && mayChange(found, asker)) return found;
  const suggestions = [{ label: 'My schedules', words: 'schedules' }];
  throw new UserError('This schedule was deleted, or given to somebody else, since you opened the form.', 'The list shows what there is.', {
    suggestions,
  });
}

/** What runs, or null and its UserError at the field. */
function tried<T>({ problems }: Filling, field: Field, run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems[field] ??= inOne(error);
    return null;
  }
}

const inOne = ({ message, hint }: UserError): string => `${message} ${hint}`;

function filled({ values, untouched }: Filling, field: Field): string {
  const value = values.get(FIELDS[field]);
  return typeof value === 'string' ? value.trim() : (untouched[field] ?? '');
}

/** What an opened schedule shows in its fields. Slack lets nobody empty these, and not every client sends what it only shows. */
function shownOf({ language }: SchedulesDeps, { question, recurrence, zone, whenEmpty, place }: Schedule): Filling['untouched'] {
  const what = language.say(question);
  return { what, when: describeRecurrence(recurrence), zone, empty: whenEmpty, ...('channel' in place && { where: place.channel }) };
}

type Words = Pick<Draft, 'question' | 'recurrence' | 'zone'> &
  Pick<ScheduleParts, 'place' | 'until' | 'whenEmpty' | 'notes' | 'otherwise' | 'isRangeSaid'>;

/** What the two fields of words say together; null where one of them is not understood. */
function wordsOf(deps: SchedulesDeps, filling: Filling): Words | null {
  const { asker, now, current } = filling;
  const chosen: Zone = isZone(filled(filling, 'zone')) ? filled(filling, 'zone') : asker.zone;
  const { weekStart, locale } = current ?? asker;
  const context = { ...asker, now, zone: chosen, weekStart, locale };
  const parts = (field: Field) => withoutList(() => read(deps, filled(filling, field), { context, verb: 'schedule' }));
  const what = tried(filling, 'what', () => {
    const { question, ...rest } = parts('what');
    if (!question) throw new UserError('Which report should I post?', `For example: ${deps.reports[0]?.examples[0]}`);
    return { ...rest, question };
  });
  const when = tried(filling, 'when', () => {
    const { question, ...rest } = parts('when');
    const recurrence = rest.recurrence ?? what?.recurrence;
    if (!recurrence) throw new UserError('When should I post it?', `Say it like this: ${USUAL_TIMES[0]}`);
    if (question) throw new UserError('I found a report in here too.', 'Say what to post in the field above, and here only when.');
    return { ...rest, recurrence };
  });
  if (!what || !when) return null;
  return {
    question: rangedFor(what.question, when.recurrence, what),
    recurrence: when.recurrence,
    otherwise: when.recurrence === what.recurrence ? what.otherwise : when.otherwise,
    isRangeSaid: what.isRangeSaid,
    zone: when.zone ?? what.zone ?? chosen,
    place: when.place ?? what.place,
    until: when.until ?? what.until,
    whenEmpty: when.whenEmpty ?? what.whenEmpty,
    notes: [...what.notes, ...when.notes],
  };
}

/** Slack offers no channels or people while somebody types in a form: `#support` stays what it is. */
function withoutList<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError) || !/\bwhich (?:channel|person) “[#@]/.test(error.message)) throw error;
    throw new UserError(error.message, 'Leave the name out and choose the channel below.', { cause: error });
  }
}

/** Words and pickers together; null where something does not fit. */
function draftFrom(deps: SchedulesDeps, filling: Filling, words: Words): Draft | null {
  const { asker, current, problems } = filling;
  const { question, recurrence, zone, until, whenEmpty } = words;
  const { weekStart, locale } = current ?? asker;
  const day = filled(filling, 'until');
  const place = tried(filling, 'where', () => placeFrom(filling, words));
  const draft = {
    question,
    recurrence,
    zone,
    weekStart,
    locale,
    until: day !== '' ? endOfDay(day, zone) : until === 'never' ? null : until,
    whenEmpty: whenEmpty ?? (filled(filling, 'empty') === 'skip' ? 'skip' : 'post'),
  } as const;
  const first = tried(filling, day === '' ? 'when' : 'until', () => firstSlot(draft, filling.now));
  if (first !== null) tried(filling, 'what', () => deps.language.resolve(question, { ...asker, ...draft, now: first }));
  return place && Object.keys(problems).length === 0 ? { ...draft, place } : null;
}

/** What was picked, else what was said, else where it went; a new one goes to whoever asks. */
function placeFrom(filling: Filling, words: Words): Place {
  const { asker, current, kept, values, untouched } = filling;
  const picked = values.get(FIELDS.where) ?? (words.place ? null : untouched.where);
  if (typeof picked === 'string') return { channel: picked };
  const person = current ? ('person' in current.place ? current.place.person : current.owner) : asker.person;
  return placeOf(words.place ?? { me: true }, { channel: asker.channel ?? kept.channel, person });
}

/** The last moment of a day. */
function endOfDay(day: string, zone: Zone): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
}

interface Changing extends Pick<Filling, 'asker' | 'kept'>, Pick<Words, 'notes'> {
  readonly current: Schedule;
}

async function changedBy(deps: SchedulesDeps, draft: Draft, { asker, current, kept, notes }: Changing): Promise<Submitted> {
  const { workspace, id } = current;
  const { schedules } = deps.store;
  const done = async (schedule: Schedule, checked: readonly string[]) => ({
    message: await confirmed(deps, schedule, { reader: asker, lead: 'Changed.', notes: [...notes, ...checked] }),
  });
  // The same form, sent twice.
  const isDone = isDeepStrictEqual(draftOf(current), draft);
  if (current.version !== kept.version && !isDone) return conflict(deps, current);
  const channel = await checkPlace(deps, draft.place, { workspace, instead: [] });
  const checked = aboutReaders(draft, { channel, directory: asker.directory });
  if (isDone) return done(current, checked);
  const ready = await withoutDue(deps.store, current);
  const next = ready?.schedule.version === current.version ? redrafted(ready.schedule, draft, ready.now) : null;
  if (next && (await schedules.change(next))) return done({ ...next, version: next.version + 1 }, checked);
  return conflict(deps, (await schedules.find(workspace, id)) ?? current);
}

/** What was typed stays to be seen; nobody's change is lost. */
function conflict(deps: SchedulesDeps, current: Schedule): Submitted {
  const now = `${inOneLine(current, deps)} (${current.zone}), ${current.state}`;
  return {
    errors: {
      [FIELDS.what]: `Somebody has changed this schedule since you opened the form. Now it is: ${now}. Close this and press Edit again.`,
    },
  };
}
