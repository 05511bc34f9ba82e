import { type Format, isRefusal, longestOf, type Moment, type Outcome } from '../format.ts';
import { fromTo } from '../from-to.ts';
import { openRange } from '../open-range.ts';
import { isClockUnit } from '../units.ts';
import { hoursAroundDay, hoursOf } from './hours.ts';
import { partOfDay } from './part-of-day.ts';
import { point } from './point.ts';
import { sayingDay } from './said-day.ts';

/** Without any of these there are no hours in the words; asked first, because days cost more. */
const LIKELY =
  /\d ?(?:[ap]\.?m|h|[-–—~]|to |and |till?|through|thru|o['’]?clock)|\d[:.]\d\d|\.\.|noon|midday|midnight|morning|afternoon|evening|night|tonite|\bat \d|\b[ap]m\b/i;
/** Longer than any range in words. */
const REACH = 120;
const FROM = /^from /i;

/** `from 9am yesterday` goes on as `since 9am yesterday` does. */
function fromTime({ read, ...format }: Format): Format {
  const since = (text: string, moment: Moment): Outcome | null => {
    const outcome = FROM.test(text) ? read(text.replace(FROM, 'since '), moment) : null;
    return outcome && { ...outcome, length: outcome.length - 1 };
  };
  return { ...format, read: (text, moment) => read(text, moment) ?? since(text, moment) };
}

/** Times of the clock and ranges of them, on the days that others read. */
export function clock(dates: readonly Format[]): Format {
  const readDay = sayingDay(longestOf(dates));
  const part = partOfDay(readDay);
  const ranges = [
    fromTo([point({ readDay, withoutDay: false }), part, ...dates]),
    fromTime(openRange({ dates: [point({ readDay, withoutDay: true }), part], days: [] })),
  ];
  const ofClock = ranges.map(
    ({ read, ...format }): Format => ({
      ...format,
      examples: [],
      read(text, moment) {
        const outcome = read(text, moment);
        return outcome && (isRefusal(outcome) || isClockUnit(outcome.granularity)) ? outcome : null;
      },
    }),
  );
  const formats = [hoursOf(readDay), hoursAroundDay(readDay), part, ...ofClock];
  const read = longestOf(formats);
  return {
    name: 'Hours',
    examples: [...formats.flatMap(({ examples }) => examples), 'since yesterday morning'],
    read: (text, moment) => (LIKELY.test(text.slice(0, REACH)) ? read(text, moment) : null),
  };
}
