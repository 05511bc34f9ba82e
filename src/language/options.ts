import type { Found } from './rest.ts';

/** What an answer is made of, where not of sentence, picture and table together. */
export const SHOWS = ['table', 'chart', 'csv'] as const;
export type Show = (typeof SHOWS)[number];

const NOUNS: Record<Show, string> = {
  table: 'tables?',
  chart: '(?:charts?|graphs?|pictures?|images?|diagrams?|plots?)',
  csv: '(?:csv|spreadsheet|excel)(?: (?:file|table|export))?',
};
/** What stays when the other is not wanted. */
const WITHOUT: Partial<Record<Show, string>> = { table: NOUNS.chart, chart: NOUNS.table };

const ARTICLE = '(?:(?:an?|the|any) )?';
const ONLY = '(?:(?:only|just) )?';

function formsOf(show: Show): readonly string[] {
  const noun = NOUNS[show];
  const without = WITHOUT[show];
  return [
    `(?:as|in|into|to) ${ONLY}${ARTICLE}${ONLY}${noun}(?: (?:form|format|only))?`,
    `(?:only|just) ${ARTICLE}${noun}`,
    `${ARTICLE}${noun} only`,
    `${ARTICLE}${noun}(?= of )`,
    ...(without ? [`(?:without|with no|no) ${ARTICLE}${without}`] : []),
    // A table or a picture may be anything; this is a file and nothing else.
    ...(show === 'csv' ? [`(?:export )?${ARTICLE}csv(?: (?:file|export))?`] : []),
  ];
}

const PATTERNS = SHOWS.map((show) => ({
  show,
  pattern: new RegExp(`(?<![^\\s(,;])(?:${formsOf(show).join('|')})(?![^\\s,.;:!?)])`, 'iu'),
}));

/** What a slip of the keyboard may have been meant to be. */
export const SHOW_WORDS: readonly string[] = ['table', 'chart', 'graph', 'picture'];

/** How the answer is to be shown: `as table`, `only the chart`, `without a picture`, `as csv`. */
export function findShow(text: string): Found<Show> | null {
  let first: Found<Show> | null = null;
  for (const { show, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    if (found && (!first || found.index < first.index)) first = { value: show, index: found.index, length: found[0].length };
  }
  return first;
}

export const sayShow = (show: Show): string => `as ${show}`;
