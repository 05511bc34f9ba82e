import { UserError } from '../../model/errors.ts';
import type { ReportQuery } from '../../model/query.ts';
import type { Column } from '../../model/result.ts';
import type { Bucketed } from '../buckets/records.ts';
import { bucketTable } from '../buckets/table.ts';
import type { AskedQuery, Interpretation } from '../report.ts';
import { when } from '../words/dates.ts';
import { counted } from '../words/numbers.ts';

/** What the API calls the chats that have no tag, or have one, in the place of a tag's name. */
const WITHOUT = ':without:';
const WITH = ':with:';
export const PSEUDO_NAMES = [WITHOUT, WITH];

const UNSPLIT = 'LiveChat gives the number of these chats in all only. The report “duration” splits it, with the same words.';

/**
 * "Untagged" asks for chats, not for tags. So does "tagged", where the answer counts chats (v3.2, v3.3); later versions answer it with the
 * tags of those chats, which says more.
 */
export function isAboutChats(wire: Bucketed, { filters }: ReportQuery): boolean {
  return filters.tagged === false || (filters.tagged === true && counts(wire, WITH));
}

export function interpretChats(wire: Bucketed, query: AskedQuery): Interpretation {
  if (query.range.only && wire.total === null) {
    throw new UserError(
      `LiveChat gives the number of these chats for a whole time only, not for a part of it like “${query.range.label}”.`,
      'Ask for “duration” with the same words: it splits them.',
    );
  }
  const key = query.filters.tagged ? WITH : WITHOUT;
  const column: Column = { key, label: query.filters.tagged ? 'Tagged chats' : 'Untagged chats', unit: 'chats', combine: { by: 'sum' } };
  const columns = counts(wire, key) ? [column] : [];
  const { table, caveats } = bucketTable({ buckets: wire.buckets, columns, query });
  return {
    headline: [{ key, label: column.label, value: wire.total, unit: 'chats' }],
    // From v3.4 on only the total says how many there were.
    table: columns.length > 0 ? table : { ...table, rows: [] },
    caveats: columns.length > 0 || !wire.total ? caveats : [UNSPLIT],
  };
}

/** null when the interpretation is of another kind. */
export function chatsSentence({ headline }: Interpretation, { range }: ReportQuery): string | null {
  const found = headline.find(({ key }) => key === WITH || key === WITHOUT);
  if (!found) return null;
  const chats = found.label.toLowerCase();
  if (found.value === null) return `There is no number of ${chats} ${when(range)}.`;
  if (found.value === 0) return `No ${chats} ${when(range)}.`;
  return `${counted(found.value, 'chat')} had ${found.key === WITH ? 'a tag' : 'no tag'} ${when(range)}.`;
}

function counts({ buckets }: Bucketed, name: string): boolean {
  return [...buckets.values()].some((bucket) => bucket.has(name));
}
