import type { Distribution, FilterName, Filters } from '../../model/query.ts';
import { listed, nameInWords } from './names.ts';

/** As they are typed after `by`. */
export const DISTRIBUTION_WORDS: Record<Distribution, string> = {
  hour: 'hour',
  'day-hours': 'hour of day',
  day: 'day',
  week: 'week',
  weekday: 'weekday',
  month: 'month',
  year: 'year',
};

/** How each filter narrows: "It can be narrowed by agent." */
export const FILTER_WORDS: Record<FilterName, string> = {
  agents: 'by agent',
  groups: 'by group',
  tags: 'by tag',
  withoutTags: 'to chats without a tag',
  tagged: 'to tagged or untagged chats',
  clients: 'by client id',
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

function named(noun: string, values: readonly (string | number)[] = []): string[] {
  if (values.length === 0) return [];
  const names = values.map((value) => nameInWords(String(value)));
  return [`${noun}${names.length === 1 ? '' : 's'} ${listed(names, NAMES_SHOWN, 'or')}`];
}
