import { describe, expect, test } from '@jest/globals';
import { TOKENS } from '../../../src/sandbox/company.ts';
import { authorizationOf } from '../../../src/sandbox/reports-api/auth.ts';
import { type Ask, refused, runSandbox } from './running.ts';

const { ask, request, server, address } = runSandbox();

const ASK: Ask = {
  path: '/v3.2/reports/chats/agents_chatting_duration',
  query: { from: '2026-11-10T00:00:00+01:00', to: '2026-11-10T23:59:59+01:00' },
};
const ANSWER = { status: 200, name: 'agents-chatting-duration-report', total: 2, records: { '2026-11-10': { count: 2, seconds: 300 } } };

const as = (authorization: string): Ask => ({ ...ASK, headers: { Authorization: authorization } });
const control = async (method: string, path: string, body?: object): Promise<unknown> =>
  (await fetch(`${address()}/_sandbox/${path}`, { method, ...(body && { body: JSON.stringify(body) }) })).json();

describe('the door', () => {
  const { reader, unscoped, personal } = TOKENS;

  test('opens for an access token and for a personal access token, however the scheme is spelled', async () => {
    expect([
      await ask(as(authorizationOf(reader))),
      await ask(as(authorizationOf(personal))),
      await ask(as('bearer sandbox:reader')),
      await ask(as(authorizationOf(personal).replace('Basic', 'BASIC'))),
    ]).toEqual([ANSWER, ANSWER, ANSWER, ANSWER]);
  });

  test('stays shut for anything else', async () => {
    const half = Buffer.from(personal.token).toString('base64');
    const wrong = [
      'sandbox:reader',
      'Bearer',
      'Bearer sandbox%3Areader',
      `Bearer ${personal.token}`,
      `Basic ${half}`,
      'Digest sandbox:reader',
    ];
    expect(await Promise.all(wrong.map((header) => ask(as(header))))).toEqual(wrong.map(() => refused(401, 'authentication')));
  });

  test('asks for the scope reports_read', async () => {
    expect(await ask(as(authorizationOf(unscoped)))).toEqual(refused(403, 'authorization'));
  });
});

describe('what is not there', () => {
  // biome-ignore format: a path is a line
  const STRANGERS: readonly (readonly [fact: string, ask: Ask, answer: object])[] = [
    ['a version that nobody speaks', { path: '/v9.9/reports/chats/tags' }, refused(400, 'unsupported_version')],
    ['a path without any version', { path: '/reports/chats/tags' }, refused(400, 'unsupported_version')],
    ['the header of version 2', { path: '/reports/chats/tags', headers: { 'X-API-Version': '2' } }, refused(400, 'unsupported_version')],
    ['an unknown report', { path: '/v3.6/reports/chats/moods' }, refused(404, 'not_found')],
    ["another version's name for a report", { path: '/v3.6/reports/chats/agents_chatting_duration' }, refused(404, 'not_found')],
    ['another API', { path: '/v3.6/agent/action/list_chats' }, refused(404, 'not_found')],
    ['the root', { path: '/' }, refused(404, 'not_found')],
    ['a body of more than 10 MB', { method: 'POST', path: '/v3.6/reports/chats/tags', body: 'x'.repeat(11 * 1024 * 1024) }, refused(413, 'entity_too_large')],
    ['more buckets than anybody reads', { path: ASK.path, query: { from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' } }, refused(400, 'validation')],
  ];
  for (const [fact, what, answer] of STRANGERS)
    test(`${fact} is answered with the envelope of errors`, async () => expect(await ask(what)).toEqual(answer));

  test('a refused verb comes with those that are taken', async () => {
    const { headers } = await request({ ...ASK, method: 'DELETE' });
    expect(headers.get('Allow')).toBe('GET');
  });
});

test('every answer has an id to quote', async () => {
  const [one, other] = [await request(ASK), await request(as('Bearer nobody'))].map(({ headers }) => headers.get('x-debug-id'));
  expect([one, other]).toEqual([expect.stringMatching(/^sandbox-\d+$/), expect.stringMatching(/^sandbox-\d+$/)]);
  expect(one).not.toBe(other);
});

test('a version says which stage of its life ends when, on errors too', async () => {
  server.switches.change({
    lifeCycle: { '3.2': { header: 'Legacy', date: '2026-12-31' }, '3.6': { header: 'Deprecation', date: '2027-01-31' } },
  });
  const read = ({ headers }: Response) => [headers.get('Legacy'), headers.get('Deprecation')];
  expect([
    read(await request(ASK)),
    read(await request(as('Bearer nobody'))),
    read(await request({ path: '/v3.6/reports/chats/tags' })),
  ]).toEqual([
    ['2026-12-31', null],
    ['2026-12-31', null],
    [null, '2027-01-31'],
  ]);
});

describe('the switches', () => {
  test('limit the rate as often as told, with and without a word on when to come back', async () => {
    await control('POST', 'switches', { rateLimit: { retryAfterSeconds: 7, times: 2 } });
    const seen = [];
    for (let call = 0; call < 3; call += 1) {
      const response = await request(ASK);
      seen.push([response.status, response.headers.get('Retry-After')]);
    }
    await control('POST', 'switches', { rateLimit: { retryAfterSeconds: null, times: 1 } });
    const { status, headers } = await request(ASK);
    expect([...seen, [status, headers.get('Retry-After')]]).toEqual([
      [429, '7'],
      [429, '7'],
      [200, null],
      [429, null],
    ]);
  });

  const ERRORS = [
    ['error-500', refused(500, 'internal')],
    ['error-503', refused(503, 'service_unavailable')],
    ['error-504', refused(504, 'request_timeout')],
    // Node's fetch repeats a 421 by itself, once.
    ['misdirected', refused(421, 'misdirected_request'), 4],
  ] as const;
  for (const [kind, answer, times = 2] of ERRORS) {
    test(`${kind} happens as often as told, then all is well`, async () => {
      server.switches.change({ fault: { kind, times } });
      expect([await ask(ASK), await ask(ASK), await ask(ASK)]).toEqual([answer, answer, ANSWER]);
    });
  }

  test('html is the page of a proxy, null is JSON that says nothing', async () => {
    const meet = async (kind: 'html' | 'null') => {
      server.switches.change({ fault: { kind, times: 1 } });
      const response = await request(ASK);
      return [response.status, response.headers.get('Content-Type'), (await response.text()).slice(0, 6)];
    };
    expect([await meet('html'), await meet('null')]).toEqual([
      [502, 'text/html', '<html>'],
      [200, 'application/json', 'null'],
    ]);
  });

  test('truncated breaks off in the middle of the answer, reset before its beginning', async () => {
    server.switches.change({ fault: { kind: 'truncated', times: 1 } });
    const truncated = await request(ASK);
    await expect(truncated.text()).rejects.toThrow();
    server.switches.change({ fault: { kind: 'reset', times: 1 } });
    await expect(request(ASK)).rejects.toThrow('fetch failed');
    expect([truncated.status, await ask(ASK)]).toEqual([200, ANSWER]);
  });

  test('hang never answers, stalled never ends, endless has always more', async () => {
    const impatient = async (kind: 'hang' | 'stalled' | 'endless', enough: (bytes: number) => boolean) => {
      server.switches.change({ fault: { kind, times: 1 } });
      const patience = new AbortController();
      const answer = fetch(`${address()}${ASK.path}`, { signal: patience.signal });
      if (kind === 'hang') {
        await control('GET', 'journal');
        patience.abort();
        return answer.then(String, ({ name }) => name);
      }
      let bytes = 0;
      const reader = (await answer).body?.getReader();
      while (reader && !enough(bytes)) bytes += (await reader.read()).value?.length ?? 0;
      patience.abort();
      return bytes > 0 ? 'began' : 'empty';
    };
    expect([
      await impatient('hang', () => true),
      await impatient('stalled', (bytes) => bytes > 0),
      await impatient('endless', (bytes) => bytes > 5e6),
    ]).toEqual(['AbortError', 'began', 'began']);
    expect(await ask(ASK)).toEqual(ANSWER);
  });

  test('make every answer late', async () => {
    server.switches.change({ latencyMs: 60 });
    const start = performance.now();
    await request(ASK);
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  test('are read, changed bit by bit, checked, and put back', async () => {
    const before = await control('GET', 'switches');
    const changed = await control('POST', 'switches', { latencyMs: 5, bucketKeys: { hour: 'HH' }, lifeCycle: { '3.2': null } });
    const wrong = await control('POST', 'switches', { fault: { kind: 'flood', times: 1 } });
    expect({ before, changed, wrong, after: await control('DELETE', 'switches') }).toEqual({
      before,
      changed: expect.objectContaining({
        latencyMs: 5,
        echoRequest: true,
        bucketKeys: { hour: 'HH', 'day-hours': 'HH:00', day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' },
        lifeCycle: { '3.2': null, '3.6': null },
      }),
      wrong: { error: { type: 'validation', message: expect.stringContaining('fault.kind') } },
      after: before,
    });
  });
});

describe('the clock', () => {
  test('is set, put forward, and put back', async () => {
    expect([
      await control('GET', 'clock'),
      await control('POST', 'clock', { now: '2026-11-23T09:00:00+01:00' }),
      await control('POST', 'clock', { advanceMs: 90_000 }),
      await control('POST', 'clock', { now: 0 }),
      await control('DELETE', 'clock'),
    ]).toEqual([
      { now: '2026-11-22T14:00:00.000Z' },
      { now: '2026-11-23T08:00:00.000Z' },
      { now: '2026-11-23T08:01:30.000Z' },
      { now: '1970-01-01T00:00:00.000Z' },
      { now: '2026-11-22T14:00:00.000Z' },
    ]);
  });

  test('refuses words that are no time', async () => {
    expect(await control('POST', 'clock', { now: 'tomorrow' })).toEqual({
      error: { type: 'validation', message: expect.stringContaining('now') },
    });
  });
});

describe('the journal', () => {
  test('has what was asked and how it ended, but no token', async () => {
    await request({
      method: 'POST',
      path: '/v3.6/reports/chats/tags',
      query: 'a=%2B',
      body: '{"é":',
      headers: { 'Content-Type': 'application/json' },
    });
    await request({ ...as('sandbox:reader'), query: '' });
    const entry = (more: object) => ({ at: Date.UTC(2026, 10, 22, 14), query: '', body: '', headers: expect.anything(), ...more });
    const entries = server.journal.entries();
    expect(entries).toEqual([
      entry({ method: 'POST', path: '/v3.6/reports/chats/tags', query: 'a=%2B', body: '{"é":', status: 400 }),
      entry({ method: 'GET', path: ASK.path, status: 401 }),
    ]);
    expect(entries.map(({ headers }) => headers.authorization)).toEqual(['Bearer …', '…']);
  });

  test('is read and emptied from outside, which it does not note', async () => {
    server.switches.change({ fault: { kind: 'reset', times: 1 } });
    await request(ASK).catch(() => undefined);
    const before = await control('GET', 'journal');
    expect([before, await control('DELETE', 'journal'), await control('GET', 'journal')]).toEqual([
      [expect.objectContaining({ path: ASK.path, status: null })],
      [],
      [],
    ]);
  });
});

test('what else is asked of the sandbox is refused in words', async () => {
  expect([await ask({ path: '/_sandbox/weather' }), await ask({ method: 'POST', path: '/_sandbox/journal' })]).toEqual([
    refused(404, 'not_found'),
    refused(405, 'validation'),
  ]);
});
