import type { Directory } from '../model/directory.ts';
import { type Entry, type Kind, match, near, spelt } from './directory.ts';
import { EMAIL } from './filter-list.ts';

const IS_EMAIL = new RegExp(`^${EMAIL}$`);

export interface Wrong {
  /** With `asks` it is a question of ours, which says all by itself. */
  readonly message: string;
  readonly hint: string;
  readonly asks?: true;
  /** What may be meant. */
  readonly choices?: readonly Entry[];
  /** The choices are tags that chats are to be without. */
  readonly isWithout?: boolean;
}

/** What was found so far: lists grow, so that repeated filters add up. */
export interface Draft {
  readonly agents: string[];
  readonly groups: number[];
  readonly tags: string[];
  readonly withoutTags: string[];
  readonly clients: string[];
  readonly tagged: boolean[];
  readonly wrong: Wrong[];
  readonly notes: string[];
}

function put(draft: Draft, entry: Entry): void {
  switch (entry.kind) {
    case 'agents':
      draft.agents.push(entry.id);
      break;
    case 'groups':
      draft.groups.push(entry.id);
      break;
    case 'tags':
      draft.tags.push(entry.id);
  }
}

/** The draft with an entry in it. */
export function chosen(draft: Draft, entry: Entry, isWithout = false): Draft {
  if (isWithout && entry.kind === 'tags') return { ...draft, withoutTags: [...draft.withoutTags, entry.id] };
  const copy = { ...draft, agents: [...draft.agents], groups: [...draft.groups], tags: [...draft.tags] };
  put(copy, entry);
  return copy;
}

interface KindWords {
  readonly noun: string;
  readonly article: string;
  readonly scope: string;
  /** How it goes without a name. */
  readonly ids: string;
}

const WORDS: Record<Kind, KindWords> = {
  agents: { noun: 'agent', article: 'an', scope: 'agents--all:ro', ids: 'Agents go by their e-mail addresses: “agent:anna@example.com”.' },
  groups: {
    noun: 'group',
    article: 'a',
    scope: 'groups--all:ro',
    ids: 'Groups go by their numbers: “group:12”. The group General is “group:0”.',
  },
  tags: { noun: 'tag', article: 'a', scope: 'tags--groups:ro', ids: 'Tags go by their whole names, in quotes: “tag:"stove recall"”.' },
};

const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function unknown(name: string, kinds: readonly Kind[], directory: Directory | undefined): Wrong {
  const [first = 'agents'] = kinds;
  const { ids, scope } = WORDS[first];
  const message = `I don't know ${OR.format(kinds.map((kind) => `${WORDS[kind].article} ${WORDS[kind].noun}`))} “${name}”.`;
  switch (directory?.[first]) {
    case undefined:
      return { message, hint: ids };
    case 'forbidden':
      return { message, hint: `I may not look names up: the access token of this bot lacks the scope ${scope}. ${ids}` };
    case 'unavailable':
      return { message, hint: `LiveChat has not told me the names yet; try again in a minute. ${ids}` };
    default: {
      const choices = directory ? near(name, { directory, kinds }) : [];
      const hint =
        choices.length > 0
          ? 'These are the nearest names in LiveChat.'
          : 'Write it as it stands in LiveChat, in quotes where it has blanks.';
      return { message, hint, choices };
    }
  }
}

const entitled = ({ kind, name }: Pick<Entry, 'kind' | 'name'>): string => `the ${WORDS[kind].noun} ${name}`;

function ambiguous(name: string, choices: readonly Entry[]): Wrong {
  // Of those with one name their ids are said: e-mail addresses of agents.
  const isTwin = (one: Entry): boolean => choices.some((other) => other !== one && other.kind === one.kind && other.name === one.name);
  const most = choices.slice(0, 3).map((each) => entitled(isTwin(each) ? { kind: each.kind, name: String(each.id) } : each));
  const all = OR.format(most.length < choices.length ? [...most, 'another'] : most);
  return { message: `Whom or what do you mean by “${name}”: ${all}?`, hint: 'Write the name in full.', asks: true, choices };
}

interface Meaning {
  readonly directory: Directory | undefined;
  /** What may be called so; the first is preferred. */
  readonly kinds: readonly Kind[];
}

function addNamed(draft: Draft, name: string, { directory, kinds }: Meaning): void {
  const found = directory ? match(name, { directory, kinds }) : null;
  const [entry] = found?.entries ?? [];
  if (!found || !entry || found.entries.length > 1) {
    // The first is all that is told, and the nearest names take a while to find.
    if (draft.wrong.length === 0) draft.wrong.push(found ? ambiguous(name, found.entries) : unknown(name, kinds, directory));
  } else {
    put(draft, entry);
    // Names of people and groups stand in the answer; a tag is told from its like by its spelling only.
    if (found.isGuess || (entry.kind === 'tags' && entry.name !== name)) draft.notes.push(`I read “${name}” as ${entitled(entry)}.`);
  }
}

/** Names that are to be compared with each other; each of them can be asked about alone. */
export function refuseComparison({ wrong }: Draft, names: readonly string[], { directory, kinds }: Meaning): void {
  const choices = names.flatMap((name): readonly Entry[] =>
    IS_EMAIL.test(name) ? [{ kind: 'agents', id: name, name }] : directory ? (match(name, { directory, kinds })?.entries ?? []) : [],
  );
  const { noun } = WORDS[choices[0]?.kind ?? 'agents'];
  wrong.push({ message: `I can compare times, not ${noun}s yet.`, hint: 'Ask for each of them alone.', choices });
}

export function addAgent(draft: Draft, name: string, directory: Directory | undefined): void {
  if (IS_EMAIL.test(name)) draft.agents.push(name);
  else addNamed(draft, name, { directory, kinds: ['agents'] });
}

export function addGroup(draft: Draft, name: string, directory: Directory | undefined): void {
  if (/^\d{1,9}$/.test(name)) draft.groups.push(Number(name));
  else addNamed(draft, name, { directory, kinds: ['groups'] });
}

const IS_TEAM = / (?:team|group|department)$/iu;

/** An agent, else a group or a tag; `the sales team` is rather a group. */
export function addAnybody(draft: Draft, name: string, directory: Directory | undefined): void {
  if (IS_EMAIL.test(name)) draft.agents.push(name);
  else addNamed(draft, name, { directory, kinds: IS_TEAM.test(name) ? ['groups', 'agents', 'tags'] : ['agents', 'groups', 'tags'] });
}

/** A tag that has to be known. */
export function addKnownTag(draft: Draft, name: string, directory: Directory | undefined): void {
  addNamed(draft, name, { directory, kinds: ['tags'] });
}

/** Beside them stands a button for the tag as it was typed. */
const MOST_NEAR = 2;

interface TagSaid {
  readonly directory: Directory | undefined;
  readonly list: 'tags' | 'withoutTags';
  /** Written with a colon or in quotes: to be taken as it is. */
  readonly isExact: boolean;
}

/**
 * A tag that LiveChat does not have (any more) may still stand in what is counted: it stays as it was typed. Where it is only said, and nearly
 * one that LiveChat has, people are asked which of the two they mean.
 */
export function addTag(draft: Draft, name: string, { directory, list, isExact }: TagSaid): void {
  const tag = spelt(name, directory);
  const isKnown = typeof directory?.tags !== 'object' || directory.tags.includes(tag);
  const choices = isExact || isKnown || !directory ? [] : near(name, { directory, kinds: ['tags'] });
  if (choices.length > 0 && draft.wrong.length === 0) {
    draft.wrong.push({
      message: `I don't know a tag “${name}”.`,
      hint: `These are the nearest in LiveChat. For “${name}” itself, write “tag:${name}”.`,
      choices: [...choices.slice(0, MOST_NEAR), { kind: 'tags', id: name, name }],
      isWithout: list === 'withoutTags',
    });
    return;
  }
  draft[list].push(tag);
  if (tag.toLowerCase() === name.toLowerCase() && tag !== name) draft.notes.push(`I read “${name}” as the tag ${tag}.`);
}

/** Who is mentioned in Slack is not looked up there: that would need a scope that the app does not ask for. */
export function addMention({ wrong }: Draft): void {
  wrong.push({
    message: 'A mention does not tell me who that is in LiveChat.',
    hint: 'Write the agent’s name or e-mail address instead: “for Anna Nowak”, “agent:anna@example.com”.',
  });
}
