import { baselineOf } from '../../src/language/baseline.ts';
import { findComparison } from '../../src/language/comparison.ts';
import { isRefusal, type Moment, type Objection, type Stretch } from '../../src/language/date-range/format.ts';
import { findDate } from '../../src/language/date-range/index.ts';
import { translate } from '../../src/language/locales/index.ts';
import { tidy } from '../../src/language/tidy.ts';
import type { Only } from '../../src/model/time.ts';

/** RFC 3339 with the offset of its zone. `end` is exclusive; null: it is open. */
export interface Span {
  readonly start: string | null;
  readonly end: string | null;
}

/** What words mean, or why they mean nothing: `error` is said to the person, `none` is no date at all. */
export type Answer = (Span & { readonly compare?: Span; readonly filter?: Only }) | { readonly error: string } | { readonly none: true };

const spanOf = ({ start, end, isOpen }: Stretch): Span => ({
  start: isOpen ? null : start.toString({ timeZoneName: 'never' }),
  end: end.toString({ timeZoneName: 'never' }),
});

interface Read {
  readonly answer: Answer;
  /** How many letters stand outside of the date: what was not understood. */
  readonly left: number;
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function read(text: string, moment: Moment): Read {
  const comparison = findComparison(text, moment);
  const { index, length } = comparison ?? { index: text.length, length: 0 };
  const pieces = [text.slice(0, index), text.slice(index + length)];
  const [found] = pieces.flatMap((piece) => {
    const date = findDate(piece, moment);
    return date ? [{ date, said: piece.slice(date.index, date.index + date.length) }] : [];
  });
  if (!found) return { answer: { none: true }, left: Number.POSITIVE_INFINITY };
  const { date, said } = found;
  const left = lettersOf(text) - lettersOf(said) - lettersOf(text.slice(index, index + length));
  if (isRefusal(date)) return { answer: { error: date.objection.message }, left };
  const baseline: Stretch | Objection | null = comparison && baselineOf(comparison.value, { range: date, moment });
  if (baseline && 'message' in baseline) return { answer: { error: baseline.message }, left };
  return { answer: { ...spanOf(date), ...(baseline && { compare: spanOf(baseline) }), ...(date.only && { filter: date.only }) }, left };
}

/** What the product reads in the words: in English, or in the language of the locale where that explains more of them. */
export function answerOf(words: string, moment: Moment): Answer {
  const { text } = tidy(words);
  const english = read(text, moment);
  const translation = translate(text, moment.locale);
  const translated = translation === null || translation === text ? null : read(translation, moment);
  return translated && translated.left < english.left ? translated.answer : english.answer;
}
