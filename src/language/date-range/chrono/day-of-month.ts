import type { Parser } from 'chrono-node/en';
import { ORDINAL, ordinalOf, phrase } from '../vocabulary.ts';

const PATTERN = phrase(`(?<day>${ORDINAL})`);

/** `15th`, `fifteenth`. */
export const dayOfMonth: Parser = {
  pattern: () => PATTERN,
  extract(_context, match) {
    const day = ordinalOf(match.groups?.day);
    return day === undefined ? null : { day };
  },
};
