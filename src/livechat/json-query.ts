import type { ApiVersion } from '../model/api-version.ts';
import type { Filters } from '../model/query.ts';
import type { ApiQuery } from '../reports/report.ts';
import { closedRange } from './closed-range.ts';
import { tagFilter } from './tag-filter.ts';

/** How v3.4 and newer are asked: a JSON body. The same filters are written alike for every method. */
export function jsonQuery({ range, distribution, filters }: ApiQuery, version: ApiVersion): object {
  return {
    distribution,
    timezone: range.zone,
    filters: {
      ...closedRange(range, version),
      ...some('agents', filters.agents),
      ...some('groups', filters.groups),
      ...tagsOf(filters),
      ...(filters.clients?.length ? { properties: { source: { customer_client_id: { values: filters.clients } } } } : {}),
    },
  };
}

function some(name: string, values: readonly (string | number)[] = []): object {
  return values.length > 0 ? { [name]: { values } } : {};
}

function tagsOf(filters: Filters): object {
  const condition = tagFilter(filters);
  switch (condition?.by) {
    case 'any of':
      return { tags: { values: condition.tags } };
    case 'none of':
      return { tags: { exclude_values: condition.tags } };
    case 'tagged':
      return { tags: { exists: condition.tagged } };
    case undefined:
      return {};
  }
}
