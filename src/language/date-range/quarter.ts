import { fiscalStart } from './fiscal-year.ts';
import { type Format, type Moment, refuse, type Stretch } from './format.ts';
import { byCalendar, unitsFrom } from './units.ts';
import { ORDINAL, ordinalOf, phrase } from './vocabulary.ts';
import { OF_YEAR, ofYear, YEAR_OWNS } from './yearly.ts';

const NAME = `(?:(?<kind>[qh])(?<number>\\d)|(?<numberFirst>\\d)(?<kindAfter>[qh])(?= ?(?:of )?['’-]?\\d)|(?:the )?(?<ordinal>${ORDINAL}) (?:quarter|qtr)|quarter (?<spelled>\\d))`;
const NAME_FIRST = phrase(`(?<calendar>calendar )?${NAME}${OF_YEAR}?`);
const YEAR_FIRST = phrase(`(?:(?<year>(?:19|20)\\d\\d)[-/ ]?|${YEAR_OWNS})${NAME}`);

/** Quarters, and halves, which are two of them: of a calendar year where one is said (`Q3 2025`), else of the fiscal year, which mostly is the same. */
export const quarter: Format = {
  name: 'Quarters and fiscal years',
  examples: ['Q3', 'Q3 2025', 'H1 2026'],
  read(text, moment) {
    const found = YEAR_FIRST.exec(text) ?? NAME_FIRST.exec(text);
    if (!found?.groups) return null;
    const { groups } = found;
    const [words] = found;
    const { length } = words;
    const { ordinal } = groups;
    const kind = groups.kind ?? groups.kindAfter ?? 'q';
    const number = groups.number ?? groups.numberFirst ?? groups.spelled;
    const quarters = kind.toLowerCase() === 'h' ? 2 : 1;
    const which = number ? Number(number) : (ordinalOf(ordinal) ?? 0);
    if (which < 1 || which > 4 / quarters) {
      const hint = 'A year has the quarters Q1 to Q4 and the halves H1 and H2.';
      return refuse(length, { message: `There is no “${words}”.`, hint, instead: ['last quarter'] });
    }
    const inYears = (of: Moment) => {
      const first = (year: number) => fiscalStart(year, of).add({ months: 3 * quarters * (which - 1) });
      const inYear = (year: number): Stretch => unitsFrom({ date: first(year), unit: 'quarter', count: quarters }, moment);
      return ofYear({ groups, moment, inYear });
    };
    const named = inYears(byCalendar(moment));
    if (!named || (moment.yearStart ?? 1) === 1) return named && { ...named, length };
    if (groups.calendar) return { ...named, isFiscal: false, length };
    const name = `${kind}${which}`;
    const { year } = named.start;
    const fiscal = named.recurs && inYears(moment);
    return fiscal
      ? { ...fiscal, isFiscal: true, length, doubtful: { words, instead: `${name} ${year}` } }
      : { ...named, isFiscal: false, length, doubtful: { words, instead: `${name} FY${year % 100}` } };
  },
};
