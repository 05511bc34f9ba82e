import { context, fixedWidths, message } from './blocks.ts';
import type { KnownBlock, Message } from './message.ts';
import type { Answer } from './report-message.ts';
import { allLines } from './table-lines.ts';
import { understood } from './understood.ts';

/** Beside what stands over and under the table, in a message of fifty blocks. */
const SECTIONS = 45;

/** All of an answer's table, for a modal. */
export function fullTable({ title, query, result, directory }: Pick<Answer, 'title' | 'query' | 'result' | 'directory'>): Message {
  const sections: KnownBlock[] = [];
  for (const lines of allLines(result.table, result.baseline)) {
    sections.push(...fixedWidths(lines));
    if (sections.length > SECTIONS) break;
  }
  const last = sections.length > SECTIONS ? ['There is no room for more here. The CSV has all of it.'] : [];
  return message(`${title}, ${query.range.label}: the whole table`, [
    context([understood(title, query, directory)]),
    ...sections.slice(0, SECTIONS),
    ...last.map((line) => context([line])),
  ]);
}
