import { Temporal } from '../../../src/model/time.ts';
import type { Found } from './peer.ts';

const AHEAD = /\b(?:next|tomorrow|coming|upcoming|following|this|today|current)\b/iu;
const YEAR = /\b(?:19|20)\d\d|['’]\d\d\b|\d[/.-]\d+[/.-]\d\d\b/u;
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|h[12]|quarter|half)|\d[/.]\d/iu;
const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)/iu;

/** What the words leave out, and so may be read in the past as well as in the future. */
function left(words: string): 'years' | 'months' | 'weeks' | null {
  if (AHEAD.test(words) || YEAR.test(words)) return null;
  if (MONTH.test(words)) return 'years';
  if (WEEKDAY.test(words)) return 'weeks';
  return /\d(?:st|nd|rd|th)\b/u.test(words) ? 'months' : null;
}

/** A report looks back: what lies ahead only because a year, month or week was left out is moved to the time before. */
export function intoThePast(found: Found, now: Temporal.ZonedDateTime): Found {
  const unit = left(found.text);
  const { start, end } = found;
  const isAhead = Temporal.ZonedDateTime.compare(start ?? end ?? now, now) > 0;
  if (!unit || !isAhead) return found;
  return { ...found, start: start?.subtract({ [unit]: 1 }) ?? null, end: end?.subtract({ [unit]: 1 }) ?? null };
}
