import { type Format, isRefusal } from './format.ts';
import { relativeUnit } from './relative-unit.ts';
import { wholeUnits } from './units.ts';

/** `rest of the week`: from today on, of a day from this moment on. */
export const restOf: Format = {
  name: 'Up to now',
  examples: [],
  read(text, moment) {
    const opening =
      /^(?:the )?(?:rest|remainder|remaining(?: part)?|balance) (?:of )?(?:(?:the|this|my) )?(?:current )?/iu.exec(text)?.[0].length ?? 0;
    const words = opening > 0 ? `this ${text.slice(opening)}` : '';
    const period = relativeUnit.read(words, moment);
    if (!period || isRefusal(period)) return null;
    const start = period.granularity === 'day' ? moment.now : wholeUnits({ unit: 'day' }, moment).start;
    return { ...period, start, granularity: 'day', length: opening + period.length - 'this '.length };
  },
};
