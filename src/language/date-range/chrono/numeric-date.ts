import type { Parser } from 'chrono-node/en';
import { phrase } from '../vocabulary.ts';

const MONTH = '(?<year>(?:19|20)\\d\\d)[-/](?<month>\\d{1,2})';
const COMPACT = '(?<year2>(?:19|20)\\d\\d)(?<month2>0[1-9]|1[0-2])(?<day2>[0-2]\\d|3[01])';
const DOTTED = '(?<day3>\\d{1,2})\\.(?<month3>0?[1-9]|1[0-2])\\.(?<year3>\\d{4})';
const PATTERN = phrase(`${MONTH}|${COMPACT}|${DOTTED}`);

/** `2026-10` and `20261016`, which chrono does not read, and `9.11.2026`: who writes dots writes the day first, in America too. */
export const numericDate: Parser = {
  pattern: () => PATTERN,
  extract(context, match) {
    const { year, month, year2, month2, day2, year3, month3, day3 } = match.groups ?? {};
    const date = context.createParsingComponents({ year: Number(year ?? year2 ?? year3), month: Number(month ?? month2 ?? month3) });
    const day = day2 ?? day3;
    return day ? date.assign('day', Number(day)) : date.imply('day', 1);
  },
};
