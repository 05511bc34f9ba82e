import { describe, expect, test } from '@jest/globals';
import { type HttpRequest, writeRequest } from '../../src/livechat/request.ts';
import type { ApiVersion } from '../../src/model/api-version.ts';
import type { Filters } from '../../src/model/query.ts';
import type { ApiMethod, ApiQuery } from '../../src/reports/report.ts';
import { duration, flatDuration, flatTags, tags } from './support/methods.ts';
import { BASE, between, byDay, target } from './support/question.ts';

const WEEK = 'from=2026-11-09T00:00:00+01:00&to=2026-11-15T23:59:59+01:00&distribution=day';

/** A request with its query readable; no other than the given one would be read like it. */
function written(version: ApiVersion, method: Pick<ApiMethod<never>, 'path' | 'filters'>, query: ApiQuery): HttpRequest {
  const request = writeRequest(target(version), method, query);
  return { ...request, url: decodeURIComponent(request.url.replaceAll('+', ' ')) };
}

function flat(url: string, version: ApiVersion = '3.2'): HttpRequest {
  const headers = { Accept: 'application/json', Authorization: 'Bearer fra:secret-token', 'X-API-Version': version };
  return { method: 'GET', url: `${BASE}/v${version}/reports/${url}`, headers };
}

describe('a request of v3.2', () => {
  const durations: readonly (readonly [string, Filters, string])[] = [
    ['nothing but the range', {}, ''],
    ['agents', { agents: ['anna@shop.example', 'jan+chat@shop.example'] }, '&agents=anna@shop.example,jan+chat@shop.example'],
    ['groups, of which 0 is one', { groups: [0, 19] }, '&groups=0,19'],
    ['tags', { tags: ['vip', 'réclamation ✓'] }, '&tags=vip,réclamation ✓'],
    ['tagged chats', { tagged: true }, '&tagged=true'],
    ['untagged chats', { tagged: false }, '&tagged=false'],
    ['tagged chats with a tag, which says it all', { tags: ['vip'], tagged: true }, '&tags=vip'],
    ['client ids', { clients: ['0f0f', 'a1a1'] }, '&customer_client_ids=0f0f,a1a1'],
    ['empty lists, which filter nothing', { agents: [], groups: [], tags: [], clients: [] }, ''],
    [
      'all at once',
      { clients: ['0f0f'], tags: ['vip'], groups: [3], agents: ['anna@shop.example'] },
      '&agents=anna@shop.example&groups=3&tags=vip&customer_client_ids=0f0f',
    ],
  ];
  test.each(durations)('asks chats/agents_chatting_duration for %s', (_, filters, query) => {
    expect(written('3.2', flatDuration, byDay(filters))).toEqual(flat(`chats/agents_chatting_duration?${WEEK}${query}`));
  });

  const ofTags: readonly (readonly [string, Filters, string])[] = [
    ['nothing but the range', {}, ''],
    ['agents', { agents: ['anna@shop.example'] }, '&agents=anna@shop.example'],
    ['groups', { groups: [0, 19] }, '&groups=0,19'],
    ['names of tags', { tags: ['vip', 'spam'] }, '&names=vip,spam'],
    ['tagged chats, by a made-up name', { tagged: true }, '&names=:with:'],
    ['untagged chats, by a made-up name', { tagged: false }, '&names=:without:'],
    ['tagged chats with a tag, which says it all', { tags: ['vip'], tagged: true }, '&names=vip'],
  ];
  test.each(ofTags)('asks chats/tags for %s', (_, filters, query) => {
    expect(written('3.2', flatTags, byDay(filters))).toEqual(flat(`chats/tags?${WEEK}${query}`));
  });

  test.each(['hour', 'day-hours', 'day', 'month', 'year'] as const)('may be split by %s', (distribution) => {
    const url = `chats/tags?${WEEK.replace('=day', `=${distribution}`)}`;
    expect(written('3.2', flatTags, { ...byDay(), distribution })).toEqual(flat(url));
  });

  test('percent-encodes what would be read as something else', () => {
    const query = byDay({ agents: ['a+b@shop.example'], tags: ['R&D', '50%', 'a b', 'x=y', '#1'] });
    expect(writeRequest(target('3.2'), flatTags, query).url).toBe(
      `${BASE}/v3.2/reports/chats/tags?from=2026-11-09T00%3A00%3A00%2B01%3A00&to=2026-11-15T23%3A59%3A59%2B01%3A00&distribution=day` +
        '&agents=a%2Bb%40shop.example&names=R%26D%2C50%25%2Ca+b%2Cx%3Dy%2C%231',
    );
  });

  test.each([':with:', ':without:', ':total:'])('refuses a tag that is called %s, which would count other chats', (tag) => {
    expect(() => writeRequest(target('3.2'), flatTags, byDay({ tags: [tag] }))).toThrow(
      expect.objectContaining({
        name: 'UserError',
        message: `In this version of the Reports API “${tag}” stands for something else than a tag.`,
      }),
    );
  });

  test.each([
    ['a tag', { tags: ['refund, partial'] }],
    ['an agent', { agents: ['refund, partial'] }],
    ['a client id', { clients: ['refund, partial'] }],
  ])('refuses a comma in %s, where it would end the name', (_, filters) => {
    expect(() => writeRequest(target('3.2'), flatDuration, byDay(filters))).toThrow(
      expect.objectContaining({
        name: 'UserError',
        message: '“refund, partial” contains a comma, and this version of the Reports API takes a comma for the end of a name.',
        hint: 'Ask without it. Whoever runs this bot can set LIVECHAT_API_VERSION to 3.4 or newer, where it works.',
      }),
    );
  });
});

test('a request of v3.3 is one of v3.2 that names the time zone', () => {
  const query = byDay({ agents: ['anna@shop.example'], groups: [3], tags: ['vip'], clients: ['0f0f'] });
  const filters = 'agents=anna@shop.example&groups=3&tags=vip&customer_client_ids=0f0f';
  const url = `chats/agents_chatting_duration?${WEEK}&timezone=Europe/Warsaw&${filters}`;
  expect(written('3.3', flatDuration, query)).toEqual(flat(url, '3.3'));
});

describe.each(['3.4', '3.5', '3.6'] as const)('a request of v%s', (version) => {
  const week = { from: '2026-11-09T00:00:00+01:00', to: '2026-11-15T23:59:59.999999+01:00' };
  const conditions: readonly (readonly [string, Filters, object])[] = [
    ['nothing but the range', {}, {}],
    ['agents', { agents: ['anna@shop.example', 'jan@shop.example'] }, { agents: { values: ['anna@shop.example', 'jan@shop.example'] } }],
    ['groups, of which 0 is one', { groups: [0, 19] }, { groups: { values: [0, 19] } }],
    ['tags, commas and all', { tags: ['refund, partial'] }, { tags: { values: ['refund, partial'] } }],
    ['chats without tags', { withoutTags: ['spam', 'test'] }, { tags: { exclude_values: ['spam', 'test'] } }],
    ['tagged chats', { tagged: true }, { tags: { exists: true } }],
    ['untagged chats', { tagged: false }, { tags: { exists: false } }],
    ['tagged chats with a tag', { tags: ['vip'], tagged: true }, { tags: { values: ['vip'] } }],
    ['untagged chats without a tag', { withoutTags: ['spam'], tagged: false }, { tags: { exists: false } }],
    ['client ids', { clients: ['0f0f'] }, { properties: { source: { customer_client_id: { values: ['0f0f'] } } } }],
    ['empty lists, which filter nothing', { agents: [], groups: [], tags: [], withoutTags: [], clients: [] }, {}],
  ];
  test.each(conditions)('asks in JSON for %s', (_, asked, filters) => {
    const { body, ...request } = writeRequest(target(version), duration, byDay(asked));
    expect({ ...request, body: JSON.parse(body ?? '') }).toEqual({
      method: 'POST',
      url: `${BASE}/v${version}/reports/chats/duration`,
      headers: {
        Accept: 'application/json',
        Authorization: 'Bearer fra:secret-token',
        'Content-Type': 'application/json',
        'X-API-Version': version,
      },
      body: { distribution: 'day', timezone: 'Europe/Warsaw', filters: { ...week, ...filters } },
    });
  });
});

describe('conditions on tags that cannot be asked for together', () => {
  test.each([
    ['a tag and no tags', { tags: ['vip'], tagged: false }, 'No chat has a tag and is untagged.'],
    ['a tag and not another', { tags: ['vip'], withoutTags: ['spam'] }, 'LiveChat takes only one condition on tags.'],
    ['some tags, but not one', { tagged: true, withoutTags: ['spam'] }, 'LiveChat takes only one condition on tags.'],
  ])('are refused in words: %s', (_, filters, message) => {
    expect(() => writeRequest(target('3.6'), tags, byDay(filters))).toThrow(expect.objectContaining({ name: 'UserError', message }));
  });

  test('are refused in v3.2 as well', () => {
    expect(() => writeRequest(target('3.2'), flatDuration, byDay({ tags: ['vip'], tagged: false }))).toThrow(
      'No chat has a tag and is untagged.',
    );
  });
});

test('a personal access token goes out as Basic, in front of it its account', () => {
  const credentials = { accountId: 'b7eff798-f8df-4364-8059-649c35c9ed0c', pat: 'dal:personal' };
  expect(writeRequest({ ...target('3.6'), credentials }, tags, byDay()).headers.Authorization).toBe(
    `Basic ${btoa('b7eff798-f8df-4364-8059-649c35c9ed0c:dal:personal')}`,
  );
});

test('each end of a range has the offset of its own day', () => {
  const url = `chats/tags?from=2026-10-19T00:00:00+02:00&to=2026-10-25T23:59:59+01:00&distribution=day&timezone=Europe/Warsaw`;
  expect(written('3.3', flatTags, byDay({}, between('2026-10-19', '2026-10-26')))).toEqual(flat(url, '3.3'));
});
