import type { InputBlock, PlainTextOption } from '@slack/types';
import { LIMITS, plain } from './blocks.ts';
import type { KnownBlock, ModalView } from './message.ts';

export interface FormParts {
  /** Of the form; its `callback_id` is made of it. */
  readonly name: string;
  readonly title: string;
  /** Goes with the view and comes back with what was filled in. */
  readonly kept?: string;
  /** What its button says; `Save` where absent. */
  readonly submit?: string;
  readonly blocks: KnownBlock[];
}

/** A modal that is filled in and saved. */
export function form({ name, title, kept = '', submit = 'Save', blocks }: FormParts): ModalView {
  return {
    type: 'modal',
    callback_id: `form:${name}`,
    private_metadata: kept,
    title: plain(title, LIMITS.modalTitle),
    submit: plain(submit, LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks,
  };
}

export interface Field {
  /** Of the block and the input in it alike. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

export function input({ id, label, hint, isOptional = false }: Field, element: InputBlock['element']): InputBlock {
  const hinted = hint === undefined ? {} : { hint: plain(hint) };
  return { type: 'input', block_id: id, label: plain(label), ...hinted, optional: isOptional, element };
}

/** Words to type; what is there already is never longer than what may be typed. */
export function textInput(field: Field, value: string, longest: number): InputBlock {
  const shown = plain(value).text;
  return input(field, {
    type: 'plain_text_input',
    action_id: field.id,
    max_length: Math.max(longest, shown.length),
    ...(value === '' ? {} : { initial_value: shown }),
  });
}

/** One of several, one of them chosen. */
export function select(field: Field, options: PlainTextOption[], chosen: string): InputBlock {
  const initial = options.find(({ value }) => value === chosen);
  return input(field, { type: 'static_select', action_id: field.id, options, ...(initial && { initial_option: initial }) });
}

export const option = (value: string, shown = value): PlainTextOption => ({ text: plain(shown, LIMITS.buttonText), value });
