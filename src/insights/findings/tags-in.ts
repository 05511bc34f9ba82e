import { totalIn } from '../../reports/buckets/combine.ts';
import type { Evidence } from './finding.ts';

export interface TagUses {
  readonly key: string;
  readonly label: string;
  readonly now: number;
  readonly before: number;
}

interface AllUses {
  /** By their names, of both times. */
  readonly tags: readonly TagUses[];
  /** All uses of all tags. */
  readonly now: number;
  readonly before: number;
}

/** How often each tag was used, now and before; none of a question that names the tags which it is about. */
export function tagsIn({ table, baseline, query }: Evidence): AllUses {
  const isAsked = (query.filters.tags ?? []).length > 0;
  const columns = isAsked ? [] : [...table.columns, ...(baseline?.table.columns ?? [])].filter(({ unit }) => unit === 'uses');
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const tags = [...byKey.values()]
    .map((column) => ({
      key: column.key,
      label: column.label,
      now: totalIn(table, column) ?? 0,
      before: baseline ? (totalIn(baseline.table, column) ?? 0) : 0,
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const sum = (which: 'now' | 'before') => tags.reduce((all, tag) => all + tag[which], 0);
  return { tags, now: sum('now'), before: sum('before') };
}
