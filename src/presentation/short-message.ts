import { buttons, context, message, type Press, plain, section } from './blocks.ts';
import type { Message } from './message.ts';
import { mrkdwnText } from './safe-text.ts';

/** All texts are plain. */
export interface Around {
  /** In small print, a line each. */
  readonly hints?: readonly string[];
  readonly presses?: readonly Press[];
}

/** What was done, or what is still missing, in a sentence or two, and where to go on. */
export function shortMessage(says: string, { hints = [], presses = [] }: Around = {}): Message {
  return message([says, ...hints].join(' '), [
    section(plain(says)),
    ...(hints.length === 0 ? [] : [context(hints.map(mrkdwnText))]),
    ...buttons(presses),
  ]);
}
