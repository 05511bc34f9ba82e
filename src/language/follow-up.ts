import type { FilterName, Filters } from '../model/query.ts';
import { SAME_LAST_YEAR, SAME_UNITS } from './comparison.ts';
import type { Moment } from './date-range/format.ts';
import { wholeDate } from './date-range/whole-date.ts';
import { changedForm, formOf } from './options.ts';
import { type Parts, type SaidDate, takeApart } from './parts.ts';
import type { Surroundings } from './pick.ts';
import type { Question, Topic } from './question.ts';
import { type Found, type Rest, take } from './rest.ts';
import { judge, type Verdict } from './verdict.ts';

/** What was answered, and what the words are about if they name no report. */
export interface Parent {
  readonly question: Question;
  readonly topic: Topic;
}

/** Words that lead from one question to the next, and change nothing by themselves. Few: people also say to each other “ok, monday then”. */
const CONNECTIVES: ReadonlySet<string> = new Set(
  'about again also and but filter for how in instead it just make now on only please same show split that the this too what with'.split(
    ' ',
  ),
);
/** What begins so goes on from what was asked, however much of a question follows. */
const LEAD = '(?:and|but|now|same|only|just|what about|how about)';
const GOES_ON = new RegExp(`^${LEAD}(?![^\\s,])`, 'iu');
const LEADS = new RegExp(`^(?:${LEAD},? )*(?:the )?`, 'iu');
/** Of a question that was just answered the same of last year is what it is compared with, and not another range. */
const SAME_LAST_YEAR_WORDS = new RegExp(
  `^(?:(?:and|but|now|only|just|what about|how about),? )*(?:the )?same(?: ${SAME_UNITS})?(?:,? (?:of|in|from))?(?: the)? (?:last|previous) year[\\s.!?]*$`,
  'iu',
);
/** What a name or a time may be without the word that belongs before it: `only anna`, `and the week before?` */
const BEFORE_IT = ['for ', 'vs the '];

const isConnecting = (word: string): boolean =>
  !/[^\s,.:;!?()…–-]/u.test(word) || CONNECTIVES.has(word.toLowerCase().replace(/[,.:;!?]+$/u, ''));

/** Where people only lead on, “now” is no time: another may follow. */
function withoutNow(text: string): string {
  const words = text.split(' ');
  const first = words.findIndex((word) => !isConnecting(word));
  return words.filter((word, index) => (first !== -1 && index > first) || !/^now[,.!?]*$/iu.test(word)).join(' ');
}

function unconnected(pieces: Rest): readonly string[] {
  return pieces
    .map((piece) =>
      piece
        .split(' ')
        .filter((word) => !isConnecting(word))
        .join(' '),
    )
    .filter((piece) => piece !== '');
}

/** Nothing but words that lead on: `and?`, `same again`. */
export const isConnective = (text: string): boolean => unconnected([text]).length === 0;

type Clearable = FilterName | 'compare' | 'distribution' | 'show' | 'chart';

const END = '(?![^\\s,.;:!?)])';
const ALL = '(?:all(?: of)?(?: the)?|any|every)';
const WITHOUT = '(?:no|without(?: an?| the| any)?|(?:drop|remove|clear)(?: an?| the| all| all the)?)';
const PICTURE = '(?:charts?|graphs?|pictures?)';

interface Clearing {
  readonly pattern: RegExp;
  readonly clears: readonly Clearable[];
  /** Where there is none of these to take away, the words mean something else: `all tags` is a report. */
  readonly isOwnWord?: true;
}

function clearing(source: string, clears: readonly Clearable[]): Clearing {
  return { pattern: new RegExp(`(?<![^\\s(,;])(?:${source})${END}`, 'iu'), clears };
}

const TAG_FILTERS = ['tags', 'withoutTags', 'tagged'] as const;

/** What takes a part of the question away. */
const CLEARINGS: readonly Clearing[] = [
  clearing(`(?:(?:for|by|from) )?(?:${ALL} agents?|everybody|everyone|anybody|anyone)`, ['agents']),
  clearing(`(?:(?:for|in|from) )?${ALL} (?:groups?|teams?|departments?)`, ['groups']),
  { ...clearing(`(?:(?:for|with) )?${ALL} tags?`, TAG_FILTERS), isOwnWord: true },
  clearing(`(?:(?:for|from) )?${ALL} clients?`, ['clients']),
  clearing(`${WITHOUT} filters?|unfiltered`, ['agents', 'groups', ...TAG_FILTERS, 'clients']),
  clearing(`${WITHOUT} comparisons?|(?:do not|don['’]?t|stop) (?:compare|comparing)(?: it)?|uncompared`, ['compare']),
  clearing(`${WITHOUT} split|unsplit`, ['distribution']),
  clearing(`(?:as |with )?(?:an? |the )?(?:${PICTURE} and (?:an? |the )?tables?|tables? and (?:an? |the )?${PICTURE})`, ['show', 'chart']),
  clearing(`(?:as )?(?:an? |the )?usual ${PICTURE}`, ['show', 'chart']),
  clearing(`(?:with|add) (?:an? |the )?(?:${PICTURE}|tables?)(?: too| as well)?`, ['show']),
];

const isThere = (question: Question, part: Clearable): boolean =>
  part === 'compare' || part === 'distribution' || part === 'show' || part === 'chart'
    ? question[part] !== undefined && question[part] !== null
    : question.filters[part] !== undefined;

/** The first of them that is not a part of a report's name: `all agents chatting duration`. */
function findClearing(text: string, { question }: Parent, { names }: Surroundings): Found<readonly Clearable[]> | null {
  let first: Found<readonly Clearable[]> | null = null;
  for (const { pattern, clears, isOwnWord } of CLEARINGS) {
    const found = pattern.exec(text);
    if (!found || (first && first.index <= found.index)) continue;
    if (isOwnWord && !clears.some((part) => isThere(question, part))) continue;
    const { index } = found;
    const [{ length }] = found;
    const report = names.find(text.slice(index));
    if (report && report.index < length && report.index + report.length > length) continue;
    first = { value: clears, index, length };
  }
  return first;
}

/** What is said anew takes the place of what was said before, and of what cannot be beside it. */
function merged(before: Filters, { withoutTags, ...said }: Filters, cleared: ReadonlySet<Clearable>): Filters {
  const { tags, tagged } = said;
  const isLeft = (name: FilterName): boolean =>
    !cleared.has(name) && !(name === 'tags' && tagged === false) && !(name === 'tagged' && before.tagged === false && tags !== undefined);
  const entries = (Object.keys(before) as FilterName[]).filter(isLeft).map((name) => [name, before[name]]);
  const kept: Filters = Object.fromEntries(entries);
  const without = (names: readonly string[] | undefined, others: readonly string[] = []) => names?.filter((name) => !others.includes(name));
  const lists = {
    tags: tags ?? without(kept.tags, withoutTags),
    withoutTags: withoutTags ?? without(kept.withoutTags, tags),
  };
  const { tags: _tags, withoutTags: _withoutTags, ...others } = { ...kept, ...said };
  return {
    ...others,
    ...(lists.tags && lists.tags.length > 0 && { tags: lists.tags }),
    ...(lists.withoutTags && lists.withoutTags.length > 0 && { withoutTags: lists.withoutTags }),
  };
}

function saidBefore(words: string, moment: Moment): SaidDate {
  const date = wholeDate(words, moment);
  if (!date) throw new Error(`A range is not read any more: ${words}`);
  return { date, typed: words, words };
}

const orElse = <T>(said: readonly T[], before: T | null | undefined): readonly T[] =>
  said.length > 0 || before === null || before === undefined ? said : [before];

interface Edit {
  /** What the words name. */
  readonly said: Parts;
  readonly cleared: ReadonlySet<Clearable>;
}

function editIn(typed: string, parent: Parent, around: Surroundings): Edit {
  const text = SAME_LAST_YEAR_WORDS.test(typed) ? `vs ${SAME_LAST_YEAR}` : withoutNow(typed);
  const { values, rest } = take([text], { find: (piece) => findClearing(piece, parent, around) });
  // What stood on the two sides of something stays apart.
  return { said: takeApart(rest.join(' ; '), { ...around, isReportNamed: true }), cleared: new Set(values.flat()) };
}

/** The parts of the question with those that were named in their places. */
function edited({ said, cleared }: Edit, { question, topic }: Parent, { forms: known, moment }: Surroundings): Parts {
  const { filters, objection, reports, dates, comparisons, distributions, forms } = said;
  const others = reports.filter(({ name }) => name !== topic.name);
  const before = <Part extends 'compare' | 'distribution' | 'show' | 'chart'>(part: Part) =>
    cleared.has(part) ? undefined : question[part];
  const left = formOf({ show: before('show'), chart: before('chart') });
  return {
    ...said,
    filters: merged(question.filters, filters, cleared),
    objection: objection && { ...objection, instead: objection.instead.map((other) => merged(question.filters, other, cleared)) },
    reports: others.length > 0 ? others : [topic],
    dates: dates.length > 0 ? dates : [saidBefore(question.range, moment)],
    comparisons: orElse(comparisons, before('compare')),
    // A kind of chart that needs a split of its own has it, unless another is said beside it.
    distributions: orElse(distributions, forms.some(({ chart }) => known.distributionOf(chart)) ? null : before('distribution')),
    forms: (forms.length > 0 ? forms : [{}]).map((form) => changedForm(left, form)),
    unknown: unconnected(said.unknown),
  };
}

/**
 * What a question becomes by words that were said after it: the parts that they name take the place of its own. Words that name a report and
 * a range are a question of their own, unless they begin as one that goes on.
 */
export function readFollowUp(text: string, parent: Parent, around: Surroundings): Verdict {
  const verdict = readEdit(text, parent, around);
  if (verdict.kind !== 'unknown') return verdict;
  const completed = BEFORE_IT.map((word) => readEdit(text.replace(LEADS, word), parent, around));
  return completed.find((each) => each.kind === 'question' && each.notes.length === 0) ?? verdict;
}

function readEdit(text: string, parent: Parent, around: Surroundings): Verdict {
  const edit = editIn(text, parent, around);
  const { said } = edit;
  const circumstances = { ...around, otherwise: parent.topic };
  if (said.reports.length > 0 && said.dates.length > 0 && !GOES_ON.test(text)) return judge(takeApart(text, around), circumstances);
  const parts = edited(edit, parent, around);
  const verdict = judge(parts, circumstances);
  if (verdict.kind !== 'refused' || said.dates.length === 0 || said.distributions.length > 0) return verdict;
  // A split that suited the range before need not suit this one.
  const unsplit = judge({ ...parts, distributions: [] }, circumstances);
  return unsplit.kind === 'question' ? unsplit : verdict;
}

/** Whether every word edits the question or leads on to what does. */
export function isAllEdit(text: string, parent: Parent, around: Surroundings): boolean {
  return unconnected(editIn(text, parent, around).said.rest).length === 0;
}
