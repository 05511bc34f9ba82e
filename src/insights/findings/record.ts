import { rowNouns } from '../../reports/words/names.ts';
import { inWords } from '../../reports/words/numbers.ts';
import { chanceOf, ENOUGH, type Evidence, type Finding, type Rule, scoreOf } from './finding.ts';
import { amountIn, type Point, type Series, seriesIn } from './series.ts';

/** Of fewer rows one is always far from the others. */
const LEAST_ROWS = 5;
/** By so much the first is ahead of the second. */
const LEAST_PERCENT = 25;

/** The most of all rows, or the fewest, by a margin. Some weekday has always the fewest, so only longer rows have a lowest. */
export const record: Rule = {
  kind: 'record',
  explanation:
    `A record is at least ${LEAST_PERCENT}% ahead of the next one, and by twice of what chance moves, among at least ${LEAST_ROWS} rows that have any; ` +
    `fewer than ${ENOUGH} make none. The fewest is looked for among weeks, months and years only.`,
  find: (evidence) => seriesIn(evidence).flatMap((series) => inOne(series, evidence)),
};

function inOne(series: Series, evidence: Evidence): Finding[] {
  const { distribution } = evidence.query;
  const known = series.points.filter(({ volume }) => volume > 0).sort(byValue);
  if (series.unit === 'seconds' || known.length < LEAST_ROWS || distribution === 'hour') return [];
  const [first, second] = [known.at(-1), known.at(-2)];
  const [last, nextToLast] = known;
  return [
    ...(first && second && isAhead(first, second) ? [findingOf({ series, point: first, next: second, evidence, word: 'most' })] : []),
    ...(last && nextToLast && distribution !== 'day' && isAhead(nextToLast, last)
      ? [findingOf({ series, point: last, next: nextToLast, evidence, word: 'fewest' })]
      : []),
  ];
}

const byValue = (one: Point, other: Point): number => (one.value ?? 0) - (other.value ?? 0);

function isAhead({ value: more }: Point, { value: less }: Point): boolean {
  const [ahead, behind] = [more ?? 0, less ?? 0];
  return ahead >= ENOUGH && 100 * (ahead - behind) >= LEAST_PERCENT * behind && ahead - behind > 2 * chanceOf(ahead, behind);
}

interface Record {
  readonly series: Series;
  readonly point: Point;
  readonly next: Point;
  readonly evidence: Evidence;
  readonly word: 'most' | 'fewest';
}

function findingOf({ series, point, next, evidence, word }: Record): Finding {
  const { unit, points } = series;
  const [value, other] = [point.value ?? 0, next.value ?? 0];
  const nouns = rowNouns(evidence.table);
  return {
    kind: 'record',
    score: scoreOf('record', Math.abs(value - other) / Math.max(value, other)),
    sentence: `${point.label} had the ${word} of all ${nouns}: ${amountIn(series, value)}, next is ${next.label} with ${inWords(other, unit)}.`,
    numbers: [point, next, ...points.filter((each) => each !== point && each !== next)].map(({ label, value: each }) => ({
      label,
      value: inWords(each, unit),
    })),
    about: `row ${point.key}`,
  };
}
