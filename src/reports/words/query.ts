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
  agents: { typed: ['agent:anna@example.com'], keeps: 'chats of an agent, by e-mail address' },
  groups: { typed: ['group:2'], keeps: 'chats of a group, by its number' },
  tags: { typed: ['tag:"stove recall"'], keeps: 'chats with a tag, in quotes where it has spaces' },
  withoutTags: { typed: ['-tag:spam', 'without tag spam'], keeps: 'chats without a tag' },
  tagged: { typed: ['untagged', 'tagged'], keeps: 'chats with no tag, or with any' },
  clients: { typed: ['client:my-client-id'], keeps: 'chats through an application, by its client id' },
};

/** Beyond so many, names are counted. */
const NAMES_SHOWN = 5;

/** `group 12`, `tags billing or vip`, `untagged`: one for each filter that is set. */
export function filtersInWords({ agents, groups, tags, withoutTags, tagged, clients }: Filters): string[] {
  return [
    ...named('agent', agents),
    ...named('group', groups),
    ...named('tag', tags),
    ...named('without tag', withoutTags),
    ...(tagged === undefined ? [] : [tagged ? 'tagged' : 'untagged']),
    ...named('client', clients),
  ];
}

/** `agent anna@shop.example`, `group 12`: of the filters that are set, those by a name that may be misspelt, and have found nothing then. */
export function namesInWords({ agents, groups, tags, clients }: Filters): string[] {
  return [...named('agent', agents), ...named('group', groups), ...named('tag', tags), ...named('client', clients)];
}

function named(noun: string, values: readonly (string | number)[] = []): string[] {
  if (values.length === 0) return [];
  const names = values.map((value) => nameInWords(String(value)));
  return [`${noun}${names.length === 1 ? '' : 's'} ${listed(names, NAMES_SHOWN, 'or')}`];
}
