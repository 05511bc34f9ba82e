import type { Suggestion } from '../../model/errors.ts';
import { buttons, context, header, message, mrkdwn, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';

/** A question under a name. */
export interface SavedLine {
  readonly name: string;
  /** The question in words. */
  readonly words: string;
  /** What runs and what deletes it, typed. */
  readonly run: string;
  readonly forget: string;
}

/** One page of them; `next` shows the page after it, null on the last. */
export function savedMessage(lines: readonly SavedLine[], total: number, next: Suggestion | null): Message {
  const names = lines.map(({ name }) => name).join(', ');
  return message(`Your saved reports: ${names}`, [
    header('Saved reports'),
    ...lines.flatMap(({ name, words, run, forget }) => [
      section(mrkdwn(`*${mrkdwnText(name)}*${words === name ? '' : `\n${mrkdwnText(words)}`}`)),
      ...buttons([
        { label: 'Run', words: run },
        { label: 'Delete', words: forget, confirm: `Delete “${name}”? Schedules are not touched.` },
      ]),
    ]),
    ...(lines.length < total ? [context([`${lines.length} of ${total}`])] : []),
    ...buttons(next ? [next] : []),
  ]);
}
