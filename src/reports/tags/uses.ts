import type { Filters, ReportQuery } from '../../model/query.ts';
import type { Column, Metric, Table, Value } from '../../model/result.ts';
import { totalIn, totals } from '../buckets/combine.ts';
import type { Bucketed, Buckets } from '../buckets/records.ts';
import { bucketTable } from '../buckets/table.ts';
import { type AskedQuery, type Interpretation, valueIn } from '../report.ts';
import { when } from '../words/dates.ts';
import { listed, nameInWords } from '../words/names.ts';
import { count, counted } from '../words/numbers.ts';

/** What begins and ends with a colon is a number beside the tags, not one of them. */
const isPseudo = (name: string) => /^:.*:$/s.test(name);

export function interpretUses(wire: Bucketed, query: AskedQuery): Interpretation {
  const { table, caveats } = bucketTable({ buckets: wire.buckets, columns: tagColumns(wire.buckets, query.filters), query });
  const headline = headlineOf(table, { chats: wire.total, query });
  return { headline, table, caveats: [...caveats, ...(areUnsplit(wire.total, query) ? [UNSPLIT] : []), ...caveatsOf(table, wire.total)] };
}

const UNSPLIT =
  'Beside tags LiveChat gives the number of chats for a whole time only. The report “duration” splits it, with the same words.';

/** Of a part of a range nobody knows the chats, unless they are as many as the uses of the one tag that they were asked for by. */
function areUnsplit(chats: number | null, { range, filters }: ReportQuery): boolean {
  return range.only !== undefined && chats === null && askedTags(filters)?.length !== 1;
}

/** A chat carries a tag once: there cannot be fewer chats than uses of one tag. */
function caveatsOf(table: Table, chats: number | null): string[] {
  const [most = 0] = totals(table).map((value) => value ?? 0);
  const [top] = table.columns;
  if (!top || chats === null || chats >= most) return [];
  return [`LiveChat says ${counted(chats, 'chat')} in all, but ${quoted(top.label)} alone in ${count(most)}.`];
}

/** The tags that were asked for by name, if any were. */
function askedTags({ tags = [] }: Filters): readonly string[] | undefined {
  return tags.length > 0 ? tags : undefined;
}

/** The most used first; tags used equally often by name, so that equal answers look equal. */
function tagColumns(buckets: Buckets, filters: Filters): Column[] {
  const asked = askedTags(filters);
  const uses = new Map(asked?.map((tag) => [tag, 0]));
  for (const [tag, times] of [...buckets.values()].flatMap((bucket) => [...bucket])) {
    // From v3.4 on, the chats that carry an asked tag bring their other tags along: they are not what was asked.
    const isAsked = asked ? uses.has(tag) : !isPseudo(tag);
    if (isAsked) uses.set(tag, (uses.get(tag) ?? 0) + times);
  }
  return [...uses]
    .sort(([tag, times], [other, otherTimes]) => otherTimes - times || (tag < other ? -1 : 1))
    .map(([tag]) => ({ key: tag, label: nameInWords(tag), unit: 'uses', combine: { by: 'sum' } }));
}

interface Counted {
  readonly chats: number | null;
  readonly query: ReportQuery;
}

function headlineOf(table: Table, { chats, query }: Counted): Metric[] {
  const sums = totals(table).map((value) => value ?? 0);
  const uses = sums.reduce((sum, value) => sum + value, 0);
  const [most = 0] = sums;
  const [top] = table.columns;
  // Not the sum of the uses: a chat may carry several tags, or none.
  const inChats: Metric = { key: 'chats', label: 'Chats', value: chats, unit: 'chats' };
  if (top && askedTags(query.filters)?.length === 1) {
    // A tag is once in a chat, so that the chats with it are as many as its uses, and then said already.
    return [
      { key: 'uses', label: `Uses of ${top.label}`, value: uses, unit: 'uses', from: { column: top.key } },
      ...(chats === null || chats === uses ? [] : [inChats]),
    ];
  }
  return [
    ...(top && most > 0 && most < uses
      ? [{ key: 'top', label: `Most used: ${top.label}`, value: most, unit: 'uses', from: { column: top.key } } as const]
      : []),
    { key: 'uses', label: 'Tag uses', value: uses, unit: 'uses' },
    ...(areUnsplit(chats, query) ? [] : [inChats]),
  ];
}

/** As many bars as can be read. */
const RANKED = 10;

/** The tags as rows, the most used first, with their uses in the same table or in another one. */
export function ranking({ columns }: Table, counted: Table): Table {
  return {
    rowLabel: 'Tag',
    columns: [{ key: 'uses', label: 'Uses', unit: 'uses', combine: { by: 'sum' } }],
    rows: columns.slice(0, RANKED).map((tag) => ({ key: tag.key, label: tag.label, values: [totalIn(counted, tag)] })),
  };
}

export function usesSentence({ headline, table }: Interpretation, query: ReportQuery): string {
  const isAsked = askedTags(query.filters) !== undefined;
  const sums = totals(table).map((value) => value ?? 0);
  const [most = 0] = sums;
  const uses = sums.reduce((sum, value) => sum + value, 0);
  const chats = valueIn(headline, 'chats');
  if (most === 0) return isAsked ? unusedSentence(table, query) : nothingSentence(chats, query);
  if (isAsked && most === uses) return onlyAskedSentence(table, { query, uses });
  const leaders = table.columns.filter((_, index) => sums[index] === most).map(({ label }) => quoted(label));
  return `${leadersSentence(leaders, { query, most, uses })}${chats === null ? '' : ` ${chatsSentence(chats, query)}`}`;
}

interface Used {
  readonly query: ReportQuery;
  readonly uses: number;
}

function leadersSentence(leaders: readonly string[], { query, most, uses }: Used & { readonly most: number }): string {
  const { range, filters } = query;
  const [is, are] = range.partial ? ['is', 'are'] : ['was', 'were'];
  const [time, names] = [when(range), listed(leaders, 3)];
  if (most === uses) return `The only tag used ${time} ${is} ${names}: ${counted(uses, 'use')}.`;
  const these = askedTags(filters) ? ' of these' : '';
  const share = `${count(most)} of ${counted(uses, 'tag use')}`;
  if (leaders.length > 1) return `The most used tags${these} ${time} ${are} ${names}: ${share} each.`;
  return `The most used tag${these} ${time} ${is} ${names}: ${share}.`;
}

/** A sentence of its own: behind the uses of a tag, the chats would be read as those with this tag. */
function chatsSentence(chats: number, { range, filters }: ReportQuery): string {
  if (askedTags(filters)) return `${counted(chats, 'chat')} had any of them.`;
  const [was, were] = range.partial ? ['has been', 'have been'] : ['was', 'were'];
  return `There ${chats === 1 ? was : were} ${counted(chats, filters.tagged ? 'tagged chat' : 'chat')}.`;
}

/** One tag of those that were asked for by name has all the uses. */
function onlyAskedSentence({ columns: [used, ...others] }: Table, { query, uses }: Used): string {
  const rest = others.length === 0 ? '' : `, the other${others.length === 1 ? '' : 's'} not at all`;
  return `${quoted(used?.label ?? '')} was used ${counted(uses, 'time')} ${when(query.range)}${rest}.`;
}

/** A name of several words must not run into the sentence. */
const quoted = (name: string) => `“${name}”`;

/** None of the tags that were asked for by name. */
function unusedSentence({ columns }: Table, { range }: ReportQuery): string {
  const names = columns.map(({ label }) => quoted(label));
  return names.length === 1 ? `${names[0]} was not used ${when(range)}.` : `None of ${listed(names, 3)} was used ${when(range)}.`;
}

function nothingSentence(chats: Value, { range, filters }: ReportQuery): string {
  if (chats === null) return range.only ? `No tag was used ${when(range)}.` : `There are no numbers on tags ${when(range)}.`;
  if (chats === 0) return `No ${filters.tagged ? 'tagged chats' : 'chats'} ${when(range)}.`;
  return `No tag was used ${when(range)}, in ${counted(chats, 'chat')}.`;
}
