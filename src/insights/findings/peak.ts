import { inWords } from '../../reports/words/numbers.ts';
import { median } from '../median.ts';
import { ENOUGH, type Evidence, type Finding, type Rule, scoreOf } from './finding.ts';
import { amountIn, seriesOfRows } from './series.ts';

/** So much above the median of the rows that have any, in percent: days are more alike than hours. */
const LEAST_PERCENT = { hour: 50, 'day-hours': 50, weekday: 20 } as const;
type Peaking = keyof typeof LEAST_PERCENT;
const isPeaking = (distribution: string): distribution is Peaking => distribution in LEAST_PERCENT;
const LEAST_ROWS = 5;

/** The hour of the day or the weekday with the most. */
export const peak: Rule = {
  kind: 'peak',
  explanation:
    `The peak is the hour of the day with the most, when it is ${LEAST_PERCENT['day-hours']}% or more above the median of the hours that have ` +
    `any, or such a weekday with ${LEAST_PERCENT.weekday}%, among at least ${LEAST_ROWS} and with ${ENOUGH} or more. Only of times that are over.`,
  find(evidence) {
    const { distribution, range } = evidence.query;
    if (!isPeaking(distribution) || range.partial || !areComparable(evidence)) return [];
    return seriesOfRows(evidence).flatMap(({ name, unit, points }): Finding[] => {
      const known = points.flatMap(({ value, ...rest }) => (value ? [{ ...rest, value }] : []));
      const middle = median(known.map(({ value }) => value));
      const most = Math.max(0, ...known.map(({ value }) => value));
      const peaks = known.filter(({ value }) => value === most);
      const [top] = peaks;
      if (!top || middle === null || peaks.length > 1 || unit === 'seconds' || known.length < LEAST_ROWS || most < ENOUGH) return [];
      if (100 * (most - middle) < LEAST_PERCENT[distribution] * middle) return [];
      const noun = distribution === 'weekday' ? 'weekday' : 'hour';
      const usual = inWords(Math.round(middle), unit);
      return [
        {
          kind: 'peak',
          score: scoreOf('peak', (most - middle) / most),
          sentence: `The busiest ${noun} was ${top.label}: ${amountIn({ name, unit }, most)}, the median ${noun} has ${usual}.`,
          numbers: [
            { label: `Median ${noun}`, value: usual },
            ...known.map(({ label, value }) => ({ label, value: inWords(value, unit) })),
          ],
          about: `row ${top.key}`,
        },
      ];
    });
  },
};

const WEEK = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Hours of several days are not called by the clock alone; weekdays are there equally often only in whole weeks, unless some were left out. */
function areComparable({ query: { distribution, range }, table: { rows } }: Evidence): boolean {
  if (distribution !== 'weekday') return rows.every(({ label }) => /^\d\d:\d\d$/.test(label));
  return Math.round((range.end - range.start) / DAY_MS) % WEEK === 0;
}
