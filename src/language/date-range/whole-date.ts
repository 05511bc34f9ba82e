import type { Moment, Outcome } from './format.ts';
import { findDate } from './index.ts';

/** The words as one date; null where they are none, or more than one. */
export function wholeDate(words: string, moment: Moment): Outcome | null {
  const date = findDate(words, moment);
  return date?.index === 0 && date.length === words.length ? date : null;
}
