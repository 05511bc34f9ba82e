import { monthName } from '../../language/date-range/vocabulary.ts';
import type { WeekStart } from '../../model/time.ts';

/** Settings as people see them. */
export const WEEK_START_NAMES: Record<WeekStart, string> = { monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' };
export const CHART_STYLE_NAMES = { light: 'light', dark: 'dark', native: 'Slack’s own charts and tables', none: 'no charts' } as const;
export const SCHEDULER_NAMES = { everyone: 'everyone', admins: 'administrators only' } as const;

/** `day first: 3/4 is 3 April` */
export const dayFirstInWords = (isDayFirst: boolean): string => (isDayFirst ? 'day first: 3/4 is 3 April' : 'month first: 3/4 is 4 March');

/** What a workspace has chosen. */
export interface WorkspaceShown {
  readonly zone: string;
  readonly weekStart: WeekStart;
  /** A month, 1–12. */
  readonly yearStart: number;
  readonly chartStyle: keyof typeof CHART_STYLE_NAMES;
  readonly schedulers: keyof typeof SCHEDULER_NAMES;
}

/** One line each. */
export function workspaceLines({ zone, weekStart, yearStart, chartStyle, schedulers }: WorkspaceShown): string[] {
  return [
    `Time zone: ${zone} for people whose time zone Slack does not tell`,
    `Weeks start on ${WEEK_START_NAMES[weekStart]}`,
    `The fiscal year starts in ${monthName(yearStart)}`,
    `Charts: ${CHART_STYLE_NAMES[chartStyle]}`,
    `Schedules are set up by ${SCHEDULER_NAMES[schedulers]}`,
  ];
}
