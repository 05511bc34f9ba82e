import type { Granularity } from '../../model/time.ts';

function numbered(names: string, first = 1): [string, number][] {
  return names.split(' ').flatMap((spellings, index) => spellings.split('|').map((name): [string, number] => [name, index + first]));
}

function named<T>(names: readonly (readonly [T, string])[]): [string, T][] {
  return names.flatMap(([value, spellings]) => spellings.split(' ').map((name): [string, T] => [name, value]));
}

export const UNITS: ReadonlyMap<string, Granularity> = new Map(
  named<Granularity>([
    ['second', 'second seconds sec secs'],
    ['minute', 'minute minutes min mins'],
    ['hour', 'hour hours hr hrs h'],
    ['day', 'day days d'],
    ['week', 'week weeks wk wks w'],
    ['month', 'month months mo mos mth mths'],
    ['quarter', 'quarter quarters qtr qtrs'],
    ['year', 'year years yr yrs y'],
  ]),
);

/** How far from the present one: `this`, `last`, `next`. */
export const STEPS: ReadonlyMap<string, number> = new Map(
  named([
    [0, 'this current'],
    [-1, 'last previous prev past preceding prior trailing'],
    [1, 'next coming upcoming following'],
  ]),
);

export const MONTHS: ReadonlyMap<string, number> = new Map(
  numbered(
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  ),
);

const MONTH_NAMES = [...MONTHS.keys()].filter((name) => name.length > 4 || ['may', 'june', 'july'].includes(name));

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `October`. */
export const monthName = (month: number): string => capitalised(MONTH_NAMES[month - 1] ?? '');

/** 1 is Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  numbered('monday|mon tuesday|tues|tue wednesday|weds|wed thursday|thurs|thur|thu friday|fri saturday|sat sunday|sun'),
);

const WEEKDAY_NAMES = [...WEEKDAYS.keys()].filter((name) => name.endsWith('day'));

/** `Monday`. */
export const weekdayName = (weekday: number): string => capitalised(WEEKDAY_NAMES[weekday - 1] ?? '');

/** `9 November 2026`: words that are read again as that day, whoever reads them. */
export const dayInWords = ({ day, month, year }: { readonly day: number; readonly month: number; readonly year: number }): string =>
  `${day} ${monthName(month)} ${year}`;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['couple of', 2],
  ['a couple of', 2],
  ['few', 3],
  ['a few', 3],
  ...numbered(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  ['hundred', 100],
  ['a hundred', 100],
  ['one hundred', 100],
]);

const TENS: ReadonlyMap<string, number> = new Map(
  numbered('twenty thirty forty fifty sixty seventy eighty ninety').map(([name, index]): [string, number] => [name, 10 * (index + 1)]),
);

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...numbered('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'),
  ...numbered('thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth', 13),
  ...numbered('twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth', 21),
  ...numbered('twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first', 27),
]);

/** For a pattern: longer words first, so that `sept` is not read as `sep`; a hyphen may also be a blank. */
export function anyOf(words: ReadonlyMap<string, unknown>): string {
  const longestFirst = [...words.keys()].sort((one, other) => other.length - one.length);
  return `(?:${longestFirst.join('|').replaceAll('-', '[- ]')})`;
}

/** A pattern for the beginning of a text, which ends where a word ends. */
export function phrase(source: string): RegExp {
  return new RegExp(`^(?:${source})(?![\\p{L}\\p{N}])`, 'iu');
}

/** What a word of a pattern stands for. */
export function meaning<T>(words: ReadonlyMap<string, T>, word: string | undefined): T | undefined {
  return word === undefined ? undefined : words.get(word.toLowerCase());
}

const TENS_AND_ONES = `${anyOf(TENS)}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?`;
export const COUNT = `\\d+|${TENS_AND_ONES}|${anyOf(NUMBERS)}`;

export function countOf(word: string | undefined): number | undefined {
  if (word && /^\d+$/.test(word)) return Number(word);
  const [tens, ones] = word?.split(/[- ]/u) ?? [];
  const ten = meaning(TENS, tens);
  return ten === undefined ? meaning(NUMBERS, word) : ten + (meaning(NUMBERS, ones) ?? 0);
}

export const ORDINAL = `\\d{1,2}(?:st|nd|rd|th)|${anyOf(ORDINALS)}`;

export function ordinalOf(word: string | undefined): number | undefined {
  return word && /^\d/.test(word) ? Number.parseInt(word, 10) : meaning(ORDINALS, word?.replace(' ', '-'));
}

/** Said of a range that goes on: it reaches to now. */
export const SO_FAR = '(?:so far|to[- ]date|(?:until|till|up to|to) (?:now|today))';
