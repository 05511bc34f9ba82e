import type { Format } from './format.ts';
import { byCalendar, wholeUnits } from './units.ts';
import { anyOf, meaning, phrase, STEPS, UNITS } from './vocabulary.ts';

const UNIT = `(?:whole |full |entire |completed? |(?<calendar>calendar ))?(?<unit>${anyOf(UNITS)})`;
/** Of `last last week` the words are said twice: it is the one before. */
const STEPPED = phrase(`(?:the )?(?:(?:whole|entire) (?:of )?)?(?:(?<twice>last|next) (?=\\k<twice> ))?(?<step>${anyOf(STEPS)}) ${UNIT}`);
const SECOND = phrase(`(?:the )?${UNIT} (?:(?<before>before (?:the )?last)|(?<after>after (?:the )?next))(?: one| \\k<unit>)?`);
/** `the month`, `all month`, `whole month` are this one; `the month before` is one that only what was said before tells. */
const PRESENT = phrase(`(?:the |all (?:the )?|(?=whole |entire ))(?!second|minute|hour|\\p{L}+s\\b)${UNIT}(?! (?:before|after)\\b)`);

function distance({ step, twice, before, after }: Record<string, string | undefined>): number {
  if (before) return -2;
  return after ? 2 : (twice ? 2 : 1) * (meaning(STEPS, step) ?? 0);
}

export const relativeUnit: Format = {
  name: 'This and last',
  examples: ['this week', 'last week', 'last month', 'previous quarter', 'this year', 'week before last'],
  read(text, moment) {
    const found = SECOND.exec(text) ?? STEPPED.exec(text) ?? PRESENT.exec(text);
    const unit = meaning(UNITS, found?.groups?.unit);
    if (!found?.groups || !unit) return null;
    const [words] = found;
    const stretch = wholeUnits({ unit, by: distance(found.groups) }, found.groups.calendar ? byCalendar(moment) : moment);
    const { unit: name = '' } = found.groups;
    return {
      ...stretch,
      length: words.length,
      ...(stretch.isFiscal && { doubtful: { words, instead: words.replace(name, `calendar ${name}`) } }),
    };
  },
};
