import type { Parser } from 'chrono-node/en';
import { phrase } from '../vocabulary.ts';

const MONTH = '(?<year>(?:19|20)\\d\\d)[-/](?<month>\\d{1,2})|(?<month4>0?[1-9]|1[0-2])[-.](?<year4>(?:19|20)\\d\\d)';
const COMPACT = '(?<year2>(?:19|20)\\d\\d)(?<month2>0[1-9]|1[0-2])(?<day2>[0-2]\\d|3[01])';
const DOTTED = '(?<day3>\\d{1,2})\\.(?<month3>0?[1-9]|1[0-2])\\.(?<year3>\\d{4}|\\d{2})';
const PATTERN = phrase(`${MONTH}|${COMPACT}|${DOTTED}`);

const SHORT = phrase('(?<one>\\d{1,2})(?<sign>[-/.])(?<other>\\d{1,2})(?:,? (?<year>(?:19|20)\\d\\d)|,(?<year2>(?:19|20)\\d\\d))?');

/** `4-22`, `5.12`, `5/7, 2020`: which of the numbers is the month is a habit of places, unless one of them cannot be. */
export const shortDate = (dayFirst: boolean): Parser => ({
  pattern: () => SHORT,
  extract(context, match) {
    const { one, other, sign, year, year2 } = match.groups ?? {};
    const stated = year ?? year2;
    // Chrono reads these itself.
    if (sign === '/' && !stated) return null;
    const isDayFirst = Number(one) > 12 || (Number(other) <= 12 && (dayFirst || sign === '.'));
    const [day, month] = isDayFirst ? [Number(one), Number(other)] : [Number(other), Number(one)];
    if (month > 12 || month < 1 || day < 1 || day > 31) return null;
    const date = context.createParsingComponents({ day, month });
    return stated ? date.assign('year', Number(stated)) : date;
  },
});

/** `26` is of this century. */
const yearOf = (digits = ''): number => (digits.length === 2 ? 2000 : 0) + Number(digits);

/** `2026-10`, `10-2026` and `20261016`, which chrono does not read, and `9.11.2026` or `9.11.26`: who writes dots writes the day first, in America too. */
export const numericDate: Parser = {
  pattern: () => PATTERN,
  extract(context, match) {
    const { year, month, year2, month2, day2, year3, month3, day3, year4, month4 } = match.groups ?? {};
    const date = context.createParsingComponents({
      year: yearOf(year ?? year2 ?? year3 ?? year4),
      month: Number(month ?? month2 ?? month3 ?? month4),
    });
    const day = day2 ?? day3;
    return day ? date.assign('day', Number(day)) : date.imply('day', 1);
  },
};
