import type { Language } from '../../language/question.ts';
import type { ScheduleLanguage } from '../../language/schedule-words.ts';
import type { Report } from '../../reports/report.ts';
import type { Compose } from '../delivery/compose.ts';
import type { Asker, Clock, Messengers, Store } from '../ports.ts';

export interface SchedulesDeps {
  readonly store: Pick<Store, 'now' | 'schedules' | 'deliveries' | 'preferences'>;
  readonly messengers: Messengers;
  readonly language: Pick<Language, 'resolve' | 'say'>;
  readonly scheduleLanguage: Pick<ScheduleLanguage, 'readSchedule'>;
  readonly compose: Compose;
  readonly reports: readonly Report[];
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** The slash command: `/livechat`. */
  readonly command: string;
}

/** Who looks at a schedule. */
export type Reader = Pick<Asker, 'person' | 'isAdmin'>;

/** How a schedule is typed. */
export function exampleOf({ reports: [usual] }: Pick<SchedulesDeps, 'reports'>): string {
  return `schedule ${usual?.name ?? ''} ${USUAL_TIMES[0]}`;
}

/** When most people want their reports. */
export const USUAL_TIMES = ['every monday at 9:00', 'every weekday at 9:00', 'on the 1st at 9:00'] as const;
