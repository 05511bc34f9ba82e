import { Temporal } from '../../model/time.ts';
import { type Format, type Moment, refuse, type Stretch } from './format.ts';
import { unitsFrom } from './units.ts';
import { anyOf, meaning, phrase, STEPS } from './vocabulary.ts';

const YEAR = '(?:20\\d\\d|\\d\\d)';
const FISCAL = '(?:fiscal|financial)';
const NAME = `(?:fy ?['’]?|${FISCAL} year )(?<fy>${YEAR})(?:[/-]\\d\\d(?!\\d))?`;
const STEPPED = `(?:the )?(?<step>${anyOf(STEPS)}) (?:${FISCAL} year|fy)|(?<present>the ${FISCAL} year|fytd|${FISCAL} year to date|fy to date)`;
const QUARTER = `(?:${FISCAL} )?(?<kind>[qh])(?<number>[1-4])`;
const YEAR_ALONE = phrase(`${NAME}|${STEPPED}`);
const QUARTER_FIRST = phrase(`${QUARTER}(?: of)?,? ?(?:${NAME})`);
const YEAR_FIRST = phrase(`(?:${NAME}),? ?${QUARTER}`);
const STEPPED_QUARTER = phrase(`(?:the )?(?<quarterStep>${anyOf(STEPS)}) ${FISCAL} quarter`);

const JANUARY = 1;

/** The first day of the fiscal year that is called by a year: as most companies do, by the one in which it ends. */
export function fiscalStart(year: number, { yearStart = JANUARY }: Moment): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: yearStart === JANUARY ? year : year - 1, month: yearStart, day: 1 });
}

/** What the fiscal year is called that holds a day. */
export function fiscalYearOf(day: Temporal.PlainDate, { yearStart = JANUARY }: Moment): number {
  return yearStart !== JANUARY && day.month >= yearStart ? day.year + 1 : day.year;
}

const named = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** `FY26`, `this fiscal year`, `Q2 FY26`, `last fiscal quarter`: of the year that the workspace goes by. */
export const fiscalYear: Format = {
  name: 'Quarters and fiscal years',
  examples: ['FY26', 'this fiscal year', 'Q2 FY26'],
  read(text, moment) {
    const found = QUARTER_FIRST.exec(text) ?? YEAR_FIRST.exec(text) ?? STEPPED_QUARTER.exec(text) ?? YEAR_ALONE.exec(text);
    if (!found?.groups) return null;
    const [{ length }] = found;
    const { fy, step, kind, number, quarterStep } = found.groups;
    const today = moment.now.toPlainDate();
    const present = fiscalYearOf(today, moment);
    const months = (from: Temporal.PlainDate, unit: Stretch['granularity'], count: number) => ({
      ...unitsFrom({ date: from, unit: 'month', count }, moment),
      granularity: unit,
      length,
    });
    if (quarterStep) {
      const begun = fiscalStart(present, moment);
      const quarters = Math.floor(begun.until(today, { largestUnit: 'month' }).months / 3) + (meaning(STEPS, quarterStep) ?? 0);
      return months(begun.add({ months: 3 * quarters }), 'quarter', 3);
    }
    const start = fiscalStart(fy ? named(fy) : present + (meaning(STEPS, step) ?? 0), moment);
    if (!number) return months(start, 'year', 12);
    const each = kind?.toLowerCase() === 'h' ? 6 : 3;
    if (Number(number) * each > 12)
      return refuse(length, { message: `There is no “${found[0]}”.`, hint: 'A year has two halves.', instead: ['H1'] });
    return months(start.add({ months: each * (Number(number) - 1) }), 'quarter', each);
  },
};
