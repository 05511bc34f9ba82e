import type { Days, RecurrenceKind } from './recurrence.ts';
import { anywhere, EVERY, longest, WORKING_DAY } from './words.ts';

type Weekdays = Days & { readonly kind: 'weekdays' };

const RANGE = 'mon(?:days?)?(?: ?[-–] ?| to | through | thru )fri(?:days?)?';
const PATTERNS = [
  anywhere(`${EVERY} (?:${WORKING_DAY}|${RANGE})`),
  anywhere('(?:on )?(?:working|business|work|week) ?days'),
  anywhere('(?:on )?(?:mon ?[-–] ?fri|mondays (?:to|through) fridays)'),
];

export const weekdays: RecurrenceKind<Weekdays> = {
  kind: 'weekdays',
  examples: ['every weekday', 'mon-fri'],
  find: (text) => longest(text, { patterns: PATTERNS, read: () => ({ kind: 'weekdays' }) }),
  describe: () => 'every weekday',
  isOn:
    () =>
    ({ dayOfWeek }) =>
      dayOfWeek <= 5,
};
