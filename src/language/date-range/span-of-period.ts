import { existingDate } from './chrono/existing-date.ts';
import { type Format, isRefusal, type Moment, type Outcome, type Reading, type Refusal, refuse, reversed } from './format.ts';
import { longest } from './longest.ts';
import { month } from './month.ts';
import { mostRecentPart, periodAt } from './period.ts';
import { relativeUnit } from './relative-unit.ts';
import { onOrAfter, unitsFrom } from './units.ts';
import { anyOf, meaning, monthName, ORDINAL, ordinalOf, phrase, WEEKDAYS } from './vocabulary.ts';

const DAY = (name: string) => `(?:the )?(?<${name}>${ORDINAL}|\\d{1,2}(?![\\d:.,]\\d|[ap]m))`;
const TO = '(?: ?(?:-|–|—|~|\\.{2,3}) ?| (?:to|until|till|til|through|thru|and|&|up to)(?: and including)? )';
const FROM = '(?:from |between )?';
const WEEKDAY = (name: string) => `(?<${name}>${anyOf(WEEKDAYS)})\\.?`;

/** `13 to the 15 of july`, `between the 1st and the 15th of last month`. */
const DAYS_FIRST = phrase(`${FROM}${DAY('first')}${TO}(?:on )?${DAY('last')}(?:,? (?:of|in|from))?(?: the(?: month(?: of)?)?)?`);
/** After a month: `november between 19 and 20`, `july from the 4th to the 9th`. */
const DAYS_AFTER = phrase(`,? ?(?:from |between |days? )?${DAY('first')}${TO}${DAY('last')}`);
/** `between may 1 and 7`. */
const FROM_FIRST = /^(?:from|between) /iu;
const YEAR_AFTER = /^,? ?(?<year>(?:19|20)\d\d)(?![\p{L}\p{N}])/u;
/** `mon-fri last week`, `monday to thursday of the week of 5 oct`. */
const WEEKDAYS_FIRST = phrase(`${FROM}${WEEKDAY('first')}${TO}${WEEKDAY('last')},?(?: (?:of|in))?`);
const WEEKDAYS_AFTER = phrase(`,? ?(?:from |between |on )?${WEEKDAY('first')}${TO}${WEEKDAY('last')}`);

const dayOf = (word: string | undefined): number => ordinalOf(word) ?? Number(word);

interface Days {
  readonly first: number;
  readonly last: number;
}

function noSuchDay({ start }: Reading, day: number, length: number): Refusal {
  const name = monthName(start.month);
  const { daysInMonth, year } = start;
  return refuse(length, { message: `There is no ${day} ${name}.`, hint: `${name} ${year} has ${daysInMonth} days.`, instead: [name] });
}

/** Both days are of one month. */
function daysOf(period: Reading, { first, last }: Days, { length, moment }: { readonly length: number; readonly moment: Moment }): Outcome {
  const { year, month } = period.start;
  if (last < first) return reversed(length, { text: `${first} to ${last}`, first: `${first}`, second: `${last}` });
  const [from, to] = [first, last].map((day) => existingDate({ year, month, day }));
  if (!from || !to) return noSuchDay(period, from ? last : first, length);
  const { end } = unitsFrom({ date: to, unit: 'day' }, moment);
  return { ...period, ...unitsFrom({ date: from, unit: 'day' }, moment), end, length };
}

function weekdaysOf(
  period: Reading,
  { first, last }: Days,
  { length, moment }: { readonly length: number; readonly moment: Moment },
): Reading {
  const from = onOrAfter(period.start.toPlainDate(), first);
  const { end } = unitsFrom({ date: onOrAfter(from, last), unit: 'day' }, moment);
  return { ...period, ...unitsFrom({ date: from, unit: 'day' }, moment), end, length };
}

const isMonth = ({ start, end }: Reading): boolean => start.day === 1 && start.add({ months: 1 }).equals(end);
const isWeek = ({ start, end }: Reading): boolean => start.add({ weeks: 1 }).equals(end);

/** Said of a month, the most recent in which the span has begun. */
function inMonth(words: string, days: Days, { moment, length }: { readonly moment: Moment; readonly length: (period: Reading) => number }) {
  const at = (then: Moment) => periodAt(words, then);
  const period = at(moment);
  if (!period || isRefusal(period) || !isMonth(period)) return null;
  const taken = length(period);
  const found = daysOf(period, days, { length: taken, moment });
  if (isRefusal(found)) return found;
  const part = (of: Reading): Reading => {
    const outcome = daysOf(of, days, { length: taken, moment });
    return isRefusal(outcome) ? found : outcome;
  };
  return mostRecentPart(period, { moment, at, part });
}

const daysFirst: Format['read'] = (text, moment) => {
  const found = DAYS_FIRST.exec(text);
  if (!found?.groups) return null;
  const words = text.slice(found[0].length).replace(/^[- ]/, '');
  const skipped = text.length - words.length;
  const days = { first: dayOf(found.groups.first), last: dayOf(found.groups.last) };
  const isThis = / the month$/i.test(found[0]);
  if (isThis) return inMonth('this month', days, { moment, length: () => found[0].length });
  return inMonth(words, days, { moment, length: (period) => skipped + period.length });
};

const daysAfter: Format['read'] = (text, moment) => {
  const opening = FROM_FIRST.exec(text)?.[0].length ?? 0;
  const said = text.slice(opening);
  const named = month.read(said, moment) ?? relativeUnit.read(said, moment);
  if (!named || isRefusal(named)) return null;
  const found = DAYS_AFTER.exec(said.slice(named.length));
  if (!found?.groups) return null;
  const at = opening + named.length + found[0].length;
  const days = { first: dayOf(found.groups.first), last: dayOf(found.groups.last) };
  const year = YEAR_AFTER.exec(text.slice(at));
  const words = said.slice(0, named.length) + (year ? ` ${year.groups?.year}` : '');
  return inMonth(words, days, { moment, length: () => at + (year?.[0].length ?? 0) });
};

const weekdayOf = (word: string | undefined): number => meaning(WEEKDAYS, word) ?? 1;

const weekdaysFirst: Format['read'] = (text, moment) => {
  const found = WEEKDAYS_FIRST.exec(text);
  if (!found?.groups) return null;
  const words = text.slice(found[0].length).trimStart();
  const period = periodAt(words, moment);
  if (!period || isRefusal(period) || !isWeek(period)) return null;
  const length = text.length - words.length + period.length;
  return weekdaysOf(period, { first: weekdayOf(found.groups.first), last: weekdayOf(found.groups.last) }, { length, moment });
};

const weekdaysAfter: Format['read'] = (text, moment) => {
  const period = periodAt(text, moment);
  if (!period || isRefusal(period) || !isWeek(period)) return null;
  const found = WEEKDAYS_AFTER.exec(text.slice(period.length));
  if (!found?.groups) return null;
  const length = period.length + found[0].length;
  return weekdaysOf(period, { first: weekdayOf(found.groups.first), last: weekdayOf(found.groups.last) }, { length, moment });
};

const READERS = [daysFirst, daysAfter, weekdaysFirst, weekdaysAfter];

/** Days of a month by their numbers, weekdays of a week: `13 to 15 of july`, `mon-fri last week`, `last week between friday and sunday`. */
export const spanOfPeriod: Format = {
  name: 'From … to',
  examples: ['1st to 15th of october', 'mon-fri last week'],
  read(text, moment) {
    return longest(READERS.map((each) => each(text, moment)));
  },
};
