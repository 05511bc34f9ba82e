import { calendarDate } from './calendar-date.ts';
import { type Format, isRefusal } from './format.ts';
import { wholeUnits } from './units.ts';
import { phrase } from './vocabulary.ts';

const PATTERN = phrase('(?:the )?(?:week (?:of|starting|beginning|commencing)(?: on)?|w/c)');

/** The whole week that holds a day, whichever of its days that is. */
export const weekOf: Format = {
  examples: ['week of 5 oct', 'w/c 5 oct'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    if (!found) return null;
    const skipped = found[0].length + 1;
    const day = calendarDate.read(text.slice(skipped), moment);
    if (!day) return null;
    const length = skipped + day.length;
    return isRefusal(day) ? { ...day, length } : { ...day, ...wholeUnits({ unit: 'week' }, { ...moment, now: day.start }), length };
  },
};
