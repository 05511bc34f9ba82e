import type { Format } from '../format.ts';
import { areHours, objectionTo, onDay } from './hours.ts';
import { latest } from './latest.ts';
import { readTime } from './phrases.ts';
import { createPlacing } from './placed.ts';
import type { ReadDay } from './said-day.ts';

interface Needs {
  readonly readDay: ReadDay;
  /** Whether `9am` alone is a moment as well: the latest that has been. */
  readonly withoutDay: boolean;
}

/** A moment, as an end of a range: it ends where it begins. `yesterday 14:00`, `2026-11-01T09:00`. */
export function point({ readDay, withoutDay }: Needs): Format {
  const place = createPlacing({ read: readTime, readDay });
  return {
    name: 'Hours',
    examples: [],
    read: latest((text, moment) => {
      const placed = place(text, moment);
      if (!placed || !areHours(placed) || !(placed.day ?? withoutDay)) return null;
      const { said, day, length } = placed;
      const hours = said.hours(day?.part ?? null);
      const objection = objectionTo(placed, text);
      if (objection || !hours) return objection && { outcome: objection, day };
      const outcome = onDay({ hours: { from: hours.from, to: hours.from }, day, length }, moment);
      return { outcome, day };
    }),
  };
}
