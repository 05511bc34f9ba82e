import type { Instant, Zone } from '../../model/time.ts';
import { buttons, context, message, mrkdwn, type Press, plain, section } from '../blocks.ts';
import type { Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { slotInWords } from './outcome.ts';
import { deletePress, editPress, placeInMrkdwn, placeInPlain, type ScheduleLine } from './schedule-line.ts';

export interface Confirmation {
  /** What was done just now, in a sentence; null where the schedule itself says it. */
  readonly lead: string | null;
  readonly line: ScheduleLine;
  /** The next ones; none unless it is active. */
  readonly slots: readonly ShownSlot[];
  /** `until Thu 31 Dec 2026`; null: for ever. */
  readonly until: string | null;
  /** What should be known besides, in sentences. */
  readonly notes: readonly string[];
  /** What else may have been meant, to be pressed first. */
  readonly offers?: readonly Press[];
}

export interface ShownSlot {
  readonly at: Instant;
  /** The days that its post is about: `Mon 16 – Sun 22 Nov`; null where that cannot be told yet. */
  readonly covers: string | null;
  readonly isSkipped: boolean;
}

/** What a schedule will do: one sentence, the next dates with what each is about, and what can be done with it. */
export function confirmationMessage({ lead, line, slots, until, notes, offers = [] }: Confirmation): Message {
  const { what, when, zone, owner, id } = line;
  const times = [`${when} (${zone})`, ...(until === null ? [] : [until])].join(', ');
  const dates = slots.map((slot) => slotLine(slot, zone));
  const said = sentence(line, { name: what, place: placeInPlain(line.place), times });
  const next = slots.length === 0 ? [] : [`Next: ${slots.map(({ at }) => slotInWords(at, zone)).join(', ')}.`];
  return message([...(lead === null ? [] : [lead]), said, ...next].join(' '), [
    ...(lead === null ? [] : [section(plain(lead))]),
    section(mrkdwn(sentence(line, { name: `*${mrkdwnText(what)}*`, place: placeInMrkdwn(line.place, 'to'), times: mrkdwnText(times) }))),
    ...(dates.length === 0 ? [] : [section(mrkdwn(`Next:\n${dates.map(mrkdwnText).join('\n')}`))]),
    context([`Its id is \`${id}\`${owner === null ? '' : ` · belongs to <@${owner}>`}`, ...notes.map(mrkdwnText)]),
    ...buttons(line.isChangeable ? [...offers, ...presses(line)] : []),
  ]);
}

interface Wording {
  readonly name: string;
  readonly place: string;
  readonly times: string;
}

function sentence({ state, place: to }: ScheduleLine, { name, place, times }: Wording): string {
  if (state === 'active') return `I will ${isChannel(to) ? 'post' : 'send'} ${name} ${place} ${times}.`;
  return `${name} ${place} ${times} is ${state}.`;
}

const isChannel = (place: ScheduleLine['place']): boolean => place !== 'you' && 'channel' in place;

function slotLine({ at, covers, isSkipped }: ShownSlot, zone: Zone): string {
  if (isSkipped) return `${slotInWords(at, zone)} – will be left out`;
  return `${slotInWords(at, zone)}${covers === null ? '' : ` – covers ${covers}`}`;
}

function presses(line: ScheduleLine): Press[] {
  const { id, state, isNextSkipped } = line;
  const resume = { label: 'Resume', words: `resume ${id}` };
  if (state !== 'active') return [...(state === 'paused' ? [resume] : []), editPress(id), deletePress(line)];
  return [
    { label: 'Send a test to me', words: `test ${id}` },
    editPress(id),
    { label: isNextSkipped ? 'Undo skip' : 'Skip next', words: `skip ${id}` },
    { label: 'Pause', words: `pause ${id}` },
    deletePress(line),
  ];
}
