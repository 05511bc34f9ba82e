import recognizers from '@microsoft/recognizers-text-date-time';
import { Temporal } from '../../../src/model/time.ts';
import { answerFrom, type Found, isDayFirst, type Peer, versionOf } from './peer.ts';

/** One reading of the words. Ends are exclusive; times are wall times. */
interface Value {
  readonly timex: string;
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

interface Recognized {
  readonly text: string;
  readonly resolution?: { readonly values?: readonly Value[] } | null;
}

type Unit = 'days' | 'weeks' | 'months' | 'years';

const DATED: ReadonlySet<string> = new Set(['date', 'daterange', 'datetime', 'datetimerange']);
/** `from 4 to 22 january`: its end is the 22nd as it was said, where `last 7 days` ends before today. */
const STATED = /\b(?:to|until|till|through|thru|and)\b|[-–—~]/iu;
const LENGTH = /^\(.*,P\d+(?<unit>[DWMY])\)$/u;
const UNITS: Readonly<Record<string, Unit>> = { D: 'days', W: 'weeks', M: 'months', Y: 'years' };

function foundOf(text: string, value: Value, now: Temporal.ZonedDateTime): Found {
  const at = (wall: string): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(wall).toZonedDateTime(now.timeZoneId);
  const start = value.start ?? value.value;
  const end = value.end;
  if (start !== undefined && end === undefined && value.value !== undefined)
    return { text, start: at(start), end: at(start).add(value.type === 'date' ? { days: 1 } : { minutes: 1 }) };
  const unit = UNITS[LENGTH.exec(value.timex)?.groups?.unit ?? ''];
  const isStated = unit !== undefined && value.type === 'daterange' && STATED.test(text);
  const until = end === undefined ? null : at(end);
  return { text, start: start === undefined ? null : at(start), end: until && isStated ? until.add({ [unit]: 1 }) : until };
}

/** Of the past and the future one: the last that has begun. */
function latest(found: readonly Found[], now: Temporal.ZonedDateTime): readonly Found[] {
  const begun = found.filter(({ start, end }) => Temporal.ZonedDateTime.compare(start ?? end ?? now, now) <= 0);
  return (begun.length > 0 ? begun : found).slice(begun.length > 0 ? -1 : 0).slice(0, 1);
}

export const recognizersText: Peer = {
  name: `Recognizers-Text ${versionOf('@microsoft/recognizers-text-date-time')}`,
  read(words, { now, locale }) {
    // It reads the fields of a `Date` in the zone of the process.
    const { year, month, day, hour, minute, second } = now;
    const reference = new Date(year, month - 1, day, hour, minute, second);
    const culture = isDayFirst({ locale }) ? 'en-gb' : 'en-us';
    const recognized = recognizers.recognizeDateTime(words, culture, recognizers.DateTimeOptions.None, reference) as readonly Recognized[];
    const found = recognized.flatMap(({ text, resolution }) =>
      latest(
        (resolution?.values ?? [])
          .filter((value) => DATED.has(value.type) && value.value !== 'not resolved')
          .map((value) => foundOf(text, value, now)),
        now,
      ),
    );
    return answerFrom(found, words);
  },
};
