import { Temporal } from '../../model/time.ts';
import type { Format } from './format.ts';
import { unitsFrom } from './units.ts';
import { phrase } from './vocabulary.ts';

const PATTERN = phrase('(?:the )?(?<named>(?:calendar )?year (?:of )?|cy ?)?(?<year>(?:19|20)\\d\\d)');

export const year: Format = {
  name: 'Months and years',
  examples: ['2025'],
  read(text, moment) {
    const found = PATTERN.exec(text);
    if (!found?.groups) return null;
    const date = Temporal.PlainDate.from({ year: Number(found.groups.year), month: 1, day: 1 });
    return {
      ...unitsFrom({ date, unit: 'year' }, moment),
      length: found[0].length,
      ...(!found.groups.named && { isWeak: true }),
    };
  },
};
