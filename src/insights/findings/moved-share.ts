import { count } from '../../reports/words/numbers.ts';
import { type Finding, type Rule, scoreOf } from './finding.ts';
import { thenIn } from './series.ts';
import { type TagUses, tagsIn } from './tags-in.ts';

/** In points of a hundred. */
const LEAST_POINTS = 5;
/** Of fewer uses a share says little. */
const LEAST_USES = 100;

/** Tags that have become a larger or smaller part of all uses. */
export const movedShare: Rule = {
  kind: 'share',
  explanation:
    `The share of a tag has moved when it is ${LEAST_POINTS} points of a hundred or more away from what it was, and three times as far as chance ` +
    `moves it, with ${LEAST_USES} uses of tags or more on both sides.`,
  find(evidence) {
    const { baseline } = evidence;
    const { tags, now, before } = tagsIn(evidence);
    if (!baseline || now < LEAST_USES || before < LEAST_USES) return [];
    const then = thenIn(evidence, baseline.range);
    return tags.filter((tag) => tag.now > 0 && tag.before > 0).flatMap((tag) => findingOf(tag, { now, before, then }));
  },
};

interface Wholes {
  readonly now: number;
  readonly before: number;
  readonly then: string;
}

function findingOf({ key, label, now, before }: TagUses, wholes: Wholes): Finding[] {
  const [share, shareBefore] = [now / wholes.now, before / wholes.before];
  const moved = Math.abs(share - shareBefore);
  const all = (now + before) / (wholes.now + wholes.before);
  const chance = Math.sqrt(all * (1 - all) * (1 / wholes.now + 1 / wholes.before));
  if (moved * 100 < LEAST_POINTS || moved < 3 * chance) return [];
  const [percent, percentBefore] = [share, shareBefore].map((each) => `${Math.round(100 * each)}%`);
  return [
    {
      kind: 'share',
      score: scoreOf('share', moved),
      sentence: `“${label}” is ${percent} of tag uses (${wholes.then}: ${percentBefore}).`,
      numbers: [
        { label: `Uses of “${label}”`, value: `${count(now)} of ${count(wholes.now)}: ${percent}` },
        { label: `Uses of “${label}”, ${wholes.then}`, value: `${count(before)} of ${count(wholes.before)}: ${percentBefore}` },
      ],
      about: `tag ${key}`,
    },
  ];
}
