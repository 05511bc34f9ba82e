import type { Moment } from '../format.ts';
import { anyOf, MONTHS, UNITS } from '../vocabulary.ts';
import type { ReadDay, SaidDay } from './said-day.ts';

/** What is said of the hours of a day, in so much of the text. */
export interface Said {
  readonly length: number;
  /** Could be numbers of anything, were there no day beside them: `9-17`. */
  readonly isBare: boolean;
}

export interface Placed<T> {
  readonly said: T;
  /** null: no day is named. */
  readonly day: SaidDay | null;
  readonly isDayFirst: boolean;
  readonly length: number;
}

const LINK = /^,? (?:(?<preposition>on|of|in|at|from) )?/iu;
/** `3-4 days ago` are no hours. */
const COUNTED_FIRST = new RegExp(`^(?:${anyOf(MONTHS)}|${anyOf(UNITS)}(?!\\p{L}))`, 'iu');
/** Where hours may begin after a day: at a number or at what stands before it. */
const BEGINNING =
  /(?<=[\s,@]|\dT)(?:\d|(?:from|(?:in )?between|since|after|at|for|before|until|till|up to|noon|mid(?:day|night)|half past|(?:a )?quarter)\b)/giu;
const BETWEEN = /(?:[\s,@:]+|(?<=\d)T)$/iu;
/** Longer than any day in words. */
const REACH = 60;
/** Days are dear to read. */
const MOST_DAYS = 2;

interface Readers<T> {
  readonly read: (text: string) => T | null;
  readonly readDay: ReadDay;
}

/** `5-6 april 22` are days; `5-6 on april 22` are hours. */
function thenDay<T extends Said>(said: T, { text, moment, readDay }: { text: string; moment: Moment; readDay: ReadDay }): Placed<T> | null {
  const rest = text.slice(said.length);
  const link = LINK.exec(rest);
  const words = rest.slice(link?.[0].length);
  const isDate = said.isBare && !link?.groups?.preposition && COUNTED_FIRST.test(words);
  const day = link && !isDate ? readDay(words, moment) : null;
  return day && { said, day, isDayFirst: false, length: text.length - words.length + day.length };
}

/** Reads hours and their day at the beginning of the text, whichever comes first. */
export function createPlacing<T extends Said>({ read, readDay }: Readers<T>): (text: string, moment: Moment) => Placed<T> | null {
  const dayFirst = (text: string, moment: Moment): Placed<T> | null => {
    let days = 0;
    for (const { index } of text.slice(0, REACH).matchAll(BEGINNING)) {
      if (index === 0) continue;
      const said = read(text.slice(index));
      if (!said) continue;
      if (++days > MOST_DAYS) return null;
      const words = text.slice(0, index).replace(BETWEEN, '');
      const day = readDay(words, moment);
      if (day?.length === words.length) return { said, day, isDayFirst: true, length: index + said.length };
    }
    return null;
  };
  return (text, moment) => {
    const said = read(text);
    const placed = (said && thenDay(said, { text, moment, readDay })) ?? dayFirst(text, moment);
    if (placed || !said || said.isBare) return placed;
    return { said, day: null, isDayFirst: false, length: said.length };
  };
}
