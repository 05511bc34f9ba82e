import { unescaped } from './slack-escapes.ts';

/** Longer than any question; keeps hostile text from costing anything. In code points. */
export const LONGEST_TEXT = 300;
const SHOWN_OF_THE_CUT = 40;

/** The signs that end a sentence, and quotes of any kind around all of it. */
const END = /[\s?!.…]+$/u;
const WRAPPED = /^(?:"(?<straight>[^"]+)"|“(?<curly>[^“”]+)”|'(?<single>[^']+)'|`(?<code>[^`]+)`)$/u;

function unwrapped(text: string): string {
  const bare = text.replace(END, '');
  const { straight, curly, single, code } = WRAPPED.exec(bare)?.groups ?? {};
  const inner = (straight ?? curly ?? single ?? code ?? bare).replace(END, '').trim();
  return inner || text;
}

/** What was typed, on one line with single blanks and of bounded length. */
export function tidy(words: string): { readonly text: string; readonly notes: readonly string[] } {
  const points = [
    ...unwrapped(
      unescaped(words)
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    ),
  ];
  if (points.length <= LONGEST_TEXT) return { text: points.join(''), notes: [] };
  // Between words where possible: half a number would be another number.
  const blank = points.lastIndexOf(' ', LONGEST_TEXT);
  const end = blank > 0 ? blank : LONGEST_TEXT;
  const cut = points.slice(end);
  const shown = cut.slice(0, SHOWN_OF_THE_CUT).join('').trim() + (cut.length > SHOWN_OF_THE_CUT ? '…' : '');
  return { text: points.slice(0, end).join(''), notes: [`Only the first ${LONGEST_TEXT} characters were read, without “${shown}”.`] };
}
