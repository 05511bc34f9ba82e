import type { Temporal } from '../model/time.ts';
import type { CountedDay, Days, RecurrenceKind } from './recurrence.ts';
import { anywhere, EACH, EVERY, longest, nameOf, OF_MONTH, ordinalOf, WEEKDAY, WORKING_DAY, weekdayNamed } from './words.ts';

type NthDay = Days & { readonly kind: 'nth-day' };
type Nth = NthDay['nth'];

const WORDS: Readonly<Record<Nth, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' };
const NTH = '(?<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)';
const DAY = `(?<day>${WORKING_DAY}|${WEEKDAY})`;
const PATTERNS = [
  anywhere(`(?:on )?(?:(?:the|${EVERY}) )?${NTH} ${DAY}(?:${OF_MONTH}|,? monthly)`),
  anywhere(`(?:monthly|${EACH} month),? on (?:the )?${NTH} ${DAY}`),
  // `every second thursday` is every other one to most people, unlike `every 2nd thursday`.
  anywhere(`(?:on )?${EVERY} (?!second)${NTH} ${DAY}(?! of | in )`),
  // Without the month only working days: `the last friday` may be the range.
  anywhere(`(?:on )?the ${NTH} (?<day>(?:working|business) ?days?)(?! of | in )`),
];

function nthOf(word: string): Nth {
  const count = ordinalOf(word);
  return count === 1 || count === 2 || count === 3 || count === 4 ? count : -1;
}

function read({ nth = '', day = '' }: Readonly<Record<string, string | undefined>>): NthDay {
  const counted: CountedDay = /^(?:work|business|week)/i.test(day) ? 'working day' : weekdayNamed(day);
  return { kind: 'nth-day', nth: nthOf(nth), day: counted };
}

/** Which of its month's working days it is, from the first on or, where `step` is -1, from the last. */
function workingDayCount({ day, dayOfWeek, daysInMonth }: Temporal.PlainDate, step: 1 | -1): number {
  let count = 0;
  for (let other = step > 0 ? 1 : daysInMonth; other !== day + step; other += step) {
    if ((dayOfWeek - 1 + (other - day) + 35) % 7 < 5) count++;
  }
  return count;
}

export const nthDay: RecurrenceKind<NthDay> = {
  kind: 'nth-day',
  examples: ['on the first business day of the month', 'on the last Friday of the month'],
  find: (text) => longest(text, { patterns: PATTERNS, read: ({ groups = {} }) => read(groups) }),
  describe: ({ nth, day }) => `on the ${WORDS[nth]} ${day === 'working day' ? 'business day' : nameOf(day)} of every month`,
  isOn:
    ({ nth, day: counted }) =>
    (date) => {
      const { day, dayOfWeek, daysInMonth } = date;
      if (counted === 'working day') return dayOfWeek <= 5 && workingDayCount(date, nth > 0 ? 1 : -1) === Math.abs(nth);
      if (dayOfWeek !== counted) return false;
      return nth > 0 ? Math.ceil(day / 7) === nth : day + 7 > daysInMonth;
    },
};
