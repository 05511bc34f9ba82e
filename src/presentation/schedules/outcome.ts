import { type Instant, type Zone, zoned } from '../../model/time.ts';
import { dayInWords, timeInWords } from '../../reports/words/dates.ts';
import { cut } from '../../reports/words/names.ts';
import { reasonInWords } from '../deliveries/reasons.ts';

/** What became of one slot. */
export interface SlotOutcome {
  readonly dueAt: Instant;
  readonly state: 'due' | 'claimed' | 'posting' | 'posted' | 'missed' | 'skipped' | 'failed' | 'uncertain';
  /** Its code; null where there is none. */
  readonly reason: string | null;
}

const STATES: Record<SlotOutcome['state'], string> = {
  due: 'on its way',
  claimed: 'on its way',
  posting: 'on its way',
  posted: 'posted',
  missed: 'missed',
  skipped: 'left out',
  failed: 'not posted',
  uncertain: 'perhaps posted',
};

/** Reasons may quote what others wrote; longer ones say no more. */
const LONGEST_REASON = 160;

/** `not posted, because the channel is archived`: a clause, as plain text. */
export function outcomeInWords({ state, reason }: Omit<SlotOutcome, 'dueAt'>): string {
  return reason === null || state === 'posted' ? STATES[state] : `${STATES[state]}, because ${because(reason)}`;
}

/** `the channel is archived` */
export function because(reason: string): string {
  return cut(reasonInWords(reason).what, LONGEST_REASON);
}

/** What to do about it; empty where there is nothing to do. */
export function mending(reason: string): string {
  return cut(reasonInWords(reason).fix, LONGEST_REASON);
}

/** `Mon 23 Nov 09:00`, by the clock of the zone. */
export function slotInWords(at: Instant, zone: Zone): string {
  const moment = zoned(at, zone);
  return `${dayInWords(moment.toPlainDate())} ${timeInWords(moment)}`;
}
