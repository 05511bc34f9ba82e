import { createLanguage } from '../../src/language/index.ts';
import type { Context } from '../../src/language/question.ts';
import { createScheduleLanguage, type ScheduleParts } from '../../src/language/schedule-words.ts';
import { zoned } from '../../src/model/time.ts';
import { describeRecurrence } from '../../src/recurrence/index.ts';
import { CONTEXT, outcomeOf, TOPICS } from './context.ts';

export const language = createLanguage(TOPICS);
export const { readSchedule, saySchedule } = createScheduleLanguage(language);

export const dayOf = ({ until, zone }: ScheduleParts): string | null =>
  typeof until === 'number'
    ? zoned(until, zone ?? CONTEXT.zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'millisecond' })
    : until;

/** What is said, in short: only what is not left open. */
export function inShort(words: string, context: Context = CONTEXT): unknown {
  const parts = outcomeOf(() => readSchedule(words, context));
  if ('message' in parts) return [parts.message, ...parts.words];
  const { question, isRangeSaid, recurrence, place, zone, whenEmpty, notes } = parts;
  return {
    ...(question && { question: language.say(question) + (isRangeSaid ? '' : '?') }),
    ...(recurrence && { recurrence: describeRecurrence(recurrence) }),
    ...(place && { place }),
    ...(zone && { zone }),
    ...(parts.until && { until: dayOf(parts) }),
    ...(whenEmpty && { whenEmpty }),
    ...(notes.length > 0 && { notes }),
  };
}

export const MONDAY = { recurrence: 'every Monday at 09:00' };
export const DAILY = { recurrence: 'every day at 09:00' };
