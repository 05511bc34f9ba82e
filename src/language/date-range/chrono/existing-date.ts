import { Temporal } from '../../../model/time.ts';

interface Parts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** null where the calendar has no such day. */
export function existingDate({ year, month, day }: Parts): Temporal.PlainDate | null {
  if (!year || !month || !day || month > 12) return null;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth ? Temporal.PlainDate.from({ year, month, day }) : null;
}
