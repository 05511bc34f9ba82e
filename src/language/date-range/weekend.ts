import { calendarDate } from './calendar-date.ts';
import { type Format, isRefusal, type Moment, type Outcome } from './format.ts';
import { MOST_UNITS, onOrBefore, unitsFrom } from './units.ts';
import { anyOf, COUNT, countOf, meaning, phrase, STEPS } from './vocabulary.ts';

const PATTERN = phrase(`(?:all )?(?:the )?(?:(?:this )?(?<step>${anyOf(STEPS)}) )?week-?end(?<second> before last)?`);
const AGO = phrase(`(?<count>${COUNT}) week-?ends? (?:ago|back|earlier)`);
const OF = phrase('(?:the )?week-?end (?:of|containing|beginning|starting)(?: on)?');
const SATURDAY = 6;

/** `weekend of 31 october`: the one that ends the week of the day. */
function weekendOf(text: string, moment: Moment): Outcome | null {
  const opening = OF.exec(text)?.[0];
  if (opening === undefined) return null;
  const words = text.slice(opening.length + 1);
  const day = calendarDate.read(words, moment);
  if (!day) return null;
  const length = opening.length + 1 + day.length;
  if (isRefusal(day)) return { ...day, length };
  if (day.granularity !== 'day') return null;
  const date = day.start.toPlainDate();
  const saturday = date.add({ days: SATURDAY - date.dayOfWeek });
  return { ...day, ...unitsFrom({ date: saturday, unit: 'day', count: 2 }, moment), length };
}

/** Saturday and Sunday; without another word the ones that began last. */
export const weekend: Format = {
  name: 'Days',
  examples: ['last weekend'],
  read(text, moment) {
    const found = AGO.exec(text) ?? PATTERN.exec(text);
    const count = countOf(found?.groups?.count) ?? 0;
    const ofDay = weekendOf(text, moment);
    if (ofDay || !found || count > MOST_UNITS) return ofDay;
    const today = moment.now.toPlainDate();
    const begun = onOrBefore(today, SATURDAY);
    const isOn = today.dayOfWeek >= SATURDAY;
    const step = found.groups?.second ? -2 : count > 0 ? -count : (meaning(STEPS, found.groups?.step) ?? (isOn ? 0 : -1));
    // On a weekend `last` skips the one that is on; before it `this` is the one to come.
    const weeks = isOn ? step : step + 1;
    return { ...unitsFrom({ date: begun.add({ weeks }), unit: 'day', count: 2 }, moment), length: found[0].length };
  },
};
