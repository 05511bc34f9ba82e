import type { Parser } from 'chrono-node/en';
import { anyOf, MONTHS, meaning, ORDINAL, ordinalOf, phrase } from '../vocabulary.ts';

const MONTH = anyOf(MONTHS);
const DAY_FIRST = `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: - |[ -])?(?:of )?(?<month>${MONTH})\\.?`;
const MONTH_FIRST = `(?<month2>${MONTH})\\.?(?: ?(?<day2>\\d{1,2})(?:st|nd|rd|th)?| the (?<ordinal>${ORDINAL}))`;
const PATTERN = phrase(`(?:${DAY_FIRST}|${MONTH_FIRST})(?:,? (?:of |in )?(?<year>(?:19|20)\\d\\d))?`);

/** `16. Nov. 2016` and `july 4th of 1995`, which chrono reads in part, and `32 august`, where it takes the number for a year. */
export const dayAndMonth: Parser = {
  pattern: () => PATTERN,
  extract(_context, match) {
    const { day, day2, ordinal, month, month2, year } = match.groups ?? {};
    const number = meaning(MONTHS, month ?? month2);
    if (number === undefined) return null;
    const date = { day: ordinalOf(ordinal) ?? Number(day ?? day2), month: number };
    return year ? { ...date, year: Number(year) } : date;
  },
};
