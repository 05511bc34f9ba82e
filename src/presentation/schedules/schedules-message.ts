import { buttons, context, header, message, plain, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { type ScheduleLine, scheduleLineBlocks } from './schedule-line.ts';

export interface ScheduleList {
  readonly lines: readonly ScheduleLine[];
  /** How many there are on all pages. */
  readonly total: number;
  /** What to type for the next page; null: this is the last. */
  readonly next: string | null;
  readonly notes: readonly string[];
  /** The slash command: `/livechat`. */
  readonly command: string;
  /** How a schedule is typed, runnable as it is: `schedule tags every monday at 9:00`. */
  readonly example: string;
}

/** Schedules with what can be done with each, and how to set up another one. */
export function schedulesMessage({ lines, total, next, notes, command, example }: ScheduleList): Message {
  const none = 'There are no schedules here yet.';
  const count = `${total} ${total === 1 ? 'schedule' : 'schedules'}`;
  const named = lines.map(({ what, when }) => `${what}, ${when}`).join('; ');
  return message(total === 0 ? `${none} Set one up: ${command} ${example}` : `${count}: ${named}`, [
    ...(total === 0 ? [section(plain(none))] : [header(count)]),
    ...lines.flatMap(scheduleLineBlocks),
    context([...notes.map(mrkdwnText), `Set one up in words: \`${mrkdwnText(`${command} ${example}`)}\``]),
    ...buttons([...(next === null ? [] : [{ label: 'Show more', words: next }]), { label: 'New schedule', words: '', opens: 'schedule' }]),
  ]);
}
