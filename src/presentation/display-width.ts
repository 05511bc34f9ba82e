import { cut, graphemesOf, tidy } from '../reports/words/names.ts';

/** Characters that take two columns of a fixed-width font: those of East Asia in full width, and emoji. */
const WIDE =
  /^(?![\uff61-\uff9f])[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u;
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u;

/** Columns of a fixed-width font that a text takes. */
export function widthOf(text: string): number {
  return graphemesOf(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

function graphemeWidth(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** A name on one line of at most so many columns. */
export function cutToWidth(name: string, width: number): string {
  return cut(tidy(name), width, graphemeWidth);
}
