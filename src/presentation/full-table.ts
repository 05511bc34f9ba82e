import { context, fixedWidths, message } from './blocks.ts';
import type { KnownBlock, Message } from './message.ts';
import type { Answer } from './report-message.ts';
import { allLines } from './table-lines.ts';
import { understood } from './understood.ts';

/** Beside what stands over and under the table, in a message of fifty blocks. */
const SECTIONS = 45;
/** In JSON. Slack refuses a view of more than 250 kB, and names in scripts of three bytes a character fill that before the sections do. */
const BYTES = 150_000;

/** All of an answer's table, for a modal. */
export function fullTable({ title, query, result, directory }: Pick<Answer, 'title' | 'query' | 'result' | 'directory'>): Message {
  const { sections, isWhole } = fitting(allLines(result.table, result.baseline));
  return message(`${title}, ${query.range.label}: the whole table`, [
    context([understood(title, query, directory)]),
    ...sections,
    ...(isWhole ? [] : [context(['There is no room for more here. The CSV has all of it.'])]),
  ]);
}

/** The sections that there is room for, in their order. */
function fitting(parts: Iterable<readonly string[]>): { readonly sections: readonly KnownBlock[]; readonly isWhole: boolean } {
  const sections: KnownBlock[] = [];
  let bytes = 0;
  for (const lines of parts) {
    for (const section of fixedWidths(lines)) {
      bytes += Buffer.byteLength(JSON.stringify(section));
      if (sections.length === SECTIONS || bytes > BYTES) return { sections, isWhole: false };
      sections.push(section);
    }
  }
  return { sections, isWhole: true };
}
