import type { Distribution } from '../model/query.ts';
import type { Found } from './rest.ts';

/** What an answer is made of, where not of sentence, picture and table together. */
export const SHOWS = ['table', 'chart', 'csv'] as const;
export type Show = (typeof SHOWS)[number];

/** How an answer is to be shown. A kind of chart is drawn, so that it stands alone or beside `chart`. */
export interface Form {
  /** Absent: picture and table. */
  readonly show?: Show;
  /** The name of a kind of chart; absent: the usual one. */
  readonly chart?: string;
}

/** A kind of chart as the language knows it. */
export interface KindOfChart {
  /** `stacked-bar` */
  readonly name: string;
  readonly aliases: readonly string[];
  /** The distribution whose numbers it draws; absent: any. */
  readonly distribution?: Distribution;
}

/** The forms that can be asked for. */
export interface Forms {
  /** What a slip of the keyboard may have been meant to be. */
  readonly words: readonly string[];
  /** How the answer is to be shown: `as table`, `only the chart`, `without a picture`, `as csv`, `as heatmap`. */
  find(text: string): Found<Form> | null;
  /** The distribution that a kind of chart needs; null: any will do. */
  distributionOf(chart: string | undefined): Distribution | null;
}

const SUFFIX = '(?:charts?|graphs?|diagrams?|plots?)';
const NOUNS: Record<Show, string> = {
  table: 'tables?',
  chart: '(?:charts?|graphs?|pictures?|images?|diagrams?|plots?)',
  csv: '(?:csv|spreadsheet|excel)(?: (?:file|table|export))?',
};

const ARTICLE = '(?:(?:an?|the|any) )?';
const ONLY = '(?:(?:only|just) )?';
/** `draw it as`, `switch to` */
const MAKE = '(?:(?:draw|change|switch|turn)(?: (?:it|this|that))? )?';
const SHOW_WORDS = ['table', 'chart', 'graph', 'picture'];

interface Pattern {
  readonly form: Form;
  readonly pattern: RegExp;
}

const pattern = (forms: readonly string[]): RegExp => new RegExp(`(?<![^\\s(,;])(?:${forms.join('|')})(?![^\\s,.;:!?)])`, 'iu');

function formsOf(noun: string, before = 'as|in|into|to'): readonly string[] {
  return [
    `${MAKE}(?:${before}) ${ONLY}${ARTICLE}${ONLY}${noun}(?: (?:form|format|only))?`,
    `(?:only|just) ${ARTICLE}${noun}`,
    `${ARTICLE}${noun} only`,
    `${ARTICLE}${noun}(?= of )`,
  ];
}

const without = (noun: string): string => `(?:without|with no|no) ${ARTICLE}${noun}`;

/** Nouns of a kind: all of them, and those that are nothing else wherever they stand: `heatmap`, `bar graph`, not `bar`. */
function nounsOf({ name, aliases }: KindOfChart): { readonly any: string; readonly plain: string } {
  const names = [name, ...aliases].sort((one, other) => other.length - one.length);
  const anyOf = (some: readonly string[]) => `(?:${some.map((each) => each.replace(/[- ]/g, '[- ]?')).join('|')})s?`;
  const telling = names.filter((each) => /(?:map|chart|graph)$/.test(each));
  const any = anyOf(names);
  return { any: `${any}(?: ${SUFFIX})?`, plain: `(?:${[...(telling.length > 0 ? [anyOf(telling)] : []), `${any} ${SUFFIX}`].join('|')})` };
}

function patternsOf(kinds: readonly KindOfChart[]): readonly Pattern[] {
  const nouns = kinds.map((kind) => ({ kind, ...nounsOf(kind) }));
  const pictures = `(?:${[NOUNS.chart, ...nouns.map(({ plain }) => plain)].join('|')})`;
  return [
    { form: { show: 'table' }, pattern: pattern([...formsOf(NOUNS.table), without(pictures)]) },
    { form: { show: 'chart' }, pattern: pattern([...formsOf(NOUNS.chart), without(NOUNS.table)]) },
    // A table or a picture may be anything; this is a file and nothing else.
    { form: { show: 'csv' }, pattern: pattern([...formsOf(NOUNS.csv), `(?:export )?${ARTICLE}csv(?: (?:file|export))?`]) },
    ...nouns.map(({ kind, any, plain }) => ({
      form: { chart: kind.name },
      pattern: pattern([...formsOf(any, 'as|in|into|to|with'), `${ARTICLE}${plain}(?: only)?`].map((each) => `${each}${TABLE_TOO}`)),
    })),
  ];
}

/** Which it has beside it anyway. */
const TABLE_TOO = `(?: (?:and|with) ${ARTICLE}table)?`;
const IS_ALONE = /(?<!\S)(?:only|just)(?!\S)/iu;

export function createForms(kinds: readonly KindOfChart[]): Forms {
  const patterns = patternsOf(kinds);
  const names = kinds.flatMap(({ name, aliases }) => [name, ...aliases]);
  return {
    words: [...new Set([...SHOW_WORDS, ...names.flatMap((name) => name.split(/[- ]/))])],
    find(text) {
      let first: Found<Form> | null = null;
      for (const { form, pattern: each } of patterns) {
        const found = each.exec(text);
        if (!found || (first && first.index <= found.index)) continue;
        const isAlone = form.chart !== undefined && IS_ALONE.test(found[0]);
        first = { value: isAlone ? { ...form, show: 'chart' } : form, index: found.index, length: found[0].length };
      }
      return first;
    },
    distributionOf: (chart) => kinds.find(({ name }) => name === chart)?.distribution ?? null,
  };
}

/** Each once. A kind has its table beside it, unless only the picture is wanted. */
export function joined(said: readonly Form[]): readonly Form[] {
  const shows = new Set(said.flatMap(({ show }) => show ?? []));
  const kinds = [...new Set(said.flatMap(({ chart }) => chart ?? []))];
  if (kinds.length === 0) return [...shows].map((show) => ({ show }));
  const isAlone = shows.has('chart') && !shows.has('table');
  return [
    ...kinds.map((chart): Form => ({ ...(isAlone && { show: 'chart' }), chart })),
    ...(shows.has('csv') ? [{ show: 'csv' } as const] : []),
  ];
}

/** What a form becomes by what is said after it. A kind is drawn, with the table unless that was left out; anything else has the usual kind. */
export function changedForm(before: Form, said: Form): Form {
  if (said.chart === undefined) return formOf(said.show === undefined ? before : said);
  return (said.show ?? before.show) === 'chart' ? { show: 'chart', chart: said.chart } : { chart: said.chart };
}

/** The form of a question, or of what is left of one. */
export function formOf({ show, chart }: { readonly [part in keyof Form]: Form[part] | undefined }): Form {
  return { ...(show !== undefined && { show }), ...(chart !== undefined && { chart }) };
}

/** Shown so, and in no other form. */
export function withForm<Asked extends Form>({ show: _show, chart: _chart, ...plain }: Asked, form: Form): Omit<Asked, keyof Form> & Form {
  return { ...plain, ...form };
}

export function sayForm({ show, chart }: Form): readonly string[] {
  if (chart === undefined || show === 'table' || show === 'csv') return show === undefined ? [] : [`as ${show}`];
  return [`as ${chart.replaceAll('-', ' ')}${show === 'chart' ? ' only' : ''}`];
}
