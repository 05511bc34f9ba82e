import { type Only, Temporal } from '../../model/time.ts';
import { lengthAt } from './duration.ts';
import { type Format, isRefusal, type Reading } from './format.ts';
import { periodAt } from './period.ts';
import { unitsFrom, wholeUnits } from './units.ts';
import { anyOf, meaning, phrase, STEPS } from './vocabulary.ts';

const MONDAY_TO_FRIDAY: Only = { days: [1, 2, 3, 4, 5] };
const WEEK = phrase(`(?:the )?(?:(?<step>${anyOf(STEPS)}) )?(?:working|work|business) ?week`);
const DAYS = new RegExp(`^(?:the |in the |over the )?(?<step>${anyOf(STEPS)}) (?=(?:\\S+ )?(?:business|working|work|week) ?days?)`, 'iu');

const FRIDAY = 5;

/** That day, or Monday after it. */
const onWorkingDay = (day: Reading['start']): Reading['start'] => (day.dayOfWeek > FRIDAY ? day.add({ days: 8 - day.dayOfWeek }) : day);

/** The end of the last working day before it. */
function afterWorkingDay(end: Reading['end']): Reading['end'] {
  const last = end.subtract({ days: 1 }).dayOfWeek;
  return last > FRIDAY ? end.subtract({ days: last - FRIDAY }) : end;
}

/** `last working week`: Monday to Friday; `last 4 working days`: without what lies between them. */
export const working: Format = {
  name: 'Working days',
  examples: ['last working week', 'last 5 working days'],
  read(text, moment) {
    const week = WEEK.exec(text);
    if (week) {
      const whole = periodAt(`${week.groups?.step ?? 'this'} week`, moment);
      if (!whole || isRefusal(whole)) return null;
      const first = whole.start.toPlainDate();
      const monday = first.add({ days: (8 - first.dayOfWeek) % 7 });
      // On the Sunday that begins a week, `working week` is the one that has begun.
      const isToCome = !week.groups?.step && Temporal.PlainDate.compare(monday, moment.now.toPlainDate()) > 0;
      const date = isToCome ? monday.subtract({ weeks: 1 }) : monday;
      return { ...unitsFrom({ date, unit: 'day', count: 5 }, moment), length: week[0].length };
    }
    const days = DAYS.exec(text);
    const step = meaning(STEPS, days?.groups?.step);
    const words = text.slice(days?.[0].length);
    const counted = lengthAt(words);
    const length = counted ?? lengthAt(`a ${words}`);
    if (!days || !step || !length?.isWorking) return null;
    const { start: today, end: tomorrow } = wholeUnits({ unit: 'day' }, moment);
    const start = onWorkingDay(step < 0 ? length.from(today, -1) : tomorrow);
    const taken = days[0].length + length.length - (counted ? 0 : 'a '.length);
    return { start, end: afterWorkingDay(length.from(start)), granularity: 'day', only: MONDAY_TO_FRIDAY, length: taken };
  },
};
