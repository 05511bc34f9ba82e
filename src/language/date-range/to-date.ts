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

const PATTERN = phrase(
  `(?<short>${anyOf(ABBREVIATIONS)})|(?<unit>${anyOf(UNITS)})[- ]${SO_FAR}|(?:earlier|so far) this (?<earlier>${anyOf(UNITS)})`,
);

/** The unit that holds the moment, through today; it is cut at the moment, like every range that has not ended. */
export const toDate: Format = {
  name: 'Up to now',
  examples: ['month to date', 'week to date', 'quarter to date', 'ytd'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    const unit = meaning(ABBREVIATIONS, found?.groups?.short) ?? meaning(UNITS, found?.groups?.unit ?? found?.groups?.earlier);
    if (!found || !unit) return null;
    const [words] = found;
    const stretch = wholeUnits({ unit }, moment);
    const doubtful = { words, instead: `this calendar ${unit}` };
    return { ...stretch, end: wholeUnits({ unit: 'day' }, moment).end, length: words.length, ...(stretch.isFiscal && { doubtful }) };
  },
};
