import { inWords } from '../../reports/words/numbers.ts';
import { type Compared, compared } from '../change.ts';
import { changesSentence } from '../comparison.ts';
import { chanceOf, ENOUGH, type Finding, type Rule, scoreOf } from './finding.ts';
import { thenIn } from './series.ts';

/** What is less is told beside its number only. */
const LEAST_PERCENT = 20;

/** A number of the headline that is far from what it was. */
export const changed: Rule = {
  kind: 'change',
  explanation:
    `A number of the headline has changed notably when it is ${LEAST_PERCENT}% or more away from what it was in the time before, twice as far ` +
    `as chance moves counts, and ${ENOUGH} or more on both sides; or 0 after that many.`,
  find(evidence) {
    const { baseline, isComparisonAsked } = evidence;
    if (!baseline || isComparisonAsked) return [];
    const than = thenIn(evidence, baseline.range);
    return compared({ ...evidence, range: evidence.query.range }, baseline).flatMap((one) => {
      const sentence = isNotable(one) ? changesSentence([one], than) : null;
      return sentence === null ? [] : [findingOf(one, { sentence, than })];
    });
  },
};

function isNotable({ metric, before, change }: Compared): boolean {
  const { unit, value } = metric;
  if (!change || value === null || before === null) return false;
  if (value === 0) return unit !== 'seconds' && before >= ENOUGH;
  if (change.percent === null || Math.abs(change.percent) < LEAST_PERCENT) return false;
  return unit === 'seconds' || Math.abs(change.difference) > 2 * chanceOf(value, before);
}

function findingOf(
  { metric, column, before, change }: Compared,
  { sentence, than }: { readonly sentence: string; readonly than: string },
): Finding {
  const { label, value, unit } = metric;
  return {
    kind: 'change',
    score: scoreOf('change', Math.abs(change?.percent ?? 100) / 200),
    sentence,
    numbers: [
      { label, value: inWords(value, unit) },
      { label: `${label}, ${than}`, value: inWords(before, unit) },
    ],
    about: column?.unit === 'uses' ? `tag ${column.key}` : 'total',
  };
}
