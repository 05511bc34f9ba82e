import { UserError } from '../model/errors.ts';
import type { Filters } from '../model/query.ts';
import { type Found, type Rest, take } from './rest.ts';

/** A name in quotes of any kind, where \" and \\ stand for themselves in straight ones, or a word. */
const NAME = '"(?:[^"\\\\]|\\\\.)*"|“[^”]*”|\'[^\']*\'|[^\\s,"“\'][^\\s,]*';
const NAMES = `(?<names>(?:${NAME})(?:,(?:${NAME}))*)`;
const EMAIL = '[^\\s@,:"]+@[^\\s@,:"]+\\.[^\\s@,:"]+';
const IS_EMAIL = new RegExp(`^${EMAIL}$`);

function filter(source: string): RegExp {
  return new RegExp(`(?<!\\S)(?:${source})(?![^\\s,])`, 'iu');
}

/** What was found so far: lists grow, so that repeated filters add up. */
interface Draft {
  readonly agents: string[];
  readonly groups: number[];
  readonly tags: string[];
  readonly withoutTags: string[];
  readonly clients: string[];
  readonly tagged: boolean[];
}

interface FilterFormat {
  readonly pattern: RegExp;
  readonly read: (draft: Draft, names: readonly string[]) => void;
}

function addAgents({ agents }: Draft, names: readonly string[]): void {
  const wrong = names.find((name) => !IS_EMAIL.test(name));
  if (wrong) throw new UserError(`I don't know an agent “${wrong}”.`, 'Agents go by their e-mail addresses: “agent:anna@example.com”.');
  agents.push(...names);
}

function addGroups({ groups }: Draft, names: readonly string[]): void {
  const wrong = names.find((name) => !/^\d{1,9}$/.test(name));
  if (wrong)
    throw new UserError(`I don't know a group “${wrong}”.`, 'Groups go by their numbers: “group:12”. The group General is “group:0”.');
  groups.push(...names.map(Number));
}

/** Of two that begin at the same place the earlier is taken. */
const FORMATS: readonly FilterFormat[] = [
  {
    pattern: filter(`(?:(?:without|excluding|except)(?: the)? tags?[ :]|-tags?:)${NAMES}`),
    read: (draft, names) => draft.withoutTags.push(...names),
  },
  { pattern: filter(`(?:(?:for|with)(?: the)? tags?[ :]|tags?:)${NAMES}`), read: (draft, names) => draft.tags.push(...names) },
  { pattern: filter(`(?:for(?: the)? agents?[ :]|agents?:)${NAMES}`), read: addAgents },
  { pattern: filter(`(?:(?:for|from) )?(?<names>${EMAIL}(?:,${EMAIL})*)`), read: addAgents },
  { pattern: filter(`(?:(?:for|in)(?: the)? (?:group|team)s?[ :]|groups?:)${NAMES}|groups? (?<number>\\d+)`), read: addGroups },
  { pattern: filter(`(?:for(?: the)? clients?[ :]|clients?:)${NAMES}`), read: (draft, names) => draft.clients.push(...names) },
  { pattern: filter('(?:only )?tagged(?: only)?'), read: (draft) => draft.tagged.push(true) },
  { pattern: filter('(?:only )?untagged(?: only)?'), read: (draft) => draft.tagged.push(false) },
];

/** The first filter of the text; a format that is only found within the quotes of another never comes first. */
function findFilter(text: string): Found<(draft: Draft) => void> | null {
  let first: Found<(draft: Draft) => void> | null = null;
  for (const { pattern, read } of FORMATS) {
    const found = pattern.exec(text);
    if (!found || found.index >= (first?.index ?? Number.POSITIVE_INFINITY)) continue;
    const [{ length }] = found;
    const names = namesIn(found.groups?.names ?? found.groups?.number ?? '');
    first = { index: found.index, length, value: (draft) => read(draft, names) };
  }
  return first;
}

function namesIn(list: string): readonly string[] {
  const names = Array.from(list.matchAll(new RegExp(NAME, 'gu')), ([name]) => unquoted(name));
  if (names.every((name) => name.trim() !== '')) return names;
  throw new UserError('A filter needs a name.', 'Write “tag:vip”, or leave the filter out.');
}

function unquoted(name: string): string {
  if (name.startsWith('"')) return name.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return /^[“']/.test(name) ? name.slice(1, -1) : name;
}

function once<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function finished({ agents, groups, tags, withoutTags, clients, tagged }: Draft): Filters {
  return {
    ...(agents.length > 0 && { agents: once(agents) }),
    ...(groups.length > 0 && { groups: once(groups) }),
    ...(tags.length > 0 && { tags: once(tags) }),
    ...(withoutTags.length > 0 && { withoutTags: once(withoutTags) }),
    ...(tagged[0] !== undefined && { tagged: tagged[0] }),
    ...(clients.length > 0 && { clients: once(clients) }),
  };
}

function checkContradictions({ tags, withoutTags, tagged }: Draft): void {
  const both = tags.find((tag) => withoutTags.includes(tag));
  if (both) throw new UserError(`Chats cannot be both with and without the tag “${both}”.`, 'Leave one of the two out.');
  if (!tagged.includes(false) || (tags.length === 0 && !tagged.includes(true))) return;
  throw new UserError('Chats cannot be both tagged and untagged.', 'Leave “untagged” or the tags out.');
}

/** Takes the filters out of the words. */
export function takeFilters(words: Rest): { readonly filters: Filters; readonly rest: Rest } {
  const draft: Draft = { agents: [], groups: [], tags: [], withoutTags: [], clients: [], tagged: [] };
  const { values, rest } = take(words, { find: findFilter });
  for (const add of values) add(draft);
  checkContradictions(draft);
  return { filters: finished(draft), rest };
}
