import type { Temporal } from '../../model/time.ts';
import { lengthAt } from './duration.ts';
import { type Format, type Moment, type Outcome, refuse } from './format.ts';
import { MOST_UNITS, moved, onOrBefore, unitsFrom, wholeUnits } from './units.ts';
import { anyOf, COUNT, countOf, meaning, phrase, UNITS, WEEKDAYS } from './vocabulary.ts';

const AGO = '(?:ago|back|earlier)';
/** `a year ago today` is that day. */
const PATTERN = phrase(`(?:(?<count>${COUNT}) |(?!\\p{L}+s ))(?<unit>${anyOf(UNITS)}) ${AGO}(?<today> today)?`);
const WEEKDAYS_AGO = phrase(`(?<count>${COUNT}) (?<weekday>${anyOf(WEEKDAYS)})s? ${AGO}`);
const AFTER_LENGTH = phrase(AGO);

const onDay = (date: Temporal.PlainDate, length: number, moment: Moment): Outcome => ({
  ...unitsFrom({ date, unit: 'day' }, moment),
  length,
});

/** `3 days ago` is that day, `2 weeks ago` that week: whole, like everything else. Of several units, it is the day. */
export const unitsAgo: Format = {
  name: 'Counted back',
  examples: ['2 days ago', '3 weeks ago'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    const unit = meaning(UNITS, found?.groups?.unit);
    const { count: said, today } = found?.groups ?? {};
    const count = said ? countOf(said) : 1;
    if (!found || !unit || count === undefined) return weekdaysAgo(text, moment) ?? lengthAgo(text, moment);
    const [words] = found;
    if (count <= MOST_UNITS && today) return onDay(moved(moment.now.toPlainDate(), { unit, by: -count }), words.length, moment);
    if (count <= MOST_UNITS) return { ...wholeUnits({ unit, by: -count }, moment), length: words.length };
    return refuse(words.length, {
      message: `“${words}” is before there were any chats.`,
      hint: 'Ask for less.',
      instead: [`last ${unit}`],
    });
  },
};

/** `2 thursdays ago`: the second one before today. */
function weekdaysAgo(text: string, moment: Moment): Outcome | null {
  const found = WEEKDAYS_AGO.exec(text);
  const weekday = meaning(WEEKDAYS, found?.groups?.weekday);
  const count = countOf(found?.groups?.count);
  if (!found || !weekday || !count || count > MOST_UNITS) return null;
  const yesterday = moment.now.toPlainDate().subtract({ days: 1 });
  return onDay(onOrBefore(yesterday, weekday).subtract({ weeks: count - 1 }), found[0].length, moment);
}

/** `1 month 21 days ago`. */
function lengthAgo(text: string, moment: Moment): Outcome | null {
  const length = lengthAt(text);
  const ago = length && AFTER_LENGTH.exec(text.slice(length.length + 1));
  return ago ? onDay(length.from(moment.now, -1).toPlainDate(), length.length + 1 + ago[0].length, moment) : null;
}
