import { changedForm, withForm } from '../../language/options.ts';
import { createNames } from '../../language/pick.ts';
import type { Context, Question } from '../../language/question.ts';
import { type ScheduleParts, usualRange } from '../../language/schedule-words.ts';
import { UserError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import { describeRecurrence } from '../../recurrence/index.ts';
import type { Recurrence } from '../../recurrence/recurrence.ts';
import type { Asker, Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';
import type { OtherReading } from './shown.ts';

/** Reads words of a schedule. What is suggested instead of them begins with the verb that was typed. */
export function read(
  { scheduleLanguage }: Pick<SchedulesDeps, 'scheduleLanguage'>,
  words: string,
  { context, verb }: { readonly context: Context; readonly verb: string },
): ScheduleParts {
  try {
    return scheduleLanguage.readSchedule(words, context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const suggestions = error.suggestions.map(({ label, words: instead }) => ({ label, words: instead.replace(/^schedule\b/, verb) }));
    throw new UserError(error.message, error.hint, { cause: error, suggestions });
  }
}

/** A report every Monday is about the week before it, unless something else is said. */
export function rangedFor(question: Question, recurrence: Recurrence, { isRangeSaid }: Pick<ScheduleParts, 'isRangeSaid'>): Question {
  return isRangeSaid ? question : { ...question, range: usualRange(recurrence) };
}

/** What the words may mean as well, with the range that goes with it. */
export function otherReadingOf({ otherwise, isRangeSaid }: Pick<ScheduleParts, 'otherwise' | 'isRangeSaid'>): OtherReading | null {
  return otherwise && { recurrence: otherwise, range: isRangeSaid ? null : usualRange(otherwise) };
}

/** What is to be different about a schedule, said without what stays: `at 10:00`, `by week`. */
export function readChanges(
  deps: Pick<SchedulesDeps, 'scheduleLanguage' | 'reports'>,
  words: string,
  { schedule, asker, now }: { readonly schedule: Schedule; readonly asker: Asker; readonly now: Instant },
): ScheduleParts {
  const { question, recurrence, zone, weekStart, locale, id } = schedule;
  const asking = { context: { ...asker, now, zone, weekStart, locale }, verb: `edit ${id}` };
  const isNamed = createNames(deps.reports).find(words) !== null;
  // Words that name no report would be read as being about the usual one.
  const whole = isNamed ? words : `${question.report} ${words}`;
  const first = read(deps, whole, asking);
  const isOnlyTime = first.recurrence === null && first.isTimeSaid;
  const days = describeRecurrence(recurrence).replace(/ at [^a-z]*(?: and [^a-z]*)?$/, '');
  const parts = isOnlyTime ? read(deps, `${whole} ${days}`, asking) : first;
  const timed = (said: Recurrence | null) => said && (parts.isTimeSaid ? said : { ...said, times: recurrence.times });
  return {
    ...parts,
    question: parts.question && amended(question, { said: parts.question, isRangeSaid: parts.isRangeSaid, isNamed }),
    recurrence: timed(parts.recurrence),
    otherwise: timed(parts.otherwise),
  };
}

interface Amending extends Pick<ScheduleParts, 'isRangeSaid'> {
  readonly said: Question;
  readonly isNamed: boolean;
}

/** A report that is named brings filters of its own; else what was not said stays. */
function amended(question: Question, { said, isRangeSaid, isNamed }: Amending): Question {
  const range = isRangeSaid ? said.range : question.range;
  if (isNamed) return { ...said, range };
  const filters = Object.keys(said.filters).length > 0 ? said.filters : question.filters;
  const distribution = said.distribution ?? question.distribution;
  return withForm({ ...question, range, distribution, filters }, changedForm(question, said));
}
