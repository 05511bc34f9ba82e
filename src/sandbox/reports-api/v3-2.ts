import { API_DISTRIBUTIONS, type ApiDistribution } from '../../model/query.ts';
import { type Call, type Dialect, select } from './call.ts';
import { allOf, type Condition, type Passes, where, whereAgents } from './filter.ts';
import { parseRange } from './range.ts';
import { invalid } from './reply.ts';
import { countOf, meanAgentSeconds, recordsOf, tagCounts } from './summaries.ts';

/** Comma-separated, over all the times that the key stands in the query; what is empty is absent. */
function list(query: URLSearchParams, key: string): string[] {
  const texts = query.getAll(key).flatMap((text) => text.split(','));
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** A key that takes one value. Two become one that is wrong. */
function single(query: URLSearchParams, key: string): string | undefined {
  return list(query, key).join(',') || undefined;
}

const anyOf = <T>(values: readonly T[]): Condition<T> => (values.length > 0 ? { values } : {});

function groups(query: URLSearchParams): number[] {
  return list(query, 'groups').map((text) => {
    if (!/^-?\d+$/.test(text)) throw invalid(`groups: \`${text}\` is not an integer`);
    return Number(text);
  });
}

function tagged(query: URLSearchParams): boolean | undefined {
  const text = single(query, 'tagged');
  if (text === undefined) return undefined;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw invalid(`tagged: \`${text}\` is none of true, 1, false, 0`);
}

function distributionOf(query: URLSearchParams, known: readonly ApiDistribution[]): ApiDistribution | undefined {
  const asked = single(query, 'distribution');
  if (asked === undefined) return undefined;
  const found = known.find((name) => name === asked);
  if (!found) throw invalid(`distribution must be one of ${known.join(', ')}`);
  return found;
}

/** v3.2 knows no zone: buckets are cut by the offset of `from`, over the whole range. */
function selectIn(call: Call, { distribution, filters }: { readonly distribution: ApiDistribution; readonly filters: readonly Passes[] }) {
  const { query } = call;
  const { start, end, offset } = parseRange(single(query, 'from'), single(query, 'to'));
  const passes = allOf([whereAgents(anyOf(list(query, 'agents'))), where((chat) => chat.groups, anyOf(groups(query))), ...filters]);
  return select(call, { start, end, zone: offset, distribution, passes });
}

function agentsChattingDuration(call: Call): unknown {
  const { query } = call;
  const exists = tagged(query);
  const tags = list(query, 'tags');
  if (call.switches.strictTags && exists !== undefined && tags.length > 0) throw invalid('tagged and tags exclude each other');
  const { total, buckets } = selectIn(call, {
    distribution: distributionOf(query, ['hour', 'day-hours', 'day', 'month']) ?? 'day',
    filters: [
      where((chat) => chat.tags, { exists, ...anyOf(tags) }),
      where((chat) => [chat.customerClientId], anyOf(list(query, 'customer_client_ids'))),
    ],
  });
  const records = recordsOf(buckets, (chats) => ({ count: countOf(chats), seconds: meanAgentSeconds(chats) }));
  return { name: 'agents-chatting-duration-report', total, records };
}

const isPseudoName = (name: string) => name === ':with:' || name === ':without:';

function tags(call: Call): unknown {
  const { query } = call;
  const names = [...new Set([...list(query, 'names'), ...list(query, 'tags').filter(isPseudoName)])];
  const pseudoName = names.find(isPseudoName);
  if (pseudoName && names.length > 1) throw invalid(`${pseudoName} stands alone`);
  const condition = pseudoName ? { exists: pseudoName === ':with:' } : anyOf(names);
  const distribution = distributionOf(query, API_DISTRIBUTIONS);
  if (!distribution) throw invalid('distribution is required');
  const { total, buckets } = selectIn(call, { distribution, filters: [where((chat) => chat.tags, condition)] });
  const records = recordsOf<Record<string, number | undefined>>(buckets, (chats) =>
    pseudoName ? { [pseudoName]: countOf(chats) } : tagCounts(chats, names),
  );
  const uses = Object.values(records).flatMap((record) => Object.values(record));
  return {
    name: 'tags-report',
    total: call.switches.legacySumTotal ? uses.reduce<number>((sum, count = 0) => sum + count, 0) : total,
    records,
  };
}

export const V3_2: Dialect = {
  version: '3.2',
  verbs: ['GET'],
  methods: new Map([
    ['chats/agents_chatting_duration', agentsChattingDuration],
    ['chats/tags', tags],
  ]),
};
