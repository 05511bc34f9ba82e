import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Zone } from '../../model/time.ts';
import { LIMITS, plain } from '../blocks.ts';
import type { ModalView } from '../message.ts';

/** The fields, by the ids of their blocks and inputs alike. */
export const FIELDS = { what: 'what', when: 'when', where: 'where', zone: 'zone', until: 'until', empty: 'empty' } as const;

export interface ScheduleForm {
  readonly isNew: boolean;
  /** Goes with the view and comes back with what was filled in. */
  readonly kept: string;
  /** In words; empty: to be filled in. */
  readonly what: string;
  readonly when: string;
  /** Slack's id of a channel; null: direct messages. */
  readonly channel: string | null;
  /** There is a channel that `here` means. */
  readonly hasHere: boolean;
  readonly zone: Zone;
  /** To choose from, the chosen one among them. */
  readonly zones: readonly Zone[];
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly whenEmpty: 'post' | 'skip';
  readonly examples: { readonly what: string; readonly when: string };
}

/** Longer than any question. */
const LONGEST_WORDS = 300;

/** A new schedule, or the changes of one: words first, pickers beside them. */
export function scheduleForm(form: ScheduleForm): ModalView {
  return {
    type: 'modal',
    callback_id: 'form:schedule',
    private_metadata: form.kept,
    title: plain(form.isNew ? 'New schedule' : 'Edit schedule', LIMITS.modalTitle),
    submit: plain('Save', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      typed(FIELDS.what, { label: 'What to post', value: form.what, example: form.examples.what }),
      typed(FIELDS.when, { label: 'When', value: form.when, example: form.examples.when }),
      where(form),
      zones(form),
      until(form),
      whenEmpty(form),
    ],
  };
}

interface Field {
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

function input(id: string, { label, hint, isOptional = false }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    optional: isOptional,
    element,
  };
}

function typed(
  id: string,
  { label, value, example }: { readonly label: string; readonly value: string; readonly example: string },
): InputBlock {
  const shown = plain(value).text;
  return input(
    id,
    { label, hint: `For example: ${example}` },
    {
      type: 'plain_text_input',
      action_id: id,
      max_length: Math.max(LONGEST_WORDS, shown.length),
      ...(value === '' ? {} : { initial_value: shown }),
    },
  );
}

function where({ isNew, channel, hasHere }: ScheduleForm): InputBlock {
  const here = hasHere ? ' “here” behind the time means the channel that you came from.' : '';
  return input(
    FIELDS.where,
    { label: 'Where', hint: `Left empty, I send it to you alone.${here}`, isOptional: true },
    {
      type: 'conversations_select',
      action_id: FIELDS.where,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel === null ? {} : { initial_conversation: channel }),
      ...(isNew && channel === null ? { default_to_current_conversation: true } : {}),
    },
  );
}

const option = (value: string, text = value): PlainTextOption => ({ text: plain(text, LIMITS.buttonText), value });

function zones({ zone, zones: offered }: ScheduleForm): InputBlock {
  return input(
    FIELDS.zone,
    { label: 'Time zone', hint: 'Another one can be written behind the time: 9:00 Europe/Lisbon' },
    { type: 'static_select', action_id: FIELDS.zone, options: offered.map((each) => option(each)), initial_option: option(zone) },
  );
}

function until({ until: day }: ScheduleForm): InputBlock {
  return input(
    FIELDS.until,
    { label: 'Last day', hint: 'Left empty, it goes on until somebody stops it.', isOptional: true },
    { type: 'datepicker', action_id: FIELDS.until, ...(day === null ? {} : { initial_date: day }) },
  );
}

const SAY_SO = option('post', 'Say so in one line');
const POST_NOTHING = option('skip', 'Post nothing');

function whenEmpty({ whenEmpty: chosen }: ScheduleForm): InputBlock {
  return input(
    FIELDS.empty,
    { label: 'When there is nothing to report' },
    {
      type: 'radio_buttons',
      action_id: FIELDS.empty,
      options: [SAY_SO, POST_NOTHING],
      initial_option: chosen === 'skip' ? POST_NOTHING : SAY_SO,
    },
  );
}
