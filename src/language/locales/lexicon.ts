import type { Rule } from './rules.ts';

/**
 * A language in tables. In a list a blank stands between words and `|` between spellings of one word; `_` is a blank inside of a word.
 * Every spelling is a pattern: `letzte[nrsm]?`.
 */
export interface Lexicon {
  /** January to December, with their abbreviations and cases. */
  readonly months: string;
  /** Monday to Sunday. */
  readonly weekdays: string;
  /** From the first on, as many as have a word of their own. */
  readonly ordinals: string;
  /** From two on; `-` for one that has no word. */
  readonly numbers: string;
  /** Twenty to ninety, tens. */
  readonly tens: string;
  readonly units: Readonly<Record<'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'weekend', string>>;
  readonly steps: Readonly<Record<'this' | 'last' | 'next', string>>;
  /** What is said in several words, or means something else than its words. Before everything else, most special first. */
  readonly phrases: readonly Rule[];
  /** What stands between the words above, which are English by then: articles, prepositions, the order of words. */
  readonly joints: readonly Rule[];
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

export function nth(number: number): string {
  const ending = ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
  return `${number}${Math.floor(number / 10) === 1 ? 'th' : ending}`;
}

function named(list: string, english: (index: number) => string): Rule[] {
  return list.split(' ').map((spellings, index): Rule => [spellings.replaceAll('_', ' '), english(index)]);
}

/** An abbreviation may have its full stop. */
const abbreviated = (list: string): string =>
  list
    .split(' ')
    .map((spellings) => `(?:${spellings})(?:\\.(?!\\d))?`)
    .join(' ');

/** A month in numbers: `05 - 2016`, `2016.05`. */
const NUMERIC: readonly Rule[] = [
  ['(?<![\\d./-])(0?[1-9]|1[0-2]) ?[-–~./] ?({year})(?! ?[\\d./-])', '$1/$2'],
  ['(?<![\\d./-])({year}) ?[./] ?(0?[1-9]|1[0-2])(?! ?[\\d./-])', '$2/$1'],
];

/** Abbreviations of weekdays that are words as well, Monday to Sunday: only `Mo-Fr`, `Mo bis Fr` and `Mo., 5.` are weekdays. */
export function shortWeekdays(list: string, to: string): readonly Rule[] {
  const short = list.split(' ');
  const one = `(${short.join('|')})\\.?`;
  const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const english = (word = ''): string => WEEKDAYS[short.map(plain).indexOf(plain(word))] ?? word;
  return [
    [`${one} ?(?:[-–]|${to}) ?${one}`, (_, first, last) => `${english(first)} to ${english(last)}`],
    [`(${short.join('|')})(?:[.,]{1,2} ?(?=\\d)| (?=\\d{1,2}[./]\\d))`, (_, day) => `${english(day)} `],
  ];
}

type FormWords = Readonly<Record<'table' | 'chart' | 'bar' | 'line' | 'pie' | 'heatmap', string>>;

/** `als Tabelle`, `en csv`, `en barras`: what an answer is to be shown as. */
export function shownAs(as: string, { table, chart, bar, line, pie, heatmap }: FormWords): readonly Rule[] {
  const form = (what: string): string => `(?:${as}) (?:une? |una |uma? |eine? |een )?(?:${what})`;
  return [
    [form(table), 'as table'],
    // Before a chart of any kind: `gráfico de barras`.
    [form(bar), 'as bar'],
    [form(line), 'as line'],
    [form(pie), 'as pie'],
    [form(`heat ?map|${heatmap}`), 'as heatmap'],
    [form(chart), 'as chart'],
    [form('csv|excel'), 'as csv'],
  ];
}

export function rulesOf(lexicon: Lexicon): readonly Rule[] {
  const { months, weekdays, ordinals, numbers, tens, units, steps, phrases, joints } = lexicon;
  return [
    ...NUMERIC,
    ...phrases,
    ...named(abbreviated(months), (index) => MONTHS[index] ?? ''),
    ...named(abbreviated(weekdays), (index) => WEEKDAYS[index] ?? ''),
    // The longer come later: `vinte e um` is not `vinte`.
    ...named(ordinals, (index) => ORDINALS[index] ?? nth(index + 1)).toReversed(),
    ...named(numbers, (index) => String(index + 2)).toReversed(),
    ...named(tens, (index) => String(10 * (index + 2))).toReversed(),
    ...Object.entries(units)
      .map(([unit, spellings]): Rule => [`(?:${spellings})`, unit])
      .toReversed(),
    ...Object.entries(steps).map(([step, spellings]): Rule => [`(?:${spellings})`, step]),
    ...joints,
  ];
}
