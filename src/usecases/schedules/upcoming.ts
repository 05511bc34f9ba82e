import type { Context } from '../../language/question.ts';
import { UserError } from '../../model/errors.ts';
import { type Zone, zoned } from '../../model/time.ts';
import type { ShownSlot } from '../../presentation/schedules/confirmation-message.ts';
import { nextSlots } from '../../recurrence/index.ts';
import { dayInWords, rangeInThatYear } from '../../reports/words/dates.ts';
import type { Schedule } from '../ports.ts';
import type { SchedulesDeps } from './deps.ts';

const SHOWN = 3;

/** The next slots of an active schedule, with the days that each is about. */
export async function upcoming(
  { language, store }: Pick<SchedulesDeps, 'language' | 'store'>,
  schedule: Schedule,
): Promise<readonly ShownSlot[]> {
  const { workspace, state, recurrence, zone, until, nextAt, skipAt } = schedule;
  if (state !== 'active' || nextAt === null) return [];
  const slots = nextSlots(recurrence, { zone, after: nextAt - 1, until, count: SHOWN });
  const { yearStart } = await store.preferences.ofWorkspace(workspace);
  return slots.map((at) => ({ at, covers: covered(language, { ...schedule, yearStart, now: at }), isSkipped: at === skipAt }));
}

function covered(language: SchedulesDeps['language'], { question, ...context }: Pick<Schedule, 'question'> & Context): string | null {
  try {
    return rangeInThatYear(language.resolve(question, context).range, context.now);
  } catch (error) {
    // Whether it can be answered then is told when it is set up; what was done stays done.
    if (error instanceof UserError) return null;
    throw error;
  }
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
