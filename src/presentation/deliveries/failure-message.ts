import { type Instant, type Zone, zoned } from '../../model/time.ts';
import { dayInWords, timeInWords } from '../../reports/words/dates.ts';
import { buttons, context, message, mrkdwn, type Press, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { editPress } from '../schedules/schedule-line.ts';
import { type Reason, type ReasonButton, reasonInWords } from './reasons.ts';

/** Slots of one schedule that came to the same end, as its owner is told. */
export interface FailureView {
  readonly schedule: string;
  /** The question in words: `tags last week`. */
  readonly name: string;
  /** `#support`, `you` */
  readonly place: string;
  readonly zone: Zone;
  /** Ascending, at least one. */
  readonly slots: readonly Instant[];
  /** In the words of `Reason`. */
  readonly reason: string;
  readonly reference: string | null;
  /** It is paused now. */
  readonly isPaused: boolean;
  /** How many more failures in a row pause it; null: none will. */
  readonly failuresLeft: number | null;
  /** Whoever set it up cannot be told, so somebody else is: their name. */
  readonly insteadOf: string | null;
}

/** What happened, why, and the one thing that mends it. */
export function failureMessage(view: FailureView): Message {
  const reason = reasonInWords(view.reason);
  const what = reason.button === 'arrived' ? doubt(view) : failure(view, reason);
  const hints = [reason.fix, ...consequence(view, reason), ...origin(view)].filter((hint) => hint !== '');
  return message([what, ...hints].join(' '), [
    section(mrkdwn(mrkdwnText(what))),
    ...(hints.length === 0 ? [] : [context([mrkdwnText(hints.join(' '))])]),
    ...buttons(presses(view, reason.button)),
  ]);
}

/** Of a schedule that was written down and cannot be read any more, nothing but its id can be said. */
export function unreadableMessage({ schedule, insteadOf }: Pick<FailureView, 'schedule' | 'insteadOf'>): Message {
  const { what, fix } = reasonInWords('unreadable');
  const words = [`I have paused the schedule ${schedule}, because ${what}.`, fix, ...origin({ insteadOf, reference: null })].join(' ');
  return message(words, [section(mrkdwn(mrkdwnText(words)))]);
}

function failure({ name, place, zone, slots }: FailureView, { what }: Reason): string {
  return `I could not post “${name}” to ${place} ${slotsInWords(slots, zone)}, because ${what}.`;
}

function doubt({ name, place, zone, slots }: FailureView): string {
  return `I do not know whether “${name}” arrived in ${place} ${slotsInWords(slots, zone)}: Slack did not tell me.`;
}

function slotsInWords(slots: readonly Instant[], zone: Zone): string {
  const last = zoned(slots.at(-1) ?? 0, zone);
  const moment = `on ${dayInWords(last.toPlainDate())} at ${timeInWords(last)}`;
  return slots.length === 1 ? moment : `${slots.length} times, last ${moment}`;
}

function consequence({ isPaused, failuresLeft }: FailureView, { kind }: Reason): string[] {
  if (kind === 'end') return [];
  if (isPaused) return ['I have paused it until then.'];
  if (failuresLeft === null) return [];
  return [failuresLeft === 1 ? 'After one more failure I will pause it.' : `After ${failuresLeft} more failures I will pause it.`];
}

const origin = ({ insteadOf, reference }: Pick<FailureView, 'insteadOf' | 'reference'>): string[] => [
  ...(insteadOf === null ? [] : [`I tell you because I cannot reach ${insteadOf}, who set it up.`]),
  ...(reference === null ? [] : [`(ref ${reference})`]),
];

/** Commands as they would be typed; the last slot is the one that is worth having. */
function presses({ schedule, slots }: FailureView, button: ReasonButton | null): Press[] {
  const slot = `${schedule} ${slots.at(-1)}`;
  switch (button) {
    case 'send':
      return [{ label: 'Send it now', words: `send ${slot}` }];
    case 'resume':
      return [{ label: 'Resume', words: `resume ${schedule}` }];
    case 'edit':
      return [editPress(schedule)];
    case 'arrived':
      return [
        { label: 'It arrived', words: `arrived ${slot}` },
        { label: 'Send again', words: `send ${slot}` },
      ];
    case null:
      return [];
  }
}
