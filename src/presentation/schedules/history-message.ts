import { zoned } from '../../model/time.ts';
import { fullDay, timeInWords } from '../../reports/words/dates.ts';
import { buttons, context, message, mrkdwn, type Press, section } from '../blocks.ts';
import type { KnownBlock, Message } from '../message.ts';
import { mrkdwnText } from '../safe-text.ts';
import { outcomeInWords, type SlotOutcome, slotInWords } from './outcome.ts';
import { firstLine, type ScheduleLine } from './schedule-line.ts';

export interface History {
  readonly line: ScheduleLine;
  /** Newest first. */
  readonly outcomes: readonly SlotOutcome[];
}

/** A section holds 3,000 characters, and so many lines of ours at most. */
const LINES = 8;

/** What became of a schedule's posts, and what can still be done about the newest that did not arrive. */
export function historyMessage({ line, outcomes }: History): Message {
  const { what, when, zone } = line;
  const lines = outcomes.map((outcome) => {
    const moment = zoned(outcome.dueAt, zone);
    return `${fullDay(moment.toPlainDate())} ${timeInWords(moment)} – ${outcomeInWords(outcome)}`;
  });
  const [newest = 'Nothing was due yet.'] = lines;
  return message(`${what}, ${when}: ${newest}`, [
    section(mrkdwn(firstLine(line))),
    ...(lines.length === 0 ? [section(mrkdwn(newest))] : inSections(lines.map(mrkdwnText))),
    context([`\`${line.id}\` · newest first`]),
    ...buttons(line.isChangeable ? presses(line, outcomes) : []),
  ]);
}

function inSections(lines: readonly string[]): KnownBlock[] {
  const starts = lines.map((_, index) => index).filter((index) => index % LINES === 0);
  return starts.map((start) => section(mrkdwn(lines.slice(start, start + LINES).join('\n'))));
}

/** Only what a person left out on purpose is not offered again. */
function presses({ id, zone }: ScheduleLine, outcomes: readonly SlotOutcome[]): Press[] {
  const open = outcomes.find(({ state }) => state === 'uncertain' || state === 'failed' || state === 'missed');
  if (!open) return [];
  const slot = `${id} ${open.dueAt}`;
  const date = slotInWords(open.dueAt, zone);
  return [
    ...(open.state === 'uncertain' ? [{ label: `${date} arrived`, words: `arrived ${slot}` }] : []),
    { label: `Send ${date}`, words: `send ${slot}` },
  ];
}
