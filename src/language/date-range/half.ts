import { partStart } from './fiscal-year.ts';
import type { Format } from './format.ts';
import { byCalendar, unitsFrom } from './units.ts';
import { anyOf, meaning, phrase, STEPS, UNITS } from './vocabulary.ts';

/** `last half hour` and `the last half of the chats` are none. */
const PATTERN = phrase(
  `(?:the )?(?<step>${anyOf(STEPS)}) (?:(?<calendar>calendar )|(?<fiscal>(?:fiscal|financial) ))?half(?<year>[- ]year)?(?![- ](?:of|an?|${anyOf(UNITS)})(?!\\p{L}))`,
);

/** `last half`, `this half`, `last half year`: half of a fiscal year, which mostly is one of the calendar year. */
export const half: Format = {
  name: 'Quarters and fiscal years',
  examples: [],
  read(text, moment) {
    const found = PATTERN.exec(text);
    if (!found?.groups) return null;
    const [words] = found;
    const { step, calendar, fiscal, year } = found.groups;
    const by = meaning(STEPS, step) ?? 0;
    const date = partStart({ months: 6, by }, calendar ? byCalendar(moment) : moment);
    const halves = { ...unitsFrom({ date, unit: 'month', count: 6 }, moment), granularity: 'quarter', length: words.length } as const;
    if (calendar || fiscal) return halves;
    if ((date.month - 1) % 6 > 0)
      return { ...halves, isFiscal: true, doubtful: { words, instead: words.replace('half', 'calendar half') } };
    // It may be counted from now as well.
    return { ...halves, ...(year && by < 0 && { doubtful: { words, instead: 'last 6 months' } }) };
  },
};
