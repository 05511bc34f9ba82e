import { UserError } from '../../model/errors.ts';
import { type DateRange, type Instant, type Zone, zoned } from '../../model/time.ts';
import type { ShownSlot } from '../../presentation/schedules/confirmation-message.ts';
import { nextSlots } from '../../recurrence/index.ts';
import { dayInWords, rangeInWords } from '../../reports/words/dates.ts';
import type { Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';

const SHOWN = 3;

/** The next slots of an active schedule, with the days that each is about. */
export function upcoming({ language }: Pick<SchedulesDeps, 'language'>, schedule: Schedule): readonly ShownSlot[] {
  const { state, recurrence, zone, until, nextAt, skipAt } = schedule;
  if (state !== 'active' || nextAt === null) return [];
  const slots = nextSlots(recurrence, { zone, after: nextAt - 1, until, count: SHOWN });
  return slots.map((at) => ({ at, covers: covered(language, schedule, at), isSkipped: at === skipAt }));
}

function covered(language: SchedulesDeps['language'], schedule: Schedule, at: Instant): string | null {
  const { question, zone, weekStart, locale } = schedule;
  try {
    return inThatYear(language.resolve(question, { now: at, zone, weekStart, locale }).range, at);
  } catch (error) {
    // Whether it can be answered then is told when it is set up; what was done stays done.
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** `Mon 16 – Sun 22 Nov`: the year is said where it is another one. */
function inThatYear(range: DateRange, at: Instant): string {
  const words = rangeInWords(range);
  const years = new Set(words.match(/\b\d{4}\b/g));
  const year = String(zoned(at, range.zone).year);
  return years.size === 1 && years.has(year) ? words.replaceAll(` ${year}`, '') : words;
}

/** How near to a slot a change of the clocks is worth a word. */
const NEAR_DAYS = 7;

/** Says that the clocks change around one of the slots, where they do. */
export function clockChange(slots: readonly ShownSlot[], zone: Zone): string[] {
  for (const { at } of slots) {
    const moment = zoned(at, zone);
    const change = moment.subtract({ days: NEAR_DAYS }).getTimeZoneTransition('next');
    if (change && change.epochMilliseconds <= moment.add({ days: NEAR_DAYS }).epochMilliseconds) {
      return [`The clocks change in ${zone} on ${dayInWords(change.toPlainDate())}. I keep to the time that they show there.`];
    }
  }
  return [];
}
