import { Temporal } from '../../model/time.ts';
import type { Format } from './format.ts';
import { unitsFrom, wholeUnits } from './units.ts';
import { phrase } from './vocabulary.ts';

/** Before anything that could be reported. */
const LONG_AGO = Temporal.PlainDate.from('1970-01-01');

const PATTERN = phrase(
  '(?:for |of |over )?(?:all[- ](?:the )?time|ever|since forever|since the (?:very )?(?:beginning|start)(?: of time)?|(?:the )?(?:entire|whole) (?:time|history)|lifetime)',
);

export const longAgo = (zone: string): Temporal.ZonedDateTime => LONG_AGO.toZonedDateTime(zone);

/** It has neither a beginning nor an end. */
export const allTime: Format = {
  name: 'All time',
  examples: [],
  read(text, moment) {
    const found = PATTERN.exec(text);
    if (!found) return null;
    const { start } = unitsFrom({ date: LONG_AGO, unit: 'day' }, moment);
    return { start, end: wholeUnits({ unit: 'day' }, moment).end, granularity: 'day', isOpen: true, length: found[0].length };
  },
};
