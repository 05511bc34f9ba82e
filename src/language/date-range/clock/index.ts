import { type Format, isRefusal, type Moment, type Outcome } from '../format.ts';
import { fromTo } from '../from-to.ts';
import { longestOf } from '../longest.ts';
import { openRange } from '../open-range.ts';
import { isClockUnit } from '../units.ts';
import { HOUR_WORDS } from './clock-time.ts';
import { hoursAroundDay, hoursOf } from './hours.ts';
import { instant } from './instant.ts';
import { partOfDay } from './part-of-day.ts';
import { point } from './point.ts';
import { sayingDay } from './said-day.ts';
import { ofZone } from './zone.ts';

/** Without any of these there are no hours in the words; asked first, because days cost more. */
const NUMBER = `(?:\\d|\\b(?:${HOUR_WORDS}))`;
const LIKELY = new RegExp(
  `${NUMBER} ?(?:[ap]\\.?m|[ap]? ?(?:[-–—~]|to |until |and )|h|till?|through|thru|o['’]?clock)|\\d[:.]\\d\\d|\\.\\.|noon|midday|midnight|morning|afternoon|evening|night|tonite|lunch|half past|quarter (?:to|past|after) |\\bat ${NUMBER}|\\b[ap]m\\b`,
  'i',
);
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
    fromTo([instant({ isPoint: true }), point({ readDay, withoutDay: false }), part, ...dates]),
    fromTime(openRange({ dates: [point({ readDay, withoutDay: true }), part], named: [] })),
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
  const formats = [hoursOf(readDay), hoursAroundDay(readDay), part, instant({ isPoint: false }), ...ofClock];
  const read = ofZone(longestOf(formats));
  return {
    name: 'Hours',
    examples: [...formats.flatMap(({ examples }) => examples), 'since yesterday morning'],
    read: (text, moment) => (LIKELY.test(text.slice(0, REACH)) ? read(text, moment) : null),
  };
}
