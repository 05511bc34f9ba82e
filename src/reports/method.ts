import { type ApiVersion, isWithin } from '../model/api-version.ts';
import { UserError } from '../model/errors.ts';
import {
  type ApiDistribution,
  DISTRIBUTION_WORDS,
  DISTRIBUTIONS,
  type Distribution,
  FILTER_NAMES,
  type FilterName,
  type Filters,
  isWithinDays,
  MOST_DAYS_BY_HOUR,
} from '../model/query.ts';
import { type DateRange, type Only, zoned } from '../model/time.ts';
import type { AskedQuery } from './report.ts';
import { rangeInWords } from './words/dates.ts';
import { FILTER_WORDS } from './words/query.ts';

interface Method {
  readonly since: ApiVersion;
  readonly until?: ApiVersion;
  readonly distributions: readonly ApiDistribution[];
  readonly filters: { readonly [name in FilterName]?: string };
}

/** The method that answers a report in a version. */
export function methodFor<M extends Method>(report: { readonly title: string; readonly api: readonly M[] }, version: ApiVersion): M {
  const method = report.api.find(({ since, until }) => isWithin(version, since, until));
  if (method) return method;
  throw new UserError(
    `${report.title} is not in version ${version} of the Reports API.`,
    `Whoever runs this bot can set LIVECHAT_API_VERSION to ${report.api[0]?.since ?? 'a newer version'}.`,
  );
}

/** The same size first, then the next finer ones: what the API cannot count by, we add up. */
const COUNTED_FROM: Record<Distribution, readonly ApiDistribution[]> = {
  hour: ['hour'],
  'day-hours': ['day-hours', 'hour'],
  day: ['day', 'hour'],
  week: ['day', 'hour'],
  weekday: ['day', 'hour'],
  month: ['month', 'day', 'hour'],
  year: ['year', 'month', 'day', 'hour'],
};

/** What to ask the API for, so that the rows of a distribution can be made of it, and what a range is not narrowed to left out. */
export function apiDistribution(
  method: Method,
  { distribution, range: { only } }: { readonly distribution: Distribution; readonly range: Pick<DateRange, 'only'> },
): ApiDistribution {
  const found = countedFrom(method, distribution, only);
  if (found) return found;
  if (countedFrom(method, distribution)) {
    throw new UserError(
      `This report is not counted by ${only?.hours ? 'hour' : 'day'}, so it cannot be narrowed to some ${only?.hours ? 'hours' : 'days'}.`,
      'Ask for the whole time.',
    );
  }
  throw new UserError(
    `This report cannot be split by ${DISTRIBUTION_WORDS[distribution]}.`,
    `It can be split by ${distributionsOf(method).join(', ')}.`,
  );
}

/** A long range in hours is refused in words: the nearest that works is its end. */
export function checkHours({
  range,
  countedBy,
  distribution,
  mostDaysByHour = MOST_DAYS_BY_HOUR,
}: Pick<AskedQuery, 'range' | 'countedBy' | 'distribution' | 'mostDaysByHour'>): void {
  if (countedBy !== 'hour' || isWithinDays(range, mostDaysByHour)) return;
  const start = zoned(range.end - 1, range.zone)
    .startOfDay()
    .subtract({ days: MOST_DAYS_BY_HOUR - 1 }).epochMilliseconds;
  const { only, ...whole } = { ...range, start };
  const byDay = only && !only.hours ? `, or split it by day instead of by ${DISTRIBUTION_WORDS[distribution]}` : '';
  throw new UserError(
    `“${range.label}” would have to be counted hour by hour, which works for ${MOST_DAYS_BY_HOUR} days at most.`,
    `Ask for the same of ${rangeInWords(whole)}${byDay}.`,
  );
}

/** The bucket sizes that can be asked of a method, for people. */
export function distributionsOf(method: Method): string[] {
  return DISTRIBUTIONS.filter((distribution) => countedFrom(method, distribution)).map((distribution) => DISTRIBUTION_WORDS[distribution]);
}

function countedFrom(method: Method, distribution: Distribution, only?: Only): ApiDistribution | undefined {
  return COUNTED_FROM[distribution].find((candidate) => method.distributions.includes(candidate) && tellsApart(candidate, only));
}

/** Whether each bucket is as a whole of the parts that a range is narrowed to, or as a whole not. */
function tellsApart(candidate: ApiDistribution, only: Only | undefined): boolean {
  return only === undefined || candidate === 'hour' || (candidate === 'day' && only.hours === undefined);
}

/** The filters that a method takes. */
export function filtersOf({ filters }: Pick<Method, 'filters'>): FilterName[] {
  return FILTER_NAMES.filter((name) => filters[name] !== undefined);
}

/** The ways in which a method can be narrowed, for people. */
export function narrowingsOf(method: Method): string[] {
  return filtersOf(method).map((name) => FILTER_WORDS[name]);
}

/** A filter that the method would silently ignore is refused in words instead. */
export function checkFilters(title: string, method: Method, filters: Filters, version: ApiVersion): void {
  const used = FILTER_NAMES.filter((name) => filters[name] !== undefined);
  const unknown = used.find((name) => method.filters[name] === undefined);
  if (unknown) {
    throw new UserError(
      `Version ${version} of the Reports API cannot narrow ${title} ${FILTER_WORDS[unknown]}.`,
      `It can be narrowed ${narrowingsOf(method).join(', ')}.`,
    );
  }
}
