import type { InputBlock } from '@slack/types';
import type { Zone } from '../../model/time.ts';
import { form, input, option, select, textInput } from '../form.ts';
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
export function scheduleForm(shown: ScheduleForm): ModalView {
  const { isNew, kept, what, when, zone, zones, examples } = shown;
  const zoneHint = 'Another one can be written behind the time: 9:00 Europe/Lisbon';
  return form({
    name: 'schedule',
    title: isNew ? 'New schedule' : 'Edit schedule',
    kept,
    blocks: [
      textInput({ id: FIELDS.what, label: 'What to post', hint: `For example: ${examples.what}` }, what, LONGEST_WORDS),
      textInput({ id: FIELDS.when, label: 'When', hint: `For example: ${examples.when}` }, when, LONGEST_WORDS),
      where(shown),
      select(
        { id: FIELDS.zone, label: 'Time zone', hint: zoneHint },
        zones.map((each) => option(each)),
        zone,
      ),
      until(shown),
      whenEmpty(shown),
    ],
  });
}

function where({ isNew, channel, hasHere }: ScheduleForm): InputBlock {
  const here = hasHere ? ' “here” behind the time means the channel that you came from.' : '';
  const otherwise = isNew
    ? 'Left empty, I send it to you alone.'
    : 'Left empty, it goes where it went; “to me” behind the time sends it to you alone.';
  return input(
    { id: FIELDS.where, label: 'Where', hint: `${otherwise}${here}`, isOptional: true },
    {
      type: 'conversations_select',
      action_id: FIELDS.where,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel === null ? {} : { initial_conversation: channel }),
      ...(isNew && channel === null ? { default_to_current_conversation: true } : {}),
    },
  );
}

function until({ until: day }: ScheduleForm): InputBlock {
  return input(
    { id: FIELDS.until, label: 'Last day', hint: 'Left empty, it goes on until somebody stops it.', isOptional: true },
    { type: 'datepicker', action_id: FIELDS.until, ...(day === null ? {} : { initial_date: day }) },
  );
}

const SAY_SO = option('post', 'Say so in one line');
const POST_NOTHING = option('skip', 'Post nothing');

function whenEmpty({ whenEmpty: chosen }: ScheduleForm): InputBlock {
  return input(
    { id: FIELDS.empty, label: 'When there is nothing to report' },
    {
      type: 'radio_buttons',
      action_id: FIELDS.empty,
      options: [SAY_SO, POST_NOTHING],
      initial_option: chosen === 'skip' ? POST_NOTHING : SAY_SO,
    },
  );
}
