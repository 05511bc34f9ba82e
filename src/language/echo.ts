import type { Directory } from '../model/directory.ts';
import type { Filters } from '../model/query.ts';
import { match } from './directory.ts';
import { sayDistribution } from './distribution.ts';
import { sayForm } from './options.ts';
import type { Question } from './question.ts';
import { escaped } from './slack-escapes.ts';

/** Needs no quotes: a dot at its end would be that of the sentence. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.@+-]*[\p{L}\p{N}_@+-])?$/u;

function quoted(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

type Spoken = Omit<Filters, 'groups'> & { readonly groups?: readonly (string | number)[] };

function sayFilters({ agents, groups, tags, withoutTags, tagged, clients }: Spoken): readonly string[] {
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
export function say(question: Question): string {
  return inWords(question, question.filters);
}

/** The same with names, where these mean nobody else. */
export function labelOf(question: Question, directory: Directory | undefined): string {
  if (!directory) return say(question);
  const { agents, groups, ...filters } = question.filters;
  return inWords(question, {
    ...filters,
    ...(agents && { agents: agents.map((id) => nameFor(id, { directory, kind: 'agents' })) }),
    ...(groups && { groups: groups.map((id) => nameFor(id, { directory, kind: 'groups' })) }),
  });
}

function nameFor<Id extends string | number>(
  id: Id,
  { directory, kind }: { readonly directory: Directory; readonly kind: 'agents' | 'groups' },
): Id | string {
  const list: Directory['agents'] | Directory['groups'] = directory[kind];
  const name = typeof list === 'string' ? undefined : list.find((each) => each.id === id)?.name;
  return name !== undefined && match(name, { directory, kinds: [kind] })?.entries.length === 1 ? name : id;
}

/** Of a question that differs from what was asked by its one agent: `Only Anna Nowak`. */
export function onlyAgent({ filters }: Question, directory: Directory | undefined): string {
  const [id = ''] = filters.agents ?? [];
  return `Only ${directory ? nameFor(id, { directory, kind: 'agents' }) : id}`;
}

function inWords(question: Question, filters: Spoken): string {
  const { report, range, compare, distribution } = question;
  const splits = distribution ? [sayDistribution(distribution)] : [];
  return escaped([report, range, ...(compare ? [`vs ${compare}`] : []), ...splits, ...sayFilters(filters), ...sayForm(question)].join(' '));
}
