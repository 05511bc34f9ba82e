import nlp from 'compromise';
import dates, { type DateJSON } from 'compromise-dates';
import { type Only, Temporal } from '../../../src/model/time.ts';
import { intoThePast } from './past.ts';
import { answerFrom, type Found, isDayFirst, type Peer, versionOf } from './peer.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** How far `after october` reaches: further than any end that somebody would say. */
const OPEN = { years: 50 };

const reader = nlp.plugin(dates);

function filterOf({ repeat }: DateJSON): Only | null {
  const days = Object.keys(repeat?.filter?.weekDays ?? {}).map((day) => WEEKDAYS.indexOf(day) + 1);
  return days.length > 0 ? { days: days.sort((one, other) => one - other) } : null;
}

interface Entry {
  readonly text: string;
  readonly dates: DateJSON;
}

function foundOf({ text, dates: date }: Entry, now: Temporal.ZonedDateTime): readonly Found[] {
  if (!date.start) return [];
  // 23:59:59.999 is the end of the day.
  const at = (iso: string): Temporal.ZonedDateTime =>
    Temporal.Instant.from(iso).round({ smallestUnit: 'second', roundingMode: 'halfExpand' }).toZonedDateTimeISO(now.timeZoneId);
  const end = date.end ? at(date.end) : null;
  const start = at(date.start);
  const isOpen = end !== null && start.until(end, { largestUnit: 'year' }).years >= OPEN.years;
  const filter = filterOf(date);
  return [intoThePast({ text, start, end: isOpen ? null : end, ...(filter && { filter }) }, now)];
}

const COUNTED = /\b(?:last|past|previous|trailing) $/iu;

/** `last 5 days` is no date to it, but `5 days` is a length of time: that much until now. */
function countedBack(words: string, now: Temporal.ZonedDateTime): readonly Found[] {
  const lengths = reader(words).durations().json() as readonly {
    readonly text: string;
    readonly duration: Readonly<Record<string, number>>;
  }[];
  return lengths.flatMap(({ text, duration }) => {
    if (!COUNTED.test(words.slice(0, words.indexOf(text)))) return [];
    const length = Object.fromEntries(Object.entries(duration).map(([unit, count]) => [`${unit}s`, count]));
    return [{ text, start: now.subtract(length), end: now }];
  });
}

export const compromise: Peer = {
  name: `compromise-dates ${versionOf('compromise-dates')}`,
  read(words, { now, locale }) {
    // Not as words with an offset: it would go by the offset instead of the zone.
    const context = { timezone: now.timeZoneId, today: now.epochMilliseconds, dmy: isDayFirst({ locale }), punt: OPEN };
    const entries = reader(words).dates(context).json() as readonly Entry[];
    const found = entries.flatMap((entry) => foundOf(entry, now));
    return answerFrom(found.length > 0 ? found : countedBack(words, now), words);
  },
};
