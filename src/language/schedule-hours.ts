import type { Temporal } from '../model/time.ts';
import { findRecurrence } from '../recurrence/index.ts';
import { readClockTime } from './date-range/clock/clock-time.ts';
import { readSpan } from './date-range/clock/phrases.ts';
import { isRefusal, type Moment } from './date-range/format.ts';
import { datesIn } from './date-range/index.ts';
import { isClockUnit } from './date-range/units.ts';

interface Piece {
  readonly index: number;
  readonly length: number;
}

/** The text with a sign in the place of every letter of a piece that means nothing. */
export function hidden(text: string, { index, length }: Piece): string {
  return text.slice(0, index) + '\u0001'.repeat(length) + text.slice(index + length);
}

const WORD = /(?<!\S)\S/gu;
const AT = /(?<!\S)(?:at|@) ?$/iu;

/** Whether from one time to another is said: `9-17`, `yesterday 9am to today 5pm`. */
function hasTwoTimes(words: string): boolean {
  const begun = Array.from(words.matchAll(WORD), ({ index }) => words.slice(index));
  return begun.some((rest) => readSpan(rest) !== null) || begun.filter((rest) => readClockTime(rest)?.isPlain).length > 1;
}

interface Hours extends Piece {
  readonly words: string;
  readonly isDaySaid: boolean;
}

/** Everything in the text that goes from one time to another. */
function spansIn(text: string, moment: Moment): readonly Hours[] {
  return Array.from(datesIn(text, moment)).flatMap((date) => {
    const { index, length } = date;
    const words = text.slice(index, index + length);
    if (isRefusal(date) || !(date.only?.hours || isClockUnit(date.granularity)) || !hasTwoTimes(words)) return [];
    return [{ index, length, words, isDaySaid: readSpan(words)?.length !== length }];
  });
}

interface WithoutHours {
  /** As long as the text. */
  readonly rest: string;
  /** Hours that cannot be told from times of posts; undefined: none. */
  readonly stretch: string | undefined;
}

/** The text without the days on which something is posted; its times are not told yet from hours of a report. */
function withoutDays(text: string, today: Temporal.PlainDate): string {
  const { spans } = findRecurrence(text, today);
  const recurs = ({ index, length }: Piece): boolean => findRecurrence(text.slice(index, index + length), today).recurrence !== null;
  return spans.filter(recurs).reduce(hidden, text);
}

/**
 * The text without the hours that a report is to cover: `yesterday 9am to 5pm every weekday at 18:00` is posted once a day. They are those of
 * a day that is not one of the posts, or stand beside another time.
 */
export function withoutReportHours(text: string, moment: Moment): WithoutHours {
  const today = moment.now.toPlainDate();
  let rest = text;
  let end = 0;
  let stretch: string | undefined;
  for (const span of spansIn(withoutDays(text, today), moment)) {
    if (span.index < end) continue;
    const without = hidden(rest, span);
    const isBesideTime = findRecurrence(without, today).isTimeSaid && !AT.test(rest.slice(0, span.index));
    if (span.isDaySaid || isBesideTime) [rest, end] = [without, span.index + span.length];
    else stretch ??= span.words;
  }
  return { rest, stretch };
}
