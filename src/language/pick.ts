import type { Directory } from '../model/directory.ts';
import type { Moment } from './date-range/format.ts';
import { nearest, slips } from './nearness.ts';
import type { Forms } from './options.ts';
import type { Topic } from './question.ts';
import type { Found } from './rest.ts';

/** What decides whether a word is a name of something or a word of the language. */
export interface Surroundings {
  readonly names: Names;
  readonly forms: Forms;
  readonly moment: Moment;
  /** What LiveChat calls its agents, groups and tags; absent: they go by their ids. */
  readonly directory?: Directory;
  /** The report is known, although the words may not name it. */
  readonly isReportNamed?: true;
}

/** The reports by everything that they are called. */
export interface Names {
  /** Every name in small letters. */
  readonly all: readonly string[];
  find(text: string): Found<Topic> | null;
  /** The report that a misspelt name can only mean. */
  mend(word: string): Topic | null;
  /** Reports by how near one of their names is to the words, nearest first. */
  like(words: string): readonly Topic[];
}

export function createNames(topics: readonly Topic[]): Names {
  const named = topics.map((topic) => ({ topic, names: [topic.name, topic.title, ...topic.aliases].map((name) => name.toLowerCase()) }));
  const byName: ReadonlyMap<string, Topic> = new Map(
    named.flatMap(({ topic, names }) => names.map((name) => [name, topic] as const)).reverse(),
  );
  const longestFirst = [...byName.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}:@.-]|(?<!\\S)(?:by|per|each|every) )(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}@-]|:\\S)`,
    'iu',
  );
  return {
    all: [...byName.keys()],
    find(text) {
      const found = pattern.exec(text);
      const value = found && byName.get(found[0].toLowerCase());
      return value ? { value, index: found.index, length: found[0].length } : null;
    },
    mend(word) {
      const meant = new Set(nearest(word.toLowerCase(), byName.keys()).map((name) => byName.get(name)));
      const [only] = meant;
      return meant.size === 1 && only ? only : null;
    },
    like(words) {
      const far = (names: readonly string[]): number => Math.min(...names.map((name) => slips(words.toLowerCase(), name) / name.length));
      return named
        .map(({ topic, names }) => ({ topic, far: far(names) }))
        .sort((one, other) => one.far - other.far)
        .map(({ topic }) => topic);
    },
  };
}
