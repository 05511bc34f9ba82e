import { Temporal } from '../../model/time.ts';
import { type Format, type Moment, refuse, reversed, type Stretch } from './format.ts';
import { unitsFrom } from './units.ts';
import { phrase } from './vocabulary.ts';
import { OF_YEAR, ofYear, YEAR_OWNS } from './yearly.ts';

const YEAR_FIRST = phrase('(?<year>(?:19|20)\\d\\d)[- ]?W(?:(?:ee)?k )?(?<week>\\d{1,2})');
const WEEK = '(?:the )?(?:(?:calendar |iso )?weeks?|wks?|cw|kw|w)';
const TO = '(?: ?[-–—] ?| (?:to|until|till|through|thru) )';
const WEEK_FIRST = phrase(`${WEEK} ?(?:#|no\\.? ?|number )?(?<week>\\d{1,2})(?:${TO}(?<last>\\d{1,2}))?${OF_YEAR}?`);
const YEAR_OWNS_WEEK = phrase(`${YEAR_OWNS}${WEEK} ?(?<week>\\d{1,2})`);

/** Weeks of ISO 8601: they begin on Monday whatever the week does elsewhere, and week 1 holds 4 January. */
function isoWeek({ year, week }: { readonly year: number; readonly week: number }, moment: Moment): Stretch | null {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return monday.weekOfYear === week ? unitsFrom({ date: monday, unit: 'week' }, moment) : null;
}

export const weekNumber: Format = {
  name: 'Weeks',
  examples: ['2026-W45', 'CW 45', 'week 45 of 2025'],
  read(text, moment) {
    const found = YEAR_FIRST.exec(text) ?? YEAR_OWNS_WEEK.exec(text) ?? WEEK_FIRST.exec(text);
    if (!found?.groups) return null;
    const [words] = found;
    const week = Number(found.groups.week);
    const last = Number(found.groups.last ?? week);
    const inYear = (year: number): Stretch | null => {
      const [from, to] = [week, last].map((each) => isoWeek({ year, week: each }, moment));
      return from && to ? { ...from, end: to.end } : null;
    };
    const named = ofYear({ groups: found.groups, moment, inYear });
    if (named && last < week) return reversed(words.length, { text: words, first: `week ${week}`, second: `week ${last}` });
    if (named) return { ...named, length: words.length };
    const hint = 'The weeks of a year go from 1 to 52, of some to 53.';
    return refuse(words.length, { message: `There is no “${words}”.`, hint, instead: ['last week'] });
  },
};
