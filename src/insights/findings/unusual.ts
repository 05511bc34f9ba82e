import { inWords } from '../../reports/words/numbers.ts';
import { baselineInWords } from '../comparison.ts';
import { LIKES } from '../like-days.ts';
import { median, spreadAround } from '../median.ts';
import { ENOUGH, type Evidence, type Finding, type Rule, scoreOf } from './finding.ts';
import { isWeekend, LEAST_LIKES, LEAST_POINTS, type Liked, leastSpread, liked, NEAR_HOURS, spreadOf } from './likes.ts';
import { amountIn, type Point, type Series, seriesIn } from './series.ts';

/** Farther than so many spreads from the usual hardly anything goes by chance. */
const SPREADS = 3;
/** What is nearer to the usual is none of anybody's concern, however steady the others are. */
const LEAST_PERCENT = 25;

/** A day or an hour far from its like. */
export const unusual: Rule = {
  kind: 'unusual',
  explanation:
    `A day or an hour stands out when it is ${LEAST_PERCENT}% and ${SPREADS} times the usual spread away from the median of its like: ` +
    `the same weekday, of hours the same hour of it, before it, at most the last ${LIKES}, here and in the time before. Where these are fewer ` +
    `than ${LEAST_LIKES}, it must also be as far, and to the same side, from the median of all working days (or all weekend days) of both times; ` +
    `an hour from that of the hours up to ${NEAR_HOURS} away from it on these days. The spread is the median absolute deviation of at least ` +
    `${LEAST_POINTS} distances from such a like, or of the days or hours around; fewer than ${ENOUGH} make no finding.`,
  find: (evidence) => seriesIn(evidence).flatMap((series) => inOne(series, evidence)),
};

function inOne(series: Series, evidence: Evidence): Finding[] {
  const all = liked(series, evidence.query.distribution);
  const found = spreadOf(all);
  if (!found) return [];
  return all.flatMap((one) => {
    const { point, usual } = one;
    const value = point.value ?? 0;
    // What is not there at all is silence, which has a rule of its own.
    if (value === 0 || !isEnough(one, series) || !isNotable(value, usual) || !isFarAround(one, series)) return [];
    const spread = Math.max(found.spread, leastSpread(one, series.unit));
    const distance = Math.abs(value - usual - found.middle) / spread;
    return distance < SPREADS ? [] : [findingOf(series, { ...one, distance }, evidence)];
  });
}

const isNotable = (value: number, usual: number): boolean => Math.abs(value - usual) * 100 >= LEAST_PERCENT * usual;

/** Of one or two likes nobody knows whether they were wild: then the other days have to say the same. */
function isFarAround({ point, usual, around }: Liked, { unit }: Series): boolean {
  const middle = median(around ?? []);
  if (around === null || middle === null) return true;
  const value = point.value ?? 0;
  const spread = Math.max(spreadAround(middle, around), leastSpread({ point, usual: middle }, unit));
  const isSameSide = value > usual === value > middle;
  return isSameSide && isNotable(value, middle) && Math.abs(value - middle) >= SPREADS * spread;
}

/** A mean needs enough on both sides; of counts the larger side is enough. */
function isEnough({ point, likes, usual }: Liked, { unit }: Series): boolean {
  return unit === 'seconds' ? [point, ...likes].every(({ volume }) => volume >= ENOUGH) : Math.max(point.volume, usual) >= ENOUGH;
}

interface Far extends Liked {
  /** In spreads. */
  readonly distance: number;
}

function findingOf(series: Series, { point, likes, usual, around, distance }: Far, { query, baseline }: Evidence): Finding {
  const [like] = likes;
  const { unit } = series;
  // The hours of one day are called like those of another.
  const before = baseline ? baselineInWords(query.range, baseline.range) : '';
  const named = ({ label }: Point) => (label === point.label ? before : label);
  const then = inWords(unit === 'seconds' ? usual : Math.round(usual), unit);
  return {
    kind: 'unusual',
    score: scoreOf('unusual', distance / 30),
    sentence: `${point.label} stands out: ${amountIn(series, point.value ?? 0)} (${like && likes.length === 1 ? `${named(like)}:` : 'usually'} ${then}).`,
    numbers: [
      { label: point.label, value: inWords(point.value, unit) },
      ...likes.map((each) => ({ label: named(each), value: inWords(each.value, unit) })),
      { label: 'Median of its like', value: then },
      ...(around ? [{ label: `Median of ${aroundInWords(point, query.distribution)}`, value: inWords(median(around), unit) }] : []),
    ],
    about: `row ${point.key}`,
  };
}

function aroundInWords(point: Point, distribution: string): string {
  const days = isWeekend(point) ? 'weekend days' : 'working days';
  return distribution === 'hour' ? `hours near it on ${days}` : `all ${days}`;
}
