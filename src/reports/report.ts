import type { z } from 'zod';
import type { Chart } from '../charts/chart.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { ApiDistribution, FilterName, Filters, ReportQuery } from '../model/query.ts';
import type { Metric, Table, Value } from '../model/result.ts';
import type { DateRange, Instant } from '../model/time.ts';
import type { Drawing } from './buckets/drawn.ts';
import { wallTime } from './buckets/keys.ts';
import { isOf } from './buckets/only.ts';
import { apiDistribution, checkFilters, checkHours, methodFor } from './method.ts';

/** One method of the Reports API over the versions in which it looks the same. */
export interface ApiMethod<Wire> {
  readonly since: ApiVersion;
  readonly until?: ApiVersion;
  /** Resource and action: `chats/tags`. */
  readonly path: string;
  readonly distributions: readonly ApiDistribution[];
  /** The filters it takes. The text is the query key that v3.2 and v3.3 write; from v3.4 on the form of filters is uniform. */
  readonly filters: { readonly [name in FilterName]?: string };
  /** Checks an answer and makes it neutral: fields of any version come out under one name. */
  readonly decode: z.ZodType<Wire>;
  /** Makes one answer of several that cover adjacent parts of one range. */
  readonly join: (parts: readonly Wire[]) => Wire;
}

/** Where numbers came from. */
export interface Source {
  readonly version: ApiVersion;
  readonly path: string;
  /** Calls made for it; 0 when it came from the cache. */
  readonly calls: number;
  /** When LiveChat gave the numbers: earlier than now when they come from the cache. */
  readonly asOf: Instant;
  /** The day (`YYYY-MM-DD`) on which the version stops being supported (`Legacy`) or stops answering (`Deprecation`). */
  readonly legacyUntil?: string;
  readonly deprecatedUntil?: string;
}

export interface Fetched<Wire> {
  readonly wire: Wire;
  readonly source: Source;
}

/** What the API is asked: a query in the API's own terms. */
export interface ApiQuery {
  readonly range: DateRange;
  readonly distribution: ApiDistribution;
  readonly filters: Filters;
}

/** The Reports API as a report needs it. */
export interface ReportsApi {
  /** The version to ask; what `auto` came to. */
  version(): Promise<ApiVersion>;
  fetch<Wire>(method: ApiMethod<Wire>, query: ApiQuery, signal?: AbortSignal): Promise<Fetched<Wire>>;
}

/** A query together with what the API was asked to count by: the rows of its distribution are made of that. */
export interface AskedQuery extends ReportQuery {
  readonly countedBy: ApiDistribution;
}

export interface Interpretation {
  /** Up to four numbers that stand above the table. */
  readonly headline: readonly Metric[];
  readonly table: Table;
  readonly caveats: readonly string[];
  /** The key of the row that headline and sentence name, if they name one: whoever shows only some rows shows it too. */
  readonly namedRow?: string;
}

/** A number of the headline; one that is not there is no data. */
export function valueIn(headline: readonly Metric[], key: string): Value {
  return headline.find((metric) => metric.key === key)?.value ?? null;
}

export interface ReportSpec<Wire> {
  /** How it is typed: `tags`. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what the numbers are. */
  readonly description: string;
  /** What the numbers count and what they do not, where their names leave that open; for help. */
  readonly explanation?: string;
  readonly aliases: readonly string[];
  /** Runnable as they are: `tags last week`. */
  readonly examples: readonly string[];
  /** The history of the method, newest first. */
  readonly api: readonly ApiMethod<Wire>[];
  /** An answer without the buckets that are not kept, by their keys on the wire: for ranges that are narrowed to parts of them. */
  readonly keep: (wire: Wire, isKept: (key: string) => boolean) => Wire;
  readonly interpret: (wire: Wire, query: AskedQuery) => Interpretation;
  /** The finding, with its numbers, without Slack's markup. Says "so far" of a partial range. */
  readonly sentence: (interpretation: Interpretation, query: ReportQuery) => string;
  /** null: there is nothing to draw, or too much. */
  readonly chart: (interpretation: Interpretation, query: ReportQuery, drawing?: Drawing) => Chart | null;
}

export interface Report extends Omit<ReportSpec<never>, 'api' | 'keep' | 'interpret'> {
  readonly api: readonly Omit<ApiMethod<never>, 'decode' | 'join'>[];
  ask(api: ReportsApi, query: ReportQuery, signal?: AbortSignal): Promise<Interpretation & { readonly source: Source }>;
}

/** Seals the wire type inside, so that the catalogue is a plain list. */
export function defineReport<Wire>(spec: ReportSpec<Wire>): Report {
  return {
    ...spec,
    async ask(api, query, signal) {
      const version = await api.version();
      const method = methodFor(spec, version);
      checkFilters(spec.title, method, query.filters, version);
      const asked = { ...query, countedBy: apiDistribution(method, query) };
      checkHours(asked);
      const { range, filters, countedBy } = asked;
      const { wire, source } = await api.fetch(method, { range, distribution: countedBy, filters }, signal);
      return { ...spec.interpret(range.only ? spec.keep(wire, isAskedIn(asked)) : wire, asked), source };
    },
  };
}

/** Whether a bucket is of the parts that the range is narrowed to. What has no time that we can read is not taken away from anybody. */
function isAskedIn({ range, countedBy }: AskedQuery): (key: string) => boolean {
  return (key) => {
    const wall = wallTime(key, countedBy, range);
    return wall === null || isOf(range.only, wall);
  };
}
