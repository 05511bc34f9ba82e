import { type Format, isRefusal, type Moment, type Reading, reversed } from './format.ts';
import { longestOf } from './longest.ts';
import { byCalendar, finer } from './units.ts';
import { anyOf, dayInWords, phrase, SO_FAR, WEEKDAYS } from './vocabulary.ts';

const OPENING = phrase('from|(?:in )?between');
const JOINT =
  /^(?: (?<joint>to|up to|until|till|til|through|thru|and|&) (?:and including |on |the end of )?| ?(?:\.{2,3}|->|→|[-–—~/]) ?)/iu;

/** A date, and what its words are at another moment. */
interface Said {
  readonly date: Reading;
  readonly at: (now: Moment['now']) => Reading;
}

const GOING_ON = new RegExp(`^,? ${SO_FAR}(?![\\p{L}\\p{N}])`, 'iu');

const LEAVES_OUT: readonly Reading['recurs'][] = ['month', 'year', undefined];

/** Of `last monday to last friday` only the friday need be the last one. */
const LAST_WEEKDAY = phrase(`(?:last|past|previous) ${anyOf(WEEKDAYS)}`);

function weekBefore(date: Reading): Reading {
  return { ...date, start: date.start.subtract({ weeks: 1 }), end: date.end.subtract({ weeks: 1 }) };
}

/** A start that leaves more out than the end takes it from there: `nov to feb 2025` begins in 2024, `the 9th to 17 april` in April. A weekday stays. */
function startBefore(end: Reading, { date, at }: Said): Reading {
  if (date.recurs === 'week') return date;
  return LEAVES_OUT.indexOf(date.recurs) < LEAVES_OUT.indexOf(end.recurs) ? at(end.end.subtract({ seconds: 1 })) : date;
}

/** An end that leaves its month or year out is the first after the start; a weekday only where it would else be before it. */
function endAfter(start: Reading, { date, at }: Said): Reading {
  const isBefore = date.end.epochMilliseconds <= start.start.epochMilliseconds;
  if (!date.recurs || (date.recurs === 'week' && !isBefore)) return date;
  return at(start.start.add({ [`${date.recurs}s`]: 1 }).subtract({ seconds: 1 }));
}

/** `oct 15 to oct 1`, `15th to 10th`; but `dec 20 to jan 5` goes over the end of a year. */
function isBackwards({ start: from, recurs, ...start }: Reading, { start: to, ...end }: Reading): boolean {
  const areDays = [start, end].every(({ granularity }) => finer(granularity, 'day') === granularity);
  return areDays && recurs === end.recurs && (recurs === 'month' || (recurs === 'year' && from.month === to.month)) && to.day < from.day;
}

function spanned(from: Reading, to: Reading, order: boolean | null): Omit<Reading, 'length'> {
  const ambiguous = order === null ? [...(from.ambiguous ?? []), ...(to.ambiguous ?? [])] : [];
  const granularity = finer(from.granularity, to.granularity);
  const isFiscal = from.isFiscal || to.isFiscal;
  return { start: from.start, end: to.end, granularity, ...(ambiguous.length > 0 && { ambiguous }), ...(isFiscal && { isFiscal }) };
}

interface Going {
  /** What was typed, and its two dates. */
  readonly text: string;
  readonly first: string;
  readonly second: string;
}

/** `october to march` in November has only begun: its words say so, and may be meant of the last ones that are over. */
function goingOn({ start, recurs }: Reading, { end, ...to }: Reading, { said, moment }: { readonly said: Going; readonly moment: Moment }) {
  const { now } = moment;
  const isGoingOn = start.epochMilliseconds <= now.epochMilliseconds && end.epochMilliseconds > now.epochMilliseconds;
  if (!isGoingOn || recurs !== 'year' || to.recurs !== 'year') return null;
  const plainly = `${said.text} so far`;
  const instead = `${said.first} ${start.year - 1} to ${said.second} ${end.subtract({ seconds: 1 }).year - 1}`;
  return { plainly, doubtful: { words: plainly, instead } };
}

const IN_NUMBERS = /(?<![\d/.-])(?<one>\d{1,2})[-/](?<other>\d{1,2})(?!\d)/g;

/** A moment is what reading is remembered by, so that there is one of each order. */
const ordered = new WeakMap<Moment, Map<boolean, Moment>>();

/** Of `1/11 to 15/11` the end says in which order both are written; null where neither says it, or they disagree. */
function orderSaid(text: string): boolean | null {
  const numbers = [...text.matchAll(IN_NUMBERS)].map(({ groups }) => [Number(groups?.one), Number(groups?.other)] as const);
  const isDayFirst = numbers.some(([one, other]) => one > 12 && other <= 12);
  const isMonthFirst = numbers.some(([one, other]) => other > 12 && one <= 12);
  return numbers.length < 2 || isDayFirst === isMonthFirst ? null : isDayFirst;
}

function inOrder(moment: Moment, dayFirst: boolean): Moment {
  const known = ordered.get(moment) ?? new Map<boolean, Moment>();
  ordered.set(moment, known);
  const found = known.get(dayFirst) ?? { ...moment, dayFirst };
  known.set(dayFirst, found);
  return found;
}

/** From one date to another, both included. */
export function fromTo(dates: readonly Format[]): Format {
  const read = longestOf(dates);
  return {
    name: 'From … to',
    examples: ['oct 1 to oct 15', '2026-11-01..2026-11-07', 'between monday and thursday', 'Q1 to Q2 2026'],
    read(text, asked) {
      const order = orderSaid(text);
      const moment = order === null ? asked : inOrder(asked, order);
      const readAs = (date: Reading, words: string, then: Moment): Reading => {
        const other = read(words, then);
        return other && !isRefusal(other) ? other : date;
      };
      /** Beside a quarter of a calendar year, another is one as well: `Q1 to Q2 2026`. */
      const said = (date: Reading, words: string, beside: Reading): Said => {
        const calendar = date.isFiscal && beside.isFiscal === false ? byCalendar(moment) : null;
        return {
          date: calendar ? readAs(date, words, calendar) : date,
          at: (now) => readAs(date, words, { ...(calendar ?? moment), now }),
        };
      };
      const opening = OPENING.exec(text)?.[0];
      const first = opening ? text.slice(opening.length + 1) : text;
      const start = read(first, moment);
      const joint = start && JOINT.exec(first.slice(start.length));
      if (!start || !joint) return null;
      const second = first.slice(start.length + joint[0].length);
      const end = read(second, moment);
      if (!end) return null;
      const going = GOING_ON.exec(second.slice(end.length))?.[0].length ?? 0;
      const length = text.length - second.length + end.length + going;
      if (isRefusal(start)) return { ...start, length };
      if (isRefusal(end)) return { ...end, length };
      const isWeekBefore =
        LAST_WEEKDAY.test(first) && LAST_WEEKDAY.test(second) && start.start.epochMilliseconds > end.start.epochMilliseconds;
      const from = startBefore(end, said(isWeekBefore ? weekBefore(start) : start, first, end));
      const to = endAfter(from, said(end, second, start));
      // `monday and friday` is not a range, `yesterday and today` is.
      const isPair = !opening && /^(?:and|&)$/iu.test(joint.groups?.joint ?? '');
      if (isPair && to.end.equals(from.start)) return { ...spanned(to, from, order), length };
      if (isPair && !from.end.equals(to.start)) return null;
      if (isBackwards(start, end) || to.end.epochMilliseconds < from.start.epochMilliseconds) {
        const words = { first: first.slice(0, start.length), second: second.slice(0, end.length) };
        // `25th to 5th` may go over the end of a month.
        const days = [from.start, to.start].map(dayInWords);
        const instead = start.recurs === 'month' && start.granularity === 'day' ? [days.join(' to ')] : [];
        return reversed(length, { ...words, text: text.slice(0, length), instead });
      }
      const words = { text: text.slice(0, length - going), first: first.slice(0, start.length), second: second.slice(0, end.length) };
      return { ...spanned(from, to, order), length, ...goingOn(from, to, { said: words, moment }) };
    },
  };
}
