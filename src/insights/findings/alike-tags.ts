import { count } from '../../reports/words/numbers.ts';
import { type Finding, type Rule, scoreOf } from './finding.ts';
import { type TagUses, tagsIn } from './tags-in.ts';

/** Shorter names are other names: `vip`, `zip`. */
const LEAST_LETTERS = 5;
/** Letters that are other ones, of those of the longer name. */
const MOST_OTHER = 0.17;
/** More tags than these are not held against each other: the most used are. */
const MOST_TAGS = 150;

/** Tags that are probably one, spelled in two ways. */
export const alikeTags: Rule = {
  kind: 'alike tags',
  explanation:
    'Two tags look like one when their names are equal but for capitals, accents (of Latin, Greek and Cyrillic letters), blanks and punctuation ' +
    'other than + and # (a # in front does not count); or when they begin alike, have the same digits, and differ in at most ' +
    `${100 * MOST_OTHER}% of at least ${LEAST_LETTERS} letters. Whether they are one only you know.`,
  find(evidence) {
    const { tags, now } = tagsIn(evidence);
    const used = tags
      .filter((tag) => tag.now > 0)
      .sort((one, other) => other.now - one.now || (one.key < other.key ? -1 : 1))
      .slice(0, MOST_TAGS)
      .map((tag) => ({ tag, name: plainName(tag.key) }));
    return used.flatMap(({ tag, name }, index) =>
      used
        .slice(index + 1)
        .filter((other) => areAlike(name, other.name))
        .map((other) => findingOf(tag, other.tag, now)),
    );
  },
};

/** In these scripts marks are accents, which people leave out; in others they are vowels, which make another word. On digits they are a frame. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]\p{M}*)\p{M}/gu;
/** `c++` and `c#` are two names, `#refund` is one with `refund`; a mark without its letter belongs to an emoji. */
const UNHEARD = /^#+|[^\p{L}\p{N}\p{M}+#]+\p{M}*/gu;

const plainName = (name: string): string => name.normalize('NFKD').toLowerCase().replace(ACCENTS, '').replace(UNHEARD, '');

function areAlike(one: string, other: string): boolean {
  if (one === other) return one !== '';
  const longest = Math.max(one.length, other.length);
  if (Math.min(one.length, other.length) < LEAST_LETTERS || one[0] !== other[0]) return false;
  if (digitsOf(one) !== digitsOf(other) || Math.abs(one.length - other.length) > MOST_OTHER * longest) return false;
  return distance(one, other) <= MOST_OTHER * longest;
}

const digitsOf = (name: string): string => name.replace(/\P{N}/gu, '');

/** Letters to add, leave out or exchange, to make one name of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const above = row;
    row = [at];
    for (let to = 1; to <= other.length; to++) {
      const exchanged = (above[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      row.push(Math.min((above[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1, exchanged));
    }
  }
  return row[other.length] ?? 0;
}

function findingOf(one: TagUses, other: TagUses, uses: number): Finding {
  return {
    kind: 'alike tags',
    score: scoreOf('alike tags', other.now / uses),
    sentence: `“${one.label}” (${count(one.now)}) and “${other.label}” (${count(other.now)}) look like one tag.`,
    numbers: [one, other].map(({ label, now }) => ({ label: `Uses of “${label}”`, value: count(now) })),
    about: `tags ${one.key} ${other.key}`,
  };
}
