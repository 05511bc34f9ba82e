import { buttons, context, message, type Press, plain, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';

/** What was done, in one sentence, and where to go on. */
export function doneMessage(sentence: string, presses: readonly Press[] = [], hint: string | null = null): Message {
  return message(sentence, [section(plain(sentence)), ...(hint === null ? [] : [context([mrkdwnText(hint)])]), ...buttons(presses)]);
}
