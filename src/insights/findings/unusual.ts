import { inWords } from '../../reports/words/numbers.ts';
import { baselineInWords } from '../comparison.ts';
import { LIKES } from '../like-days.ts';
import { ENOUGH, type Evidence, type Finding, type Rule, scoreOf } from './finding.ts';
import { LEAST_POINTS, type Liked, leastSpread, liked, spreadOf } from './likes.ts';
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
    `the same weekday or hour, at most the last ${LIKES}, here and in the time before. The spread is the median absolute deviation of at ` +
    `least ${LEAST_POINTS}; fewer than ${ENOUGH} make no finding.`,
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
    if (value === 0 || !isEnough(one, series) || Math.abs(value - usual) * 100 < LEAST_PERCENT * usual) return [];
    const spread = Math.max(found.spread, leastSpread(one, series.unit));
    const distance = Math.abs(value - usual - found.middle) / spread;
    return distance < SPREADS ? [] : [findingOf(series, { ...one, distance }, evidence)];
  });
}

/** A mean needs enough on both sides; of counts the larger side is enough. */
function isEnough({ point, likes, usual }: Liked, { unit }: Series): boolean {
  return unit === 'seconds' ? [point, ...likes].every(({ volume }) => volume >= ENOUGH) : Math.max(point.volume, usual) >= ENOUGH;
}

interface Far extends Liked {
  /** In spreads. */
  readonly distance: number;
}

function findingOf(series: Series, { point, likes, usual, distance }: Far, { query, baseline }: Evidence): Finding {
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
    ],
    about: `row ${point.key}`,
  };
}
