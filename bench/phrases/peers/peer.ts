import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '../../../src/language/date-range/format.ts';
import type { Only, Temporal } from '../../../src/model/time.ts';
import type { Answer, Span } from '../reader.ts';

/** A library that reads dates, as we would use it for reports. */
export interface Peer {
  readonly name: string;
  read(words: string, moment: Moment): Answer;
}

/** In the zone of the moment; `end` is exclusive, null: it is open. */
export interface Found {
  readonly start: Temporal.ZonedDateTime | null;
  readonly end: Temporal.ZonedDateTime | null;
  /** The words that it was found in. */
  readonly text: string;
  readonly filter?: Only;
}

/** Whether 3/4 is in April. */
export const isDayFirst = ({ locale }: Pick<Moment, 'locale'>): boolean => locale !== 'en-US';

const COMPARES = /\b(?:vs|versus|compared?|against)\b/iu;
const JOINS = /^\s*(?:to|until|till|through|thru|and|[-–—~]|\.\.)\s*$/iu;

const spanOf = ({ start, end }: Found): Span => ({
  start: start?.toString({ timeZoneName: 'never' }) ?? null,
  end: end?.toString({ timeZoneName: 'never' }) ?? null,
});

/** What stands between two texts, where they follow one another. */
function between(words: string, first: string, second: string): string | null {
  const lower = words.toLowerCase();
  const from = lower.indexOf(first.toLowerCase());
  const to = lower.indexOf(second.toLowerCase(), from + first.length);
  return from < 0 || to < 0 ? null : words.slice(from + first.length, to);
}

/** Ends no later than it begins: nobody would report on that. */
const isEmpty = ({ start, end }: Found): boolean => start !== null && end !== null && start.epochMilliseconds >= end.epochMilliseconds;

/**
 * All that a library found, as one answer. Libraries know no comparisons and some no ranges of months or quarters, but they find both dates:
 * around `versus` they are the range and what it is compared with, around `to` they are the ends of a range.
 */
export function answerFrom(found: readonly Found[], words: string): Answer {
  const [first, second] = found;
  if (!first) return { none: true };
  const isComparison = second !== undefined && COMPARES.test(words);
  const isRange = second !== undefined && !isComparison && JOINS.test(between(words, first.text, second.text) ?? '');
  const whole = isRange ? { ...first, end: second.end } : first;
  if (isEmpty(whole)) return { none: true };
  return {
    ...spanOf(whole),
    ...(isComparison && { compare: spanOf(second) }),
    ...(whole.filter && { filter: whole.filter }),
  };
}

/** Not through the package's exports, which may hide it. */
export function versionOf(name: string): string {
  const path = join(import.meta.dirname, '../../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
}
