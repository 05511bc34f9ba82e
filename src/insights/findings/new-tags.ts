import { count, counted } from '../../reports/words/numbers.ts';
import { type Evidence, type Finding, type Kind, type Rule, scoreOf } from './finding.ts';
import { thenIn } from './series.ts';
import { type TagUses, tagsIn } from './tags-in.ts';

/** Fewer uses come and go. */
const LEAST_USES = 10;

/** Tags that are used now and were not before. */
export const newTag: Rule = {
  kind: 'new tag',
  explanation: `A tag is new when it was used ${LEAST_USES} times or more, and not once in the time before, in which other tags were.`,
  find: (evidence) =>
    inEvidence(evidence, {
      kind: 'new tag',
      isFound: ({ now, before }) => before === 0 && now >= LEAST_USES,
      say: ({ label, now }, then) => `“${label}” is new: ${counted(now, 'use')} (${then}: none).`,
    }),
};

/** Tags that were used before and are not any more. */
export const goneTag: Rule = {
  kind: 'gone tag',
  explanation: `A tag is gone when it was not used once, after ${LEAST_USES} uses or more in the time before.`,
  find: (evidence) =>
    inEvidence(evidence, {
      kind: 'gone tag',
      isFound: ({ now, before }) => now === 0 && before >= LEAST_USES,
      say: ({ label, before }, then) => `“${label}” was not used (${then}: ${counted(before, 'use')}).`,
    }),
};

interface Looking {
  readonly kind: Kind;
  readonly isFound: (tag: TagUses) => boolean;
  /** `then` is what the time before is called. */
  readonly say: (tag: TagUses, then: string) => string;
}

function inEvidence(evidence: Evidence, { kind, isFound, say }: Looking): Finding[] {
  const { baseline } = evidence;
  const { tags, now, before } = tagsIn(evidence);
  if (!baseline || now === 0 || before === 0) return [];
  const then = thenIn(evidence, baseline.range);
  return tags.filter(isFound).map((tag) => ({
    kind,
    score: scoreOf(kind, Math.max(tag.now, tag.before) / Math.max(now, before)),
    sentence: say(tag, then),
    numbers: [
      { label: `Uses of “${tag.label}”`, value: count(tag.now) },
      { label: `Uses of “${tag.label}”, ${then}`, value: count(tag.before) },
      { label: 'Tag uses', value: count(now) },
      { label: `Tag uses, ${then}`, value: count(before) },
    ],
    about: `tag ${tag.key}`,
  }));
}
