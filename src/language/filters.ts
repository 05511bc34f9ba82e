import type { Directory } from '../model/directory.ts';
import type { Filters } from '../model/query.ts';
import { called, type Kind, match, nameLength } from './directory.ts';
import { EMAIL, type Listed, listAt, NAME, QUOTED_NAME } from './filter-list.ts';
import { createIsFree } from './free-word.ts';
import {
  addAgent,
  addAnybody,
  addGroup,
  addKnownTag,
  addMention,
  addTag,
  chosen,
  type Draft,
  refuseComparison,
  type Wrong,
} from './named-filter.ts';
import type { Surroundings } from './pick.ts';
import { type Found, type Rest, take } from './rest.ts';

const NUMBER = '\\d{1,9}(?!\\d)';
/** A client's id has a digit; `clients asked` has none. */
const ID = '(?=[^\\s,]*\\d)[^\\s,"“\']+|"[^"]*"';
/** How Slack writes that somebody was mentioned. */
const MENTION = '@[UW][A-Z0-9]{2,}(?![^\\s,])';

/** What is wrong with the filters, and filters that are right. */
export type FilterObjection = Omit<Wrong, 'choices' | 'isWithout'> & { readonly instead: readonly Filters[] };

interface FilterFormat {
  /** What it begins with; names follow unless there are none. */
  readonly opening: RegExp;
  readonly names: { readonly first: string; readonly next: string } | null;
  /** Only after a report: `tags` may be one itself. */
  readonly isAfterReport?: boolean;
  /** Whose names may be written without quotes, where they are known. */
  readonly kinds?: readonly Kind[];
  /** Nothing says that a name comes, so that it has to be known; where it says at least `for`, it has to be free. */
  readonly bare?: 'known' | 'free';
  readonly read: (draft: Draft, names: readonly string[], said: Said) => void;
}

interface Said {
  readonly directory: Directory | undefined;
  /** Behind a colon, or in quotes. */
  readonly isExact: boolean;
}

const each =
  (add: (draft: Draft, name: string, directory: Directory | undefined) => void): FilterFormat['read'] =>
  (draft, names, { directory }) => {
    for (const name of names) add(draft, name, directory);
  };

const eachTag =
  (list: 'tags' | 'withoutTags'): FilterFormat['read'] =>
  (draft, names, said) => {
    for (const name of names) addTag(draft, name, { ...said, list });
  };

function nameless(opened: string): Wrong {
  return { message: `“${opened}” says no name.`, hint: 'Write it right behind the colon; “help filters” shows how.' };
}

/** A word of its own, which is not what to split by. */
function opening(source: string): RegExp {
  return new RegExp(`(?<!\\S)(?<!(?<!\\S)(?:by|per|each|every) )(?:${source})`, 'giu');
}

const TAGS = { names: { first: NAME, next: NAME }, kinds: ['tags'] } as const;
const TAGGED = eachTag('tags');
const AGENTS = { names: { first: NAME, next: EMAIL }, kinds: ['agents'], read: each(addAgent) } as const;
const GROUPS = { names: { first: NAME, next: NUMBER }, kinds: ['groups'], read: each(addGroup) } as const;
const WITHOUT = '(?:without|excluding|except|no)';

/** Of two that begin at the same place the earlier is taken. */
const FORMATS: readonly FilterFormat[] = [
  {
    opening: opening(`${WITHOUT}(?: the)? tags?(?: |: ?)|-tags?:`),
    ...TAGS,
    read: eachTag('withoutTags'),
  },
  {
    opening: opening(`(?:only )?untagged(?: only)?(?![^\\s,])|${WITHOUT}(?: the| any| a)? tags?(?![^\\s,])`),
    names: null,
    read: (draft) => draft.tagged.push(false),
  },
  { opening: opening('(?:for|with)(?: the)? tags? |(?:(?:for|with)(?: the)? )?tags?: ?'), ...TAGS, read: TAGGED },
  { opening: opening('tags? '), ...TAGS, isAfterReport: true, read: TAGGED },
  { opening: opening('(?<!(?<!\\S)(?:in|on|to) )#'), ...TAGS, bare: 'known', read: each(addKnownTag) },
  {
    opening: opening(`(?:(?:for|by|from) )?(?:agents?(?: |: ?))?(?=${MENTION})`),
    names: { first: MENTION, next: MENTION },
    read: addMention,
  },
  {
    opening: opening(
      '(?:(?:for|by|from|of) (?:me|myself)|mine|my(?: own)?(?! (?:team|company|shop|store|people|agents|colleagues)))(?![^\\s,])',
    ),
    names: null,
    read: ({ wrong }) => wrong.push(WHO_AM_I),
  },
  { opening: opening('(?:for(?: the)? )?agents?(?: |: ?)'), ...AGENTS },
  { opening: opening(`(?:(?:for|from) )?(?=${EMAIL})`), ...AGENTS, names: { first: EMAIL, next: EMAIL } },
  { opening: opening('(?:(?:for|in)(?: the)? )?(?:group|team|department)s?(?: |: ?)'), ...GROUPS },
  {
    opening: opening('(?:for(?: the)? )?clients?: ?'),
    names: { first: NAME, next: ID },
    read: (draft, names) => draft.clients.push(...names),
  },
  { opening: opening('(?:for(?: the)? )?clients? '), names: { first: ID, next: ID }, read: (draft, names) => draft.clients.push(...names) },
  { opening: opening('(?:only )?tagged (?:with |as )?'), ...TAGS, bare: 'known', read: each(addKnownTag) },
  { opening: opening('(?:only )?tagged(?: only)?(?![^\\s,])'), names: null, read: (draft) => draft.tagged.push(true) },
  {
    opening: opening('for(?: the)? '),
    names: { first: NAME, next: EMAIL },
    kinds: ['agents', 'groups', 'tags'],
    bare: 'free',
    read: each(addAnybody),
  },
  { opening: opening('by '), ...AGENTS, bare: 'known' },
  { opening: opening('in(?: the)? (?![#@])'), ...GROUPS, bare: 'known' },
];

/** Everybody's numbers would be taken for one's own. */
const WHO_AM_I: Wrong = {
  message: "I don't know which agent in LiveChat you are.",
  hint: 'Say your name as LiveChat has it: “for Anna Nowak”.',
};

/** Of a group that is called so people say `in General`. */
const IN_GENERAL = /^[Ii]n general$/;

type Add = (draft: Draft) => void;

interface Seeking extends Omit<Surroundings, 'isReportNamed'> {
  readonly isFree: (text: string) => boolean;
  /** Before the text a report was named. */
  readonly isReportNamed: boolean;
}

/** A filter of this format at this place, where a word of its opening is not a part of a report's name. */
function filterAt(
  text: string,
  { format, opened, seeking }: { format: FilterFormat; opened: RegExpExecArray; seeking: Seeking },
): Found<Add> | null {
  const { names: allowed, read, isAfterReport, bare, kinds = [] } = format;
  const { isFree, directory } = seeking;
  const { index } = opened;
  const [{ length }] = opened;
  if (allowed === null) return { index, length, value: (draft) => read(draft, [], { directory, isExact: false }) };
  if (bare && !directory) return null;
  const isSpaced = /[ #]$/.test(opened[0]);
  const isNamedBefore = seeking.isReportNamed || seeking.names.find(text.slice(0, index)) !== null;
  const report = isSpaced ? seeking.names.find(text.slice(index)) : null;
  if (report?.index === 0 && report.length > length) return null;
  if (isAfterReport && !isNamedBefore) return null;
  const isWhole = kinds[0] === 'tags' && !bare;
  const known = (from: string): number | null =>
    directory && kinds.length > 0 ? nameLength(from, { directory, kinds, isFree, isWhole }) : null;
  const after = text.slice(index + length);
  if (bare && !/^["“']/u.test(after) && !isFree(after)) return null;
  const list = listAt(after, { ...allowed, isSpaced, isFree, known });
  if (bare === 'known' && directory && list?.names.some((name) => match(name, { directory, kinds }) === null)) return null;
  // `tags: last week` is a report; after one, a colon promises a name.
  if (!list)
    return isNamedBefore && opened[0].includes(':')
      ? { index, length, value: ({ wrong }) => wrong.push(nameless(opened[0].trim())) }
      : null;
  if (bare && IN_GENERAL.test(text.slice(index, index + length + list.length))) return null;
  const isExact = !isSpaced || /^["“']/u.test(after);
  return { index, length: length + list.length, value: (draft) => readNames(draft, { list, format, directory, isExact }) };
}

interface Naming extends Said {
  readonly list: Listed;
  readonly format: FilterFormat;
}

function readNames(draft: Draft, { list: { names, isCompared }, format: { read, kinds = [] }, ...said }: Naming): void {
  if (names.some((name) => name.trim() === ''))
    draft.wrong.push({ message: 'A filter needs a name.', hint: 'Write “tag:vip”, or leave the filter out.' });
  else if (isCompared) refuseComparison(draft, names, { directory: said.directory, kinds });
  else read(draft, names, said);
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

function draftOf({ agents = [], groups = [], tags = [], withoutTags = [], clients = [], tagged }: Filters): Draft {
  return {
    agents: [...agents],
    groups: [...groups],
    tags: [...tags],
    withoutTags: [...withoutTags],
    clients: [...clients],
    tagged: tagged === undefined ? [] : [tagged],
    wrong: [],
    notes: [],
  };
}

function objectionTo(draft: Draft): FilterObjection | null {
  const { tags, withoutTags, tagged, wrong } = draft;
  if (wrong[0]) {
    const { choices = [], isWithout, ...texts } = wrong[0];
    const instead = choices.map((choice) => finished(chosen(draft, choice, isWithout)));
    return { ...texts, instead: instead.length > 0 ? instead : [finished(draft)] };
  }
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
  /** How names were read, in sentences. */
  readonly notes: readonly string[];
  readonly rest: Rest;
}

/** Takes the filters out of the words. */
export function takeFilters(words: Rest, surroundings: Surroundings): TakenFilters {
  const isFree = createIsFree(surroundings);
  let isReportNamed = surroundings.isReportNamed ?? false;
  const find = (text: string): Found<Add> | null => {
    const found = findFilter(text, { ...surroundings, isFree, isReportNamed });
    isReportNamed ||= found !== null && surroundings.names.find(text.slice(0, found.index)) !== null;
    return found;
  };
  const { values, rest } = take(words, { find });
  const draft = draftOf({});
  for (const add of values) add(draft);
  return { filters: finished(draft), objection: objectionTo(draft), notes: once(draft.notes), rest };
}

/** The filters with one more, for each agent, group and tag that is called as one of these words, which were not understood. */
export function alsoNamed(words: readonly string[], filters: Filters, directory: Directory | undefined): readonly Filters[] {
  if (!directory) return [];
  const named = new Set(words.flatMap((piece) => [piece, ...piece.split(' ')]).flatMap((name) => called(name, directory)));
  return [...named].map((entry) => finished(chosen(draftOf(filters), entry)));
}

/** Whether a name is in the text that the directory does not know: what nothing is made of, behind words that announce a name. */
export function lacksNames(text: string, surroundings: Surroundings): boolean {
  const { directory } = surroundings;
  const isFree = createIsFree(surroundings);
  const isUnknown = (after: string, kinds: readonly Kind[]): boolean => {
    if (new RegExp(`^(?:${EMAIL}|${MENTION}|${NUMBER}(?=[\\s,]|$))`, 'u').test(after)) return false;
    const quoted = listAt(after, { first: QUOTED_NAME, next: QUOTED_NAME, isSpaced: false, isFree });
    if (quoted) return !directory || quoted.names.some((name) => match(name, { directory, kinds }) === null);
    return isFree(after) && (!directory || nameLength(after, { directory, kinds, isFree }) === null);
  };
  return FORMATS.some(
    ({ opening: announcing, kinds }) =>
      kinds && Array.from(text.matchAll(announcing)).some(({ 0: { length }, index }) => isUnknown(text.slice(index + length), kinds)),
  );
}
