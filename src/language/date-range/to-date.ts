import type { Granularity } from '../../model/time.ts';
import type { Format } from './format.ts';
import { wholeUnits } from './units.ts';
import { anyOf, meaning, phrase, SO_FAR, UNITS } from './vocabulary.ts';

const ABBREVIATIONS: ReadonlyMap<string, Granularity> = new Map([
  ['wtd', 'week'],
  ['mtd', 'month'],
  ['qtd', 'quarter'],
  ['ytd', 'year'],
]);

const PATTERN = phrase(`(?<short>${anyOf(ABBREVIATIONS)})|(?<unit>${anyOf(UNITS)}) ${SO_FAR}`);

/** The unit that holds the moment; it is cut there, like every range that has not ended. */
export const toDate: Format = {
  examples: ['month to date', 'week to date', 'quarter to date', 'ytd'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    const unit = meaning(ABBREVIATIONS, found?.groups?.short) ?? meaning(UNITS, found?.groups?.unit);
    if (!found || !unit) return null;
    return { ...wholeUnits({ unit }, moment), length: found[0].length };
  },
};
