import { type Format, isRefusal, longestOf, type Moment, refuse } from './format.ts';
import { wholeUnits } from './units.ts';
import { phrase, SO_FAR } from './vocabulary.ts';

const OPENING = phrase(
  '(?:(?<since>(?:ever )?since|starting(?: from| on)?|beginning)|(?<after>after)|(?<until>until|till|up to|before|earlier than)|(?<from>from))(?<start> the (?:beginning|start) of)?',
);
const OPEN_END = new RegExp(`^ (?:onwards?|on|and later|and after|${SO_FAR})(?![\\p{L}\\p{N}])`, 'iu');

interface Kinds {
  readonly dates: readonly Format[];
  /** Of these, the ones that name a day by its place in the calendar. */
  readonly days: readonly Format[];
}

/** From a date to this moment. */
export function since({ dates, days }: Kinds): Format {
  const read = longestOf(dates);
  const readDay = longestOf(days);
  /** `from monday` goes on; `from yesterday` and `from last week` are in a time that is over, as `from last week on` is not. */
  const isDay = (words: string, moment: Moment): boolean => {
    const day = readDay(words, moment);
    return day !== null && !isRefusal(day) && day.start.toPlainDate().add({ days: 1 }).equals(day.end.toPlainDate());
  };
  return {
    examples: ['since monday', 'since 1 oct', 'since the beginning of the month'],
    read(text, moment) {
      const opening = OPENING.exec(text);
      const words = opening ? text.slice(opening[0].length + 1) : text;
      const date = read(words, moment);
      if (!date) return null;
      const open = OPEN_END.exec(words.slice(date.length));
      const length = text.length - words.length + date.length + (open?.[0].length ?? 0);
      if (isRefusal(date)) return { ...date, length };
      const { since: isSince, after, until, from, start } = opening?.groups ?? {};
      if (until) {
        const message = `“${text.slice(0, length)}” has no beginning.`;
        return refuse(length, { message, hint: 'Say from when on: “1 oct to 15 oct”.', instead: ['this month', 'last month'] });
      }
      const isFrom = from !== undefined && (start !== undefined || isDay(words.slice(0, date.length), moment));
      if (!isSince && !after && !open && !isFrom) return null;
      const stretch = { ...date, start: after ? date.end : date.start, end: wholeUnits({ unit: 'day' }, moment).end, length };
      return from && !open ? { ...stretch, plainly: `since${text.slice(from.length, length)}` } : stretch;
    },
  };
}
