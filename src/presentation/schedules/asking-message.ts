import { buttons, context, message, type Press, plain, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';

/** A short word of the bot's, plain, with what to press next. */
export interface Asking {
  /** What was done, or what is still missing, in sentences. */
  readonly says: string;
  readonly hints?: readonly string[];
  readonly presses?: readonly Press[];
}

export function askingMessage({ says, hints = [], presses = [] }: Asking): Message {
  return message([says, ...hints].join(' '), [
    section(plain(says)),
    ...(hints.length === 0 ? [] : [context(hints.map(mrkdwnText))]),
    ...buttons(presses),
  ]);
}
