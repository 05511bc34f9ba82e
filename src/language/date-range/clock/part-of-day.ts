import type { Format } from '../format.ts';
import { onDay } from './hours.ts';
import { latest } from './latest.ts';
import type { ReadDay } from './said-day.ts';

/** `last night`, `yesterday morning`, `friday pm`. */
export function partOfDay(readDay: ReadDay): Format {
  return {
    name: 'Hours',
    examples: ['yesterday morning', 'monday afternoon', 'last night'],
    read: latest((text, moment) => {
      const day = readDay(text, moment);
      return day?.part ? { outcome: onDay({ hours: day.part, day, length: day.length }, moment), day } : null;
    }),
  };
}
