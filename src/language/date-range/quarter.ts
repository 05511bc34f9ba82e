import { Temporal } from '../../model/time.ts';
import { type Format, refuse, type Stretch } from './format.ts';
import { unitsFrom } from './units.ts';
import { ORDINAL, ordinalOf, phrase } from './vocabulary.ts';
import { OF_YEAR, ofYear } from './yearly.ts';

const NAME = `(?:(?<kind>[qh])(?<number>\\d)|(?:the )?(?<ordinal>${ORDINAL}) (?:quarter|qtr))`;
const NAME_FIRST = phrase(`${NAME}${OF_YEAR}?`);
const YEAR_FIRST = phrase(`(?<year>(?:19|20)\\d\\d)[-/ ]?${NAME}`);

/** Calendar quarters, and halves, which are two of them. */
export const quarter: Format = {
  examples: ['Q3', 'Q3 2025', 'H1 2026'],
  read(text, moment) {
    const found = YEAR_FIRST.exec(text) ?? NAME_FIRST.exec(text);
    if (!found?.groups) return null;
    const { kind, number, ordinal } = found.groups;
    const [{ length }] = found;
    const quarters = kind?.toLowerCase() === 'h' ? 2 : 1;
    const which = number ? Number(number) : (ordinalOf(ordinal) ?? 0);
    if (which < 1 || which > 4 / quarters) {
      const hint = 'A year has the quarters Q1 to Q4 and the halves H1 and H2.';
      return refuse(length, { message: `There is no “${found[0]}”.`, hint, instead: ['last quarter'] });
    }
    const month = 3 * quarters * (which - 1) + 1;
    const inYear = (year: number): Stretch =>
      unitsFrom({ date: Temporal.PlainDate.from({ year, month, day: 1 }), unit: 'quarter', count: quarters }, moment);
    const named = ofYear({ groups: found.groups, moment, inYear });
    return named && { ...named, length };
  },
};
