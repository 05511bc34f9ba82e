import type { Suggestion } from '../model/errors.ts';
import { withoutQuotes } from '../recurrence/index.ts';
import { unescaped } from './slack-escapes.ts';

/** A text that is taken apart piece by piece. What was on two sides of a piece stays apart: a sign stands in its place that means nothing. */
export interface Scissors {
  /** What is left, and what may be read of it: the same without what is in quotes. */
  text(): string;
  plain(): string;
  /** Takes a piece out and remembers it. */
  cut(piece: { readonly index: number; readonly length: number }): void;
  /** Puts another text in the place of what is left. */
  replace(text: string): void;
  /** Takes the first match out. */
  take(pattern: RegExp): RegExpExecArray | null;
  /** Everything that was taken. */
  taken(): string;
  /** To be typed instead: these words for what is left, and everything that was taken. */
  instead(left: string): Suggestion;
}

const APART = ' ; ';
/** What a schedule is made with. */
const VERB = 'schedule';

export function createScissors(words: string): Scissors {
  let text = words.replace(/\s+/gu, ' ').trim();
  const taken: string[] = [];
  const scissors: Scissors = {
    text: () => text,
    plain: () => withoutQuotes(text),
    replace(other) {
      text = other;
    },
    cut({ index, length }) {
      taken.push(text.slice(index, index + length));
      text = text.slice(0, index) + APART + text.slice(index + length);
      text = text.replace(/^[ ;]+|[ ;]+$/g, '');
    },
    take(pattern) {
      const found = pattern.exec(scissors.plain());
      if (found) scissors.cut({ index: found.index, length: found[0].length });
      return found;
    },
    taken: () => taken.join(' '),
    instead(left) {
      const all = [left.replaceAll(APART, ' '), ...taken].join(' ').replace(/ +/g, ' ').trim();
      return { label: unescaped(all), words: `${VERB} ${all}` };
    },
  };
  return scissors;
}
