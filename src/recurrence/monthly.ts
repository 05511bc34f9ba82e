import type { DayOfMonth, Days, RecurrenceKind } from './recurrence.ts';
import { AND, anywhere, EACH, EVERY, listed, longest, OF_MONTH, ORDINAL, ordinal, ordinalOf } from './words.ts';

type Monthly = Days & { readonly kind: 'monthly' };

const DAY = `(?:the )?(?:(?:${ORDINAL} )?last day|first day|${ORDINAL}(?: day)?)`;
const LIST = `(?<days>${DAY}(?:${AND}(?:on )?${DAY}){0,30})`;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const PATTERNS = [
  anywhere(`(?:(?:once )?monthly|${EACH} month)(?:,? on ${LIST})?`),
  anywhere(`(?:(?:on |${EVERY} )${LIST}|${LIST.replace('days', 'days2')})${OF_MONTH}`),
  anywhere(`on ${LIST}(?: monthly|(?! of | ?(?:${MONTHS})))`),
  anywhere(`(?:at|on) the (?<edge>start|beginning|end)${OF_MONTH}`),
];

function dayOf(words: string): DayOfMonth {
  const { last, count } = /^(?:the )?(?:(?:(?<count>\S+) )?(?<last>last) day|.*)$/i.exec(words)?.groups ?? {};
  if (last) return count ? -ordinalOf(count) : -1;
  return ordinalOf(words.replace(/^the | day$/gi, ''));
}

/** Those from the end come last. */
const place = (day: DayOfMonth): number => (day > 0 ? day : 100 + day);

function read({ days, days2, edge }: Readonly<Record<string, string | undefined>>): Monthly | null {
  if (edge) return { kind: 'monthly', days: [edge.toLowerCase() === 'end' ? -1 : 1] };
  const named = Array.from((days ?? days2 ?? 'first').matchAll(new RegExp(DAY, 'gi')), ([words]) => dayOf(words));
  if (named.some((day) => day === 0 || Math.abs(day) > 31)) return null;
  return { kind: 'monthly', days: [...new Set(named)].sort((one, other) => place(one) - place(other)) };
}

function say(day: DayOfMonth): string {
  if (day > 0) return ordinal(day);
  return day === -1 ? 'last day' : `${ordinal(-day)} last day`;
}

export const monthly: RecurrenceKind<Monthly> = {
  kind: 'monthly',
  examples: ['on the 1st', 'on the 1st and 15th', 'on the last day of the month'],
  find: (text) => longest(text, { patterns: PATTERNS, read: ({ groups = {} }) => read(groups) }),
  describe: ({ days }) => `on the ${listed(days.map(say))} of every month`,
  isOn:
    ({ days }) =>
    ({ day, daysInMonth }) =>
      days.some((wanted) => day === (wanted > 0 ? Math.min(wanted, daysInMonth) : Math.max(daysInMonth + 1 + wanted, 1))),
};
