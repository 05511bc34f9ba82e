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
} from '../model/query.ts';
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
  month: ['month', 'day'],
  year: ['year', 'month', 'day'],
};

/** What to ask the API for, so that the rows of `distribution` can be made of it. */
export function apiDistribution(method: Method, distribution: Distribution): ApiDistribution {
  const found = countedFrom(method, distribution);
  if (found) return found;
  throw new UserError(
    `This report cannot be split by ${DISTRIBUTION_WORDS[distribution]}.`,
    `It can be split by ${distributionsOf(method).join(', ')}.`,
  );
}

/** The bucket sizes that can be asked of a method, for people. */
export function distributionsOf(method: Method): string[] {
  return DISTRIBUTIONS.filter((distribution) => countedFrom(method, distribution)).map((distribution) => DISTRIBUTION_WORDS[distribution]);
}

function countedFrom(method: Method, distribution: Distribution): ApiDistribution | undefined {
  return COUNTED_FROM[distribution].find((candidate) => method.distributions.includes(candidate));
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
