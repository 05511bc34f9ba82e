/** Phrases for dates that are of one kind. */
export interface DateKind {
  readonly name: string;
  readonly phrases: readonly string[];
}

/** In the order of help. A phrase is of the first kind that it looks like in `LOOKS`, and of the one without a look otherwise. */
const KINDS = ['Days', 'Weeks, months, years', 'Counted back', 'Up to now', 'By name or number', 'Dates', 'From … to'] as const;
type KindName = (typeof KINDS)[number];

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*';

/** What gives a phrase away. Any looks like something, so that one that is new in the language is at worst under a wrong name. */
const LOOKS: readonly (readonly [KindName, RegExp])[] = [
  ['Up to now', /^since\b|\bto date$|^[a-z]td$|\bso far$/i],
  ['From … to', /^between\b|\.\.|\bto\b|^\d+-\d+\b(?!-)(?=\s)/i],
  ['Counted back', /\b(?:last|past) \d|\bago$|^\d+[a-z]$/i],
  ['Days', /day|weekend/i],
  ['By name or number', new RegExp(`^(?:[qh]\\d|cw|w/c|week (?:\\d|of)|\\d{4}(?:-w?\\d+)?$|${MONTH}(?: \\d{4}| last year)?$)`, 'i')],
  ['Dates', /\d/],
];

/** More of one kind nobody needs to see. */
const EACH = 4;

/** The phrases by kind, some of each from all over it, because neighbours are alike; kinds without any are left out. */
export function dateKinds(examples: readonly string[]): DateKind[] {
  const kindOf = (phrase: string): KindName => LOOKS.find(([, look]) => look.test(phrase))?.[0] ?? 'Weeks, months, years';
  return KINDS.map((name) => ({ name, phrases: someOf(examples.filter((phrase) => kindOf(phrase) === name)) })).filter(
    ({ phrases }) => phrases.length > 0,
  );
}

function someOf(phrases: readonly string[]): string[] {
  const step = Math.max(1, phrases.length / EACH);
  return phrases.filter((_, index) => index === 0 || Math.floor(index / step) > Math.floor((index - 1) / step)).slice(0, EACH);
}
