import { calendarDate } from './calendar-date.ts';
import { type Format, isRefusal, type Moment, type Outcome } from './format.ts';
import { longestOf } from './longest.ts';
import { month } from './month.ts';
import { namedDay } from './named-day.ts';
import { quarter } from './quarter.ts';
import { relativeUnit } from './relative-unit.ts';
import { wholeUnits } from './units.ts';
import { meaning, phrase, UNITS } from './vocabulary.ts';
import { weekday } from './weekday.ts';
import { year } from './year.ts';

const OF = phrase('(?:the )?(?:week (?:of|containing|from|starting|beginning|commencing)(?: on)?|w/?[cb])');
const ENDING = phrase('(?:the )?(?:week ending(?: on)?|w/e)');
const BESIDE = phrase('the (?<unit>day|week|month|quarter|year) (?:(?<before>before|prior to|preceding)|after|following)');

const readDay = longestOf([namedDay, weekday, calendarDate]);
const readDate = longestOf([namedDay, relativeUnit, weekday, month, quarter, year, calendarDate]);

function weekOfDay(text: string, moment: Moment): Outcome | null {
  const ending = ENDING.exec(text);
  const found = ending ?? OF.exec(text);
  if (!found) return null;
  const skipped = found[0].length + 1;
  const day = readDay(text.slice(skipped), moment);
  if (!day) return null;
  const length = skipped + day.length;
  if (isRefusal(day)) return { ...day, length };
  if (ending) return { ...day, start: day.end.subtract({ weeks: 1 }), granularity: 'week', length };
  return { ...day, ...wholeUnits({ unit: 'week' }, { ...moment, now: day.start }), length };
}

/** `the month before october`: the whole one that ends before the one that the date begins in, or that follows the one that it ends in. */
function besideDate(text: string, moment: Moment): Outcome | null {
  const found = BESIDE.exec(text);
  const unit = meaning(UNITS, found?.groups?.unit);
  if (!found || !unit) return null;
  const skipped = found[0].length + 1;
  const date = readDate(text.slice(skipped), moment);
  if (!date) return null;
  const length = skipped + date.length;
  if (isRefusal(date)) return { ...date, length };
  const { isWeak: _, ...said } = date;
  const [by, now] = found.groups?.before ? [-1, date.start] : [1, date.end.subtract({ seconds: 1 })];
  return { ...said, ...wholeUnits({ unit, by }, { ...moment, now }), length };
}

/** The whole week that holds a day, whichever of its days that is, or the seven days that end with it; a unit before or after a date. */
export const weekOf: Format = {
  name: 'Weeks',
  examples: ['week of 5 oct', 'w/c 5 oct', 'week ending 9 oct'],
  read: (text, moment) => weekOfDay(text, moment) ?? besideDate(text, moment),
};
