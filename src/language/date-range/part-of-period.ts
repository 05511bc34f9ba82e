import { type Format, isRefusal, type Moment, type Reading, refuse } from './format.ts';
import { type Part, partsOf } from './parts-of-period.ts';
import { mostRecentPart, periodAt } from './period.ts';
import { anyOf, COUNT, countOf, meaning, ORDINAL, ordinalOf, phrase, STEPS, UNITS, WEEKDAYS } from './vocabulary.ts';

const WHICH = `(?:(?<second>(?:(?:second|2nd|next)(?: to)?[ -]last|last but one|penultimate))|(?<last>last|final)|(?<ordinal>\\d{3}(?:st|nd|rd|th)|${ORDINAL}))`;
const HALF = '(?<half>half)';
const KIND = `(?:(?<weekday>${anyOf(WEEKDAYS)})|(?<working>(?:business|working|work|week) ?days?)|(?<weekend>weekends?|week-ends?)|${HALF}|(?<full>full |whole |entire |complete )?(?<unit>${anyOf(UNITS)}))`;
const NUMBERED = `(?<kindFirst>${anyOf(new Map(['day', 'week', 'month', 'quarter'].map((unit) => [unit, unit])))}) (?:number |no\\.? ?)?(?<number>\\d{1,2})`;
/** A number takes no word before it: `in week 45 of 2025` is the week that the calendar numbers so. */
const PART = phrase(`(?:(?:on |in |during )?(?:the )?${WHICH}(?: (?<count>${COUNT}))?(?: ${KIND})?|(?:the )?${NUMBERED})`);
/** `of` is left out in speech: `first week october`, `last friday in march`. */
const JOINT = phrase('of|in|from|during|within');
const STEPPED = phrase(`${anyOf(STEPS)}|(?:19|20)\\d\\d`);
/** `the month's first week`, `october's last friday`. */
const OWNER = /^(?:['’]s?)? /u;

const unitOf = (word: string | undefined) => meaning(UNITS, word);

const NAMED = ['weekday', 'working', 'weekend', 'half'] as const;

function partOf(groups: Record<string, string | undefined>): Part | null {
  const { second, last, ordinal, count, weekday, full, unit, kindFirst, number } = groups;
  const nth = second ? -2 : last ? -1 : (ordinalOf(ordinal) ?? Number(number));
  const named = NAMED.find((kind) => groups[kind] !== undefined);
  const whole = unitOf(unit ?? kindFirst) ?? 'day';
  const kind = named ?? (full && whole === 'week' ? 'full week' : whole);
  const many = countOf(count) ?? 1;
  // `last october`, `first 2026`: no part of anything.
  if ((!ordinal || count) && !named && !unit && !kindFirst) return null;
  return many < 1 || many > 366 || nth === 0 ? null : { nth, count: many, kind, weekday: meaning(WEEKDAYS, weekday) };
}

const WEEKS: ReadonlySet<Part['kind']> = new Set(['week', 'full week']);
const WEEK = /(?<=^|[ ])week(?![\p{L}\p{N}])/iu;

/** The first or the last week of a period begins or ends beside it, unlike its first or last seven days. */
function inDays(words: string, { nth, count, kind }: Part): Pick<Reading, 'doubtful'> | null {
  if (kind !== 'week' || count > 1 || Math.abs(nth) !== 1 || !WEEK.test(words)) return null;
  return { doubtful: { words, instead: words.replace(WEEK, '7 days').replace(/(?<=^|[ ])1st(?= )/iu, 'first') } };
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
    if (joint === '' && (part.nth < 0 || (!WEEKS.has(part.kind) && !STEPPED.test(words)))) return null;
    const period = periodAt(words, moment);
    if (!period) return null;
    const length = text.length - words.length + period.length;
    if (isRefusal(period)) return { ...period, length };
    const toPart = (of: Reading): Reading => {
      const stretch = partsOf(of, part, moment);
      return stretch ? { ...of, ...stretch, length } : { ...of, start: of.end, length };
    };
    const at = (then: Moment) => periodAt(words, then);
    const reading = mostRecentPart(period, { moment, at, part: toPart });
    if (reading.start.epochMilliseconds < reading.end.epochMilliseconds) return { ...reading, ...inDays(text.slice(0, length), part) };
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
    const stretch = part && partsOf(period, part, moment);
    if (!stretch || !found || !owner) return null;
    const length = period.length + owner.length + found[0].length;
    return { ...period, ...stretch, length, ...inDays(text.slice(0, length), part) };
  },
};
