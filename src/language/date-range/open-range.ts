import { longAgo } from './all-time.ts';
import { type Format, isRefusal, type Moment, type Outcome, type Reading } from './format.ts';
import { longestOf } from './longest.ts';
import { moved, wholeUnits } from './units.ts';
import { anyOf, phrase, SO_FAR, WEEKDAYS } from './vocabulary.ts';

const FROM_ON = '(?:ever )?since|starting(?: from| on| in| with)?|beginning(?: on| in| with)?|commencing(?: on)?|as of';
const OPENING = phrase(
  [
    `(?<since>since and including|${FROM_ON}|on and after|(?:(?:on|in) or )(?:after|later than)|(?:after|later than) or (?:on|in)|not? (?:earlier|before) than|no sooner than)`,
    '(?<after>after|later than|newer than|following)',
    `(?<through>(?:(?:on|in) or )(?:before|earlier than|until)|(?:before|earlier than|prior to) or (?:on|in)|until|till|til|up until|up to(?: and including)?|no later than|not later than|ending(?: on)?|through|thru)`,
    `(?<before>before|earlier than|older than|sooner than|prior to)`,
    '(?<from>from)',
  ].join('|'),
);
const EDGE = phrase('(?<edge>the )?(?:(?<start>(?:very )?(?:beginning|start)|first day)|(?<end>(?:very )?end|last day)) of');
const OPEN_END = new RegExp(`^,? (?:onwards?|and (?:later|after|onwards?|on)|or (?:later|after)|${SO_FAR})(?![\\p{L}\\p{N}])`, 'iu');
/** Only of what began with `from`, and `from last week on mondays` does not go on. */
const ON = phrase(` on(?! (?:${anyOf(WEEKDAYS)}|week|work|business))`);
const OPEN_START = /^,? (?:and (?:before|earlier)|or (?:before|earlier))(?![\p{L}\p{N}])/iu;

interface Kinds {
  readonly dates: readonly Format[];
  /** Of these, the ones that name a day or a month by its place in the calendar. */
  readonly named: readonly Format[];
}

/** From a moment on: to the end of today, or where it is still to come without an end that could be reported. */
function onFrom(start: Reading['start'], date: Reading, moment: Moment): Reading {
  const { end } = wholeUnits({ unit: 'day' }, moment);
  return { ...date, start, end: start.epochMilliseconds < end.epochMilliseconds ? end : start.add({ days: 1 }) };
}

const until = (end: Reading['end'], date: Reading): Reading => ({ ...date, start: longAgo(end.timeZoneId), end, isOpen: true });

/** From a date to this moment; or up to a date from nobody knows when. */
export function openRange({ dates, named }: Kinds): Format {
  const read = longestOf(dates);
  const readNamed = longestOf(named);
  /** `from monday` and `from october` go on; `from yesterday` and `from last week` are in a time that is over, as `from last week on` is not. */
  const isNamed = (words: string, moment: Moment): boolean => {
    const date = readNamed(words, moment);
    if (!date || isRefusal(date) || (date.granularity !== 'day' && date.granularity !== 'month')) return false;
    return moved(date.start.toPlainDate(), { unit: date.granularity, by: 1 }).equals(date.end.toPlainDate());
  };

  /** `the start of month`. */
  const ofThis = (words: string, moment: Moment): Outcome | null => {
    const date = read(`the ${words}`, moment);
    return date && { ...date, length: date.length - 'the '.length };
  };

  return {
    name: 'Up to now',
    examples: ['since monday', 'since 1 oct', 'since the beginning of the month'],
    read(text, moment) {
      const opening = OPENING.exec(text);
      const opened = opening ? text.slice(opening[0].length + 1) : text;
      const preposition = opening ? (/^(?:on|in|at) /iu.exec(opened)?.[0].length ?? 0) : 0;
      const edge = opening && EDGE.exec(opened.slice(preposition));
      const words = opened.slice(preposition + (edge ? edge[0].length + 1 : 0));
      const date = read(words, moment) ?? (edge && ofThis(words, moment));
      if (!date) return null;
      const rest = words.slice(date.length);
      const open = OPEN_END.exec(rest) ?? (opening?.groups?.from ? ON.exec(rest) : null);
      const earlier = open ? null : OPEN_START.exec(rest);
      const length = text.length - rest.length + ((open ?? earlier)?.[0].length ?? 0);
      if (isRefusal(date)) return { ...date, length };
      const { since, after, through, before, from } = opening?.groups ?? {};
      const from0 = edge?.groups?.end ? date.end : date.start;
      const at = { ...date, length };
      if (earlier && !opening) return until(date.end, at);
      if (through) return until(edge?.groups?.start ? date.start : date.end, at);
      if (before) return until(edge?.groups?.end ? date.end : date.start, at);
      if (after) return onFrom(edge ? from0 : date.end, at, moment);
      const isFrom = from !== undefined && (edge !== null || isNamed(words.slice(0, date.length), moment));
      if (!since && !open && !isFrom) return null;
      const reading = onFrom(from0, at, moment);
      if (!from || open) return reading;
      const plainly = `since${text.slice(from.length, length)}`;
      // `chats from october` may be those of october alone.
      const isMonth = !edge && date.granularity === 'month';
      return { ...reading, plainly, ...(isMonth && { doubtful: { words: plainly, instead: words.slice(0, date.length) } }) };
    },
  };
}
