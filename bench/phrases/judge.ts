import { isDeepStrictEqual } from 'node:util';
import type { Moment } from '../../src/language/date-range/format.ts';
import { type Only, Temporal } from '../../src/model/time.ts';
import { momentOf, type Phrase, type Range } from './phrase.ts';
import type { Answer, Span } from './reader.ts';

export type Verdict = 'right' | 'wrong' | 'none';

const LONG_AGO = { years: 10 };
const SECOND = 1000;

const instantOf = (wall: string, { now }: Moment): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(now.timeZoneId).epochMilliseconds;

function isStart(start: string | null, { expected, moment }: { readonly expected: string | null; readonly moment: Moment }): boolean {
  if (expected !== null) return start !== null && Date.parse(start) === instantOf(expected, moment);
  return start === null || Date.parse(start) <= moment.now.subtract(LONG_AGO).epochMilliseconds;
}

/** Ends with the moment, with its hour, or with its day: what goes on may be cut where nothing can have happened yet. */
function isCut(end: number, { now }: Moment): boolean {
  return end >= now.epochMilliseconds - SECOND && end <= now.startOfDay().add({ days: 1 }).epochMilliseconds;
}

/** An inclusive end (23:59:59, or .999) is as good as the exclusive one. */
function isEnd(end: string | null, { range, moment }: { readonly range: Range; readonly moment: Moment }): boolean {
  const at = end === null ? null : Date.parse(end);
  if (range.end === null) return at === null || isCut(at, moment);
  if (at === null) return false;
  const expected = instantOf(range.end, moment);
  const holdsNow =
    expected > moment.now.epochMilliseconds && range.start !== null && instantOf(range.start, moment) <= moment.now.epochMilliseconds;
  return [0, 1, SECOND].some((short) => at + short === expected) || (holdsNow && isCut(at, moment));
}

const isRange = ({ start, end }: Span, { range, moment }: { readonly range: Range; readonly moment: Moment }): boolean =>
  isStart(start, { expected: range.start, moment }) && isEnd(end, { range, moment });

/** Narrows nothing: every day of the span is one that it keeps. */
function keepsAll({ days, hours }: Only, { start, end }: Span): boolean {
  if (hours || !days || start === null || end === null) return !hours && !days;
  const [first, last] = [start, end].map((moment) => Temporal.PlainDate.from(moment.slice(0, 10)));
  if (!first || !last) return false;
  return Array.from({ length: first.until(last).days }, (_, index) => first.add({ days: index }).dayOfWeek).every((day) =>
    days.includes(day),
  );
}

/** Right is all of it: the range, what it is compared with, and what it is narrowed to. Of words that mean no range, no answer is right. */
export function judge(answer: Answer, phrase: Phrase): Verdict {
  const { means } = phrase;
  const hasAnswer = !('error' in answer) && !('none' in answer);
  if ('expect' in means) return hasAnswer ? 'wrong' : 'right';
  if (!hasAnswer) return 'none';
  const moment = momentOf(phrase);
  const isMeant = [means, ...(means.alternates ?? [])].some((range) => isRange(answer, { range, moment }));
  const isCompared = means.compare
    ? answer.compare !== undefined && isRange(answer.compare, { range: means.compare, moment })
    : !answer.compare;
  const { filter } = answer;
  const isNarrowed = means.only ? isDeepStrictEqual(filter, means.only) : !filter || keepsAll(filter, answer);
  return isMeant && isCompared && isNarrowed ? 'right' : 'wrong';
}
