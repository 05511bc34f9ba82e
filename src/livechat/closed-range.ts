import { type ApiVersion, isWithin } from '../model/api-version.ts';
import { type DateRange, rfc3339, zoned } from '../model/time.ts';

/**
 * Both ends as the API takes them, inclusive, each with the offset that the zone has there. Up to v3.3 a range ends on its last whole
 * second, from v3.4 on on its last microsecond. A range that has no length ("today", at midnight) is asked as its first instant.
 */
export function closedRange({ start, end, zone }: DateRange, version: ApiVersion): { readonly from: string; readonly to: string } {
  const from = rfc3339(start, zone);
  if (end <= start) return { from, to: from };
  const last = zoned(end, zone).subtract(isWithin(version, '3.4') ? { microseconds: 1 } : { seconds: 1 });
  return { from, to: last.toString({ timeZoneName: 'never', calendarName: 'never' }) };
}
