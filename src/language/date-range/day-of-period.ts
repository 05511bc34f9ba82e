import type { Temporal } from '../../model/time.ts';
import { calendarDate } from './calendar-date.ts';
import { type Format, isRefusal, longestOf, refuse, type Stretch } from './format.ts';
import { month } from './month.ts';
import { relativeUnit } from './relative-unit.ts';
import { unitsFrom } from './units.ts';
import { anyOf, meaning, ORDINAL, ordinalOf, phrase, WEEKDAYS } from './vocabulary.ts';

const PATTERN = phrase(`(?:on )?(?:the )?(?:(?<last>last)|(?<ordinal>${ORDINAL})) (?:(?<weekday>${anyOf(WEEKDAYS)}|day) )?(?:of|in)`);

const readPeriod = longestOf([month, relativeUnit, calendarDate]);

interface Which {
  /** From the beginning, 1 the first; null: the last. */
  readonly count: number | null;
  /** Of these weekdays, else of all days. */
  readonly weekday: number | undefined;
}

/** May fall outside the period. */
function nth({ start, end }: Stretch, { count, weekday }: Which): Temporal.PlainDate {
  const [first, last] = [start.toPlainDate(), end.toPlainDate().subtract({ days: 1 })];
  if (count === null) return weekday === undefined ? last : last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  if (weekday === undefined) return first.add({ days: count - 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (count - 1) });
}

/** `first monday of last month`, `last day of october`, `20th of next month`. */
export const dayOfPeriod: Format = {
  examples: ['first monday of last month', 'last day of october'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    if (!found?.groups) return null;
    const rest = text.slice(found[0].length).trimStart();
    const period = readPeriod(rest, moment);
    if (!period) return null;
    const length = text.length - rest.length + period.length;
    if (isRefusal(period)) return { ...period, length };
    const { last, ordinal, weekday } = found.groups;
    const count = last ? null : (ordinalOf(ordinal) ?? 1);
    const date = nth(period, { count, weekday: meaning(WEEKDAYS, weekday) });
    const day = unitsFrom({ date, unit: 'day' }, moment);
    if (day.end.epochMilliseconds <= period.end.epochMilliseconds) return { ...period, ...day, length };
    const message = `There is no “${text.slice(0, length)}”.`;
    return refuse(length, { message, hint: 'Ask for a day that the calendar has.', instead: [rest.slice(0, period.length)] });
  },
};
