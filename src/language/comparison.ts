import type { Moment } from './date-range/format.ts';
import { findDate } from './date-range/index.ts';
import { findNarrowing } from './date-range/narrowed.ts';
import { anyOf, COUNT, phrase, UNITS, WEEKDAYS } from './date-range/vocabulary.ts';
import type { Found } from './rest.ts';

const OPENING = /(?<!\S)(?:vs\.?|versus|(?:as )?compared? (?:to|with|against)|in comparison (?:to|with)|against|relative to) /iu;
/** `compare march with april`, `compare this week to the week before`. */
const COMPARE = /(?<!\S)compare (?=\S)/iu;
const BETWEEN = /(?<!\S)(?:with|to|and|against) /iu;

const UNIT = anyOf(UNITS);
const WEEKDAY = anyOf(WEEKDAYS);
/** What counts back from the range itself: by a unit, to a weekday, or by its own length. */
export const BEFORE = phrase(
  `(?:the )?(?:(?:(?<unit>${UNIT}|weekend)|(?<weekday>${WEEKDAY})) (?:before|earlier|prior)(?: (?:that|it))?|(?:period|(?:\\d+ )?days|one) (?:before|earlier|prior)|(?<count>${COUNT}) (?<counted>${UNIT}) (?:before|earlier|prior))`,
);
/** The same the other way round: `previous`, `the previous week`, `previous 7 days`. */
export const PREVIOUS = phrase(
  `(?:the )?(?:previous|prev|prior|preceding)(?: (?:(?<count>${COUNT}) (?<counted>${UNIT})|(?:period|one|days)|(?<unit>${UNIT}|weekend)|(?<weekday>${WEEKDAY})))?`,
);
export const SAME_UNITS = '(?:period|time|days?|dates?|weeks?|months?|quarters?|hours?|range)';
const SAME_TIME = `(?:the )?same ${SAME_UNITS}`;
/** The like of the range in another unit: `the same days of last month`, `a year ago`. */
export const SAME = phrase(
  `${SAME_TIME}(?:,? (?:of|in|from))?(?: the)? (?:(?:last|previous|prior) (?<last>${UNIT})|(?<before>${UNIT}) (?:before|earlier))|(?:${SAME_TIME} )?(?:a|one|1) (?<ago>${UNIT}) (?:ago|earlier|before)`,
);

/** What is usual at such a time: `the usual`, `a usual tuesday`, `normal`, `a typical day`. */
export const USUAL_WORDS = phrase(
  `(?:(?:the|an?|our) )?(?:(?:usual|normal|typical|ordinary)(?: (?:(?<weekday>${WEEKDAY})|${UNIT}|weekend|one|level))?|usually|normally|typically|norm)`,
);

export const SAME_LAST_YEAR = 'same period last year';
const IN_SHORT: ReadonlyMap<string, string> = new Map([
  ['wow', 'the week before'],
  ['week over week', 'the week before'],
  ['mom', 'the month before'],
  ['month over month', 'the month before'],
  ['qoq', 'the quarter before'],
  ['quarter over quarter', 'the quarter before'],
  ['yoy', SAME_LAST_YEAR],
  ['year over year', SAME_LAST_YEAR],
]);
const SHORT = new RegExp(`(?<!\\S)(?:${[...IN_SHORT.keys()].join('|').replaceAll(' ', '[- ]')})(?![^\\s,.;!?])`, 'iu');
const ENDED = /^(?:[\s,.;:!?)]|$)/u;

/** How much of the text names something to compare with. */
function lengthOfBaseline(text: string, moment: Moment): number {
  const counted = [SAME, BEFORE, PREVIOUS, USUAL_WORDS].map((pattern) => pattern.exec(text)?.[0].length ?? 0);
  const date = findDate(text, moment);
  const dated = date?.index === 0 ? date.length : 0;
  const narrowing = findNarrowing(text);
  const narrowed = narrowing?.index === 0 ? narrowing.length : 0;
  return Math.max(...[...counted, narrowed].filter((length) => ENDED.test(text.slice(length))), dated);
}

function openingOf(text: string): { readonly index: number; readonly length: number } | null {
  const opening = OPENING.exec(text);
  if (opening) return { index: opening.index, length: opening[0].length };
  const compare = COMPARE.exec(text);
  const between = compare && BETWEEN.exec(text.slice(compare.index));
  return compare && between ? { index: compare.index + between.index, length: between[0].length } : null;
}

/** As help shows them. */
export const COMPARISONS = {
  name: 'Compared with',
  examples: ['last week vs the week before', 'yesterday vs usual', 'last month yoy'],
} as const;

/** What the text is to be compared with, in its words: `vs last month`, `compared to the week before`, `yoy`. */
export function findComparison(text: string, moment: Moment): Found<string> | null {
  const short = SHORT.exec(text);
  if (short) return { value: IN_SHORT.get(short[0].toLowerCase().replaceAll('-', ' ')) ?? '', index: short.index, length: short[0].length };
  const opening = openingOf(text);
  if (!opening) return null;
  const words = text.slice(opening.index + opening.length);
  const length = lengthOfBaseline(words, moment);
  return length === 0 ? null : { value: words.slice(0, length), index: opening.index, length: opening.length + length };
}
