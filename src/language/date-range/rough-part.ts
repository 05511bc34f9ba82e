import type { Temporal } from '../../model/time.ts';
import { type Format, isRefusal, type Moment, type Reading } from './format.ts';
import { mostRecentPart, periodAt } from './period.ts';
import { unitsFrom } from './units.ts';
import { phrase } from './vocabulary.ts';

const FIRST = '(?<first>early(?: in)?|(?:the )?(?:very )?(?:beginning|start) of)';
const MIDDLE = '(?<middle>mid(?:dle of)?|(?:the )?middle of)';
const LAST = '(?<last>late(?: in)?|(?:the )?(?:very )?end of)';
const ROUGHLY = phrase(`(?:at |by |in |around )?(?:${FIRST}|${MIDDLE}|${LAST})`);
/** `EOM`, `beginning of year`. */
const IN_SHORT: ReadonlyMap<string, string> = new Map([
  ['bom', 'beginning of this month'],
  ['eom', 'end of this month'],
  ['boy', 'beginning of this year'],
  ['eoy', 'end of this year'],
]);
const SHORT = phrase(`(?:at |by )?(?:the )?(?<short>${[...IN_SHORT.keys()].join('|')})`);
const BARE_UNIT = /^(?=(?:week|month|quarter|year)(?![\p{L}\p{N}]))/iu;

type Third = 'first' | 'middle' | 'last';

/** Of a month ten days, of a quarter a month, of a year four; of a week the three days that begin, halve or end it. */
const STEPS: Record<string, { readonly from: Record<Third, Temporal.DurationLike>; readonly last: Temporal.DurationLike }> = {
  week: { from: { first: { days: 0 }, middle: { days: 2 }, last: { days: 4 } }, last: { days: 3 } },
  month: { from: { first: { days: 0 }, middle: { days: 10 }, last: { days: 20 } }, last: { days: 10 } },
  quarter: { from: { first: { days: 0 }, middle: { months: 1 }, last: { months: 2 } }, last: { months: 1 } },
  year: { from: { first: { days: 0 }, middle: { months: 4 }, last: { months: 8 } }, last: { months: 4 } },
};

function thirdOf(period: Reading, third: Third, { moment, length }: { readonly moment: Moment; readonly length: number }): Reading | null {
  const steps = STEPS[period.granularity];
  if (!steps) return null;
  const start = period.start.toPlainDate().add(steps.from[third]);
  const end = third === 'last' ? period.end.toPlainDate() : start.add(steps.last);
  return { ...period, ...unitsFrom({ date: start, unit: 'day' }, moment), end: end.toZonedDateTime(moment.now.timeZoneId), length };
}

/** `early october`, `mid november`, `end of last week`: a third of a period. */
export const roughPart: Format = {
  name: 'Parts of a month or year',
  examples: ['early october', 'end of last month'],
  read(text, moment) {
    const short = SHORT.exec(text);
    const said = short ? (IN_SHORT.get((short.groups?.short ?? '').toLowerCase()) ?? '') : text;
    const found = ROUGHLY.exec(said);
    if (!found?.groups) return null;
    const rest = said.slice(found[0].length).replace(/^[ -]/u, '');
    const words = rest.replace(BARE_UNIT, 'this ').replace(/^(?:the|that) (?=week|month|quarter|year)/iu, 'this ');
    const third: Third = found.groups.first ? 'first' : found.groups.middle ? 'middle' : 'last';
    const at = (then: Moment) => periodAt(words, then);
    const period = at(moment);
    if (!period || isRefusal(period)) return null;
    const length = short?.[0].length ?? said.length - words.length + period.length;
    const part = (of: Reading): Reading => thirdOf(of, third, { moment, length }) ?? { ...of, length: 0 };
    const reading = mostRecentPart(period, { moment, at, part });
    return reading.length === 0 ? null : reading;
  },
};
