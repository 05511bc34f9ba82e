import { type Format, isRefusal, type Moment, type Outcome } from '../format.ts';
import type { SaidDay } from './said-day.ts';

/** What words are, and the day that they name; null: none. */
export interface OnDay {
  readonly outcome: Outcome;
  readonly day: SaidDay | null;
}

function unitOf(day: SaidDay | null): 'day' | 'week' | 'month' | 'year' | null {
  if (!day) return 'day';
  return isRefusal(day.day) ? null : (day.day.recurs ?? null);
}

/** Hours without a day are today's, and yesterday's where they have not begun; of `monday` likewise those of the Monday before. */
export function latest(read: (text: string, moment: Moment) => OnDay | null): Format['read'] {
  return (text, moment) => {
    const found = read(text, moment);
    if (!found || isRefusal(found.outcome) || found.outcome.start.epochMilliseconds <= moment.now.epochMilliseconds) {
      return found?.outcome ?? null;
    }
    const unit = unitOf(found.day);
    const before = unit && read(text, { ...moment, now: moment.now.subtract({ [`${unit}s`]: 1 }) });
    return (before ?? found).outcome;
  };
}
