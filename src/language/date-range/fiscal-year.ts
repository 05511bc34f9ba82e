import { Temporal } from '../../model/time.ts';
import { type Format, type Moment, refuse, type Stretch } from './format.ts';
import { unitsFrom, wholeUnits } from './units.ts';
import { anyOf, meaning, phrase, SO_FAR, STEPS } from './vocabulary.ts';
import { ofYear } from './yearly.ts';

const YEAR = '(?:20\\d\\d|\\d\\d)';
const FISCAL = '(?:fiscal|financial)';
const NAME = `(?:fy ?['’]?|${FISCAL} year )(?<fy>${YEAR})(?:[/-](?<last>${YEAR})(?!\\d))?`;
const STEPPED = `(?:the )?(?<step>${anyOf(STEPS)}) (?:${FISCAL} year|fy)|(?:the )?${FISCAL} year`;
const TO_DATE = phrase(`fytd|(?:(?:the|this|current) )?(?:${FISCAL} year|fy)[- ]${SO_FAR}`);
const QUARTER = `(?:${FISCAL} )?(?<kind>[qh])(?<number>[1-4])`;
const YEAR_ALONE = phrase(`${NAME}|${STEPPED}`);
const QUARTER_FIRST = phrase(`${QUARTER}(?: of)?,? ?(?:${NAME})`);
const YEAR_FIRST = phrase(`(?:${NAME}),? ?${QUARTER}`);
const QUARTER_ALONE = phrase(`${FISCAL} (?<kind>[qh])(?<number>[1-4])(?:(?: of)?,? (?<fy>20\\d\\d))?`);
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

/** Of `FY26/27` the second, where it is another than that in which the year begins. */
function saidYear(fy: string, last: string | undefined, { yearStart = JANUARY }: Moment): number {
  const year = named(fy);
  return yearStart !== JANUARY && last && named(last) === year + 1 ? year + 1 : year;
}

interface Step {
  /** How many months each part has. */
  readonly months: number;
  /** How many parts after the present one. */
  readonly by: number;
}

/** The first day of a part of a fiscal year, all of which have the same length. */
export function partStart({ months, by }: Step, moment: Moment): Temporal.PlainDate {
  const today = moment.now.toPlainDate();
  const begun = fiscalStart(fiscalYearOf(today, moment), moment);
  const parts = Math.floor(begun.until(today, { largestUnit: 'month' }).months / months) + by;
  return begun.add({ months: months * parts });
}

/** `FY26`, `this fiscal year`, `FYTD`, `Q2 FY26`, `fiscal Q2`, `last fiscal quarter`: of the year that the workspace goes by. */
export const fiscalYear: Format = {
  name: 'Quarters and fiscal years',
  examples: ['FY26', 'this fiscal year', 'Q2 FY26'],
  read(text, moment) {
    const toDate = TO_DATE.exec(text)?.[0];
    if (toDate) {
      const start = fiscalStart(fiscalYearOf(moment.now.toPlainDate(), moment), moment).toZonedDateTime(moment.now.timeZoneId);
      return { start, end: wholeUnits({ unit: 'day' }, moment).end, granularity: 'year', length: toDate.length };
    }
    const found = [QUARTER_FIRST, YEAR_FIRST, QUARTER_ALONE, STEPPED_QUARTER, YEAR_ALONE].map((each) => each.exec(text)).find(Boolean);
    if (!found?.groups) return null;
    const [{ length }] = found;
    const { fy, last, step, kind, number, quarterStep } = found.groups;
    const months = (from: Temporal.PlainDate, unit: Stretch['granularity'], count: number) => ({
      ...unitsFrom({ date: from, unit: 'month', count }, moment),
      granularity: unit,
      length,
    });
    if (quarterStep) return months(partStart({ months: 3, by: meaning(STEPS, quarterStep) ?? 0 }, moment), 'quarter', 3);
    const said = fy ? saidYear(fy, last, moment) : null;
    if (!number) {
      const year = said ?? fiscalYearOf(moment.now.toPlainDate(), moment) + (meaning(STEPS, step) ?? 0);
      return months(fiscalStart(year, moment), 'year', 12);
    }
    const each = kind?.toLowerCase() === 'h' ? 6 : 3;
    if (Number(number) * each > 12)
      return refuse(length, { message: `There is no “${found[0]}”.`, hint: 'A year has two halves.', instead: ['H1'] });
    const inYear = (year: number) => months(fiscalStart(year, moment).add({ months: each * (Number(number) - 1) }), 'quarter', each);
    const recent = said === null ? ofYear({ groups: {}, moment, inYear }) : null;
    return said === null ? recent && { ...recent, length } : inYear(said);
  },
};
