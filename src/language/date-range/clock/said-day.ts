import type { Format, Moment, Outcome } from '../format.ts';
import { isRefusal } from '../format.ts';
import { wholeUnits } from '../units.ts';
import { anyOf, meaning, phrase } from '../vocabulary.ts';
import { DAY_PARTS, type DayPart, HALVES } from './day-part.ts';

/** A day, with the part of it that was named. */
export interface SaidDay {
  readonly day: Outcome;
  readonly part: DayPart | null;
  readonly length: number;
}

const PART = anyOf(DAY_PARTS);
const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);
/** `last night`, `late this morning`, `tonight`. */
const OF_TODAY = phrase(`(?:(?:(?<half>early|late) )?(?<step>${anyOf(STEPS)}) (?<part>${PART})|(?<tonight>tonight|tonite))`);
/** `yesterday morning`, `monday in the afternoon`, `friday pm`. */
const THEN_PART = phrase(`,? (?:in the |during the |at )?(?<part>${PART})|,? (?<half>${anyOf(HALVES)})`);

export function isOneDay(day: Outcome): boolean {
  return isRefusal(day) || (day.granularity === 'day' && day.start.toPlainDate().add({ days: 1 }).equals(day.end.toPlainDate()));
}

/** Reads one day at the beginning of the text. A day that cannot be is read as well, to be refused. */
export type ReadDay = (text: string, moment: Moment) => SaidDay | null;

export function sayingDay(read: Format['read']): ReadDay {
  return (text, moment) => {
    const ofToday = OF_TODAY.exec(text);
    if (ofToday?.groups) {
      const by = meaning(STEPS, ofToday.groups.step) ?? 0;
      const { half, part: name = 'night' } = ofToday.groups;
      // `late last night` is all of it.
      const part = meaning(DAY_PARTS, half && `${half} ${name}`) ?? meaning(DAY_PARTS, name) ?? null;
      const [{ length }] = ofToday;
      return { day: { ...wholeUnits({ unit: 'day', by }, moment), length }, part, length };
    }
    const day = read(text, moment);
    if (!day || !isOneDay(day)) return null;
    const then = THEN_PART.exec(text.slice(day.length));
    const part = meaning(DAY_PARTS, then?.groups?.part) ?? meaning(HALVES, then?.groups?.half) ?? null;
    return { day, part, length: day.length + (then?.[0].length ?? 0) };
  };
}
