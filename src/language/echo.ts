import type { Filters } from '../model/query.ts';
import { sayDistribution } from './distribution.ts';
import type { Question } from './question.ts';
import { escaped } from './slack-escapes.ts';

/** Needs no quotes: a dot at its end would be that of the sentence. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.@+-]*[\p{L}\p{N}_@+-])?$/u;

function quoted(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

function sayFilters({ agents, groups, tags, withoutTags, tagged, clients }: Filters): readonly string[] {
  const list = (word: string, names: readonly (string | number)[] = []): readonly string[] =>
    names.length > 0 ? [`${word}:${names.map((name) => quoted(String(name))).join(',')}`] : [];
  return [
    ...list('agent', agents),
    ...list('group', groups),
    ...list('tag', tags),
    ...list('-tag', withoutTags),
    ...(tagged === undefined ? [] : [tagged ? 'tagged' : 'untagged']),
    ...list('client', clients),
  ];
}

/** Words that, understood again, give the same question. */
export function say({ report, range, compare, distribution, filters }: Question): string {
  const splits = distribution ? [sayDistribution(distribution)] : [];
  return escaped([report, range, ...(compare ? [`vs ${compare}`] : []), ...splits, ...sayFilters(filters)].join(' '));
}
