import type { Days, RecurrenceKind } from './recurrence.ts';
import { anywhere, EACH, EVERY, longest } from './words.ts';

type Daily = Days & { readonly kind: 'daily' };

const PATTERNS = [anywhere(`(?:(?:once )?daily|everyday|${EACH} day|${EVERY} (?:single )?(?:day|morning|afternoon|evening|night))`)];

export const daily: RecurrenceKind<Daily> = {
  kind: 'daily',
  examples: ['every day', 'daily'],
  find: (text) => longest(text, { patterns: PATTERNS, read: () => ({ kind: 'daily' }) }),
  describe: () => 'every day',
  isOn: () => () => true,
};
