import { describe, expect, test } from '@jest/globals';
import { APP, type Ask, refused, runSandbox } from './running.ts';

const { ask, request, server } = runSandbox({
  tokens: [
    { token: 'sandbox:reader', scopes: ['reports_read'] },
    { token: 'sandbox:tokyo', scopes: ['reports_read'], zone: 'Asia/Tokyo' },
  ],
});

const DURATION = '/v3.6/reports/chats/duration';
const TAGS = '/v3.6/reports/chats/tags';
const RANGE = { from: '2026-11-09T00:00:00+01:00', to: '2026-11-10T23:59:59.999999+01:00' };
const [MONDAY, TUESDAY] = ['2026-11-09', '2026-11-10'] as const;

const posted = (path: string, body: unknown): Ask => ({
  method: 'POST',
  path,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
const inWarsaw = (filters: object, more: object = {}) => ({ timezone: 'Europe/Warsaw', filters: { ...RANGE, ...filters }, ...more });
const counts = async (filters: object): Promise<object> => {
  server.switches.change({ echoRequest: false });
  return ask(posted(TAGS, inWarsaw(filters)));
};
const uses = (total: number, [monday, tuesday]: readonly [object, object]) => ({
  status: 200,
  name: 'tags-report',
  total,
  records: { [MONDAY]: monday, [TUESDAY]: tuesday },
});
const invalid = refused(400, 'validation');

describe('a POST to v3.6', () => {
  test('chats/duration has the time of agents beside that of the whole chat', async () => {
    const request = inWarsaw({}, { distribution: 'day' });
    expect(await ask(posted(DURATION, request))).toEqual({
      status: 200,
      name: 'duration-report',
      request,
      total: 5,
      records: {
        [MONDAY]: { agents_chatting_duration: 151, count: 3, duration: 130 },
        [TUESDAY]: { agents_chatting_duration: 300, count: 2, duration: 180 },
      },
    });
  });

  test('chats/tags has every tag of the chats that pass, and counts the untagged in its total', async () => {
    expect([await counts({}), await counts({ tags: { values: ['support'] } })]).toEqual([
      uses(5, [{ spam: 2, support: 1 }, { Spam: 1 }]),
      uses(1, [{ spam: 1, support: 1 }, {}]),
    ]);
  });

  test('distribution is day when nothing is said, and the answer repeats the request as it was understood', async () => {
    const { from } = RANGE;
    expect(await ask(posted(TAGS, { filters: { from, to: from } }))).toEqual({
      status: 200,
      name: 'tags-report',
      request: { distribution: 'day', timezone: '+01:00', filters: { from, to: from } },
      total: 1,
      records: { [MONDAY]: { spam: 1 } },
    });
  });

  // biome-ignore format: a filter is a line
  const FILTERS: readonly (readonly [fact: string, filters: object, answer: object])[] = [
    ['agents, any of', { agents: { values: ['ANNA@shop.example', 'ben@shop.example'] } }, uses(3, [{ spam: 2, support: 1 }, { Spam: 1 }])],
    ['agents, all of', { agents: { values: ['anna@shop.example', 'ben@shop.example'], require_every_value: true } }, uses(1, [{ spam: 1, support: 1 }, {}])],
    ['agents, none of', { agents: { exclude_values: ['ben@shop.example'] } }, uses(3, [{ spam: 1 }, {}])],
    ['agents, not all of', { agents: { exclude_values: ['anna@shop.example', 'ben@shop.example'], require_every_value: true } }, uses(4, [{ spam: 1 }, { Spam: 1 }])],
    ['some agent', { agents: { exists: true } }, uses(3, [{ spam: 2, support: 1 }, { Spam: 1 }])],
    ['no agent', { agents: { exists: false } }, uses(2, [{}, {}])],
    ['groups, any of', { groups: { values: [1, 99] } }, uses(3, [{ spam: 1, support: 1 }, { Spam: 1 }])],
    ['groups, all of', { groups: { values: [0, 1], require_every_value: true } }, uses(1, [{ spam: 1, support: 1 }, {}])],
    ['groups, none of', { groups: { exclude_values: [1] } }, uses(2, [{ spam: 1 }, {}])],
    ['tags, none of', { tags: { exclude_values: ['spam'] } }, uses(3, [{}, { Spam: 1 }])],
    ['tags, all of', { tags: { values: ['spam', 'support'], require_every_value: true } }, uses(1, [{ spam: 1, support: 1 }, {}])],
    ['some tag', { tags: { exists: true } }, uses(3, [{ spam: 2, support: 1 }, { Spam: 1 }])],
    ['no tag', { tags: { exists: false } }, uses(2, [{}, {}])],
    ['an application', { properties: { source: { customer_client_id: { values: [APP] } } } }, uses(1, [{}, { Spam: 1 }])],
    ['any other application', { properties: { source: { customer_client_id: { exclude_values: [APP] } } } }, uses(4, [{ spam: 2, support: 1 }, {}])],
    ['unassigned chats', { properties: { routing: { unassigned: { values: [true] } } } }, uses(2, [{}, {}])],
    ['several filters at once', { agents: { exists: true }, groups: { values: [0] }, tags: { exclude_values: ['support'] } }, uses(1, [{ spam: 1 }, {}])],
    ['nothing that there is', { tags: { values: ['__proto__'] } }, uses(0, [{}, {}])],
  ];
  for (const [fact, filters, answer] of FILTERS) test(`filters by ${fact}`, async () => expect(await counts(filters)).toEqual(answer));

  // biome-ignore format: a mistake is a line
  const MISTAKES: readonly (readonly [fact: string, body: unknown])[] = [
    ['an unknown distribution', inWarsaw({}, { distribution: 'week' })],
    ['an unknown zone', { ...inWarsaw({}), timezone: 'Europe/Nowhere' }],
    ['an offset for a zone', { ...inWarsaw({}), timezone: '+01:00' }],
    ['filters without a range', { filters: {} }],
    ['a range without an end', { filters: { from: RANGE.from } }],
    ['a range that ends before it begins', { filters: { from: RANGE.to, to: RANGE.from } }],
    ['a time finer than microseconds', { filters: { ...RANGE, to: '2026-11-10T23:59:59.9999999+01:00' } }],
    ['a date without a time', { filters: { ...RANGE, to: TUESDAY } }],
    ['values beside exists', inWarsaw({ tags: { exists: true, values: ['spam'] } })],
    ['values beside exclude_values', inWarsaw({ groups: { values: [0], exclude_values: [1] } })],
    ['an empty list', inWarsaw({ agents: { values: [] } })],
    ['one value that is no list', inWarsaw({ tags: { values: 'spam' } })],
    ['a group in quotes', inWarsaw({ groups: { values: ['0'] } })],
    ['half a group', inWarsaw({ groups: { values: [0.5] } })],
    ['a word for yes', inWarsaw({ tags: { exists: 'yes' } })],
    ['a filter that the sandbox does not have', inWarsaw({ event_types: { values: ['file'] } })],
    ['a property that it does not have', inWarsaw({ properties: { rating: { score: { values: [1] } } } })],
    ['a list', []],
    ['null', null],
  ];
  for (const [fact, body] of MISTAKES) test(`refuses ${fact}`, async () => expect(await ask(posted(TAGS, body))).toEqual(invalid));

  test('takes JSON only, and says so', async () => {
    const body = JSON.stringify(inWarsaw({}));
    expect([
      await ask({ method: 'POST', path: TAGS, body }),
      await ask({ method: 'POST', path: TAGS, body, headers: { 'Content-Type': 'application/json; charset=utf-8' } }).then(
        ({ status }: { status?: number }) => status,
      ),
      await ask({ method: 'POST', path: TAGS, body: '{"filters":', headers: { 'Content-Type': 'application/json' } }),
    ]).toEqual([refused(415, 'validation'), 200, invalid]);
  });
});

describe('days in v3.6', () => {
  const october = (more: object) =>
    posted(DURATION, { filters: { from: '2026-10-25T00:00:00+02:00', to: '2026-10-26T00:30:00+01:00' }, ...more });
  const days = async (what: Ask) => {
    server.switches.change({ echoRequest: false });
    return ask(what);
  };
  const night = { agents_chatting_duration: 45, count: 1, duration: 75 };
  const report = (records: object) => ({ status: 200, name: 'duration-report', total: 1, records });

  test('are those of timezone, over a change of clocks too', async () => {
    expect(await days(october({ timezone: 'Europe/Warsaw' }))).toEqual(report({ '2026-10-25': night, '2026-10-26': {} }));
  });

  test("are those of the token's agent when no zone is named", async () => {
    const asTokyo = { ...october({}), headers: { 'Content-Type': 'application/json', Authorization: 'Bearer sandbox:tokyo' } };
    expect(await days(asTokyo)).toEqual(report({ '2026-10-25': {}, '2026-10-26': night }));
  });

  test('are those of the offset of from when the agent has none either', async () => {
    expect(await days(october({}))).toEqual(report({ '2026-10-25': {}, '2026-10-26': night }));
  });

  test('an hour that the clocks repeat is one bucket, one that they skip is none', async () => {
    server.switches.change({ echoRequest: false });
    const hours = async (from: string, to: string) =>
      ask(posted(TAGS, { timezone: 'Europe/Warsaw', distribution: 'hour', filters: { from, to } }));
    const empty = (...keys: readonly string[]) => ({
      status: 200,
      name: 'tags-report',
      total: 0,
      records: Object.fromEntries(keys.map((key) => [key, {}])),
    });
    expect([
      await hours('2026-10-25T01:00:00+02:00', '2026-10-25T03:59:59+01:00'),
      await hours('2026-03-29T01:00:00+01:00', '2026-03-29T03:59:59+02:00'),
    ]).toEqual([empty('2026-10-25 01:00', '2026-10-25 02:00', '2026-10-25 03:00'), empty('2026-03-29 01:00', '2026-03-29 03:00')]);
  });

  test('without filters are today so far and the six before it', async () => {
    const { body } = posted(TAGS, { timezone: 'Europe/Warsaw' });
    expect(await ask({ ...posted(TAGS, {}), body: body ?? '' })).toEqual({
      status: 200,
      name: 'tags-report',
      request: {
        distribution: 'day',
        timezone: 'Europe/Warsaw',
        filters: { from: '2026-11-16T00:00:00+01:00', to: '2026-11-22T15:00:00+01:00' },
      },
      total: 0,
      records: Object.fromEntries([16, 17, 18, 19, 20, 21, 22].map((day) => [`2026-11-${day}`, {}])),
    });
  });
});

describe('a GET of v3.6', () => {
  const got = (query: string): Ask => ({
    path: TAGS,
    query: `${new URLSearchParams({ 'filters.from': RANGE.from, 'filters.to': RANGE.to, timezone: 'Europe/Warsaw' })}&${query}`,
  });

  test('says in its query what a POST says in its body', async () => {
    const { source, routing } = { source: { customer_client_id: { values: ['a', 'b'] } }, routing: { unassigned: { exists: true } } };
    const filters = {
      agents: { values: ['anna@shop.example', 'ben@shop.example'], require_every_value: true },
      groups: { exclude_values: [7, 12] },
      tags: { exists: false },
      properties: { source, routing },
    };
    const query = [
      'distribution=month',
      'filters.agents.values=anna@shop.example&filters.agents.values=ben@shop.example&filters.agents.require_every_value=true',
      'filters.groups.exclude_values=7&filters.groups.exclude_values=12',
      'filters.tags.exists=false',
      'filters.properties[source][customer_client_id].values=a&filters.properties[source][customer_client_id].values=b',
      'filters.properties[routing][unassigned].exists=true',
    ];
    const answer = await ask(got(query.join('&')));
    expect(answer).toEqual(await ask(posted(TAGS, inWarsaw(filters, { distribution: 'month' }))));
  });

  test('counts like a POST', async () => {
    server.switches.change({ echoRequest: false });
    expect(await ask(got('filters.tags.values=spam'))).toEqual(uses(2, [{ spam: 2, support: 1 }, {}]));
  });

  // biome-ignore format: a mistake is a line
  const MISTAKES: readonly (readonly [fact: string, query: string])[] = [
    ['a group that is no number', 'filters.groups.values=Billing'],
    ['a list between commas', 'filters.groups.values=0,1'],
    ['a word for yes', 'filters.tags.exists=1'],
    ['two ends', `filters.to=${encodeURIComponent(RANGE.to)}`],
    ['a filter that the sandbox does not have', 'filters.customer_countries.values=pl'],
    ['a part that no condition has', 'filters.tags.like=sp'],
    ['a path to nowhere', 'filters.__proto__.values=x'],
  ];
  for (const [fact, query] of MISTAKES) test(`refuses ${fact}`, async () => expect(await ask(got(query))).toEqual(invalid));
});

test('v3.6 is current: no header speaks of its end, and other verbs are refused', async () => {
  const { headers } = await request(posted(TAGS, inWarsaw({})));
  expect({ legacy: headers.get('Legacy'), deprecation: headers.get('Deprecation'), put: await ask({ method: 'PUT', path: TAGS }) }).toEqual(
    {
      legacy: null,
      deprecation: null,
      put: refused(405, 'validation'),
    },
  );
});
