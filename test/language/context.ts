import { isRefusal, momentOf } from '../../src/language/date-range/format.ts';
import { findDate } from '../../src/language/date-range/index.ts';
import { reportRange } from '../../src/language/date-range/report-range.ts';
import { wholeDate } from '../../src/language/date-range/whole-date.ts';
import type { Context, Topic } from '../../src/language/question.ts';
import { UserError } from '../../src/model/errors.ts';
import { type DateRange, type Only, zoned } from '../../src/model/time.ts';

export const TOPICS: readonly Topic[] = [
  { name: 'tags', title: 'Chat tags', aliases: ['tag', 'topics', 'tags usage'], examples: ['tags last week'] },
  { name: 'duration', title: 'Chatting duration', aliases: ['chatting time', 'handle time'], examples: ['duration last month'] },
  { name: 'chats', title: 'Total chats', aliases: ['volume', 'how many chats'], examples: ['chats today'] },
  { name: 'ratings', title: 'Chat satisfaction', aliases: ['csat'], examples: ['ratings this week'] },
];

/** A Wednesday morning in Warsaw. */
export const CONTEXT: Context = {
  now: Date.parse('2026-11-18T10:00:00+01:00'),
  zone: 'Europe/Warsaw',
  weekStart: 'monday',
  locale: 'en-US',
};

export function contextAt(time: string, zone: string, rest: Partial<Context> = {}): Context {
  return { ...CONTEXT, now: Date.parse(time), zone, ...rest };
}

/** What the whole of `words` is as a date: a range, or the message of the refusal; null when it is not a date. */
export function rangeOf(words: string, context: Context = CONTEXT): DateRange | string | null {
  const moment = momentOf(context);
  const found = findDate(words, moment);
  if (!found || found.index > 0 || found.length < words.length) return null;
  if (isRefusal(found)) return found.objection.message;
  const range = reportRange(words, { stretch: found, moment });
  return 'message' in range ? range.message : range;
}

const time = (instant: number, zone: string): string =>
  zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T00:00', '');

/** A range in short: `2026-11-09 2026-11-16 week`, with times where they are not midnight. */
export function inShort(range: DateRange | string | null): string | null {
  if (range === null || typeof range === 'string') return range;
  const { start, end, zone, granularity, partial } = range;
  return `${time(start, zone)} ${time(end, zone)} ${granularity}${partial ? ' so far' : ''}`;
}

/** What `run` returns, or the texts of the UserError that it throws. */
export function outcomeOf<T>(run: () => T): T | { readonly message: string; readonly hint: string; readonly words: readonly string[] } {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { message: error.message, hint: error.hint, words: error.suggestions.map(({ words }) => words) };
  }
}

const only = ({ days, hours }: Only): string =>
  [...(days ? [`on ${days.join()}`] : []), ...(hours ? [`${hours.from}-${hours.to}`] : [])].join(' ');

/** What the whole of `words` means in short, also what no report can be about: `… 2026-12-01 month`, `2026-10-01 2026-11-01 month on 1,2 9-17`. */
export function stretchOf(words: string, context: Context = CONTEXT): string | null {
  const found = wholeDate(words, momentOf(context));
  if (!found) return null;
  if (isRefusal(found)) return found.objection.message;
  const [start, end] = [found.start, found.end].map(({ epochMilliseconds }) => time(epochMilliseconds, context.zone));
  return [found.isOpen ? '…' : start, end, found.granularity, ...(found.only ? [only(found.only)] : [])].join(' ');
}
