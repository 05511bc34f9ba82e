import { message, mrkdwn, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { reasonInWords } from './reasons.ts';

export interface UnreadableView {
  readonly schedule: string;
  /** Whoever set it up cannot be told, so somebody else is: their name. */
  readonly insteadOf: string | null;
}

/** Of a schedule that was written down and cannot be read any more, nothing but its id can be said. */
export function unreadableMessage({ schedule, insteadOf }: UnreadableView): Message {
  const { what, fix } = reasonInWords('unreadable');
  const origin = insteadOf === null ? [] : [`I tell you because I cannot reach ${insteadOf}, who set it up.`];
  const words = [`I have paused the schedule ${schedule}, because ${what}.`, fix, ...origin].join(' ');
  return message(words, [section(mrkdwn(mrkdwnText(words)))]);
}
