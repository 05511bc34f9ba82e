import { type Format, refuse } from './format.ts';
import { byCalendar, isClockUnit, MOST_UNITS, wholeUnits } from './units.ts';
import { anyOf, COUNT, countOf, meaning, phrase, SO_FAR, STEPS, UNITS } from './vocabulary.ts';

const UNIT = `(?<unit>${anyOf(UNITS)})`;
const PATTERN = phrase(
  `(?:the )?(?:(?<step>${anyOf(STEPS)})|rolling) (?<count>${COUNT})[- ]?(?:(?<whole>whole |full |completed? )|(?<calendar>calendar ))?${UNIT}(?<soFar> (?:and today|including today|${SO_FAR}))?`,
);
/** `5 past minutes`, `3 next weeks`. */
const COUNT_FIRST = phrase(`(?:the )?(?<count>${COUNT}) (?<step>${anyOf(STEPS)}) ${UNIT}`);
/** Two weeks that end with the last whole one. */
const FORTNIGHT = phrase(`(?:the )?(?<step>${anyOf(STEPS)}) (?<fortnight>fortnight)`);
/** `7d`, `24h`: only in one piece, since `30 minutes` and `24 hours` may be said of anything. */
const SHORT = /^(?<count>\d+)(?<unit>[dwhy]|mo)(?![\p{L}\p{N}])/iu;

/** `last 7 days` are seven whole days that end yesterday; `last 7 days so far` end today. */
export const lastUnits: Format = {
  name: 'Counted back',
  examples: ['last 7 days', 'past 4 weeks', 'last 3 months', 'last 24 hours', '30d', 'last 7 days so far', 'last fortnight'],
  read(text, moment) {
    const found = PATTERN.exec(text) ?? COUNT_FIRST.exec(text) ?? SHORT.exec(text) ?? FORTNIGHT.exec(text);
    const isFortnight = found?.groups?.fortnight !== undefined;
    const unit = isFortnight ? 'week' : meaning(UNITS, found?.groups?.unit);
    const count = isFortnight ? 2 : countOf(found?.groups?.count);
    if (!found?.groups || !unit || count === undefined) return null;
    const [{ length }] = found;
    const instead = [`last ${unit}`];
    if (count === 0) return refuse(length, { message: `“${found[0]}” is no time at all.`, hint: 'Ask for one or more.', instead });
    if (count > MOST_UNITS)
      return refuse(length, { message: `“${found[0]}” is more than a report covers.`, hint: 'Ask for less.', instead });
    const step = meaning(STEPS, found.groups.step) ?? -1;
    // `this 3 weeks` is nothing that anybody says.
    if (step === 0) return null;
    const { soFar, whole, calendar } = found.groups;
    const first = step > 0 ? 1 : soFar ? 1 - count : -count;
    const stretch = wholeUnits({ unit, by: first, count }, calendar ? byCalendar(moment) : moment);
    // Whether the present unit counts is said, or it is open.
    const isOpen = step < 0 && count > 1 && !whole && !isClockUnit(unit);
    const doubtful = { words: found[0], instead: `last ${count} ${calendar ?? ''}${unit}s${soFar ? '' : ' so far'}` };
    return { ...stretch, length, ...(isOpen && { doubtful }) };
  },
};
