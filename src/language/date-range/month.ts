import { Temporal } from '../../model/time.ts';
import type { Format, Reading, Stretch } from './format.ts';
import { unitsFrom } from './units.ts';
import { anyOf, MONTHS, meaning, phrase, STEPS } from './vocabulary.ts';
import { OF_YEAR, ofYear, YEAR_OWNS } from './yearly.ts';

const MONTH = `(?<month>${anyOf(MONTHS)})`;
const PATTERN = phrase(`(?:(?:the )?(?:full |whole |entire )?month of |(?<step>${anyOf(STEPS)}) )?${MONTH}\\.?${OF_YEAR}?`);
const YEAR_FIRST = phrase(`${YEAR_OWNS}${MONTH}`);

/** Months that are words of other kinds as well. */
const WORDS_TOO: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'dec']);

/** `october` is the most recent one that has begun, `this october` this year's, `last october` one that has ended, `next october` one to come. */
export const month: Format = {
  name: 'Months and years',
  examples: ['october', 'october 2025', 'sept last year'],
  read(text, moment) {
    const found = PATTERN.exec(text) ?? YEAR_FIRST.exec(text);
    const number = meaning(MONTHS, found?.groups?.month);
    if (!found?.groups || number === undefined) return null;
    const inYear = (year: number): Stretch =>
      unitsFrom({ date: Temporal.PlainDate.from({ year, month: number, day: 1 }), unit: 'month' }, moment);
    const named: Omit<Reading, 'length'> | null = ofYear({ groups: found.groups, moment, inYear });
    if (!named) return null;
    const [{ length }] = found;
    // `you may not`, `march on`
    if (WORDS_TOO.has(found[0].toLowerCase())) return { ...named, length, isWeak: true };
    const step = meaning(STEPS, found.groups.step);
    if (step === undefined || !named.recurs) return { ...named, length };
    const { year } = named.start;
    const hasEnded = named.end.epochMilliseconds <= moment.now.epochMilliseconds;
    const which = [hasEnded ? year : year - 1, moment.now.year, year + 1][step + 1] ?? year;
    return { ...inYear(which), length };
  },
};
