import { type ApiVersion, isWithin } from '../model/api-version.ts';
import { type DateRange, type Instant, zoned } from '../model/time.ts';

const SECOND = 1_000;

/**
 * The ranges to ask for, so that together they are exactly `range`. v3.2 knows no time zone and counts the days of the whole answer by the
 * offset of its first instant, so there each piece keeps one offset. Before v3.4 there are no fractions of a second either.
 */
export function pieces(range: DateRange, version: ApiVersion): DateRange[] {
  if (isWithin(version, '3.4')) return [range];
  const whole = { ...range, start: nextWholeSecond(range.start), end: nextWholeSecond(range.end) };
  return isWithin(version, '3.3') ? [whole] : splitAtOffsetChanges(whole);
}

/** An inclusive start moves to the first whole second of the range, an exclusive end to just behind its last. */
function nextWholeSecond(instant: Instant): Instant {
  return Math.ceil(instant / SECOND) * SECOND;
}

function splitAtOffsetChanges(range: DateRange): DateRange[] {
  const parts: DateRange[] = [];
  let start = range.start;
  for (;;) {
    const change = zoned(start, range.zone).getTimeZoneTransition('next')?.epochMilliseconds;
    if (change === undefined || change >= range.end) return [...parts, { ...range, start }];
    parts.push({ ...range, start, end: change });
    start = change;
  }
}
