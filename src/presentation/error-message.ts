import type { UserError } from '../model/errors.ts';
import { buttons, context, message, plain, section } from './blocks.ts';
import type { Message } from './message.ts';
import { mrkdwnText } from './safe-text.ts';

/** What went wrong in the person's words, and what to do about it. */
export function errorMessage(error: UserError): Message {
  return message(`${error.message} ${error.hint}`, [
    section(plain(error.message)),
    context([mrkdwnText(error.hint)]),
    ...buttons(error.suggestions),
  ]);
}

/** A fault of ours: the log knows more under the reference. */
export function faultMessage(reference: string): Message {
  const what = `Something went wrong (ref ${reference}).`;
  const hint = 'Please try again. If it happens twice, give the reference to whoever runs this bot.';
  return message(`${what} ${hint}`, [section(plain(what)), context([hint])]);
}
