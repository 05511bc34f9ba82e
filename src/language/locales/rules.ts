import { anyOf, MONTHS, WEEKDAYS } from '../date-range/vocabulary.ts';

/**
 * What is said, and its English with `$1` for a group. Of what is said a blank is a blank, `'` any apostrophe, and a letter with an accent
 * may be typed without it; `{month}`, `{n}` and the other names of `PARTS` stand for English words and numbers.
 */
export type Rule = readonly [said: string, english: string | ((words: string, ...groups: readonly string[]) => string)];

/** English words, which rules that come later are about. */
const PARTS: Readonly<Record<string, string>> = {
  month: anyOf(MONTHS),
  weekday: anyOf(WEEKDAYS),
  unit: '(?:second|minute|hour|day|week|month|quarter|year|weekend|half)s?(?! ?[-:])',
  nth: '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th))',
  step: '(?:this|last|next|previous|following|penultimate|overnext)',
  day: '(?:day before yesterday|yesterday|today|tomorrow|day after tomorrow|now|noon|midnight)',
  edge: '(?:beginning|start|middle|end)',
  n: '\\d{1,4}',
  year: '(?:19|20)\\d\\d',
  clock: '\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]m)?',
};
/** Anything that a date begins with. */
const DATE = `(?:['’]?\\d|[QH]\\d|(?:${['month', 'weekday', 'unit', 'nth', 'step', 'day', 'edge'].map((name) => PARTS[name]).join('|')})(?!\\p{L}))`;

/** Other ways to type a letter than without its accent. */
const ALSO: Readonly<Record<string, string>> = { ä: 'ä|ae|a', ö: 'ö|oe|o', ü: 'ü|ue|u', ß: 'ß|ss', ł: 'ł|l', œ: 'œ|oe' };

function typed(said: string): string {
  return said
    .replace(/[\u00c0-\u024f]/gu, (letter) => `(?:${ALSO[letter] ?? `${letter}|${letter.normalize('NFD').charAt(0)}`})`)
    .replaceAll("'", "['’‘´`]")
    .replace(/\{(\w+)\}/gu, (name, key: string) => (key === 'date' ? DATE : (PARTS[key] ?? name)));
}

type Translate = (text: string) => string;

/** Rules are about whole words; a digit may touch one: `28.Oktober`, `3años`. */
function translatorOf([said, english]: Rule): Translate {
  const pattern = new RegExp(`(?<!\\p{L})(?:${typed(said)})(?:(?!\\p{L})|(?<!\\p{L}))`, 'giu');
  // Of its arguments a replacement is given the groups; what follows them are a number and the text.
  return (text) => (typeof english === 'string' ? text.replace(pattern, english) : text.replace(pattern, english));
}

/** One rule after the other, each on what those before it have made of the text. */
export function translatorFor(rules: readonly Rule[]): Translate {
  const translators = rules.map(translatorOf);
  return (text) => translators.reduce((made, translate) => translate(made), text);
}
