import type { BlockAction, ButtonAction, OverflowAction } from '@slack/bolt';
import type { Once } from './once.ts';

export type Pressed = ButtonAction | OverflowAction;

/** What a button, or a choice of a menu, stands for. */
export const wordsOf = (action: Pressed): string => (action.type === 'overflow' ? action.selected_option.value : action.value) ?? '';

/** Of a second press, so soon and of the same thing, nobody expects a second answer or a second form. */
export function isFirst(presses: Once, { user, container }: BlockAction, action: Pressed): boolean {
  const { message_ts, view_id } = container;
  return presses.first(JSON.stringify([user.id, message_ts ?? view_id, action.action_id, wordsOf(action)]));
}
