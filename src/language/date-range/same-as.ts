import { type Format, isRefusal } from './format.ts';
import { relativeUnit } from './relative-unit.ts';
import { moved, wholeUnits } from './units.ts';
import { unitsAgo } from './units-ago.ts';
import { anyOf, meaning, phrase, UNITS } from './vocabulary.ts';

const SAME = `(?:the |this )?same (?<unit>${anyOf(UNITS)})(?: of| in)?`;
const THIS = `this (?<thisUnit>day|date|week|month|quarter)(?: of| in)?`;
const TODAY = `today(?= (?:last|a|one|\\d))`;
const TIME = 'this time';
const PATTERN = phrase(`(?:on |at )?(?:${SAME}|${THIS}|${TODAY}|${TIME})`);
const THEN = /^(?:last|previous|a|an|one|two|\d)/iu;

/** `same week last year`, `this time last month`, `today last week`: the unit that holds this moment, so long before. */
export const sameAs: Format = {
  name: 'The same time before',
  examples: ['same week last year', 'today last week'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    if (!found) return null;
    const words = text.slice(found[0].length + 1);
    const then = THEN.test(words) ? (relativeUnit.read(words, moment) ?? unitsAgo.read(words, moment)) : null;
    if (!then || isRefusal(then) || then.granularity === 'hour') return null;
    const unit = meaning(UNITS, found.groups?.unit ?? found.groups?.thisUnit) ?? 'day';
    const { start, granularity } = then;
    const present = wholeUnits({ unit: granularity }, moment).start.toPlainDate();
    const back = present.until(start.toPlainDate(), {
      largestUnit: granularity === 'week' ? 'week' : granularity === 'day' ? 'day' : 'month',
    });
    // A day a year ago has the same weekday where weeks are counted; by weeks a year has 52.
    const isByWeeks = unit === 'week' && granularity === 'year';
    const day = isByWeeks
      ? moved(moment.now.toPlainDate(), { unit: 'week', by: (52 * back.months) / 12 })
      : moment.now.toPlainDate().add(back);
    return {
      ...wholeUnits({ unit }, { ...moment, now: day.toZonedDateTime(moment.now.timeZoneId) }),
      length: found[0].length + 1 + then.length,
    };
  },
};
