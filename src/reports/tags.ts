import { bar } from '../charts/bar.ts';
import type { Chart } from '../charts/chart.ts';
import { pie } from '../charts/pie.ts';
import type { ReportQuery } from '../model/query.ts';
import type { Table } from '../model/result.ts';
import { hasNumbers } from './buckets/combine.ts';
import { type Drawing, drawn } from './buckets/drawn.ts';
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
  chart({ table }, query, drawing = {}) {
    if (!hasNumbers(table)) return null;
    // One row is no course of time: there the tags are compared with each other, or as shares of all.
    const isRanked = table.rows.length === 1 && table.columns.length > 1;
    return isRanked ? drawRanking(table, query, drawing) : drawn(table, query, drawing);
  },
});

const RANKED_AS = [bar, pie];

function drawRanking(table: Table, query: ReportQuery, { baseline, kind }: Drawing): Chart {
  const drawnBaseline = baseline && { table: ranking(table, baseline.table), label: baseline.range.label, tableLabel: query.range.label };
  const asked = drawn(table, query, { baseline, kind });
  const chart =
    asked && asked.kind === kind && kind !== bar.name
      ? asked
      : bar.draw(ranking(table, table), drawnBaseline && { baseline: drawnBaseline });
  return { ...chart, others: RANKED_AS.filter(({ name, suits }) => name !== chart.kind && suits(table)).map(({ name }) => name) };
}
