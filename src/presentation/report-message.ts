import { compared } from '../insights/change.ts';
import { baselineInWords, changeInBrief, changeInShort } from '../insights/comparison.ts';
import { type Finding, isHeadline } from '../insights/findings/index.ts';
import type { Show } from '../language/options.ts';
import { type Directory, nameOf } from '../model/directory.ts';
import type { Suggestion } from '../model/errors.ts';
import { DISTRIBUTION_WORDS, type Filters, type ReportQuery } from '../model/query.ts';
import type { Baseline, ReportResult } from '../model/result.ts';
import { zoned } from '../model/time.ts';
import { hasNumbers } from '../reports/buckets/combine.ts';
import type { Interpretation, Source } from '../reports/report.ts';
import { timeInWords } from '../reports/words/dates.ts';
import { inWords } from '../reports/words/numbers.ts';
import { filtersInWords, namesInWords } from '../reports/words/query.ts';
import { buttonRow, buttons, context, fields, fixedWidth, image, message, mrkdwn, type Press, section } from './blocks.ts';
import type { Choice } from './menu.ts';
import { type DataVisualizationBlock, isNativeBlock, type KnownBlock, type Message, type Picture } from './message.ts';
import { nativeTable } from './native-table.ts';
import { noChart } from './no-chart.ts';
import { mrkdwnText } from './safe-text.ts';
import { lifeCycle, sourceName } from './source-words.ts';
import { tableLines } from './table-lines.ts';
import { understood } from './understood.ts';

/** What became of the chart. */
export type ShownPicture =
  | { readonly state: 'shown'; readonly picture: Picture }
  /** Slack draws it; where it does not, `drawn` makes a picture of the same chart, which is no such one and never rejects. */
  | { readonly state: 'native'; readonly chart: DataVisualizationBlock; readonly drawn: () => Promise<ShownPicture> }
  | { readonly state: 'late' }
  | { readonly state: 'failed'; readonly reference: string }
  /** There was nothing to draw, or too much. */
  | { readonly state: 'none' }
  /** The workspace wants no charts, or whoever asked does not. */
  | { readonly state: 'unwanted' };

export interface Answer {
  readonly title: string;
  readonly query: ReportQuery;
  /** The finding with its numbers, as plain text. */
  readonly sentence: string;
  readonly result: ReportResult & Pick<Interpretation, 'namedRow'>;
  /** The time before, where nobody asked for a comparison: numbers have their change, and nothing else is compared. */
  readonly before?: Baseline;
  /** What rules have found in the numbers, the best first. */
  readonly findings?: readonly Finding[];
  /** What says how they were found. */
  readonly how?: Suggestion;
  readonly picture: ShownPicture;
  /** The workspace wants tables that Slack draws itself. */
  readonly isNative?: boolean;
  /** How it is drawn, and the kinds that would suit as well, nearest first; absent where nothing can be drawn. */
  readonly charts?: { readonly kind: string; readonly others: readonly string[] };
  /** Absent: picture and table. The table takes the place of a picture that is not there. */
  readonly show?: Show;
  readonly source: Source;
  /** What a reader should know about how the words were understood, in sentences. */
  readonly notes: readonly string[];
  readonly suggestions: readonly Suggestion[];
  /** What can be done with the answer itself: change it, compare it, have it as a file. */
  readonly row?: readonly Press[];
  /** What is done more rarely. */
  readonly menu?: readonly Choice[];
  /** Shows the whole table, where the message leaves some of it out. */
  readonly whole?: Press;
  /** What the words of the range may have meant instead. */
  readonly otherwise?: readonly Suggestion[];
  /** What agents and groups are called; absent: they are shown by their ids. */
  readonly directory?: Directory;
  /** Said last of all, in sentences: who set a post up, and when it comes again. */
  readonly footer?: readonly string[];
}

const METRICS = 4;

/** The answer; where it has blocks that Slack may refuse, with pictures and lines in their place as well, made when they are needed. */
export function reportMessage(answer: Answer): Message {
  const message = written(answer);
  return message.blocks.some(isNativeBlock) ? { ...message, plainer: async () => written(await inPlain(answer)) } : message;
}

async function inPlain({ picture, ...answer }: Answer): Promise<Answer> {
  return { ...answer, isNative: false, picture: picture.state === 'native' ? await picture.drawn() : picture };
}

/** The finding first, then what it is made of, then where it comes from and where to go on. */
function written(answer: Answer): Message {
  const {
    title,
    query,
    sentence,
    result,
    before,
    suggestions,
    otherwise = [],
    directory,
    footer = [],
    findings = [],
    how,
    row = [],
    menu = [],
    whole,
  } = answer;
  const { blocks: table, rest, isCut } = shownTable(answer);
  const [lead, others] = ranked(answer);
  const says = [sentence, ...lead].join(' ');
  const presses = [...suggestions, ...(how && findings.length > 0 ? [how] : [])];
  // Every button of a message has a number of its own.
  const behindAll = presses.length + otherwise.length;
  const only = onlyFor(query.filters, directory);
  return message([says, ...only].join(' '), [
    context([understood(title, query, directory)]),
    ...buttons(otherwise, presses.length),
    section(mrkdwn(headlineText(sentence, lead, only))),
    ...(isEmpty(result) && !result.baseline && !before ? [] : headlineBlocks(answer)),
    ...(others.length === 0 ? [] : [context([mrkdwnText(others.join(' '))])]),
    ...pictureBlocks(answer, says),
    ...table,
    ...(whole && isCut ? buttons([whole], behindAll + row.length) : []),
    context([...rest.map(mrkdwnText), ...smallPrint(answer), ...footer.map(mrkdwnText)]),
    ...buttons(presses),
    ...buttonRow({ presses: row, choices: menu, from: behindAll }),
  ]);
}

/** The sentence that stands beside the report's own, if one may, and the others. Changes that were asked for are beside it already. */
function ranked({ findings = [], result }: Answer): readonly [lead: readonly string[], others: readonly string[]] {
  const [first] = findings;
  const leads = first && isHeadline(first) && !result.baseline ? 1 : 0;
  const sentences = findings.map(({ sentence }) => sentence);
  return [sentences.slice(0, leads), sentences.slice(leads)];
}

/** Two sentences in bold at most: a report that has two already keeps them to itself. */
function headlineText(sentence: string, lead: readonly string[], only: readonly string[]): string {
  const isOne = !/[.!?] /.test(sentence);
  const bold = isOne ? [sentence, ...lead].join(' ') : sentence;
  return [`*${mrkdwnText(bold)}*`, ...[...(isOne ? [] : lead), ...only].map(mrkdwnText)].join('\n');
}

/** Whoever gets nothing but the text would take the numbers for all chats. */
function onlyFor(filters: Filters, directory: Directory | undefined): string[] {
  const words = filtersInWords(filters, directory);
  return words.length === 0 ? [] : [`Only ${words.join(', ')}.`];
}

/** Nothing was counted: the sentence says so, and numbers would say it again. */
export function isEmpty({ headline, table }: Pick<ReportResult, 'headline' | 'table'>): boolean {
  return headline.every(({ value }) => value === null || value === 0) && !hasNumbers(table);
}

function headlineBlocks({ query, result, before }: Answer): KnownBlock[] {
  const [baseline, inWordsOf] = result.baseline ? [result.baseline, changeInShort] : [before, changeInBrief];
  const changes = baseline ? compared({ ...result, range: query.range }, baseline) : [];
  const texts = result.headline.slice(0, METRICS).map(({ label, value, unit }, index) => {
    const found = changes[index];
    const change = found && baseline && inWordsOf(found, baselineInWords(query.range, baseline.range));
    return `${mrkdwnText(label)}\n*${inWords(value, unit)}*${change ? ` · ${mrkdwnText(change)}` : ''}`;
  });
  return texts.length === 0 ? [] : [fields(texts)];
}

function pictureBlocks({ picture: shown, show, query, result }: Answer, altText: string): KnownBlock[] {
  switch (shown.state) {
    case 'shown':
      return [image(shown.picture, altText)];
    case 'native':
      return [shown.chart];
    case 'late':
      return [context(['The chart was not ready in time. The numbers are complete.'])];
    case 'failed':
      return [context([`The chart could not be drawn (ref ${mrkdwnText(shown.reference)}). The numbers are complete.`])];
    case 'unwanted':
      return show === 'chart'
        ? [context(['In this workspace answers have no charts. An administrator can change that in the settings.'])]
        : [];
    case 'none':
      return noChart(result.table, query.distribution).map((line) => context([mrkdwnText(line)]));
  }
}

const isPictureOnly = ({ show, picture }: Answer): boolean => show === 'chart' && ['shown', 'native'].includes(picture.state);

interface ShownTable {
  readonly blocks: readonly KnownBlock[];
  readonly rest: readonly string[];
  /** Some of the table is left out. */
  readonly isCut: boolean;
}

const NO_TABLE: ShownTable = { blocks: [], rest: [], isCut: false };

/** Where everything is 0 or no data, the sentence says so; a table of it would say it again in every line. */
function shownTable(answer: Answer): ShownTable {
  const { title, query, isNative = false } = answer;
  const { table, namedRow, baseline, headline } = answer.result;
  const isThere = hasNumbers(table) || (baseline && hasNumbers(baseline.table));
  if (!isThere || isPictureOnly(answer)) return NO_TABLE;
  const caption = `${title} by ${DISTRIBUTION_WORDS[query.distribution]}, ${query.range.label}`;
  const native = isNative ? nativeTable(table, { caption, baseline, headline }) : null;
  if (native) return { blocks: [native.block], rest: native.rest, isCut: false };
  const { lines, rest, isCut } = tableLines(table, { namedRow, baseline, headline });
  return { blocks: lines.length === 0 ? [] : [fixedWidth(lines)], rest, isCut };
}

function smallPrint({ query, directory, result, before, source, notes }: Answer): string[] {
  const asOf = timeInWords(zoned(result.asOf, query.range.zone));
  const origin = [sourceName(source), `as of ${asOf}`, ...(result.partial ? ['so far'] : [])].join(' · ');
  const hints = isEmpty(result) && !result.baseline && !before ? misspelt(query.filters, directory) : [];
  return [...hints.map(mrkdwnText), origin, ...lifeCycle(source), ...[...result.caveats, ...notes].map(mrkdwnText)];
}

/** LiveChat finds nothing for a name that it does not know, and does not say that it does not know it. */
function misspelt(filters: Filters, directory: Directory | undefined): string[] {
  const doubtful = unknownTo(directory, filters);
  const names = namesInWords(doubtful, directory);
  if (names.length === 0) return [];
  const { agents = [], groups = [], tags = [], clients = [] } = doubtful;
  const isOne = agents.length + groups.length + tags.length + clients.length === 1;
  return [`Nothing was found for ${names.join(', ')}: ${isOne ? 'is it' : 'are they'} spelled as in LiveChat?`];
}

/** Without the names that LiveChat has told us itself. */
function unknownTo(directory: Directory | undefined, { agents = [], groups = [], tags = [], ...filters }: Filters): Filters {
  const known = directory?.tags;
  return {
    ...filters,
    agents: agents.filter((id) => nameOf(directory?.agents, id) === undefined),
    groups: groups.filter((id) => nameOf(directory?.groups, id) === undefined),
    tags: tags.filter((tag) => typeof known !== 'object' || !known.includes(tag)),
  };
}
