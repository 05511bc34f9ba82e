import { listed } from '../../reports/words/names.ts';
import { count, inWords } from '../../reports/words/numbers.ts';
import { median } from '../median.ts';
import { ENOUGH, type Evidence, type Finding, type Rule, scoreOf } from './finding.ts';
import { LEAST_LIKES, type Liked, liked } from './likes.ts';
import { type Series, seriesIn } from './series.ts';

/** So many are named; of more it is said how many there are. */
const NAMED = 3;

/** Nothing on a day, or in an hour, that usually has something. */
export const silence: Rule = {
  kind: 'silence',
  explanation:
    `A day or an hour is silent when nothing at all was counted, and the median of its like (the same weekday, of hours the same hour of it, ` +
    `before it) is ${ENOUGH} or more. Where these are fewer than ${LEAST_LIKES}, so must be the median of all working days (or all weekend days) of ` +
    'both times, of hours of those near to it.',
  find: (evidence) => seriesIn(evidence).flatMap((series) => inOne(series, evidence)),
};

function inOne(series: Series, { query }: Evidence): Finding[] {
  const { unit, name, points } = series;
  // Where nothing was counted all the time, the report says so itself.
  if (unit === 'seconds' || points.every(({ value }) => !value)) return [];
  const silent = liked(series, query.distribution).filter((one) => one.point.value === 0 && isUsuallyBusy(one));
  const [first] = silent;
  if (!first) return [];
  const names = silent.map(({ point }) => point.label);
  const usual = silent.length === 1 ? ` (usually ${count(Math.round(first.usual))})` : '';
  return [
    {
      kind: 'silence',
      score: scoreOf('silence', silent.length / points.length),
      sentence: `No ${name}: ${listed(names, NAMED)}${usual}.`,
      numbers: silent.flatMap(({ point, usual: then }) => [
        { label: point.label, value: inWords(point.value, unit) },
        { label: 'Median of its like', value: count(Math.round(then)) },
      ]),
      about: `row ${first.point.key}`,
    },
  ];
}

const isUsuallyBusy = ({ usual, around }: Liked): boolean => Math.min(usual, median(around ?? []) ?? usual) >= ENOUGH;
