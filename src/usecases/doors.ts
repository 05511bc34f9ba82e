import type { CommandHelp } from '../presentation/help-message.ts';
import type { Message, ModalView } from '../presentation/message.ts';
import type { Asker } from './ports.ts';

/** A verb that can be typed: `/livechat schedule …`. */
export interface Command extends CommandHelp {
  /** Rejects with a UserError for what the person can mend. */
  run(rest: string, asker: Asker, signal: AbortSignal): Promise<Message>;
}

/** What was filled in, by action id: a text or a choice, several choices, or nothing. */
export type FormValues = ReadonlyMap<string, string | readonly string[] | null>;

/**
 * Errors stand at their block, by its id; a message says what was done and closes the form; words are asked as if they had been typed where
 * the form was opened.
 */
export type Submitted = { readonly errors: Readonly<Record<string, string>> } | { readonly message: Message } | { readonly words: string };

/** A modal that can be filled in. One file each, and a line in the list. */
export interface Form {
  /** Its `callback_id` is `form:<name>`; a button with the action id `open:<name>` opens it with its value. */
  readonly name: string;
  open(value: string, asker: Asker): Promise<ModalView>;
  /** `kept` is the view's `private_metadata`. A second submission of one opened form must do nothing twice. */
  submit(values: FormValues, kept: string, asker: Asker): Promise<Submitted>;
}
