import type { Temporal } from '../../model/time.ts';
import { type Format, isRefusal, type Moment, type Reading, refuse, type Stretch } from './format.ts';
import { mostRecentPart, periodAt } from './period.ts';
import { moved, onOrAfter, unitsFrom } from './units.ts';
import { anyOf, COUNT, countOf, meaning, ORDINAL, ordinalOf, phrase, STEPS, UNITS, WEEKDAYS } from './vocabulary.ts';

const WHICH = `(?:(?<second>(?:(?:second|2nd|next)(?: to)?[ -]last|last but one|penultimate))|(?<last>last|final)|(?<ordinal>\\d{3}(?:st|nd|rd|th)|${ORDINAL}))`;
const HALF = '(?<half>half)';
const KIND = `(?:(?<weekday>${anyOf(WEEKDAYS)})|(?<working>(?:business|working|work|week) ?days?)|(?<weekend>weekends?|week-ends?)|${HALF}|(?:full |whole )?(?<unit>${anyOf(UNITS)}))`;
const NUMBERED = `(?<kindFirst>${anyOf(new Map(['day', 'week', 'month', 'quarter'].map((unit) => [unit, unit])))}) (?:number |no\\.? ?)?(?<number>\\d{1,2})`;
/** A number takes no word before it: `in week 45 of 2025` is the week that the calendar numbers so. */
const PART = phrase(`(?:(?:on |in |during )?(?:the )?${WHICH}(?: (?<count>${COUNT}))?(?: ${KIND})?|(?:the )?${NUMBERED})`);
/** `of` is left out in speech: `first week october`, `last friday in march`. */
const JOINT = phrase('of|in|from|during|within');
const STEPPED = phrase(`${anyOf(STEPS)}|(?:19|20)\\d\\d`);
/** `the month's first week`, `october's last friday`. */
const OWNER = /^(?:['’]s?)? /u;

interface Part {
  /** From the beginning, 1 the first; -1 the last, -2 the one before it. */
  readonly nth: number;
  /** How many of them. */
  readonly count: number;
  readonly kind: 'weekday' | 'working' | 'weekend' | 'half' | NonNullable<ReturnType<typeof unitOf>>;
  readonly weekday: number | undefined;
}

const unitOf = (word: string | undefined) => meaning(UNITS, word);

function partOf(groups: Record<string, string | undefined>): Part | null {
  const { second, last, ordinal, count, weekday, working, weekend, half, unit, kindFirst, number } = groups;
  const nth = second ? -2 : last ? -1 : (ordinalOf(ordinal) ?? Number(number));
  const kind = weekday ? 'weekday' : working ? 'working' : weekend ? 'weekend' : half ? 'half' : (unitOf(unit ?? kindFirst) ?? 'day');
  const many = countOf(count) ?? 1;
  // `last october`, `first 2026`: no part of anything.
  if ((!ordinal || count) && !weekday && !working && !weekend && !half && !unit && !kindFirst) return null;
  return many < 1 || many > 366 || nth === 0 ? null : { nth, count: many, kind, weekday: meaning(WEEKDAYS, weekday) };
}

const SATURDAY = 6;
const FRIDAY = 5;

/** The days on which parts of a kind begin, within the first and the last day of the period. */
function beginnings({ start, end }: Stretch, { kind, weekday }: Part, { weekStart }: Moment): readonly Temporal.PlainDate[] {
  const [first, until] = [start.toPlainDate(), end.toPlainDate()];
  const days = (from: Temporal.PlainDate, to: Temporal.PlainDate, step: Parameters<typeof moved>[1]): Temporal.PlainDate[] => {
    const found = [];
    for (let day = from; day.until(to).sign > 0; day = moved(day, step)) found.push(day);
    return found;
  };
  const daily = { unit: 'day', by: 1 } as const;
  const weekly = { unit: 'week', by: 1 } as const;
  switch (kind) {
    case 'weekday':
      return days(onOrAfter(first, weekday ?? 1), until, weekly);
    case 'weekend':
      return days(onOrAfter(first, SATURDAY), until, weekly);
    case 'working':
      return days(first, until, daily).filter(({ dayOfWeek }) => dayOfWeek <= FRIDAY);
    case 'week': {
      // As ISO has it: a week is of the period that most of its days are in, which is where its fourth day is.
      const opening = { monday: 1, sunday: 7, saturday: 6 }[weekStart];
      const fourth = ((opening + 2) % 7) + 1;
      return days(onOrAfter(first, fourth), until, weekly).map((day) => day.subtract({ days: 3 }));
    }
    case 'half': {
      const months = first.until(until, { largestUnit: 'month' }).months;
      const middle =
        months > 1 ? first.add({ months: Math.floor(months / 2) }) : first.add({ days: Math.floor(first.until(until).days / 2) });
      return [first, middle];
    }
    case 'hour':
    case 'minute':
    case 'second':
      return [];
    default:
      return days(first, until, { unit: kind, by: 1 });
  }
}

/** Where the last of them ends. */
function endOf(day: Temporal.PlainDate, { kind }: Part, { end }: Stretch): Temporal.PlainDate {
  switch (kind) {
    case 'weekend':
      return day.add({ days: 2 });
    case 'half':
      return end.toPlainDate();
    case 'weekday':
    case 'working':
    case 'hour':
    case 'minute':
    case 'second':
      return day.add({ days: 1 });
    default:
      return moved(day, { unit: kind, by: 1 });
  }
}

const DAYS: ReadonlySet<string> = new Set(['weekday', 'working', 'weekend', 'half']);

/** null: there are not so many. */
function cut(period: Stretch, part: Part, moment: Moment): Stretch | null {
  const all = beginnings(period, part, moment);
  const from = part.nth < 0 ? all.length + part.nth - (part.count - 1) : (part.nth - 1) * part.count;
  const [first, last] = [all[from], all[from + part.count - 1]];
  if (!first || !last) return null;
  const next = part.kind === 'half' ? (all[from + 1] ?? null) : null;
  const zone = period.start.timeZoneId;
  const granularity = DAYS.has(part.kind) ? 'day' : (part.kind as Stretch['granularity']);
  const end = next ?? endOf(last, part, period);
  return { ...unitsFrom({ date: first, unit: 'day' }, moment), end: end.toZonedDateTime(zone), granularity };
}

/** `first monday of last month`, `last day of october`, `20th of next month`, `first week of october`, `last 4 months of 2025`, `second half of march`. */
export const partOfPeriod: Format = {
  name: 'Parts of a month or year',
  examples: ['first monday of last month', 'last day of october', 'first week of october', 'last 3 months of 2025', 'first half of 2026'],
  read(text, moment) {
    const found = PART.exec(text);
    const part = found?.groups && partOf(found.groups);
    if (!found || !part) return null;
    const rest = text.slice(found[0].length).trimStart();
    const joint = JOINT.exec(rest)?.[0] ?? '';
    const words = rest.slice(joint.length).trimStart();
    // Without a word between, `first monday` and what comes after it may be two things.
    if (joint === '' && (part.nth < 0 || (part.kind !== 'week' && !STEPPED.test(words)))) return null;
    const period = periodAt(words, moment);
    if (!period) return null;
    const length = text.length - words.length + period.length;
    if (isRefusal(period)) return { ...period, length };
    const toPart = (of: Reading): Reading => {
      const stretch = cut(of, part, moment);
      return stretch ? { ...of, ...stretch, length } : { ...of, start: of.end, length };
    };
    const at = (then: Moment) => periodAt(words, then);
    const reading = mostRecentPart(period, { moment, at, part: toPart });
    if (reading.start.epochMilliseconds < reading.end.epochMilliseconds) return reading;
    const message = `There is no “${text.slice(0, length)}”.`;
    return refuse(length, { message, hint: 'Ask for a part that the calendar has.', instead: [words.slice(0, period.length)] });
  },
};

/** `october's first week`, `last year's first quarter`. */
export const periodsPart: Format = {
  name: 'Parts of a month or year',
  examples: [],
  read(text, moment) {
    const period = periodAt(text, moment);
    if (!period || isRefusal(period)) return null;
    const owner = OWNER.exec(text.slice(period.length))?.[0];
    const words = text.slice(period.length + (owner?.length ?? 0));
    const found = owner ? PART.exec(words) : null;
    const part = found?.groups && partOf(found.groups);
    // Without the sign only what cannot be anything else: `october first week`, `last month on the 20th`.
    if (
      owner === ' ' &&
      !(part && part.nth > 0 && (found?.groups?.unit ?? found?.groups?.weekday ?? found?.groups?.half ?? /^on /iu.exec(words)))
    )
      return null;
    const stretch = part && cut(period, part, moment);
    return stretch && found && owner ? { ...period, ...stretch, length: period.length + owner.length + found[0].length } : null;
  },
};
