import { z } from 'zod';
import type { ApiMethod } from '../../../src/reports/report.ts';

/** Small cousins of the real reports: the same paths, filters and shapes, nothing made of them. */
const Counts = z.object({ total: z.number(), records: z.record(z.string(), z.record(z.string(), z.number())) });
export type Counts = z.infer<typeof Counts>;

function joinCounts(parts: readonly Counts[]): Counts {
  const records: Counts['records'] = {};
  for (const [bucket, counts] of parts.flatMap((part) => Object.entries(part.records))) {
    const sum = { ...records[bucket] };
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
    records[bucket] = sum;
  }
  return { total: parts.reduce((sum, part) => sum + part.total, 0), records };
}

const everything = { distributions: ['hour', 'day-hours', 'day', 'month', 'year'], decode: Counts, join: joinCounts } as const;

export const flatTags: ApiMethod<Counts> = {
  ...everything,
  since: '3.2',
  until: '3.3',
  path: 'chats/tags',
  filters: { agents: 'agents', groups: 'groups', tags: 'names', tagged: 'names' },
};

export const flatDuration: ApiMethod<Counts> = {
  ...everything,
  since: '3.2',
  until: '3.3',
  path: 'chats/agents_chatting_duration',
  filters: { agents: 'agents', groups: 'groups', tags: 'tags', tagged: 'tagged', clients: 'customer_client_ids' },
};

const filters = { agents: '', groups: '', tags: '', withoutTags: '', tagged: '', clients: '' };
export const tags: ApiMethod<Counts> = { ...everything, since: '3.4', path: 'chats/tags', filters };
export const duration: ApiMethod<Counts> = { ...everything, since: '3.4', path: 'chats/duration', filters };
