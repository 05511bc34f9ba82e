import type { Column, Metric, Unit, Value } from '../model/result.ts';
import type { DateRange } from '../model/time.ts';
import { daysOf } from '../reports/words/dates.ts';
import { count, inWords } from '../reports/words/numbers.ts';
import { type Change, type Compared, change } from './change.ts';
import { LIKES } from './like-days.ts';
import type { Against } from './usual.ts';

/** How a number stands to the usual one, with its sign and in words: `+23%, more than on a usual Wednesday`. */
export function comparison({ value, usual, unit, volume }: Against, weekday: string): string {
  if (usual === null) return 'nothing to compare with yet';
  const found = value === null ? null : change({ value, before: usual, volume });
  if (found === null || found.percent === null) {
    return `usually ${inWords(unit === 'seconds' ? usual : Math.round(usual), unit)} on a ${weekday}`;
  }
  if (found.percent === 0) return `as on a usual ${weekday}`;
  return `${signed(found, unit)}, ${directionOf(found, unit)} than on a usual ${weekday}`;
}

/** `the week before`; of a range that is not over `the same hours of yesterday`, because its baseline is cut like it. */
export function baselineInWords(range: DateRange, baseline: DateRange): string {
  if (!range.partial) return baseline.label;
  const { first, last } = daysOf(range);
  return `the same ${first.equals(last) ? 'hours' : 'days and hours'} of ${baseline.label}`;
}

/** What usual is, of how many like days each day of a range has, of those that were not always closed. */
export function usualInWords(known: readonly number[]): string {
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const days = least === most ? `${most}` : `${least} to ${most}`;
  const closed = least < LIKES ? ' On the others nothing was counted.' : '';
  return `Usual is the median of ${days} like days: the same weekday in the ${LIKES} weeks before; ± is how far they are from it.${closed}`;
}

/** Behind a number: `+23% on last month: 335`; null where there is nothing to say. */
export function changeInShort({ metric, before, change, spread, lengths }: Compared, baseline: string): string | null {
  if (before === null) return null;
  const { unit } = metric;
  if (lengths && change) {
    const paces = `${pace(metric.value, lengths.now)} a ${lengths.unit}, ${baseline}: ${pace(before, lengths.before)} a ${lengths.unit}`;
    return change.percent === null ? paces : `${change.percent === 0 ? 'as many' : signed(change, unit)}: ${paces}`;
  }
  const than = `${baseline}: ${around(before, spread, unit)}`;
  if (change === null || isVague(change, unit)) return than;
  return isNothing(change, unit) ? `same as ${baseline}` : `${signed(change, unit)} on ${than}`;
}

/** The same where nobody asked for a comparison: `+23% on the week before`; null where two numbers would say more. */
export function changeInBrief({ metric: { unit, from }, change, lengths }: Compared, baseline: string): string | null {
  // Beside a row that was picked for its number stands any row.
  if (change === null || isVague(change, unit) || from?.row !== undefined) return null;
  if (lengths) return change.percent ? `${signed(change, unit)} a ${lengths.unit} on ${baseline}` : null;
  return isNothing(change, unit) ? `same as ${baseline}` : `${signed(change, unit)} on ${baseline}`;
}

/** Numbers that a sentence can hold. */
const MOST = 3;
/** From so many a day on parts of one say nothing. */
const MANY = 20;

/**
 * The changes of a headline as one more sentence, with both numbers of each: `Against the week before: chats 412, 77 more than 335 (+23%).`
 * null where no number has a change.
 */
export function changesSentence(compared: readonly Compared[], baseline: string): string | null {
  // What is of one row is a detail of the numbers that are of all.
  const clauses = compared.filter(({ metric }) => metric.from?.row === undefined).flatMap((one) => clause(one) ?? []);
  return clauses.length === 0 ? null : `Against ${baseline}: ${clauses.slice(0, MOST).join('; ')}.`;
}

function clause({ metric, column, before, change, spread, lengths }: Compared): string | null {
  if (before === null || change === null) return null;
  const { value, unit } = metric;
  const now = `${nameOf(metric, column)} ${inWords(value, unit)}`;
  if (lengths) {
    const percent = change.percent ? ` (${signed(change, unit)})` : '';
    return `${now}, ${pace(value, lengths.now)} a ${lengths.unit} against ${pace(before, lengths.before)} a ${lengths.unit}${percent}`;
  }
  const then = around(before, spread, unit);
  if (isVague(change, unit)) return `${now}, ${spread === undefined ? 'before' : 'usually'} ${then}`;
  if (isNothing(change, unit)) return `${now}, the same`;
  const percent = unit === 'seconds' || !change.percent ? '' : ` (${signed(change, unit)})`;
  return `${now}, ${amount(change, unit)} ${directionOf(change, unit)} than ${then}${percent}`;
}

/** `335`, and of what is usual `335 ± 40`. */
const around = (value: number, spread: number | undefined, unit: Unit): string =>
  [inWords(value, unit), ...(spread === undefined ? [] : [inWords(spread, unit)])].join(' ± ');

/** Of many whole things, of few with a part of one: `412`, `3.4`. */
function pace(value: Value, length: number): string {
  const each = (value ?? 0) / length;
  return count(each >= MANY ? Math.round(each) : Math.round(10 * each) / 10);
}

/** A tag is called by its name; the names of other numbers go on as any word does within a sentence. */
function nameOf({ label, unit }: Metric, column: Column | null): string {
  return column && unit === 'uses' ? `“${column.label}”` : label.charAt(0).toLowerCase() + label.slice(1);
}

/** A mean of few is moved by any of them: both numbers are told and nothing is made of them. */
const isVague = ({ percent }: Change, unit: Unit): boolean => unit === 'seconds' && percent === null;

const isNothing = ({ difference }: Change, unit: Unit): boolean => (unit === 'seconds' ? Math.round(difference) : difference) === 0;

const amount = ({ difference }: Change, unit: Unit): string => inWords(Math.abs(difference), unit);

/** `+23%`, `−10%`, `+1m 20s`; of too few things for a percentage `+2`. */
function signed(found: Change, unit: Unit): string {
  const size = unit === 'seconds' || !found.percent ? amount(found, unit) : `${count(Math.abs(found.percent))}%`;
  return `${found.difference > 0 ? '+' : '−'}${size}`;
}

function directionOf({ difference }: Change, unit: Unit): string {
  const [more, less] = unit === 'seconds' ? ['longer', 'shorter'] : ['more', 'fewer'];
  return difference > 0 ? more : less;
}
