import { dutch } from './dutch.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { GRAMMAR } from './grammar.ts';
import { italian } from './italian.ts';
import { type Lexicon, rulesOf } from './lexicon.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { translatorFor } from './rules.ts';
import { spanish } from './spanish.ts';

const LEXICONS: Readonly<Record<string, Lexicon>> = {
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
};

const toEnglish = new Map(Object.entries(LEXICONS).map(([code, lexicon]) => [code, translatorFor(rulesOf(lexicon))]));
const inOrder = translatorFor(GRAMMAR);

const QUOTED = '"(?:[^"\\\\]|\\\\.)*"|"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`';
/** No apostrophe: `'23 et '24`, `'s avonds`. */
const SINGLE_QUOTED = "(?<![\\p{L}\\d])'[^']*'(?![\\p{L}\\d])";
/** What is somebody's name and no word: in quotes, an e-mail address, `tag:mayo`, `tag:"the 5th of may"`, a link. */
const NAMES = new RegExp(`((?:\\p{L}{2,}:)?(?:${QUOTED}|${SINGLE_QUOTED})|<[^>]*>|[^\\s@]{1,64}@\\S+|\\p{L}{2,}:\\S+)`, 'u');

/**
 * The text with what the language of a locale (`de-DE`) has for dates and questions in English, and everything else as it is;
 * null where the locale's language is English or one that is not known. The text is tidy: its blanks are single.
 */
export function translate(text: string, locale: string): string | null {
  const english = toEnglish.get(locale.toLowerCase().split('-', 1).join());
  if (!english) return null;
  return text
    .normalize('NFC')
    .split(NAMES)
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      const words = english(piece);
      return words === piece ? piece : inOrder(words);
    })
    .join('');
}
