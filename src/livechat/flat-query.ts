import { type ApiVersion, isWithin } from '../model/api-version.ts';
import { UserError } from '../model/errors.ts';
import type { FilterName } from '../model/query.ts';
import type { ApiMethod, ApiQuery } from '../reports/report.ts';
import { closedRange } from './closed-range.ts';
import { tagFilter } from './tag-filter.ts';

type Keys = ApiMethod<never>['filters'];

/** How v3.2 and v3.3 are asked: one flat query string with lists between commas. v3.3 adds the time zone. */
export function flatQuery(keys: Keys, { range, distribution, filters }: ApiQuery, version: ApiVersion): URLSearchParams {
  const query = new URLSearchParams({ ...closedRange(range, version), distribution });
  if (isWithin(version, '3.3')) query.set('timezone', range.zone);

  const add = (name: FilterName, values: readonly (string | number)[] = []) => {
    const key = keys[name];
    if (key !== undefined && values.length > 0) query.set(key, values.map(listed).join(','));
  };
  add('agents', filters.agents);
  add('groups', filters.groups);
  const tags = tagFilter(filters);
  if (tags?.by === 'any of') add('tags', keys.tags === 'names' ? tags.tags.map(ordinary) : tags.tags);
  if (tags?.by === 'tagged') add('tagged', [taggedWord(keys.tagged, tags.tagged)]);
  add('clients', filters.clients);
  return query;
}

/** Where tags are asked for by `names`, two made-up names stand for all tagged and all untagged chats. */
function taggedWord(key: string | undefined, tagged: boolean): string {
  if (key === 'names') return tagged ? ':with:' : ':without:';
  return String(tagged);
}

/** A tag that is called like one of the two would be counted as what they stand for. */
function ordinary(tag: string): string {
  if (!/^:.*:$/s.test(tag)) return tag;
  throw new UserError(
    `In this version of the Reports API “${tag}” stands for something else than a tag.`,
    'Ask for “tagged” or “untagged” chats. Whoever runs this bot can set LIVECHAT_API_VERSION to 3.4 or newer for a tag of this name.',
  );
}

function listed(value: string | number): string {
  const text = String(value);
  if (!text.includes(',')) return text;
  throw new UserError(
    `“${text}” contains a comma, and this version of the Reports API takes a comma for the end of a name.`,
    'Ask without it. Whoever runs this bot can set LIVECHAT_API_VERSION to 3.4 or newer, where it works.',
  );
}
