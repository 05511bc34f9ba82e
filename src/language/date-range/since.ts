import { type Format, isRefusal, longestOf, refuse } from './format.ts';
import { wholeUnits } from './units.ts';
import { phrase, SO_FAR } from './vocabulary.ts';

const OPENING = phrase(
  '(?:(?<since>(?:ever )?since|starting(?: from| on)?|beginning)|(?<after>after)|(?<until>until|till|up to|before|earlier than)|from)(?: the (?:beginning|start) of)?',
);
const OPEN_END = new RegExp(`^ (?:onwards?|on|and later|and after|${SO_FAR})(?![\\p{L}\\p{N}])`, 'iu');

/** From a date to this moment. */
export function since(dates: readonly Format[]): Format {
  const read = longestOf(dates);
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
      const { since: isSince, after, until } = opening?.groups ?? {};
      if (until)
        return refuse(length, { message: `“${text.slice(0, length)}” has no beginning.`, hint: 'Say from when on: “1 oct to 15 oct”.' });
      // `from last week` means in last week; only `from last week on` is open.
      if (!isSince && !after && !open) return null;
      return { ...date, start: after ? date.end : date.start, end: wholeUnits({ unit: 'day' }, moment).end, length };
    },
  };
}
