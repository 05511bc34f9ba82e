import { type Absent, type Directory, type Named, nameOf } from '../../model/directory.ts';
import type { FilterName, Filters } from '../../model/query.ts';
import { listed, nameInWords } from './names.ts';

/** How each filter narrows: "It can be narrowed by agent." */
export const FILTER_WORDS: Record<FilterName, string> = {
  agents: 'by agent',
  groups: 'by group',
  tags: 'by tag',
  withoutTags: 'to chats without a tag',
  tagged: 'to tagged or untagged chats',
  clients: 'by client id',
};

interface FilterForm {
  /** All that it can be typed like, the usual one first. */
  readonly typed: readonly string[];
  readonly keeps: string;
}

/** How each filter is typed, and which chats it keeps. */
export const FILTER_FORMS: Record<FilterName, FilterForm> = {
  agents: { typed: ['agent:anna@example.com', 'for Anna Nowak'], keeps: 'chats of an agent, by e-mail address or name' },
  groups: { typed: ['group:2', 'group Billing'], keeps: 'chats of a group, by its number or name' },
  tags: { typed: ['tag:"stove recall"'], keeps: 'chats with a tag, in quotes where it has spaces' },
  withoutTags: { typed: ['-tag:spam', 'without tag spam'], keeps: 'chats without a tag' },
  tagged: { typed: ['untagged', 'tagged'], keeps: 'chats with no tag, or with any' },
  clients: { typed: ['client:my-client-id'], keeps: 'chats through an application, by its client id' },
};

/** Beyond so many, names are counted. */
const NAMES_SHOWN = 5;

/** `Anna Nowak`, `group Billing`, `tags refund or vip`, `untagged`: one for each filter that is set. What has no known name goes by its id. */
export function filtersInWords(filters: Filters, directory?: Directory): string[] {
  const { tags, withoutTags, tagged, clients } = filters;
  return [
    ...people(filters, directory),
    ...named('tag', tags),
    ...named('without tag', withoutTags),
    ...(tagged === undefined ? [] : [tagged ? 'tagged' : 'untagged']),
    ...named('client', clients),
  ];
}

/** Of the filters that are set, those by a name that may be misspelt, and have found nothing then. */
export function namesInWords(filters: Filters, directory?: Directory): string[] {
  return [...people(filters, directory), ...named('tag', filters.tags), ...named('client', filters.clients)];
}

function people({ agents = [], groups = [] }: Filters, directory: Directory | undefined): string[] {
  const isKnown = agents.every((agent) => nameOf(directory?.agents, agent) !== undefined);
  return [...named(isKnown ? '' : 'agent', shown(agents, directory?.agents)), ...named('group', shown(groups, directory?.groups))];
}

function shown<Id>(ids: readonly Id[], list: readonly Named<Id>[] | Absent | undefined): (Id | string)[] {
  return ids.map((id) => nameOf(list, id) ?? id);
}

function named(noun: string, values: readonly (string | number)[] = []): string[] {
  if (values.length === 0) return [];
  const names = listed(
    values.map((value) => nameInWords(String(value))),
    NAMES_SHOWN,
    'or',
  );
  return [noun === '' ? names : `${noun}${values.length === 1 ? '' : 's'} ${names}`];
}
