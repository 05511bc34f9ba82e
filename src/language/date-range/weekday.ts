import type { Temporal } from '../../model/time.ts';
import type { Format, Moment, Reading } from './format.ts';
import { MOST_UNITS, onOrAfter, onOrBefore, unitsFrom, wholeUnits } from './units.ts';
import { anyOf, COUNT, countOf, meaning, phrase, STEPS, WEEKDAYS } from './vocabulary.ts';

const DAY = `(?<day>${anyOf(WEEKDAYS)})\\.?`;
const WEEK = `(?:(?<week>${anyOf(STEPS)}) (?:week|wk)|week (?:(?<before>before last)|(?<after>after next))|(?<count>${COUNT}) (?:weeks?|wks?) ago)`;
const ALONE = phrase(`(?:on )?(?:(?<step>${anyOf(STEPS)}) )?${DAY}`);
/** `friday before last`. */
const SECOND = phrase(`(?:on )?(?:the )?${DAY} (?:(?<before>before last)|(?<after>after next))`);
/** `friday last week`, `friday of last week`, `friday two weeks ago`. */
const THEN_WEEK = phrase(`(?:on )?${DAY},? (?:of |in )?(?:the )?${WEEK}`);
/** `last week's friday`, `next week on friday`. */
const WEEK_FIRST = phrase(`${WEEK}(?:['’]s)?,? (?:on )?${DAY}`);

/** The weekday nearest before the moment's day, or that day itself. */
function upTo({ now }: Moment, weekday: number): Temporal.PlainDate {
  return onOrBefore(now.toPlainDate(), weekday);
}

function inWeek(moment: Moment, { by, weekday }: { readonly by: number; readonly weekday: number }): Temporal.PlainDate {
  return onOrAfter(wholeUnits({ unit: 'week', by }, moment).start.toPlainDate(), weekday);
}

/** `last friday` is never today; `this friday` is in this week. */
function stepped(moment: Moment, { by, weekday }: { readonly by: number; readonly weekday: number }): Temporal.PlainDate {
  if (by === 0) return inWeek(moment, { by, weekday });
  const recent = upTo(moment, weekday);
  return by > 0 || recent.equals(moment.now.toPlainDate()) ? recent.add({ weeks: by }) : recent;
}

/** Weekdays that are words of other kinds as well. */
const WORDS_TOO: ReadonlySet<string> = new Set(['sat', 'sun', 'wed']);

/** A bare weekday is the most recent one that has begun. */
export const weekday: Format = {
  name: 'Days',
  examples: ['monday', 'last friday', 'tuesday last week'],
  read(text, moment) {
    const found = THEN_WEEK.exec(text) ?? WEEK_FIRST.exec(text) ?? SECOND.exec(text) ?? ALONE.exec(text);
    if (!found?.groups) return null;
    const number = meaning(WEEKDAYS, found.groups.day);
    if (number === undefined) return null;
    const [{ length }] = found;
    const onDay = (date: Temporal.PlainDate): Reading => ({ ...unitsFrom({ date, unit: 'day' }, moment), length });
    const { before, after } = found.groups;
    const second = before ? -2 : after ? 2 : undefined;
    const isOfWeek = 'week' in found.groups;
    if (second && !isOfWeek) return onDay(stepped(moment, { by: Math.sign(second), weekday: number }).add({ weeks: Math.sign(second) }));
    const ago = countOf(found.groups.count);
    if (ago !== undefined) return ago > MOST_UNITS ? null : onDay(inWeek(moment, { by: -ago, weekday: number }));
    const week = second ?? meaning(STEPS, found.groups.week);
    if (week !== undefined) return onDay(inWeek(moment, { by: week, weekday: number }));
    const step = meaning(STEPS, found.groups.step);
    if (step !== undefined) return onDay(stepped(moment, { by: step, weekday: number }));
    return { ...onDay(upTo(moment, number)), recurs: 'week', ...(WORDS_TOO.has(found[0].toLowerCase()) && { isWeak: true }) };
  },
};
