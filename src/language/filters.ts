import type { Filters } from '../model/query.ts';
import type { Objection } from './date-range/format.ts';
import { EMAIL, listAt, NAME } from './filter-list.ts';
import { createIsFree } from './free-word.ts';
import type { Surroundings } from './pick.ts';
import { type Found, type Rest, take } from './rest.ts';

const IS_EMAIL = new RegExp(`^${EMAIL}$`);
const NUMBER = '\\d{1,9}(?!\\d)';
/** A client's id has a digit; `clients asked` has none. */
const ID = '(?=[^\\s,]*\\d)[^\\s,"“\']+|"[^"]*"';

/** What is wrong with the filters, and filters that are right. */
export type FilterObjection = Omit<Objection, 'instead'> & { readonly instead: readonly Filters[] };
type Wrong = Omit<Objection, 'instead'>;

/** What was found so far: lists grow, so that repeated filters add up. */
interface Draft {
  readonly agents: string[];
  readonly groups: number[];
  readonly tags: string[];
  readonly withoutTags: string[];
  readonly clients: string[];
  readonly tagged: boolean[];
  readonly wrong: Wrong[];
}

interface FilterFormat {
  /** What it begins with; names follow unless there are none. */
  readonly opening: RegExp;
  readonly names: { readonly first: string; readonly spaced?: string; readonly next: string } | null;
  /** Only after a report: `tags` may be one itself. */
  readonly isAfterReport?: boolean;
  readonly read: (draft: Draft, names: readonly string[]) => void;
}

function addAgents({ agents, wrong }: Draft, names: readonly string[]): void {
  const unknown = names.find((name) => !IS_EMAIL.test(name));
  if (unknown === undefined) agents.push(...names);
  else
    wrong.push({
      message: `I don't know an agent “${unknown}”.`,
      hint: 'Agents go by their e-mail addresses: “agent:anna@example.com”.',
    });
}

function addGroups({ groups, wrong }: Draft, names: readonly string[]): void {
  const unknown = names.find((name) => !/^\d{1,9}$/.test(name));
  if (unknown === undefined) groups.push(...names.map(Number));
  else
    wrong.push({
      message: `I don't know a group “${unknown}”.`,
      hint: 'Groups go by their numbers: “group:12”. The group General is “group:0”.',
    });
}

function nameless(opened: string): Wrong {
  return { message: `“${opened}” says no name.`, hint: 'Write it right behind the colon; “help filters” shows how.' };
}

/** A word of its own, which is not what to split by. */
function opening(source: string): RegExp {
  return new RegExp(`(?<!\\S)(?<!(?<!\\S)(?:by|per|each|every) )(?:${source})`, 'giu');
}

const TAGS = { first: NAME, next: NAME };
const WITHOUT = '(?:without|excluding|except|no)';

/** Of two that begin at the same place the earlier is taken. */
const FORMATS: readonly FilterFormat[] = [
  {
    opening: opening(`${WITHOUT}(?: the)? tags?(?: |: ?)|-tags?:`),
    names: TAGS,
    read: (draft, names) => draft.withoutTags.push(...names),
  },
  {
    opening: opening(`(?:only )?untagged(?: only)?(?![^\\s,])|${WITHOUT}(?: the| any| a)? tags?(?![^\\s,])`),
    names: null,
    read: (draft) => draft.tagged.push(false),
  },
  {
    opening: opening('(?:for|with)(?: the)? tags? |(?:(?:for|with)(?: the)? )?tags?: ?'),
    names: TAGS,
    read: (draft, names) => draft.tags.push(...names),
  },
  { opening: opening('tags? '), names: TAGS, isAfterReport: true, read: (draft, names) => draft.tags.push(...names) },
  { opening: opening('(?:for(?: the)? )?agents?(?: |: ?)'), names: { first: NAME, next: EMAIL }, read: addAgents },
  { opening: opening(`(?:(?:for|from) )?(?=${EMAIL})`), names: { first: EMAIL, next: EMAIL }, read: addAgents },
  { opening: opening('(?:(?:for|in)(?: the)? )?(?:group|team)s?(?: |: ?)'), names: { first: NAME, next: NUMBER }, read: addGroups },
  {
    opening: opening('(?:for(?: the)? )?clients?: ?'),
    names: { first: NAME, next: ID },
    read: (draft, names) => draft.clients.push(...names),
  },
  { opening: opening('(?:for(?: the)? )?clients? '), names: { first: ID, next: ID }, read: (draft, names) => draft.clients.push(...names) },
  { opening: opening('(?:only )?tagged(?: only)?(?![^\\s,])'), names: null, read: (draft) => draft.tagged.push(true) },
];

type Add = (draft: Draft) => void;

interface Seeking extends Surroundings {
  readonly isFree: (text: string) => boolean;
  /** Before the text a report was named. */
  readonly isReportNamed: boolean;
}

/** A filter of this format at this place, where a word of its opening is not a part of a report's name. */
function filterAt(
  text: string,
  { format, opened, seeking }: { format: FilterFormat; opened: RegExpExecArray; seeking: Seeking },
): Found<Add> | null {
  const { names: allowed, read, isAfterReport } = format;
  const { index } = opened;
  const [{ length }] = opened;
  if (allowed === null) return { index, length, value: (draft) => read(draft, []) };
  const isSpaced = opened[0].endsWith(' ');
  const isNamedBefore = seeking.isReportNamed || seeking.names.find(text.slice(0, index)) !== null;
  const report = isSpaced ? seeking.names.find(text.slice(index)) : null;
  if (report?.index === 0 && report.length > length) return null;
  if (isAfterReport && !isNamedBefore) return null;
  const list = listAt(text.slice(index + length), { ...allowed, isSpaced, isFree: seeking.isFree });
  // `tags: last week` is a report; after one, a colon promises a name.
  if (!list)
    return isNamedBefore && opened[0].includes(':')
      ? { index, length, value: ({ wrong }) => wrong.push(nameless(opened[0].trim())) }
      : null;
  return { index, length: length + list.length, value: (draft) => readNames(draft, { names: list.names, read }) };
}

function readNames(draft: Draft, { names, read }: { readonly names: readonly string[]; readonly read: FilterFormat['read'] }): void {
  if (names.every((name) => name.trim() !== '')) read(draft, names);
  else draft.wrong.push({ message: 'A filter needs a name.', hint: 'Write “tag:vip”, or leave the filter out.' });
}

/** The first filter of the text; a format that is only found within the quotes of another never comes first. */
function findFilter(text: string, seeking: Seeking): Found<Add> | null {
  let first: Found<Add> | null = null;
  for (const format of FORMATS) {
    for (const opened of text.matchAll(format.opening)) {
      if (first && opened.index >= first.index) break;
      const found = filterAt(text, { format, opened, seeking });
      if (!found) continue;
      first = found;
      break;
    }
  }
  return first;
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

function objectionTo(draft: Draft): FilterObjection | null {
  const { tags, withoutTags, tagged, wrong } = draft;
  if (wrong[0]) return { ...wrong[0], instead: [finished(draft)] };
  const both = tags.find((tag) => withoutTags.includes(tag));
  if (both !== undefined) {
    const other = (tag: string): boolean => tag !== both;
    const instead = [finished({ ...draft, withoutTags: withoutTags.filter(other) }), finished({ ...draft, tags: tags.filter(other) })];
    return { message: `Chats cannot be both with and without the tag “${both}”.`, hint: 'Leave one of the two out.', instead };
  }
  if (!tagged.includes(false) || (tags.length === 0 && !tagged.includes(true))) return null;
  const instead = [finished({ ...draft, tagged: tagged.filter(Boolean) }), finished({ ...draft, tags: [], tagged: [false] })];
  const hint = tags.length > 0 ? 'Leave “untagged” or the tags out.' : 'Leave one of the two out.';
  return { message: 'Chats cannot be both tagged and untagged.', hint, instead };
}

export interface TakenFilters {
  readonly filters: Filters;
  readonly objection: FilterObjection | null;
  readonly rest: Rest;
}

/** Takes the filters out of the words. */
export function takeFilters(words: Rest, surroundings: Surroundings): TakenFilters {
  const isFree = createIsFree(surroundings);
  let isReportNamed = false;
  const find = (text: string): Found<Add> | null => {
    const found = findFilter(text, { ...surroundings, isFree, isReportNamed });
    isReportNamed ||= found !== null && surroundings.names.find(text.slice(0, found.index)) !== null;
    return found;
  };
  const { values, rest } = take(words, { find });
  const draft: Draft = { agents: [], groups: [], tags: [], withoutTags: [], clients: [], tagged: [], wrong: [] };
  for (const add of values) add(draft);
  return { filters: finished(draft), objection: objectionTo(draft), rest };
}
