import { type Format, refuse } from './format.ts';
import { MOST_UNITS, wholeUnits } from './units.ts';
import { anyOf, COUNT, countOf, meaning, phrase, UNITS } from './vocabulary.ts';

const PATTERN = phrase(`(?<count>${COUNT}) (?<unit>${anyOf(UNITS)}) ago`);

/** `3 days ago` is that day, `2 weeks ago` that week: whole, like everything else. */
export const unitsAgo: Format = {
  examples: ['2 days ago', '3 weeks ago'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    const unit = meaning(UNITS, found?.groups?.unit);
    const count = countOf(found?.groups?.count);
    if (!found || !unit || count === undefined) return null;
    const [words] = found;
    if (count <= MOST_UNITS) return { ...wholeUnits({ unit, by: -count }, moment), length: words.length };
    return refuse(words.length, {
      message: `“${words}” is before there were any chats.`,
      hint: 'Ask for less.',
      instead: [`last ${unit}`],
    });
  },
};
