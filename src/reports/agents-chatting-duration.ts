import { z } from 'zod';
import type { ReportQuery } from '../model/query.ts';
import type { Column, Metric, Table } from '../model/result.ts';
import { totals } from './buckets/combine.ts';
import { drawn } from './buckets/drawn.ts';
import { aCount, aMean, type Bucketed, bucketed, bucketOf, joiner, keeper } from './buckets/records.ts';
import { bucketTable } from './buckets/table.ts';
import { defineReport, type Interpretation, valueIn } from './report.ts';
import { when } from './words/dates.ts';
import { rowNouns } from './words/names.ts';
import { count, counted, duration } from './words/numbers.ts';

const MEAN_BY_CHATS = { unit: 'seconds', combine: { by: 'weighted mean', weight: 'chats' } } as const;
const CHATS: Column = { key: 'chats', label: 'Chats', unit: 'chats', combine: { by: 'sum' } };
/** How long agents were in the chat. */
const CHATTING: Column = { ...MEAN_BY_CHATS, key: 'chatting', label: 'Chatting time' };
/** How long the chat lasted, agents or not; counted from v3.4 on. */
const LASTED: Column = { ...MEAN_BY_CHATS, key: 'lasted', label: 'Chat duration' };
const COLUMNS = [CHATS, CHATTING, LASTED];

const FILTERS = { agents: 'agents', groups: 'groups', tags: 'tags', tagged: 'tagged' } as const;
const join = joiner(COLUMNS);
/** A count that is left out is 0; then there is nothing to average. */
const MEAN_OF_NOTHING = 'a mean without a count of chats';

export const agentsChattingDuration = defineReport<Bucketed>({
  name: 'duration',
  title: 'Chatting time',
  description: 'How much time agents spent in a chat, on average per chat, and how many chats there were.',
  explanation:
    'Chatting time is the time of a chat’s agents: LiveChat averages it over the chats that an agent joined. ' +
    'Chat duration, which newer versions of its Reports API add, is the length of the whole chat, with an agent or without.',
  aliases: ['chatting time', 'chatting duration', 'agents chatting duration', 'agents_chatting_duration', 'handle time', 'chats'],
  examples: ['duration last week', 'duration yesterday by hour', 'duration last month by weekday'],
  api: [
    {
      since: '3.4',
      path: 'chats/duration',
      distributions: ['hour', 'day-hours', 'day', 'month', 'year'],
      filters: { ...FILTERS, withoutTags: 'tags', clients: 'properties.source.customer_client_id' },
      decode: bucketed(
        'duration-report',
        z
          .object({ count: aCount.optional(), agents_chatting_duration: aMean.optional(), duration: aMean.optional() })
          .refine(({ count, agents_chatting_duration, duration }) => count || !(agents_chatting_duration || duration), MEAN_OF_NOTHING)
          .transform((fields) => bucketOf({ chats: fields.count, chatting: fields.agents_chatting_duration, lasted: fields.duration })),
      ),
      join,
    },
    {
      since: '3.2',
      until: '3.3',
      path: 'chats/agents_chatting_duration',
      distributions: ['hour', 'day-hours', 'day', 'month'],
      filters: { ...FILTERS, clients: 'customer_client_ids' },
      decode: bucketed(
        'agents-chatting-duration-report',
        z
          .object({ count: aCount.optional(), seconds: aMean.optional() })
          .refine(({ count, seconds }) => count || !seconds, MEAN_OF_NOTHING)
          .transform((fields) => bucketOf({ chats: fields.count, chatting: fields.seconds })),
      ),
      join,
    },
  ],
  keep: keeper([CHATS.key]),
  interpret({ total, buckets }, query) {
    const isKnown = ({ key }: Column) => key !== LASTED.key || [...buckets.values()].some((bucket) => bucket.has(key));
    const { table, caveats } = bucketTable({ buckets, columns: COLUMNS.filter(isKnown), query });
    const longest = longestRow(table);
    return {
      headline: headlineOf(table, { total, longest }),
      table,
      caveats: [...caveats, ...caveatsOf(table, total)],
      ...(longest && { namedRow: longest.key }),
    };
  },
  sentence,
  chart(found, query, drawing) {
    if (valueIn(found.headline, 'chatting') === null) return null;
    return drawn(found.table, query, { ...drawing, columns: [CHATTING.key] });
  },
});

function headlineOf(table: Table, { total, longest }: { readonly total: number | null; readonly longest: Longest | null }): Metric[] {
  const [chats = null, chatting = null, lasted] = totals(table);
  return [
    { key: 'chatting', label: 'Chatting time per chat', value: chatting, unit: 'seconds', from: { column: CHATTING.key } },
    // The chats that the mean is made of; where the rows have none, what the answer says in all.
    { key: 'chats', label: 'Chats', value: chats || total, unit: 'chats' },
    ...(longest ? [longestMetric(longest)] : []),
    ...(lasted === undefined
      ? []
      : [{ key: LASTED.key, label: LASTED.label, value: lasted, unit: LASTED.unit, from: { column: LASTED.key } }]),
  ];
}

function longestMetric({ key, label, chatting }: Longest): Metric {
  return { key: 'longest', label: `Longest: ${label}`, value: chatting, unit: 'seconds', from: { column: CHATTING.key, row: key } };
}

function caveatsOf(table: Table, total: number | null): string[] {
  const [chats] = totals(table);
  if (total === null || total === (chats ?? 0)) return [];
  return [`LiveChat says ${count(total)} chats in all, but its numbers add up to ${count(chats ?? 0)}.`];
}

/** One long chat at night is no finding: a row with fewer chats than these is never the longest. */
const ENOUGH_CHATS = 5;

interface Longest {
  readonly key: string;
  readonly label: string;
  readonly chats: number;
  readonly chatting: number;
  /** A longer one was passed over, because it has too few chats. */
  readonly isOfBusy: boolean;
}

/** Where one row stands for the whole range, none of them is the longest. */
function longestRow({ rows }: Table): Longest | null {
  const known = rows.flatMap(({ key, label, values: [chats, chatting] }) => (chats && chatting ? [{ key, label, chats, chatting }] : []));
  const busy = known.filter(({ chats }) => chats >= ENOUGH_CHATS);
  if (busy.length < 2) return null;
  const longest = busy.reduce((top, row) => (row.chatting > top.chatting ? row : top));
  return { ...longest, isOfBusy: known.some(({ chatting }) => chatting > longest.chatting) };
}

/** `; Wed 11 Nov was longest with 17m 20s in 729 chats` */
function peak(table: Table): string {
  const longest = longestRow(table);
  if (!longest) return '';
  const among = longest.isOfBusy ? `of the ${rowNouns(table)} with ${ENOUGH_CHATS} chats or more, ` : '';
  return `; ${among}${longest.label} was longest with ${duration(longest.chatting)} in ${counted(longest.chats, 'chat')}`;
}

function sentence({ headline, table }: Interpretation, { range }: ReportQuery): string {
  const [chats, chatting] = [valueIn(headline, 'chats'), valueIn(headline, 'chatting')];
  const time = when(range);
  if (chats === null) return `There are no numbers on chatting time ${time}.`;
  if (chats === 0) return `No chats ${time}.`;
  if (chatting === null) return `${counted(chats, 'chat')} ${time}, but no chatting time was recorded.`;
  return `Agents spent ${duration(chatting)} per chat ${time} (${counted(chats, 'chat')})${peak(table)}.`;
}
