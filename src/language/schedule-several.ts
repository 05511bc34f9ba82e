import { UserError } from '../model/errors.ts';
import type { Zone } from '../model/time.ts';
import { withoutQuotes } from '../recurrence/index.ts';
import type { Question } from './question.ts';
import { takePlace } from './schedule-place.ts';
import { createScissors } from './scissors.ts';
import { DEFAULT_RANGE } from './verdict.ts';

const BETWEEN = /(?:,? (?:and|plus|&)(?: also| then)? |; ?|, )/giu;
/** Each costs two readings. */
const MOST_JOINTS = 12;

/** What one of two halves says. */
export interface Half {
  readonly question: Question | null;
  readonly isReportNamed: boolean;
  readonly recurs: boolean;
  readonly isTimeSaid: boolean;
  readonly zone: Zone | null;
}

export interface Halving {
  /** null: it cannot be read. */
  readonly read: (words: string) => Half | null;
  readonly say: (question: Question) => string;
}

/** The words of each of two schedules in one sentence; null where it is one. The second may leave out what it posts, and the first where. */
function halved(words: string, { read, say }: Halving): readonly [string, string] | null {
  for (const { 0: joint, index } of [...withoutQuotes(words).matchAll(BETWEEN)].slice(0, MOST_JOINTS)) {
    const [left, right] = [words.slice(0, index), words.slice(index + joint.length)];
    const one = read(left);
    const two = one?.recurs && one.question ? read(right) : null;
    if (!one?.question || !two?.recurs) continue;
    const isListed = !two.isReportNamed && !(one.isTimeSaid && two.isTimeSaid);
    if (isListed) continue;
    const [here, there] = [createScissors(left), createScissors(right)];
    const shared = takePlace(here) === null && takePlace(there) !== null ? ` ${there.taken()}` : '';
    const zone = one.zone === null && two.zone !== null ? ` ${two.zone} time` : '';
    const what = two.isReportNamed ? '' : `${two.question ? one.question.report : say(one.question).replace(` ${DEFAULT_RANGE}`, '')} `;
    return [`${left}${shared}${zone}`, `${what}${right}`];
  }
  return null;
}

/** Refuses two schedules in one sentence, and offers each. */
export function refuseSeveral(words: string, halving: Halving): void {
  const halves = halved(words, halving);
  if (!halves) return;
  throw new UserError('These are two schedules, and I set up one at a time.', 'Press one, then the other.', {
    suggestions: halves.map((half) => createScissors('').instead(half)),
  });
}
