import type { DateRange, Granularity, Temporal } from '../../model/time.ts';
import type { Moment, Objection, Stretch } from './format.ts';
import { anyOf, dayInWords, MONTHS, STEPS, WEEKDAYS } from './vocabulary.ts';

const LONGEST_YEARS = 3;
/** LiveChat began in 2002; what is before it is a slip of the keyboard. */
const FIRST_YEAR = 2000;

/** The last one like it, for a range that has not begun. */
const LAST: Record<Granularity, string> = {
  second: 'today',
  minute: 'today',
  hour: 'today',
  day: 'yesterday',
  week: 'last week',
  month: 'last month',
  quarter: 'last quarter',
  year: 'last year',
};

/** Ranges that end as one that has no beginning. */
function withBeginning(end: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): readonly string[] {
  const last = end.subtract({ seconds: 1 }).toPlainDate();
  const isOver = end.epochMilliseconds <= now.epochMilliseconds;
  return [...(isOver ? [`${dayInWords(last.with({ day: 1 }))} to ${dayInWords(last)}`] : []), `last ${LONGEST_YEARS} years`];
}

/** Why a report cannot be about a time, or null. */
function objection({ start, end, granularity, label, isOpen }: Stretch & { readonly label: string }, { now }: Moment): Objection | null {
  const [from, to] = [start.epochMilliseconds, end.epochMilliseconds];
  if (isOpen) {
    return { message: `“${label}” has no beginning.`, hint: 'Say from when on: “1 oct to 15 oct”.', instead: withBeginning(end, now) };
  }
  if (from > now.epochMilliseconds) {
    return {
      message: `“${label}” has not begun yet.`,
      hint: 'A report looks back: ask for a time that has begun.',
      instead: [LAST[granularity]],
    };
  }
  if (to <= from)
    return { message: `“${label}” is no time at all in ${start.timeZoneId}.`, hint: 'Ask for another day.', instead: ['last month'] };
  if (start.year < FIRST_YEAR) {
    return { message: `“${label}” is before there were any chats.`, hint: `Ask for ${FIRST_YEAR} or later.`, instead: ['last year'] };
  }
  if (start.add({ years: LONGEST_YEARS }).epochMilliseconds >= Math.min(to, now.epochMilliseconds)) return null;
  const instead = [`last ${LONGEST_YEARS} years`, 'last year'];
  return { message: `“${label}” is longer than a report can be.`, hint: `A report covers ${LONGEST_YEARS} years at most.`, instead };
}

/** Now, in whole seconds; in the first second of a range that second counts as begun, so that no range is empty. */
export function endingNow(start: Temporal.ZonedDateTime, { now }: Moment): number {
  const second = Math.floor(now.epochMilliseconds / 1000) * 1000;
  return Math.max(second, start.epochMilliseconds + 1000);
}

/** What the words name, as a report can answer it: what goes on is cut at the moment. */
export function reportRange(
  words: string,
  { stretch, moment }: { readonly stretch: Stretch; readonly moment: Moment },
): DateRange | Objection {
  const label = tidied(words);
  const { start, end, granularity, only, isFiscal } = stretch;
  const isPartial = end.epochMilliseconds > moment.now.epochMilliseconds;
  return (
    objection({ ...stretch, label }, moment) ?? {
      start: start.epochMilliseconds,
      end: isPartial ? endingNow(start, moment) : end.epochMilliseconds,
      zone: start.timeZoneId,
      label,
      granularity,
      partial: isPartial,
      ...(only && { only }),
      ...(isFiscal && { isFiscal }),
    }
  );
}

/** `on monday`, `the last week`; but `the month` needs its article, and `on or after` is one opening. */
const LEADING = new RegExp(`^(?:on (?!(?:or|and) ))?(?:the (?=${anyOf(STEPS)} ))?`);
/** `february's`: owns what came after it. */
const OWNING = /['’]s?$/u;
const CAPITALISED = new RegExp(`\\b(?:${anyOf(MONTHS)}|${anyOf(WEEKDAYS)})\\b`, 'g');
const UPPER = /\b(?:[qhw]\d|cw\b|[wmqy]td\b|fy(?:td)?(?=\b|\d))/g;

/** What stays of the words as a label: `LAST  Week`, `q3`, `OCT 1` as `last week`, `Q3`, `Oct 1`. */
export function tidied(words: string): string {
  return words
    .toLowerCase()
    .replace(LEADING, '')
    .replace(OWNING, '')
    .replace(/\.$/, '')
    .replace(CAPITALISED, (name) => name.charAt(0).toUpperCase() + name.slice(1))
    .replace(UPPER, (name) => name.toUpperCase());
}
