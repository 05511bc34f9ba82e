/** Longer names say no more; the rest is cut off. */
const LONGEST_NAME = 80;

/** What reorders or hides the text around it: bidirectional overrides and isolates. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;
/** Half of a character: Slack refuses a message that holds one. */
const LONE_SURROGATE = /\p{Cs}/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters as people see them. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** On one line and free of characters that act on their surroundings. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(REORDERING, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .trim();
}

/** A grapheme may be made of any number of characters; these many on average are all that a text of them may have. */
const CHARACTERS_EACH = 4;

/** Cuts between graphemes, with an ellipsis, so that their sizes add up to `limit` at most. */
export function cut(text: string, limit: number, sizeOf: (grapheme: string) => number = () => 1): string {
  let size = 0;
  let whole = '';
  let kept = '';
  for (const grapheme of graphemesOf(text.slice(0, limit * (CHARACTERS_EACH + 1)))) {
    size += sizeOf(grapheme);
    whole += grapheme;
    if (size > limit || whole.length > limit * CHARACTERS_EACH) return `${kept}…`;
    if (size < limit) kept = whole;
  }
  return whole;
}

/** A name from outside (a tag, an agent) as people see it: data that only ever reads as a name. */
export function nameInWords(name: string): string {
  const tidied = cut(tidy(name), LONGEST_NAME);
  return VISIBLE.test(tidied) ? tidied : '(no name)';
}

/** `Billing, Refund and 3 more`; names of their own end at `limit`. */
export function listed(names: readonly string[], limit: number, conjunction: 'and' | 'or' = 'and'): string {
  const shown = names.length > limit ? [...names.slice(0, limit - 1), `${names.length - limit + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1)}`;
}

/** What the rows of a table are, in the plural: `Hour of day` → `hours`. */
export function rowNouns({ rowLabel }: { readonly rowLabel: string }): string {
  return `${rowLabel.toLowerCase().split(' ')[0]}s`;
}
