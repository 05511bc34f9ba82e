import type { Suggestion } from '../model/errors.ts';
import { buttons, context, message, plain, section } from './blocks.ts';
import type { Message } from './message.ts';
import { mrkdwnText } from './safe-text.ts';

export interface Unclear {
  /** One sentence that quotes what was not understood. */
  readonly message: string;
  /** The nearest first. */
  readonly suggestions: readonly Suggestion[];
  /** Something that can be typed as it is: `/livechat tags last week`. */
  readonly example: string;
}

/** More guesses would be a list to read. */
const GUESSES = 3;

/** Where none of the guesses was meant, help is the next best. */
const HELP: Suggestion = { label: 'Help', words: 'help' };

/** Not the whole help: what was not understood, the nearest guesses and, where none of them is the same, one example. */
export function unclearMessage(unclear: Unclear): Message {
  const guesses = [...unclear.suggestions.slice(0, GUESSES), HELP];
  const isGuessed = guesses.some(({ words }) => unclear.example.endsWith(` ${words}`));
  return message(unclear.message, [
    section(plain(unclear.message)),
    ...buttons(guesses),
    ...(isGuessed ? [] : [context([`Try \`${mrkdwnText(unclear.example)}\``])]),
  ]);
}
