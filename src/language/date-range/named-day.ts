import type { Format } from './format.ts';
import { wholeUnits } from './units.ts';
import { anyOf, meaning, phrase } from './vocabulary.ts';

const NAMES: ReadonlyMap<string, number> = new Map([
  ['day before yesterday', -2],
  ['yesterday', -1],
  ['yday', -1],
  ['today', 0],
  ['now', 0],
  ['tomorrow', 1],
  ['day after tomorrow', 2],
]);

/** `todays chats` is written for `today's chats`. */
const PATTERN = phrase(`(?:the )?(?<name>${anyOf(NAMES)})(?:s(?= ))?`);

export const namedDay: Format = {
  name: 'Days',
  examples: ['today', 'yesterday', 'day before yesterday'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    const by = meaning(NAMES, found?.groups?.name);
    if (!found || by === undefined) return null;
    return { ...wholeUnits({ unit: 'day', by }, moment), length: found[0].length };
  },
};
