import type { Suggestion } from '../model/errors.ts';
import type { Filters, ReportQuery } from '../model/query.ts';
import type { Metric, ReportResult } from '../model/result.ts';
import { zoned } from '../model/time.ts';
import { hasNumbers } from '../reports/buckets/combine.ts';
import type { Source } from '../reports/report.ts';
import { timeInWords } from '../reports/words/dates.ts';
import { inWords } from '../reports/words/numbers.ts';
import { filtersInWords } from '../reports/words/query.ts';
import { buttons, context, fields, fixedWidth, image, message, mrkdwn, section } from './blocks.ts';
import type { KnownBlock, Message, Picture } from './message.ts';
import { mrkdwnText } from './safe-text.ts';
import { lifeCycle, sourceName } from './source-words.ts';
import { tableLines } from './table-lines.ts';
import { understood } from './understood.ts';

/** What became of the chart. */
export type ShownPicture =
  | { readonly state: 'shown'; readonly picture: Picture }
  | { readonly state: 'late' }
  | { readonly state: 'failed'; readonly reference: string }
  /** There was nothing to draw. */
  | { readonly state: 'none' };

export interface Answer {
  readonly title: string;
  readonly query: ReportQuery;
  /** The finding with its numbers, as plain text. */
  readonly sentence: string;
  readonly result: ReportResult;
  readonly picture: ShownPicture;
  readonly source: Source;
  /** What a reader should know about how the words were understood, in sentences. */
  readonly notes: readonly string[];
  readonly suggestions: readonly Suggestion[];
}

const METRICS = 4;

/** The answer: the finding first, then what it is made of, then where it comes from and where to go on. */
export function reportMessage(answer: Answer): Message {
  const { title, query, sentence, result, picture, suggestions } = answer;
  return message([sentence, ...onlyFor(query.filters)].join(' '), [
    context([understood(title, query)]),
    section(mrkdwn(`*${mrkdwnText(sentence)}*`)),
    ...headlineBlocks(result.headline),
    ...pictureBlocks(picture, sentence),
    ...tableBlocks(result),
    context(smallPrint(answer)),
    ...buttons(suggestions),
  ]);
}

/** Whoever gets nothing but the text would take the numbers for all chats. */
function onlyFor(filters: Filters): string[] {
  const words = filtersInWords(filters);
  return words.length === 0 ? [] : [`Only ${words.join(', ')}.`];
}

function headlineBlocks(headline: readonly Metric[]): KnownBlock[] {
  const texts = headline.slice(0, METRICS).map(({ label, value, unit }) => `${mrkdwnText(label)}\n*${inWords(value, unit)}*`);
  return texts.length === 0 ? [] : [fields(texts)];
}

function pictureBlocks(shown: ShownPicture, sentence: string): KnownBlock[] {
  switch (shown.state) {
    case 'shown':
      return [image(shown.picture, sentence)];
    case 'late':
      return [context(['The chart was not ready in time. The numbers are complete.'])];
    case 'failed':
      return [context([`The chart could not be drawn (ref ${mrkdwnText(shown.reference)}). The numbers are complete.`])];
    case 'none':
      return [];
  }
}

/** Where everything is 0 or no data, the sentence says so; a table of it would say it again in every line. */
function tableBlocks({ table }: ReportResult): KnownBlock[] {
  return hasNumbers(table) ? [fixedWidth(tableLines(table))] : [];
}

function smallPrint({ query, result, source, notes }: Answer): string[] {
  const asOf = timeInWords(zoned(result.asOf, query.range.zone));
  const origin = [sourceName(source), `as of ${asOf}`, ...(result.partial ? ['so far'] : [])].join(' · ');
  return [origin, ...lifeCycle(source), ...[...result.caveats, ...notes].map(mrkdwnText)];
}
