import type { Format } from './format.ts';
import { wholeUnits } from './units.ts';
import { anyOf, meaning, phrase, STEPS, UNITS } from './vocabulary.ts';

const UNIT = `(?:whole |full |calendar |entire )?(?<unit>${anyOf(UNITS)})`;
const STEPPED = phrase(`(?:the )?(?:(?:whole|entire) (?:of )?)?(?<step>${anyOf(STEPS)}) ${UNIT}`);
const SECOND = phrase(`(?:the )?${UNIT} (?:(?<before>before (?:the )?last)|(?<after>after (?:the )?next))`);
/** `the month` is this one. */
const PRESENT = phrase(`the ${UNIT}`);

function distance({ step, before, after }: Record<string, string | undefined>): number {
  if (before) return -2;
  return after ? 2 : (meaning(STEPS, step) ?? 0);
}

export const relativeUnit: Format = {
  examples: ['this week', 'last week', 'last month', 'previous quarter', 'this year', 'week before last'],
  read(text, moment) {
    const found = SECOND.exec(text) ?? STEPPED.exec(text) ?? PRESENT.exec(text);
    const unit = meaning(UNITS, found?.groups?.unit);
    if (!found?.groups || !unit) return null;
    return { ...wholeUnits({ unit, by: distance(found.groups) }, moment), length: found[0].length };
  },
};
