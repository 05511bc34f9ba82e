import type { Filters, ReportQuery } from '../../model/query.ts';
import type { Column, Metric, Table, Value } from '../../model/result.ts';
import { totals } from '../buckets/combine.ts';
import type { Bucketed, Buckets } from '../buckets/records.ts';
import { bucketTable } from '../buckets/table.ts';
import { type AskedQuery, type Interpretation, valueIn } from '../report.ts';
import { when } from '../words/dates.ts';
import { listed, nameInWords } from '../words/names.ts';
import { count, counted } from '../words/numbers.ts';

/** What begins and ends with a colon is a number beside the tags, not one of them. */
const isPseudo = (name: string) => /^:.*:$/s.test(name);

export function interpretUses(wire: Bucketed, query: AskedQuery): Interpretation {
  const table = bucketTable({ buckets: wire.buckets, columns: tagColumns(wire.buckets, query.filters), query });
  return { headline: headlineOf(table, wire.total), table, caveats: [] };
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

function headlineOf(table: Table, chats: number | null): Metric[] {
  const uses = totals(table).map((value) => value ?? 0);
  const [top] = table.columns;
  return [
    ...(top && uses[0] ? [{ key: 'top', label: `Most used: ${top.label}`, value: uses[0], unit: 'uses' } as const] : []),
    { key: 'uses', label: 'Tag uses', value: uses.reduce((sum, value) => sum + value, 0), unit: 'uses' },
    // Not the sum of the uses: a chat may carry several tags, or none.
    { key: 'chats', label: 'Chats', value: chats, unit: 'chats' },
  ];
}

/** As many bars as can be read. */
const RANKED = 10;

/** The tags as rows, the most used first. */
export function ranking(table: Table): Table {
  const sums = totals(table);
  return {
    rowLabel: 'Tag',
    columns: [{ key: 'uses', label: 'Uses', unit: 'uses', combine: { by: 'sum' } }],
    rows: table.columns.slice(0, RANKED).map(({ key, label }, index) => ({ key, label, values: [sums[index] ?? null] })),
  };
}

export function usesSentence({ headline, table }: Interpretation, query: ReportQuery): string {
  const [most, uses, chats] = [valueIn(headline, 'top'), valueIn(headline, 'uses'), valueIn(headline, 'chats')];
  const isAsked = askedTags(query.filters) !== undefined;
  if (most === null || uses === null) return isAsked ? unusedSentence(table, query) : nothingSentence(chats, query);
  const sums = totals(table);
  const leaders = table.columns.filter((_, index) => sums[index] === most).map(({ label }) => quoted(label));
  const time = when(query.range);
  const over = chats === null ? '' : ` over ${counted(chats, 'chat')}`;
  const [is, are] = query.range.partial ? ['is', 'are'] : ['was', 'were'];
  const of = isAsked ? ' of these' : '';
  if (leaders.length > 1) {
    return `The most used tags${of} ${time} ${are} ${listed(leaders, 3)}: ${counted(most, 'use')} each of ${count(uses)}${over}.`;
  }
  if (most < uses) return `The most used tag${of} ${time} ${is} ${leaders[0]}: ${count(most)} of ${counted(uses, 'use')}${over}.`;
  if (isAsked) return `${leaders[0]} was used ${counted(most, 'time')} ${time}${over}.`;
  return `The only tag used ${time} ${is} ${leaders[0]}: ${counted(uses, 'use')}${over}.`;
}

/** A name of several words must not run into the sentence. */
const quoted = (name: string) => `“${name}”`;

/** None of the tags that were asked for by name. */
function unusedSentence({ columns }: Table, { range }: ReportQuery): string {
  const names = columns.map(({ label }) => quoted(label));
  return names.length === 1 ? `${names[0]} was not used ${when(range)}.` : `None of ${listed(names, 3)} was used ${when(range)}.`;
}

function nothingSentence(chats: Value, { range, filters }: ReportQuery): string {
  if (chats === null) return `There are no numbers on tags ${when(range)}.`;
  if (chats === 0) return `No ${filters.tagged ? 'tagged chats' : 'chats'} ${when(range)}.`;
  return `No tag was used ${when(range)}, in ${counted(chats, 'chat')}.`;
}
