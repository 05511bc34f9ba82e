import type { ApiVersion } from '../../src/model/api-version.ts';
import type { Distribution } from '../../src/model/query.ts';
import { type DateRange, Temporal } from '../../src/model/time.ts';
import type { AskedQuery, Interpretation, Report, ReportsApi, Source } from '../../src/reports/report.ts';

export function instant(wall: string, zone = 'Europe/Warsaw'): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
}

/** From and to are wall times; the end is exclusive. */
export function range(from: string, to: string, rest: Partial<DateRange> = {}): DateRange {
  const { zone = 'Europe/Warsaw' } = rest;
  return {
    start: instant(from, zone),
    end: instant(to, zone),
    zone,
    label: 'last week',
    granularity: 'day',
    partial: false,
    ...rest,
  };
}

/** Monday 9 to Sunday 15 November 2026. */
export const WEEK = range('2026-11-09T00:00', '2026-11-16T00:00');

export function query(rest: Partial<AskedQuery> = {}): AskedQuery {
  return { range: WEEK, distribution: 'day', countedBy: 'day', filters: {}, weekStart: 'monday', ...rest };
}

export function sourceOf(version: ApiVersion): Source {
  return { version, path: 'chats/tags', calls: 1, asOf: instant('2026-11-18T14:05') };
}

/** A Reports API that answers everything with one body, split into as many parts as are given. */
export function apiThatSends(version: ApiVersion, ...bodies: readonly string[]): ReportsApi {
  return {
    version: async () => version,
    fetch: async (method) => ({
      wire: method.join(bodies.map((body) => method.decode.parse(JSON.parse(body)))),
      source: { ...sourceOf(version), path: method.path },
    }),
  };
}

export interface Asking {
  readonly version?: ApiVersion;
  /** What the API answers; several are parts of one range. */
  readonly answers: readonly object[];
  readonly query?: Partial<AskedQuery>;
}

/** What a report makes of an answer. */
export async function told(
  report: Report,
  { version = '3.6', answers, query: rest }: Asking,
): Promise<Interpretation & { readonly sentence: string }> {
  const asked = query(rest);
  const api = apiThatSends(version, ...answers.map((answer) => JSON.stringify(answer)));
  const { source: _, ...found } = await report.ask(api, asked);
  return { sentence: report.sentence(found, asked), ...found };
}

/** The rows in short: label and values. */
export function rowsOf({ table }: Pick<Interpretation, 'table'>): unknown[][] {
  return table.rows.map(({ label, values }) => [label, ...values]);
}

export const ALL_DISTRIBUTIONS: readonly Distribution[] = ['hour', 'day-hours', 'day', 'week', 'weekday', 'month', 'year'];
