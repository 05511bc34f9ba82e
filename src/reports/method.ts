import { type ApiVersion, isWithin } from '../model/api-version.ts';
import { UserError } from '../model/errors.ts';
import type { ApiDistribution, Distribution, FilterName, Filters } from '../model/query.ts';

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

/** Finest first; what the API cannot count by, we add up from the next finer one that it can. */
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
  const found = COUNTED_FROM[distribution].find((candidate) => method.distributions.includes(candidate));
  if (found) return found;
  throw new UserError(`This report cannot be split by ${distribution}.`, `It can be split by ${method.distributions.join(', ')}.`);
}

const IN_WORDS: Record<FilterName, string> = {
  agents: 'by agent',
  groups: 'by group',
  tags: 'by tag',
  withoutTags: 'to chats without a tag',
  tagged: 'to tagged or untagged chats',
  clients: 'by client id',
};

/** A filter that the method would silently ignore is refused in words instead. */
export function checkFilters(title: string, method: Method, filters: Filters, version: ApiVersion): void {
  for (const name of Object.keys(filters) as FilterName[]) {
    if (filters[name] === undefined || method.filters[name] !== undefined) continue;
    const can = (Object.keys(method.filters) as FilterName[]).map((known) => IN_WORDS[known]);
    throw new UserError(
      `Version ${version} of the Reports API cannot narrow ${title} ${IN_WORDS[name]}.`,
      `It can be narrowed ${can.join(', ')}.`,
    );
  }
}
