import { alikeTags } from './alike-tags.ts';
import { changed } from './change.ts';
import type { Evidence, Finding, Kind, Rule } from './finding.ts';
import { mix } from './mix.ts';
import { movedShare } from './moved-share.ts';
import { goneTag, newTag } from './new-tags.ts';
import { peak } from './peak.ts';
import { record } from './record.ts';
import { silence } from './silence.ts';
import { streak } from './streak.ts';
import { unusual } from './unusual.ts';

export type { Evidence, Finding } from './finding.ts';

export const RULES: readonly Rule[] = [silence, unusual, newTag, mix, changed, goneTag, movedShare, record, streak, peak, alikeTags];

/** What reaches this is worth a sentence beside the report's own. */
const BAR = 50;

export const isHeadline = ({ score }: Finding): boolean => score >= BAR;

/** More is not read, and of one kind not even these. */
const MOST = 3;
const MOST_OF_A_KIND = 2;

/** What the numbers have to tell, the best first: one finding at most about each thing, equal ones by the alphabet. */
export function findingsIn(evidence: Evidence): readonly Finding[] {
  const ranked = RULES.flatMap((rule) => rule.find(evidence)).sort(
    (one, other) => other.score - one.score || (one.sentence < other.sentence ? -1 : 1),
  );
  const found: Finding[] = [];
  for (const one of ranked) {
    const isSaid = found.some(({ about }) => about === one.about);
    if (!isSaid && found.filter(({ kind }) => kind === one.kind).length < MOST_OF_A_KIND) found.push(one);
  }
  return found.slice(0, MOST);
}

export function explanationOf(kind: Kind): string {
  return RULES.find((rule) => rule.kind === kind)?.explanation ?? '';
}
