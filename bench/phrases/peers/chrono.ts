import { en, type ParsedComponents, type ParsedResult } from 'chrono-node';
import type { Moment } from '../../../src/language/date-range/format.ts';
import { type Granularity, startOf, Temporal } from '../../../src/model/time.ts';
import { intoThePast } from './past.ts';
import { answerFrom, type Found, isDayFirst, type Peer, versionOf } from './peer.ts';

const STEPPED = /^(?:the )?(?:last|past|previous|this|current|next) (?<unit>week|month|quarter|year)$/iu;
const COUNTED = /^(?:the )?(?:last|past|previous) .+s$/iu;

const NUMERIC = /\d[/.-]\d/u;

function results(words: string, { now, locale }: Moment): readonly ParsedResult[] {
  const reference = { instant: new Date(now.epochMilliseconds), timezone: now.offsetNanoseconds / 60e9 };
  // Only for dates in numbers: the British one takes `december 24` for December 2024.
  return (isDayFirst({ locale }) && NUMERIC.test(words) ? en.GB : en.casual).parse(words, reference);
}

/** By the wall clock: the components are without daylight saving, and right in any zone. */
function timeOf(components: ParsedComponents, { now }: Moment): Temporal.ZonedDateTime {
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (name) => components.get(name) ?? 0,
  );
  return Temporal.ZonedDateTime.from({
    timeZone: now.timeZoneId,
    year: year ?? 0,
    month: month ?? 1,
    day: day ?? 1,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  });
}

/** The smallest unit that was said. */
function unitOf(components: ParsedComponents): Granularity {
  if (components.isCertain('minute')) return 'minute';
  if (components.isCertain('hour')) return 'hour';
  if (components.isCertain('day') || components.isCertain('weekday')) return 'day';
  return components.isCertain('month') ? 'month' : components.isCertain('year') ? 'year' : 'day';
}

const afterOne = (unit: Granularity, from: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  unit === 'quarter' ? from.add({ months: 3 }) : from.add({ [`${unit}s`]: 1 });

const dayOr = (unit: Granularity): Granularity => (unit === 'hour' || unit === 'minute' ? unit : 'day');

/** From the point that chrono gives to the point that it gives, its last day included; without an end, that day. */
function plainly({ start, end, text }: ParsedResult, moment: Moment): Found {
  const [from, to] = [start, end ?? start];
  const [first, last] = [dayOr(unitOf(from)), dayOr(unitOf(to))];
  const until = startOf(last, timeOf(to, moment));
  return { text, start: startOf(first, timeOf(from, moment)), end: end && last !== 'day' ? until : afterOne(last, until) };
}

/** As much as was said: a month is a month, `last week` a week, `last 5 days` reaches to now. */
function wholly(result: ParsedResult, moment: Moment): Found {
  const { start, end, text } = result;
  const stepped = STEPPED.exec(text)?.groups?.unit?.toLowerCase() as Granularity | undefined;
  const from = timeOf(start, moment);
  if (!end && COUNTED.test(text) && !stepped) return { text, start: from, end: moment.now };
  const first = stepped ?? unitOf(start);
  const last = end ? unitOf(end) : first;
  const until = startOf(last, end ? timeOf(end, moment) : from, moment.weekStart);
  const isClock = end && (last === 'hour' || last === 'minute');
  return { text, start: startOf(first, from, moment.weekStart), end: isClock ? until : afterOne(last, until) };
}

const version = versionOf('chrono-node');

export const chrono: Peer = {
  name: `chrono-node ${version}`,
  read: (words, moment) =>
    answerFrom(
      results(words, moment).map((result) => plainly(result, moment)),
      words,
    ),
};

export const chronoForReports: Peer = {
  name: `chrono-node ${version}, past, whole units`,
  read: (words, moment) =>
    answerFrom(
      results(words, moment).map((result) => intoThePast(wholly(result, moment), moment.now)),
      words,
    ),
};
