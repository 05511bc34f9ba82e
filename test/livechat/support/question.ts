import type { Target } from '../../../src/livechat/request.ts';
import type { ApiVersion } from '../../../src/model/api-version.ts';
import type { Filters } from '../../../src/model/query.ts';
import { type DateRange, Temporal } from '../../../src/model/time.ts';
import type { ApiQuery } from '../../../src/reports/report.ts';

/** A range between two wall times of a zone, its end exclusive. */
export function between(start: string, end: string, zone = 'Europe/Warsaw'): DateRange {
  const instant = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
  return { start: instant(start), end: instant(end), zone, label: `${start} to ${end}`, granularity: 'day', partial: false };
}

/** Mon 9 to Sun 15 Nov 2026 in Warsaw: no change of the clocks in it. */
export const aWeek = between('2026-11-09', '2026-11-16');

export function byDay(filters: Filters = {}, range: DateRange = aWeek): ApiQuery {
  return { range, distribution: 'day', filters };
}

export const BASE = 'https://livechat.example';

export function target(version: ApiVersion): Target {
  return { baseUrl: BASE, version, credentials: { bearer: 'fra:secret-token' } };
}
