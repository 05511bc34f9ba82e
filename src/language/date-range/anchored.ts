import { coarsely, type Length, lengthAt } from './duration.ts';
import { type Format, isRefusal, type Moment, type Outcome, type Reading } from './format.ts';
import { longestOf } from './longest.ts';
import { isClockUnit, unitsFrom, wholeUnits } from './units.ts';
import { phrase } from './vocabulary.ts';

const FOR = phrase('(?:for|over)(?: the)?(?: (?:next|following|first))?|the');
/** From the date on, with it. */
const STARTING = phrase(',? ?(?:starting|beginning|commencing|counting)(?: (?:from|on|at|with|in))?|,? ?(?:from|since|as of)');
const ENDING = phrase(',? ?(?:ending|to|up to|until|till|leading up to)(?: (?:on|with|in))?');
const AFTER = phrase('(?<before>before|prior to|earlier than)|after|(?<following>following)|later than');
const FROM = phrase('from|starting(?: (?:from|on))?|beginning(?: on)?|since');
const AFTERWARDS = /^,? (?:for|and)(?: the)?(?: (?:next|following))? /iu;
const NOW = phrase('now|today');

/** So long from the beginning of a date on; what is shorter than a day from its first hour. */
function onFrom(start: Reading['start'], length: Length): Omit<Reading, 'length'> {
  return { start, end: length.from(start), granularity: coarsely(length) };
}

function upTo(end: Reading['end'], length: Length): Omit<Reading, 'length'> {
  return { start: length.from(end, -1), end, granularity: coarsely(length) };
}

/** The day that is so far away from a date. */
function away(
  date: Reading,
  { length, isBefore, moment }: { readonly length: Length; readonly isBefore: boolean; readonly moment: Moment },
) {
  const day = length.from(date.start, isBefore ? -1 : 1).toPlainDate();
  return unitsFrom({ date: day, unit: 'day' }, moment);
}

/** `3 days from 1 nov`, `2 weeks starting may 20`, `from 1 nov for 3 days`; `the 3 days before 1 nov`; `3 days following 1 nov`; but `3 days before 1 nov` is one day. */
export function anchored(dates: readonly Format[]): Format {
  const read = longestOf(dates);

  /** Where the text goes on with a date: what it is, and where it ends. */
  const dateAt = (text: string, { index, moment }: { readonly index: number; readonly moment: Moment }): Outcome | null => {
    const blank = text[index] === ' ' ? 1 : 0;
    const date = read(text.slice(index + blank), moment);
    return date && { ...date, length: index + blank + date.length };
  };

  const lengthFirst = (text: string, moment: Moment): Outcome | null => {
    const opening = FOR.exec(text)?.[0].length ?? -1;
    const length = lengthAt(text.slice(opening + 1));
    if (!length) return null;
    const at = opening + 1 + length.length;
    const rest = text.slice(at).trimStart();
    const ending = ENDING.exec(rest);
    const joint = STARTING.exec(rest) ?? ending ?? AFTER.exec(rest);
    if (!joint) return null;
    const date = dateAt(text, { index: text.length - rest.length + joint[0].length, moment });
    if (!date || isRefusal(date)) return date;
    const { length: taken, recurs, ambiguous } = date;
    const same = { length: taken, ...(recurs && { recurs }), ...(ambiguous && { ambiguous }) };
    const isBefore = joint.groups?.before !== undefined;
    if (ending) return { ...upTo(date.end, length), ...same };
    if (!AFTER.test(rest)) return { ...onFrom(date.start, length), ...same };
    if (opening < 0 && joint.groups?.following === undefined) return { ...away(date, { length, isBefore, moment }), ...same };
    return { ...(isBefore ? upTo(date.start, length) : onFrom(date.end, length)), ...same };
  };

  const dateFirst = (text: string, moment: Moment): Outcome | null => {
    const opening = FROM.exec(text)?.[0].length ?? -1;
    const date = read(text.slice(opening + 1), moment);
    if (!date || isRefusal(date)) return null;
    const at = opening + 1 + date.length;
    const joint = AFTERWARDS.exec(text.slice(at));
    const length = joint && lengthAt(text.slice(at + joint[0].length));
    return length && { ...onFrom(date.start, length), length: at + joint[0].length + length.length };
  };

  return {
    name: 'Counted from a date',
    examples: ['3 days from 1 nov', '3 days before 9 nov'],
    read: (text, moment) => lengthFirst(text, moment) ?? dateFirst(text, moment),
  };
}

const WITHIN = phrase('(?:with)?in(?: the)?(?: (?:next|upcoming|coming|following))?');

/** `within 5 days`, `within the next day and 5 hours`: from now on; of days and longer, from today on. */
export const within: Format = {
  name: 'Counted from a date',
  examples: [],
  read(text, moment) {
    const opening = WITHIN.exec(text)?.[0];
    if (opening === undefined) return null;
    const rest = text.slice(opening.length + 1);
    const length = lengthAt(rest) ?? lengthAt(`1 ${rest}`);
    // `in 5 days` is a day, and one to come.
    if (!length || !/^within|next|upcoming|coming|following/i.test(opening)) return null;
    const taken = opening.length + 1 + (lengthAt(rest) ? length.length : length.length - 2);
    const hence = /^ (?:of|from) /iu.exec(text.slice(taken))?.[0].length ?? 0;
    const now = hence > 0 ? NOW.exec(text.slice(taken + hence))?.[0].length : undefined;
    const start = isClockUnit(length.granularity) ? moment.now : wholeUnits({ unit: 'day' }, moment).start;
    return { ...onFrom(start, length), length: taken + (now === undefined ? 0 : hence + now) };
  },
};
