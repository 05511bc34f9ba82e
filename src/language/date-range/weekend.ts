import type { Format } from './format.ts';
import { unitsFrom } from './units.ts';
import { anyOf, meaning, phrase, STEPS } from './vocabulary.ts';

const PATTERN = phrase(`(?:all )?(?:the )?(?:(?:this )?(?<step>${anyOf(STEPS)}) )?week-?end(?<second> before last)?`);
const SATURDAY = 6;

/** Saturday and Sunday; without another word the ones that began last. */
export const weekend: Format = {
  name: 'Days',
  examples: ['last weekend'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    if (!found) return null;
    const today = moment.now.toPlainDate();
    const begun = today.subtract({ days: (today.dayOfWeek - SATURDAY + 7) % 7 });
    const isOn = today.dayOfWeek >= SATURDAY;
    const step = found.groups?.second ? -2 : (meaning(STEPS, found.groups?.step) ?? (isOn ? 0 : -1));
    // On a weekend `last` skips the one that is on; before it `this` is the one to come.
    const weeks = isOn ? step : step + 1;
    return { ...unitsFrom({ date: begun.add({ weeks }), unit: 'day', count: 2 }, moment), length: found[0].length };
  },
};
