import { bar } from '../charts/bar.ts';
import type { Chart } from '../charts/chart.ts';
import { stackedBar } from '../charts/stacked-bar.ts';
import type { ReportQuery } from '../model/query.ts';
import type { Baseline, Table } from '../model/result.ts';
import { hasNumbers } from './buckets/combine.ts';
import { drawn } from './buckets/drawn.ts';
import { aCount, type Bucketed, bucketed, joiner, keeper, mapOf } from './buckets/records.ts';
import { defineReport } from './report.ts';
import { chatsSentence, interpretChats, isAboutChats, PSEUDO_NAMES } from './tags/chats.ts';
import { interpretUses, ranking, usesSentence } from './tags/uses.ts';

const SHARED = {
  path: 'chats/tags',
  distributions: ['hour', 'day-hours', 'day', 'month', 'year'],
  decode: bucketed('tags-report', mapOf(aCount)),
  join: joiner([]),
} as const;

export const tags = defineReport<Bucketed>({
  name: 'tags',
  title: 'Tags usage',
  description: 'How often each tag was used. A chat may carry several tags.',
  aliases: ['tag', 'tags usage', 'chat tags', 'top tags', 'topics'],
  examples: ['tags last week', 'tags this month by week', 'tags yesterday untagged'],
  api: [
    {
      ...SHARED,
      since: '3.4',
      filters: {
        agents: 'agents',
        groups: 'groups',
        tags: 'tags',
        withoutTags: 'tags',
        tagged: 'tags',
        clients: 'properties.source.customer_client_id',
      },
    },
    // `tagged` goes into `names` as one of its two pseudo-names, `:with:` and `:without:`.
    { ...SHARED, since: '3.2', until: '3.3', filters: { agents: 'agents', groups: 'groups', tags: 'names', tagged: 'names' } },
  ],
  keep: keeper(PSEUDO_NAMES),
  interpret: (wire, query) => (isAboutChats(wire, query) ? interpretChats(wire, query) : interpretUses(wire, query)),
  sentence: (found, query) => chatsSentence(found, query) ?? usesSentence(found, query),
  chart(found, query, baseline) {
    if (!hasNumbers(found.table)) return null;
    // One row is no course of time: there the tags are compared with each other.
    if (found.table.rows.length === 1 && found.table.columns.length > 1) return drawRanking(found.table, query, baseline);
    const { table, options } = drawn(found.table, query, baseline);
    const kind = [stackedBar, bar].find(({ suits }) => suits(table));
    return kind?.draw(table, options) ?? null;
  },
});

function drawRanking(table: Table, { range }: ReportQuery, baseline?: Baseline): Chart {
  const drawnBaseline = baseline && { table: ranking(table, baseline.table), label: baseline.range.label, tableLabel: range.label };
  return bar.draw(ranking(table, table), drawnBaseline && { baseline: drawnBaseline });
}
