import type { MrkdwnElement } from '@slack/types';
import type { Instant, Zone } from '../../model/time.ts';
import { buttons, mrkdwn, type Press, section } from '../blocks.ts';
import type { KnownBlock } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { because, mending, outcomeInWords, type SlotOutcome, slotInWords } from './outcome.ts';

/** Where posts go, by Slack's ids; `you` is whoever reads. */
export type ShownPlace = { readonly channel: string } | { readonly person: string } | 'you';

/** One schedule, as somebody sees it. All texts are plain. */
export interface ScheduleLine {
  readonly id: string;
  /** `Tags usage · last week` */
  readonly what: string;
  /** `every Monday at 09:00` */
  readonly when: string;
  readonly zone: Zone;
  readonly place: ShownPlace;
  /** Slack's id of the owner; null: whoever reads. */
  readonly owner: string | null;
  readonly state: 'active' | 'paused' | 'ended' | 'deleted';
  /** The reason of a pause that nobody asked for. */
  readonly pausedFor: string | null;
  readonly nextAt: Instant | null;
  readonly isNextSkipped: boolean;
  /** null: nothing yet. */
  readonly last: SlotOutcome | null;
  /** Whoever reads may change it. */
  readonly isChangeable: boolean;
}

/** `in #general`, for mrkdwn: Slack shows the names of private channels to those only who are in them. */
export function placeInMrkdwn(place: ShownPlace, preposition: 'in' | 'to' = 'in'): string {
  if (place === 'you') return 'to you';
  return 'channel' in place ? `${preposition} <#${place.channel}>` : `to <@${place.person}>`;
}

/** The same where ids are not shown as names. */
export function placeInPlain(place: ShownPlace): string {
  if (place === 'you') return 'to you';
  return 'channel' in place ? 'to the channel' : 'to its owner';
}

/** Two or three lines and all that can be done with it, for lists. */
export function scheduleLineBlocks(line: ScheduleLine): readonly KnownBlock[] {
  return [section(inLines(line)), ...buttons(presses(line))];
}

/** The same lines with one button beside them, where schedules are not all that is shown. */
export function quietScheduleLine(line: ScheduleLine): KnownBlock {
  return section(inLines(line), firstPress(line));
}

function inLines(line: ScheduleLine): MrkdwnElement {
  const { id, owner } = line;
  const second = [`\`${id}\``, mrkdwnText(next(line)), ...last(line), ...(owner === null ? [] : [`belongs to <@${owner}>`])].join(' · ');
  return mrkdwn([firstLine(line), second, ...cure(line)].join('\n'));
}

/** What it posts, when and where, as mrkdwn. */
export function firstLine({ what, when, zone, place }: ScheduleLine): string {
  return `*${mrkdwnText(what)}* – ${mrkdwnText(`${when} (${zone})`)} ${placeInMrkdwn(place)}`;
}

function next({ state, nextAt, isNextSkipped, pausedFor, zone }: ScheduleLine): string {
  if (state === 'paused') return pausedFor === null ? 'paused' : `paused, because ${because(pausedFor)}`;
  if (state !== 'active' || nextAt === null) return state === 'deleted' ? 'deleted' : 'ended';
  return `next ${slotInWords(nextAt, zone)}${isNextSkipped ? ' (will be left out)' : ''}`;
}

function last({ last: outcome, pausedFor, zone }: ScheduleLine): string[] {
  // What it is paused for is the reason of its last slot: once is enough.
  if (outcome === null || (pausedFor !== null && outcome.reason === pausedFor)) return [];
  return [mrkdwnText(`last ${slotInWords(outcome.dueAt, zone)} ${outcomeInWords(outcome)}`)];
}

/** What the owner can do about what went wrong. */
function cure({ isChangeable, pausedFor, last: outcome }: ScheduleLine): string[] {
  const reason = pausedFor ?? (outcome?.state === 'failed' || outcome?.state === 'uncertain' ? outcome.reason : null);
  const fix = isChangeable && reason !== null ? mending(reason) : '';
  return fix === '' ? [] : [mrkdwnText(fix)];
}

function presses(line: ScheduleLine): Press[] {
  const { id, state, isChangeable } = line;
  const history = { label: 'History', words: `history ${id}` };
  if (!isChangeable) return [testPress(id), history];
  return [
    { label: 'Send now', words: `send ${id}` },
    editPress(id),
    state === 'paused' ? resumePress(id) : { label: 'Pause', words: `pause ${id}` },
    history,
  ];
}

/** What is most likely wanted of it. */
function firstPress({ id, state, isChangeable }: ScheduleLine): Press {
  if (!isChangeable) return testPress(id);
  return state === 'paused' ? resumePress(id) : editPress(id);
}

const testPress = (id: string): Press => ({ label: 'Send a test to me', words: `test ${id}` });

const resumePress = (id: string): Press => ({ label: 'Resume', words: `resume ${id}` });

export const editPress = (id: string): Press => ({ label: 'Edit', words: id, opens: 'schedule' });

/** Asks first, and names what will be gone. */
export function deletePress({ id, what, when }: Pick<ScheduleLine, 'id' | 'what' | 'when'>): Press {
  return { label: 'Delete', words: `delete ${id}`, confirm: `Delete “${what}”, ${when}? Nothing will be posted any more.` };
}
