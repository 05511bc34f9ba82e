import type { Only } from '../../model/time.ts';
import { DAY, HOUR } from './clock/clock-time.ts';
import { DAY_PARTS, type DayPart, type Hours } from './clock/day-part.ts';
import { objectionTo } from './clock/hours.ts';
import { readSpan, type SaidHours } from './clock/phrases.ts';
import { type Format, isRefusal, type Outcome, type Reading, type Refusal, refuse } from './format.ts';
import { longestOf } from './longest.ts';
import { isClockUnit } from './units.ts';
import { anyOf, meaning, phrase, STEPS, WEEKDAYS } from './vocabulary.ts';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const SATURDAY_AND_SUNDAY = [6, 7];
const EVERY_DAY = [...MONDAY_TO_FRIDAY, ...SATURDAY_AND_SUNDAY];

/** The hours that are the same for everybody; who works at other hours says them: `weekdays 9-18`. */
const WORKING_HOURS = { from: 9, to: 17 };

/** By the clock, whatever day they are of. */
const ofEachDay = ({ from, to }: Hours): NonNullable<Only['hours']> => ({
  from: (from % DAY) / HOUR,
  to: (to % DAY || DAY) / HOUR,
});

const KINDS: ReadonlyMap<string, Only> = new Map<string, Only>([
  ...['weekdays', 'week days', 'working days', 'business days', 'workdays', 'work days'].map(
    (name) => [name, { days: MONDAY_TO_FRIDAY }] as const,
  ),
  ...['weekends', 'week-ends', 'saturdays and sundays'].map((name) => [name, { days: SATURDAY_AND_SUNDAY }] as const),
  ...['business hours', 'working hours', 'office hours', 'work hours'].map(
    (name) => [name, { days: MONDAY_TO_FRIDAY, hours: WORKING_HOURS }] as const,
  ),
  ...[...DAY_PARTS].map(([name, part]) => [`${name}s`, { hours: ofEachDay(part) }] as const),
]);

const EACH_WEEKDAY: ReadonlyMap<string, number> = new Map(
  [...WEEKDAYS].filter(([name]) => name.endsWith('day')).map(([name, day]) => [`${name}s`, day]),
);
/** In the singular: `every monday`. */
const EACH: ReadonlyMap<string, Only> = new Map(
  [...KINDS, ...[...EACH_WEEKDAY].map(([name, day]): [string, Only] => [name, { days: [day] }])].map(([name, only]) => [
    name.slice(0, -1),
    only,
  ]),
);
const DAYS_OF_EACH: ReadonlyMap<string, Only> = new Map([...EACH].filter(([, { hours }]) => !hours));
const EVERY = '(?:every|each) ';
const SEVERAL = `${anyOf(EACH_WEEKDAY)}(?:(?:, | and |, and )${anyOf(EACH_WEEKDAY)})*`;
/** `monday mornings`, `every weekday evening`; `monday morning` is one. */
const EACH_PART = `(?:${EVERY}(?<daysOfEvery>${anyOf(DAYS_OF_EACH)}) (?<partOfEvery>${anyOf(DAY_PARTS)})s?|(?<days>${anyOf(DAYS_OF_EACH)})s? (?<part>${anyOf(DAY_PARTS)})s)`;
const SPAN = `(?<first>${anyOf(WEEKDAYS)})(?: ?[-–—] ?| (?:to|through) )(?<last>${anyOf(WEEKDAYS)})`;
const DAYS = phrase(
  `(?:on |only |the |during |in |at )*(?:${EACH_PART}|${EVERY}(?<each>${anyOf(EACH)})|(?<kind>${anyOf(KINDS)})|(?<weekdays>${SEVERAL})|${SPAN})(?: only)?`,
);
const AND_HOURS = /^,? (?:at )?/iu;
/** `weekdays in october`, `only mondays of last month`, `mornings this week`. */
const THEN_RANGE = /^,? (?:(?:in|of|on|during|over|for|from) )?/iu;
/** `last month on weekdays`, `october, mondays only`, `last week 9am-5pm`; `last month every monday` is when it is posted. */
const AFTER_RANGE = /^,? (?!every |each )(?<except>(?:excluding|without|except(?: for| on)?|but not|not counting|minus) )?/iu;
const STEPPED = phrase(`(?:the )?${anyOf(STEPS)}`);

type Groups = Readonly<Record<string, string | undefined>>;

/** `evenings`, `every evening`, `monday evenings`. */
const partOf = ({ kind, each, part, partOfEvery }: Groups): DayPart | undefined =>
  meaning(DAY_PARTS, part ?? partOfEvery ?? each ?? kind?.slice(0, -1));

function daysOf({ kind, each, days, daysOfEvery, weekdays, first, last, ...groups }: Groups): Only {
  const part = partOf(groups);
  const known = meaning(KINDS, kind) ?? meaning(EACH, each) ?? meaning(DAYS_OF_EACH, days ?? daysOfEvery);
  if (known) return { ...known, ...(part && { hours: ofEachDay(part) }) };
  const from = meaning(WEEKDAYS, first);
  if (from) {
    const count = (((meaning(WEEKDAYS, last) ?? from) - from + 7) % 7) + 1;
    const span = Array.from({ length: count }, (_, after) => ((from - 1 + after) % 7) + 1);
    return { days: span.sort() };
  }
  const several = (weekdays ?? '')
    .toLowerCase()
    .split(/, and | and |, /)
    .map((name) => EACH_WEEKDAY.get(name) ?? 1);
  return { days: [...new Set(several)].sort() };
}

/** What a range is narrowed to: days of the week, hours of the day, or both. */
interface Narrowing {
  readonly only: Only;
  readonly length: number;
  /** Says by itself that a range is narrowed, unlike `9-17`. */
  readonly isPlain: boolean;
  readonly areDaysSaid: boolean;
  readonly objection: Refusal | null;
}

/** Hours of every day are counted in whole ones. */
function objectionToHours(words: string, { said, hours }: { readonly said: SaidHours; readonly hours: Hours | null }): Refusal | null {
  const { length } = said;
  const impossible = objectionTo({ said, day: null, isDayFirst: false, length }, words);
  if (impossible || !hours || (hours.from % HOUR === 0 && hours.to % HOUR === 0)) return impossible;
  return refuse(length, {
    message: `“${words.slice(0, length).trim()}” is not made of whole hours.`,
    hint: 'Of several days name whole hours: “9:00-17:00”.',
    instead: ['today'],
  });
}

/** Days of the week, or the same part of every day, as words beside which no range need stand: `weekends`, `mondays 9-17`, `mornings`. */
export interface NarrowingWords {
  readonly only: Only;
  readonly index: number;
  readonly length: number;
}

const WORD = /(?<![^\s(,;])\p{L}/gu;

/** The first of them in the text. */
export function findNarrowing(text: string): NarrowingWords | null {
  for (const { index } of text.matchAll(WORD)) {
    const found = narrowingAt(text.slice(index));
    if (found?.areDaysSaid && !found.objection) return { only: found.only, index, length: found.length };
  }
  return null;
}

/** `weekdays`, `mondays 9-17`, `9am to 5pm`. */
function narrowingAt(text: string): Narrowing | null {
  const days = DAYS.exec(text);
  const only = days?.groups ? daysOf(days.groups) : {};
  const length = days?.[0].length ?? 0;
  const at = days ? AND_HOURS.exec(text.slice(length))?.[0].length : 0;
  const words = at === undefined ? '' : text.slice(length + at);
  const said = readSpan(words);
  if (!said) return days && { only, length, isPlain: true, areDaysSaid: true, objection: null };
  const hours = said.hours((days?.groups && partOf(days.groups)) ?? null);
  return {
    only: { ...only, ...(hours && { hours: ofEachDay(hours) }) },
    length: length + (at ?? 0) + said.length,
    isPlain: days !== null || !said.isBare,
    areDaysSaid: days !== null,
    objection: objectionToHours(words, { said, hours }),
  };
}

/** Numbers alone beside a month are days of it. It must not depend on the moment: what was read once is read always. */
function canNarrow(range: Reading, { isPlain, areDaysSaid }: Narrowing): boolean {
  if (areDaysSaid) return true;
  if (isClockUnit(range.granularity)) return false;
  return isPlain || range.only !== undefined || range.granularity === 'day' || range.granularity === 'week';
}

/** All days but these: `last month excluding weekends`. */
function allBut({ only: { days, hours }, ...narrowing }: Narrowing): Narrowing | null {
  return days && !hours ? { ...narrowing, only: { days: EVERY_DAY.filter((day) => !days.includes(day)) } } : null;
}

interface Placed {
  readonly range: Outcome;
  readonly narrowing: Narrowing;
  readonly length: number;
}

const noDayLeft = (length: number): Refusal =>
  refuse(length, {
    message: 'No day is left of this.',
    hint: 'Name days of the week once: “mondays last month”.',
    instead: ['last month'],
  });

function outcomeOf({ range, narrowing, length }: Placed): Outcome | null {
  if (isRefusal(range)) return { ...range, length };
  if (!canNarrow(range, narrowing)) return null;
  if (narrowing.objection) return { ...narrowing.objection, length };
  const days = range.only?.days && narrowing.only.days?.filter((day) => range.only?.days?.includes(day));
  if (days?.length === 0) return noDayLeft(length);
  // Its plainer words say nothing of what it is narrowed to.
  const { plainly: _, ...whole } = range;
  return { ...whole, only: { ...range.only, ...narrowing.only, ...(days && { days }) }, length };
}

/** Parts of the days or weeks of a range: the hours of every day, some weekdays of every week. */
export function narrowed(formats: readonly Format[]): Format {
  const read = longestOf(formats);

  const after: Format['read'] = (text, moment) => {
    const range = read(text, moment);
    const joint = range && AFTER_RANGE.exec(text.slice(range.length));
    const at = range && joint ? range.length + joint[0].length : 0;
    const said = at > 0 ? narrowingAt(text.slice(at)) : null;
    const narrowing = said && joint?.groups?.except ? allBut(said) : said;
    return range && narrowing && !isRefusal(range) ? outcomeOf({ range, narrowing, length: at + narrowing.length }) : null;
  };

  const first: Format['read'] = (text, moment) => {
    const narrowing = narrowingAt(text);
    const joint = narrowing && THEN_RANGE.exec(text.slice(narrowing.length));
    if (!narrowing || !joint) return null;
    const at = narrowing.length + joint[0].length;
    const words = text.slice(at);
    // `3-4 weeks ago`, `5-6 april` are no hours.
    if (!narrowing.isPlain && !STEPPED.test(words) && !DAYS.test(words)) return null;
    // `weekdays last week 9-17`, `9-17 on weekdays last week`
    const range = (narrowing.areDaysSaid ? after(words, moment) : first(words, moment)) ?? read(words, moment);
    return range && outcomeOf({ range, narrowing, length: at + range.length });
  };

  return {
    name: 'Working days',
    examples: ['weekdays in october', 'mondays last month', 'mornings this month', 'last week on weekdays', 'last week 9am-5pm'],
    read: (text, moment) => first(text, moment) ?? after(text, moment),
  };
}
